import { sql } from 'kysely';
import type { Severity } from '../../domain/severity.ts';
import type { Transaction } from '../../postgres/database.ts';
import { type PlannedTask, recallKey, type Told } from './plan-ticket.ts';

/** What the helpdesk was told of these cases, or will be. */
export const readTold = async (
  tx: Transaction,
  sink: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Told>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<ToldRow>`
    select t.case_id::text, t.told_severity, t.told_posts, t.is_told_ended, t.is_withdrawn, coalesce(
      (select json_agg(json_build_object('key', w.key, 'postKey', w.post_key) order by w.task_id) from desk.sink_task w
       where w.sink = t.sink and w.case_id = t.case_id and w.kind = 'note' and w.post_key is not null and w.state <> 'dropped'), '[]') as words
    from desk.sink_ticket t where t.sink = ${sink} and t.case_id = any(${[...caseIds]}::bigint[])`.execute(
    tx,
  );
  return new Map(
    rows.map((row) => [
      row.case_id,
      {
        severity: row.told_severity,
        posts: row.told_posts,
        isEnded: row.is_told_ended,
        isWithdrawn: row.is_withdrawn,
        words: row.words,
      },
    ]),
  );
};

interface ToldRow {
  case_id: string;
  told_severity: Severity;
  told_posts: string[];
  is_told_ended: boolean;
  is_withdrawn: boolean;
  words: { key: string; postKey: string }[];
}

export interface Telling {
  readonly sink: string;
  readonly caseId: string;
  /** Of the case in the helpdesk. */
  readonly key: string;
  readonly now: Date;
}

/** The ticket's row and its calls, frozen: what is sent later is what stands here, or nothing. */
export const writePlan = async (
  tx: Transaction,
  { tasks, told }: { readonly tasks: readonly PlannedTask[]; readonly told: Told },
  telling: Telling,
): Promise<void> => {
  const { sink, caseId, key, now } = telling;
  await sql`
    insert into desk.sink_ticket (sink, case_id, key, created_at, told_severity, told_posts, is_told_ended, is_withdrawn, changed_at)
    values (${sink}, ${caseId}, ${key}, ${now}, ${told.severity}, ${[...told.posts]}::text[], ${told.isEnded}, ${told.isWithdrawn}, ${now})
    on conflict (sink, case_id) do update set told_severity = excluded.told_severity, told_posts = excluded.told_posts,
      is_told_ended = excluded.is_told_ended, is_withdrawn = excluded.is_withdrawn`.execute(tx);
  for (const task of tasks)
    await (task.kind === 'recall' ? takeBack(tx, task.of, telling) : freeze(tx, task, telling));
};

const freeze = async (
  tx: Transaction,
  task: Exclude<PlannedTask, { kind: 'recall' }>,
  { sink, caseId, now }: Omit<Telling, 'key'>,
): Promise<void> => {
  const body = Buffer.from(JSON.stringify(task.order), 'utf8');
  await sql`
    insert into desk.sink_task (sink, case_id, key, kind, body, post_key, created_at, next_attempt_at)
    values (${sink}, ${caseId}, ${task.key}, ${task.kind}, ${body}, ${task.postKey}, ${now}, ${now})
    on conflict (sink, case_id, key) do nothing`.execute(tx);
};

/** A note that is no news of the case's own; a ticket from which the words were withdrawn is told nothing more. */
export const tellThere = async (
  tx: Transaction,
  task: Exclude<PlannedTask, { kind: 'recall' }>,
  telling: Omit<Telling, 'key'>,
): Promise<void> => {
  const { rows } = await sql`
    select from desk.sink_ticket where sink = ${telling.sink} and case_id = ${telling.caseId} and not is_withdrawn`.execute(
    tx,
  );
  if (rows.length > 0) await freeze(tx, task, telling);
};

/**
 * A note that nobody was sent is dropped with its words. One that is there, or may be, is taken back: not before the
 * attempt that may be under way has ended.
 */
export const takeBack = async (
  tx: Transaction,
  of: string,
  { sink, caseId, now }: Omit<Telling, 'key'>,
): Promise<void> => {
  await sql`
    with target as (
      select task_id, attempts, state, is_unsure, next_attempt_at from desk.sink_task
      where sink = ${sink} and case_id = ${caseId} and key = ${of} for update),
    dropped as (
      update desk.sink_task t set state = 'dropped', body = null from target where t.task_id = target.task_id and target.state = 'pending')
    insert into desk.sink_task (sink, case_id, key, kind, created_at, next_attempt_at)
    select ${sink}, ${caseId}::bigint, ${recallKey(of)}, 'recall', ${now}::timestamptz,
      case when state = 'pending' then greatest(next_attempt_at, ${now}::timestamptz) else ${now}::timestamptz end
    from target where state = 'done' or is_unsure
    on conflict (sink, case_id, key) do nothing`.execute(tx);
};
