import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { nextLook } from './follow-schedule.ts';
import { soundName } from './sound-text.ts';

export interface TrackedComplaint {
  readonly thread: string;
  readonly nativeId: string;
}

/** Complaints of a thread that are asked about by themselves: as many of a large thread as of a small one. */
const MAX_COMPLAINTS = 20;

/**
 * From now on these threads are looked at. One in which a complaint is tracked already keeps its age: another begins
 * nothing anew. One that was begun by its page counts its age from its first complaint on.
 */
export const followThreads = async (
  tx: Transaction,
  source: string,
  tracked: readonly TrackedComplaint[],
  now: Date,
): Promise<void> => {
  if (tracked.length === 0) return;
  // Sorted by key, so that two workers cannot wait for each other.
  await sql`
    insert into intake.followed (source, thread, complaints, began_at, due_at)
    select ${source}, t.thread, (array_agg(t.post order by t.n))[1:${sql.lit(MAX_COMPLAINTS)}], ${now}::timestamptz, ${nextLook(now, now)}::timestamptz
    from unnest(${tracked.map(({ thread }) => thread)}::text[], ${tracked.map(({ nativeId }) => nativeId)}::text[]) with ordinality as t (thread, post, n)
    group by t.thread order by t.thread
    on conflict (source, thread) do update set complaints = (followed.complaints
      || array(select e from unnest(excluded.complaints) e where e <> all (followed.complaints)))[1:${sql.lit(MAX_COMPLAINTS)}],
      began_at = case when followed.complaints = '{}' and followed.due_at is not null then excluded.began_at else followed.began_at end,
      due_at = case when followed.complaints = '{}' and followed.due_at is not null then least(followed.due_at, excluded.due_at) else followed.due_at end
    where cardinality(followed.complaints) < ${sql.lit(MAX_COMPLAINTS)} and not followed.complaints @> excluded.complaints`.execute(
    tx,
  );
};

export interface BegunThread {
  readonly thread: string;
  /** What the first look goes on from. */
  readonly mark: unknown;
}

/** Threads that their source names: looked at now, and then at the ages of every other thread. What is known stays. */
export const beginThreads = async (
  tx: Transaction,
  source: string,
  begun: readonly BegunThread[],
  now: Date,
): Promise<void> => {
  if (begun.length === 0) return;
  await sql`
    insert into intake.followed (source, thread, complaints, began_at, due_at, mark)
    select distinct on (t.thread) ${source}, t.thread, '{}'::text[], ${now}::timestamptz, ${now}::timestamptz, t.mark::jsonb
    from unnest(${begun.map(({ thread }) => soundName(thread))}::text[], ${begun.map(({ mark }) => JSON.stringify(mark))}::text[]) as t (thread, mark)
    order by t.thread
    on conflict (source, thread) do update set mark = excluded.mark
    where followed.mark is null and followed.due_at is not null`.execute(tx);
};

/** A thread whose look is due, with what of it is tracked still. */
export interface DueThread {
  readonly thread: string;
  /** Of complaints that were erased or dismissed since, none is left. */
  readonly complaints: readonly string[];
  readonly brands: readonly string[];
  readonly beganAt: Date;
  readonly failures: number;
  readonly mark: unknown;
  readonly version: number;
}

/** The thread that waits longest; null: none is due. */
export const readDueThread = async (
  tx: Transaction,
  source: string,
  now: Date,
): Promise<DueThread | null> => {
  const { rows } = await sql<DueThread>`
    with due as (
      select thread, complaints, began_at, failures, mark, version from intake.followed
      where source = ${source} and due_at <= ${now} order by due_at, thread limit 1),
    tracked as (
      select m.native_id, m.brand from due cross join unnest(due.complaints) as c (id)
      cross join lateral (
        select native_id, brand, case_id from desk.mention
        where source = ${source} and native_id = c.id and erased_at is null and outcome = 'complaint' offset 0) m
      join desk."case" k on k.case_id = m.case_id and k.disposition is null)
    select due.thread, due.began_at as "beganAt", due.failures, due.mark, due.version,
      array(select id from unnest(due.complaints) with ordinality as c (id, n) where id in (select native_id from tracked) order by n) as complaints,
      array(select distinct brand from tracked order by brand) as brands
    from due`.execute(tx);
  return rows[0] ?? null;
};

/** Those of these sources of which a thread is due and which nobody follows or spares. */
export const findDueFollows = async (
  tx: Transaction,
  sources: readonly string[],
  now: Date,
): Promise<string[]> => {
  if (sources.length === 0) return [];
  const { rows } = await sql<{ source: string }>`
    select source from ops.source_health h
    where source = any(${[...sources]}::text[]) and disabled_at is null and (follow_at is null or follow_at <= ${now})
      and exists (select 1 from intake.followed f where f.source = h.source and f.due_at <= ${now})`.execute(
    tx,
  );
  return rows.map((row) => row.source);
};

