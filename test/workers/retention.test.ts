import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { applyRetention, type RetentionReport, startRetention } from '../../workers/retention.ts';
import { ago, dayMs, hourMs, now, putCases, putMentions, putSamples, wipe } from '../digest/digest-desk.ts';
import { engines, keepRecord } from '../support/engines.ts';

const retention = {
  postsWithoutCaseDays: 30,
  exactCountsDays: 30,
  closedCasesDays: 365,
  contactsDays: 90,
  tombstoneDays: 35,
  ledger: null,
};
const days = (n: number): Date => ago(n * dayMs);

describe.each(engines)('retention on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => wipe(db));

  const at = (time: Date) => ({ db, retention, clock: { now: () => time } });
  const run = (more: object = {}): Promise<RetentionReport> => applyRetention({ ...at(now), ...more });
  const column = async (query: string): Promise<unknown[]> =>
    (await sql.raw<{ v: unknown }>(query).execute(db.kysely)).rows.map(({ v }) => v);
  const aged = (native_id: string, age: number, more: object = {}) => ({
    native_id,
    received_at: days(age),
    decided_at: days(age),
    ...more,
  });

  it('lets posts that opened no case go after 30 days, with their samples, in slices', async () => {
    await putMentions(db, [
      ...Array.from({ length: 7 }, (_, i) => aged(`old${i}`, 31 + i)),
      aged('other-brand', 40, { brand: 'voltara' }),
      aged('complaint-nowhere', 40, { outcome: 'complaint' }),
      aged('young', 29),
      aged('with-case', 40, { case_id: 1, outcome: 'complaint' }),
      aged('two-brands', 40),
      aged('two-brands', 40, { brand: 'voltara', case_id: 2, outcome: 'complaint' }),
    ]);
    await putSamples(
      db,
      ['old0', 'old6', 'young', 'with-case', 'two-brands'].map((native_id) => ({
        native_id,
        observed_at: days(29),
      })),
    );
    expect(await run({ sliceRows: 2 })).toMatchObject({ posts: 10 });
    expect(await column('select native_id as v from desk.mention order by 1')).toEqual([
      'two-brands',
      'with-case',
      'young',
    ]);
    expect(await column('select native_id as v from sealed.sample order by 1')).toEqual([
      'two-brands',
      'with-case',
      'young',
    ]);
    expect(await run()).toMatchObject({ posts: 0 });
  });

  it('lets the labels of posts go with their words, and no earlier', async () => {
    await putMentions(db, [
      aged('old', 31),
      aged('young', 29),
      aged('ended', 380, { case_id: 1, outcome: 'complaint' }),
    ]);
    await putCases(db, [
      {
        case_id: 1,
        threads: ['ended'],
        status: 'closed',
        due_at: null,
        closed_at: days(366),
        clock_start: days(380),
      },
    ]);
    await sql`insert into desk.label (mention_id, brand, at, actor, verdict, text)
      select mention_id, brand, ${days(20)}, 'kim', '{"complaint":true}', native_id from desk.mention`.execute(
      db.kysely,
    );
    expect(await run()).toMatchObject({ posts: 1, cases: 1 });
    expect(await column('select text as v from desk.label')).toEqual(['young']);
  });

  it('lets the reasons of colleagues go with the case, and those about a whole problem with its last case', async () => {
    await putMentions(db, [
      aged('ended', 380, { case_id: 1, outcome: 'complaint' }),
      aged('open', 380, { case_id: 2, outcome: 'complaint' }),
    ]);
    const ended = { status: 'closed', due_at: null, closed_at: days(366), clock_start: days(380) };
    await putCases(db, [
      { case_id: 1, threads: ['ended'], ...ended },
      { case_id: 2, threads: ['open'], clock_start: days(380) },
    ]);
    await sql
      .raw(`
      insert into desk.problem_member (mention_id, status, brand, problem_id, found, kind, is_automated, subject, written_at, grouped_at)
        select mention_id, 'confirmed', 'nordbahn', 1, 1, 'exact', true, '{"orders": ["VT7718203"]}', now(), now() from desk.mention;
      insert into desk.problem (problem_id, brand, began_at, since_at, created_at) values (1, 'nordbahn', now(), now(), now());
      insert into desk.problem_event (problem_id, at, kind, actor, is_automated, post, note)
        select 1, now(), 'x', 'kim', false, mention_id, 'about ' || case_id from desk.mention union all select 1, now(), 'x', 'kim', false, null, 'about all';
      insert into desk.problem_constraint (kind, post, problem, actor, reason, at)
        select 'eject', mention_id, 1, 'kim', 'about ' || case_id, now() from desk.mention union all select 'merge', null, 1, 'kim', 'about all', now();
      insert into desk.swarm_member (mention_id, swarm_id, case_id, reason) select mention_id, 9, case_id, 'about ' || case_id from desk.mention;
      insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at, reason) values (9, 'nordbahn', 2, now(), now(), now(), 'about all');
      insert into desk.statement (brand, case_id, text, author, written_at) select 'nordbahn', id, 'about ' || id, 'kim', now() from unnest(array[1, 2]) id`)
      .execute(db.kysely);
    const reasons = () =>
      column(`select note as v from desk.problem_event union all select reason from desk.problem_constraint
        union all select reason from desk.swarm_member union all select reason from desk.swarm union all select nullif(text, '') from desk.statement
        union all select o from desk.problem_member, jsonb_array_elements_text(subject -> 'orders') o`);
    const kept = (words: readonly unknown[]) =>
      words.flatMap((word) => (typeof word === 'string' ? [word] : [])).toSorted();
    await run();
    expect(kept(await reasons())).toEqual([
      'VT7718203',
      ...Array.from({ length: 4 }, () => 'about 2'),
      ...Array.from({ length: 3 }, () => 'about all'),
    ]);
    await sql`update desk."case" set status = 'closed', due_at = null, closed_at = ${days(366)} where case_id = 2`.execute(
      db.kysely,
    );
    expect((await run()).reasons).toBeGreaterThan(0);
    expect(kept(await reasons())).toEqual([]);
    expect((await run()).reasons).toBe(0);
  });

  it('turns exact follower counts into bands after 30 days', async () => {
    const counts = [99, 100, 999, 1_000, 9_999, 10_000];
    await putMentions(
      db,
      counts.map((n) => ({ native_id: `n${n}` })),
    );
    await putSamples(
      db,
      counts.map((n) => ({ native_id: `n${n}`, followers: n, reposts: 3, observed_at: days(31) })),
    );
    await putSamples(db, [{ native_id: 'n99', followers: 99, observed_at: days(29) }]);
    expect(await run({ sliceRows: 4 })).toMatchObject({ counts: 6 });
    expect(
      await column(
        `select followers_band as v from sealed.sample where followers is null order by length(native_id), native_id`,
      ),
    ).toEqual(['0-99', '100-999', '100-999', '1k-9,999', '1k-9,999', '10k+']);
    expect(await column('select followers as v from sealed.sample where followers is not null')).toEqual([
      '99',
    ]);
    expect(await column('select distinct reposts as v from sealed.sample where reposts is not null')).toEqual(
      ['3'],
    );
  });

  it('forgets who was behind a case a year after it ended, and keeps the case for the reports', async () => {
    const ended = { due_at: null, resolved_at: days(366), clock_start: days(380) };
    await putCases(db, [
      {
        case_id: 1,
        threads: ['a'],
        status: 'resolved',
        severity: 'high',
        posts: [
          { key: 'x|a', url: 'https://x.example/a', fingerprint: 'f1', severity: 'high' },
          { key: 'x|b', url: null, fingerprint: 'f2', severity: null },
        ],
        ...ended,
      },
      { case_id: 2, threads: ['b'], status: 'closed', ...ended, closed_at: days(364) },
      { case_id: 3, threads: ['c'], status: 'open', clock_start: days(500) },
      { case_id: 4, threads: ['d'], status: 'closed', in_dispute: true, ...ended },
      { case_id: 5, threads: ['e'], status: 'new', merged_into: 1, clock_start: days(380), due_at: null },
      { case_id: 6, threads: ['f'], status: 'new', merged_into: 5, clock_start: days(380), due_at: null },
    ]);
    await putMentions(
      db,
      [1, 2, 3, 4, 5, 6].map((i) => aged(`m${i}`, 380, { case_id: i, outcome: 'complaint', url: `u${i}` })),
    );
    await sql`insert into desk.complainant values ('nordlicht', 'person-1'), ('nordlicht', 'person-2')`.execute(
      db.kysely,
    );
    await sql`insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, note)
      values (1, 'k', ${days(370)}, 'note', 'lea', false, true, 'called her at home'), (2, 'k', ${days(370)}, 'note', 'lea', false, true, 'stays'),
        (6, 'k', ${days(370)}, 'note', 'lea', false, true, 'her doctor called')`.execute(db.kysely);
    await putSamples(db, [{ native_id: 'm1', followers: 7 }, { native_id: 'm2' }]);

    expect(await run({ sliceRows: 10 })).toMatchObject({ cases: 3, samples: 1 });
    const blank = { author: null, text: null, url: null, evidence: [], identifiers: [] };
    const { rows } = await sql`
      select author, text, url, evidence, identifiers from desk.mention where case_id in (1, 5, 6)`.execute(
      db.kysely,
    );
    expect(rows).toEqual([blank, blank, blank]);
    expect(await column('select native_id as v from desk.mention where text is not null order by 1')).toEqual(
      ['m2', 'm3', 'm4'],
    );
    const kept = await sql<{ posts: unknown }>`
      select complainant, identifiers, severity, clock_start, posts from desk."case" where case_id = 1`.execute(
      db.kysely,
    );
    expect(kept.rows[0]).toEqual({
      complainant: 'forgotten-1',
      identifiers: [],
      severity: 'high',
      clock_start: days(380),
      posts: [
        { key: 'x|a', url: null, fingerprint: '', severity: 'high' },
        { key: 'x|b', url: null, fingerprint: '', severity: null },
      ],
    });
    expect(await column('select note as v from desk.activity order by case_id')).toEqual([
      null,
      'stays',
      null,
    ]);
    expect(await column('select complainant as v from desk.complainant order by 1')).toEqual(['person-2']);
    expect(await column('select native_id as v from sealed.sample')).toEqual(['m2']);
    expect(await run()).toMatchObject({ cases: 0, samples: 0 });
  });

  it('empties what was sent or given up, and nothing that waits', async () => {
    for (const state of ['pending', 'delivered', 'failed'])
      await sql`insert into desk.notification (notification_id, channel, kind, members, content_type, body, state, created_at, next_attempt_at)
        values (${state}, 'c', 'alerts', '[]', 'text/plain', ${Buffer.from('words')}, ${state}, ${now}, ${now})`.execute(
        db.kysely,
      );
    await sql`insert into sealed.letter (notification_id, channel, kind, members, content_type, body, state, created_at, next_attempt_at)
      values ('old', 'c', 'letter', '[]', 'text/plain', ${Buffer.from('figures')}, 'failed', ${now}, ${now})`.execute(
      db.kysely,
    );
    expect(await run({ sliceRows: 1 })).toMatchObject({ notifications: 2, letters: 1 });
    expect(await column('select notification_id as v from sealed.letter where body is not null')).toEqual([]);
    expect(await column('select notification_id as v from desk.notification where body is not null')).toEqual(
      ['pending'],
    );
  });

  it('removes samples of erased posts, old tombstones, empty husks and processes that are gone', async () => {
    await putMentions(db, [{ native_id: 'gone', text: null, erased_at: ago(1) }, { native_id: 'here' }]);
    await putSamples(db, [
      { native_id: 'gone' },
      { native_id: 'gone', observed_at: ago(1) },
      { native_id: 'here' },
    ]);
    await sql`insert into intake.tombstone values ('x', 'old', ${days(36)}), ('x', 'young', ${days(34)})`.execute(
      db.kysely,
    );
    await sql`insert into intake.author_tombstone values ('x', 'old', ${days(36)}), ('x', 'young', ${days(34)})`.execute(
      db.kysely,
    );
    await sql`insert into sealed.inbox values (gen_random_uuid(), null, ${days(2)}), (gen_random_uuid(), null, ${ago(hourMs)}),
      (gen_random_uuid(), ${Buffer.from('a')}, ${days(31)}), (gen_random_uuid(), ${Buffer.from('b')}, ${days(29)})`.execute(
      db.kysely,
    );
    await sql`insert into intake.inbox (batch_id, root_batch, source, events, trace_id, created_at)
      select batch_id, batch_id, 'x', 1, 't', created_at from sealed.inbox where payload is not null`.execute(
      db.kysely,
    );
    const beats: [string, Date][] = [
      ['gone', days(3)],
      ['slow', ago(hourMs)],
      ['live', ago(1_000)],
    ];
    for (const [id, beat] of beats)
      await sql`insert into ops.service values (${id}, '{}', 'v', ${days(9)}, ${beat})`.execute(db.kysely);
    expect(await run()).toMatchObject({ samples: 2, tombstones: 1, husks: 2, services: 1 });
    expect(await column('select native_id as v from sealed.sample')).toEqual(['here']);
    expect(
      await column(
        'select native_id as v from intake.tombstone union all select author from intake.author_tombstone',
      ),
    ).toEqual(['young', 'young']);
    expect(await column('select service_id as v from ops.service order by 1')).toEqual(['live', 'slow']);
  });

  it('removes settled dead letters with the next run, and keeps those that wait', async () => {
    for (const state of ['waiting', 'retried', 'discarded'])
      await sql`insert into ops.dead_letter (at, stage, source, events, is_history, error, attempts, trace_id, state)
        values (${ago(hourMs)}, 'triage', 'x', 1, false, 'no', 3, 't', ${state})`.execute(db.kysely);
    expect(await run({ sliceRows: 1 })).toMatchObject({ deadLetters: 2 });
    expect(await column('select state as v from ops.dead_letter')).toEqual(['waiting']);
    await sql`delete from ops.dead_letter`.execute(db.kysely);
  });

  it('keeps the last beat of all, by which the next start knows how long nobody ran', async () => {
    await sql`insert into ops.service values ('a', '{}', 'v', ${days(9)}, ${days(8)}), ('b', '{}', 'v', ${days(9)}, ${days(7)})`.execute(
      db.kysely,
    );
    await run();
    expect(await column('select service_id as v from ops.service')).toEqual(['b']);
  });

  it('takes every figure from the configuration', async () => {
    await putMentions(db, [aged('three-days', 3)]);
    await putSamples(db, [{ native_id: 'kept', followers: 5, observed_at: days(3) }]);
    await sql`insert into intake.tombstone values ('x', 'p', ${days(3)})`.execute(db.kysely);
    const short = {
      postsWithoutCaseDays: 2,
      exactCountsDays: 2,
      closedCasesDays: 2,
      contactsDays: 2,
      tombstoneDays: 2,
      ledger: null,
    };
    expect(await run({ retention: short })).toMatchObject({ posts: 1, counts: 1, tombstones: 1 });
  });

  it('stops between two slices when it is told to', async () => {
    await putMentions(
      db,
      Array.from({ length: 4 }, (_, i) => aged(`old${i}`, 40)),
    );
    expect(await run({ signal: AbortSignal.abort() })).toMatchObject({ posts: 0 });
    const reports: RetentionReport[] = [];
    const timer = startRetention({
      ...at(now),
      onRun: (report) => reports.push(report),
      onError: (_what, error) => {
        throw error;
      },
    });
    await timer.run();
    await timer.stop();
    expect(reports).toMatchObject([{ posts: 4 }]);
  });
});
