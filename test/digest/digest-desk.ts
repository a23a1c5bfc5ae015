import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { asSuperuser } from '../support/desk-rows.ts';

/** A mention by hand; what a test does not name is ordinary. */
export interface MentionFixture {
  readonly source?: string;
  readonly native_id: string;
  readonly brand?: string;
  readonly author?: string | null;
  readonly author_role?: string;
  readonly thread?: string;
  readonly parent?: string | null;
  readonly repost_of?: string | null;
  readonly text?: string | null;
  readonly url?: string | null;
  readonly links?: readonly string[];
  readonly published_at?: Date | null;
  readonly received_at?: Date;
  readonly decided_at?: Date;
  readonly outcome?: 'complaint' | 'review';
  readonly review_reason?: string | null;
  readonly is_unsure?: boolean;
  readonly danger?: string | null;
  readonly case_id?: number | null;
  readonly erased_at?: Date | null;
}

export const now = new Date('2031-05-20T09:00:00.000Z');
export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
export const ago = (ms: number): Date => new Date(now.getTime() - ms);

export const putMentions = async (db: Database, mentions: readonly MentionFixture[]): Promise<void> => {
  for (const mention of mentions) {
    const at = mention.received_at ?? ago(hourMs);
    await db.kysely
      .insertInto('desk.mention')
      .values({
        source: 'x',
        brand: 'nordlicht',
        revision: 0,
        author: `author-of-${mention.native_id}`,
        author_role: 'customer',
        thread: mention.native_id,
        parent: null,
        repost_of: null,
        text: `what ${mention.native_id} says`,
        url: null,
        language: 'en',
        has_image: false,
        fingerprint: 'f0',
        published_at: at,
        received_at: at,
        decided_at: at,
        matched_by: 'phrase',
        is_history: false,
        outcome: 'review',
        review_reason: 'opinion',
        is_unsure: false,
        severity: null,
        danger: null,
        categories: [],
        complaint: 0.1,
        parent_pending: false,
        reasons: '[]',
        evidence: '[{"kind":"complaint","start":0,"end":4}]',
        identifiers: ['VT-1'],
        out_of_band: null,
        decision_version: 'v',
        parent_verdict: 'null',
        trace_id: 't',
        erased_at: null,
        ...mention,
        links: [...(mention.links ?? [])],
        case_id: mention.case_id ?? null,
      })
      .execute();
  }
};

export interface CaseFixture {
  readonly case_id: number;
  readonly brand?: string;
  readonly source?: string;
  readonly complainant?: string;
  /** Native ids. */
  readonly threads: readonly string[];
  readonly posts?: readonly object[];
  readonly status?: string;
  readonly severity?: string;
  readonly danger?: string | null;
  readonly categories?: readonly string[];
  readonly clock_start?: Date;
  readonly due_at?: Date | null;
  readonly last_response_at?: Date | null;
  readonly is_history?: boolean;
  readonly in_dispute?: boolean;
  readonly merged_into?: number | null;
  readonly resolved_at?: Date | null;
  readonly closed_at?: Date | null;
  readonly disposition?: string | null;
}

export const putCases = async (db: Database, cases: readonly CaseFixture[]): Promise<void> => {
  for (const one of cases) {
    const since = one.clock_start ?? ago(hourMs);
    const source = one.source ?? 'x';
    await db.kysely
      .insertInto('desk.case')
      .values({
        brand: 'nordlicht',
        complainant: `person-${one.case_id}`,
        status: 'new',
        disposition: null,
        merged_into: null,
        linked_to: null,
        in_dispute: false,
        snoozed_until: null,
        resolved_at: null,
        severity: 'medium',
        danger: null,
        reasons: '[]',
        identifiers: ['VT-1'],
        opened_at: since,
        received_at: since,
        clock_start: since,
        due_at: new Date(since.getTime() + dayMs),
        due_target: 'first_response',
        is_history: false,
        last_post_at: since,
        first_response_at: null,
        first_response_via: null,
        first_response_actor: null,
        last_response_at: null,
        policy: 'p',
        updated_at: since,
        ...one,
        source,
        threads: one.threads.map((thread) => `${source}|${thread}`),
        posts: JSON.stringify(one.posts ?? []),
        categories: [...(one.categories ?? ['billing'])],
      })
      .execute();
  }
};

export interface SampleFixture {
  readonly source?: string;
  readonly native_id: string;
  readonly observed_at?: Date;
  readonly followers?: number | null;
  readonly followers_band?: string | null;
  readonly reposts?: number | null;
  readonly replies?: number | null;
}