/** One process follows the threads of a source at a time. */
export const claimFollow = async (
  tx: Transaction,
  source: string,
  now: Date,
  until: Date,
): Promise<boolean> => {
  const claimed = await sql`
    update ops.source_health set follow_at = ${until}
    where source = ${source} and disabled_at is null and (follow_at is null or follow_at <= ${now})`.execute(
    tx,
  );
  return Number(claimed.numAffectedRows ?? 0) === 1;
};

/** Until then nobody follows the source's threads, but for whoever says this. */
export const holdFollow = async (tx: Transaction, source: string, until: Date): Promise<void> => {
  await sql`update ops.source_health set follow_at = ${until} where source = ${source}`.execute(tx);
};

/** Another process looked at the thread meanwhile: this page is rolled back. */
export class ThreadMovedError extends Error {
  override readonly name = 'ThreadMovedError';
}

type Look = Pick<DueThread, 'thread' | 'version'>;

/** Kept with the posts of a page, or not at all. */
export const moveMark = async (
  tx: Transaction,
  source: string,
  look: Look & { readonly mark: unknown },
): Promise<void> => {
  const moved = await sql`
    update intake.followed set mark = ${JSON.stringify(look.mark)}::jsonb, version = version + 1
    where source = ${source} and thread = ${look.thread} and version = ${look.version}`.execute(tx);
  if (Number(moved.numAffectedRows ?? 0) !== 1)
    throw new ThreadMovedError(`another process looks at a thread of ${source}`);
};

/** The look is over; the next one is due by the age that the thread has now. */
export const endLook = async (
  tx: Transaction,
  source: string,
  { thread, version, at }: Look & { readonly at: Date },
): Promise<void> => {
  // A complaint in a thread that its page began may have been tracked meanwhile: its age counts from there.
  const { rows } = await sql<{ beganAt: Date }>`
    select began_at as "beganAt" from intake.followed where source = ${source} and thread = ${thread} for update`.execute(
    tx,
  );
  const beganAt = rows[0]?.beganAt;
  if (beganAt !== undefined) await setDue(tx, source, { thread, version, dueAt: nextLook(beganAt, at) });
};

/** Nobody looks any more. */
export const endFollowing = (tx: Transaction, source: string, { thread, version }: Look): Promise<void> =>
  setDue(tx, source, { thread, version, dueAt: null });

/** Where no look is due, what the last one left goes. */
const setDue = async (
  tx: Transaction,
  source: string,
  look: Look & { readonly dueAt: Date | null },
): Promise<void> => {
  await sql`
    update intake.followed set due_at = ${look.dueAt}, failures = 0, version = version + 1,
      mark = case when ${look.dueAt}::timestamptz is null then null else mark end
    where source = ${source} and thread = ${look.thread} and version = ${look.version}`.execute(tx);
};

export const noteLookFailure = async (
  tx: Transaction,
  source: string,
  look: { readonly thread: string; readonly dueAt: Date | null },
): Promise<void> => {
  await sql`
    update intake.followed set due_at = ${look.dueAt}, failures = failures + 1, version = version + 1
    where source = ${source} and thread = ${look.thread}`.execute(tx);
};

/** What the looks of a source brought or why they fail, beside the walk, whose times stay its own. */
export const noteFollowed = async (
  tx: Transaction,
  source: string,
  told: { readonly read: number; readonly kept: number; readonly gap: string | null; readonly at: Date },
): Promise<void> => {
  await sql`
    update ops.source_health set read = read + ${told.read}, events = events + ${told.kept}, follow_error = null
    where source = ${source}`.execute(tx);
  if (told.gap !== null) await noteFollowGap(tx, source, { gap: told.gap, at: told.at });
};

/** The same words again are no news for a day. */
const sameGapMs = 86_400_000;

export const noteFollowGap = async (
  tx: Transaction,
  source: string,
  { gap, at }: { readonly gap: string; readonly at: Date },
): Promise<void> => {
  await sql`
    update ops.source_health set gap = ${gap}, gap_at = ${at}
    where source = ${source} and (gap is distinct from ${gap} or gap_at <= ${new Date(at.getTime() - sameGapMs)})`.execute(
    tx,
  );
};

export const noteFollowError = async (
  tx: Transaction,
  source: string,
  failure: { readonly message: string; readonly at: Date },
): Promise<void> => {
  await sql`
    update ops.source_health set follow_error = ${failure.message}, follow_error_at = ${failure.at}
    where source = ${source}`.execute(tx);
};

/** Longer than a thread is looked at: until then a late complaint in it begins nothing anew. */
const KEPT_DAYS = 30;

export const pruneFollowed = async (tx: Transaction, now: Date): Promise<void> => {
  const before = new Date(now.getTime() - KEPT_DAYS * 86_400_000);
  await sql`delete from intake.followed where began_at < ${before}`.execute(tx);
};