export const putSamples = async (db: Database, samples: readonly SampleFixture[]): Promise<void> => {
  for (const sample of samples)
    await db.kysely
      .insertInto('sealed.sample')
      .values({
        source: 'x',
        observed_at: ago(hourMs),
        followers: null,
        followers_band: null,
        is_verified: null,
        likes: null,
        reposts: null,
        replies: null,
        views: null,
        ...sample,
      })
      .execute();
};

export const putSource = async (
  db: Database,
  source: { name: string; knowsSpread?: boolean; lastOkAt?: Date | null; [column: string]: unknown },
): Promise<void> => {
  const { name, knowsSpread = true, lastOkAt = ago(60_000), ...more } = source;
  await db.kysely
    .insertInto('ops.source_health')
    .values({
      source: name,
      kind: 'x',
      knows_spread: knowsSpread,
      freshness_target_ms: hourMs,
      last_ok_at: lastOkAt,
      last_event_at: null,
      next_poll_at: null,
      last_error: null,
      last_error_at: null,
      disabled_at: null,
      gap: null,
      gap_at: null,
      stale_alerted_at: null,
      ...more,
    })
    .execute();
};

const written = [
  'desk.mention',
  'desk."case"',
  'desk.complainant',
  'desk.activity',
  'desk.notification',
  'sealed.letter',
  'desk.policy',
  'sealed.sample',
  'sealed.inbox',
  'intake.inbox',
  'intake.tombstone',
  'intake.author_tombstone',
  'ops.source_health',
  'ops.dead_letter',
  'ops.service',
  'ops.digest_day',
];

/** Empties everything that these tests write; TRUNCATE would make a new file of every table and index. */
export const wipe = (db: Database): Promise<unknown> =>
  db.kysely.transaction().execute(async (tx) => {
    await sql.raw(asSuperuser).execute(tx);
    for (const table of written) await sql.raw(`delete from ${table}`).execute(tx);
  });

/**
 * A day of `mentions` posts: one in ten in one of some threads, one in seven with a case, most passed on by nobody.
 * Generated in the database, so that the set is large and costs little.
 */
export const putLargeDay = async (db: Database, mentions: number): Promise<void> => {
  await sql`
    insert into desk.mention (source, native_id, brand, revision, author, author_role, thread, text, url, links, fingerprint, published_at, received_at,
      decided_at, matched_by, is_history, outcome, review_reason, complaint, decision_version, case_id, trace_id, reasons, evidence)
    select 'x', 'p' || i, 'nordlicht', 0, 'a' || i, 'customer', case when i % 10 = 0 then 'p' || (i % 4000) else 'p' || i end, repeat('word ', 40), 'https://x.example/p' || i,
      '{}', md5(i::text), t.at, t.at, t.at, 'phrase', false, case when i % 7 = 0 then 'complaint' else 'review' end,
      case when i % 7 = 0 then null when i % 50 = 1 then 'relay' else 'opinion' end, 0.3, 'v', case when i % 7 = 0 then i else null end, 't',
      '[{"code":"ordinary_failure","start":3,"end":20}]', '[{"kind":"complaint","start":3,"end":20},{"kind":"category","start":3,"end":20,"label":"billing"}]'
    from generate_series(1, ${mentions}::int) i cross join lateral (select ${now}::timestamptz - make_interval(secs => (${mentions} - i) * 86000.0 / ${mentions}) as at) t`.execute(
    db.kysely,
  );
  await sql`
    insert into desk."case" (case_id, brand, source, complainant, threads, posts, status, severity, categories, opened_at, received_at, clock_start, due_at, last_post_at, policy, updated_at, last_response_at)
    select m.case_id, m.brand, m.source, 'c' || m.case_id, array['x|' || m.thread], '[]', 'new', case when m.case_id % 20 = 0 then 'high' else 'medium' end, array['billing'],
      m.received_at, m.received_at, m.received_at, case when m.case_id % 3 = 0 then null else m.received_at + interval '1 day' end, m.received_at, 'p', m.received_at,
      case when m.case_id % 3 = 0 then m.received_at else null end
    from desk.mention m where m.case_id is not null`.execute(db.kysely);
  await sql`
    insert into sealed.sample (source, native_id, observed_at, followers, likes, reposts, replies)
    select source, native_id, received_at, (mention_id * 7919) % 20000, 0, case when mention_id % 4 = 0 then (mention_id * 31) % 50 else 0 end,
      case when mention_id % 6 = 0 then 1 else 0 end
    from desk.mention`.execute(db.kysely);
  await sql`analyze`.execute(db.kysely);
};
