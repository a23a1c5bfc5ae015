import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { type ActionOutcome, act, type CaseAction, type DeskCase } from './actions.ts';
import { lockComplainants } from './case.store.ts';
import { type CaseRecord, fromRecord } from './case-record.ts';
import type { DeadlineAsk } from './fold-types.ts';

/** A deadline by a policy as `desk.policy` keeps it: always the one under which the case was opened. */
export type DueUnder = (policy: unknown, ask: DeadlineAsk) => Date;

export interface ActionAsk {
  readonly caseId: string;
  /** `goesOnIn` of a reopening is found here. */
  readonly action: CaseAction;
  readonly actor: string;
  readonly now: Date;
  readonly dueUnder: DueUnder;
}

export type Acted = { readonly kind: 'unknown' } | (ActionOutcome & { readonly before: DeskCase });

/**
 * Does what a person asks for, or says why not; the case, its version and the activity change together. It takes the
 * locks in the order of the triage worker, complainant before case: a batch that folds this complainant's posts has
 * read the case before, and would write its older state over what the person did.
 */
export const actOnCase = async (tx: Transaction, ask: ActionAsk): Promise<Acted> => {
  const before = await lockCase(tx, ask.caseId);
  if (before === null) return { kind: 'unknown' };
  const { row, version } = before;
  const policy = await readPolicy(tx, row.policy);
  const action =
    ask.action.kind === 'reopen' ? { ...ask.action, goesOnIn: await findNext(tx, row) } : ask.action;
  const outcome = act(row, action, {
    actor: ask.actor,
    now: ask.now,
    deadlineOf: (due) => ask.dueUnder(policy, due),
  });
  if (outcome.kind === 'done') await write(tx, outcome, { ask, before: row, version: version + 1 });
  return { ...outcome, before: row };
};

const lockCase = async (
  tx: Transaction,
  caseId: string,
): Promise<{ row: DeskCase; version: number } | null> => {
  const owner = await tx
    .selectFrom('desk.case')
    .select(['brand', 'complainant'])
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (owner === undefined) return null;
  await lockComplainants(tx, [owner]);
  const { rows } =
    await sql<DeskRecord>`select * from desk."case" where case_id = ${caseId} for update`.execute(tx);
  const [record] = rows;
  return record === undefined ? null : { row: toDeskCase(record), version: record.version };
};

export interface DeskRecord extends CaseRecord {
  assignee: string | null;
  taken_at: Date | null;
  first_taken_at: Date | null;
  closed_at: Date | null;
  version: number;
}

export const toDeskCase = (record: DeskRecord): DeskCase => ({
  ...fromRecord(record),
  assignee: record.assignee,
  takenAt: record.taken_at,
  firstTakenAt: record.first_taken_at,
  closedAt: record.closed_at,
});

/** The newest stands in for a policy that is not there, as it does for the triage worker. */
const readPolicy = async (tx: Transaction, version: string): Promise<unknown> => {
  const { rows } = await sql<{ policy: unknown }>`
    select policy from desk.policy order by version = ${version} desc, created_at desc limit 1`.execute(tx);
  return rows[0]?.policy ?? null;
};

/** One open case per brand, complainant and thread: an ended one stays ended when another goes on in its place. */
const findNext = async (tx: Transaction, row: DeskCase): Promise<string | null> => {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from desk."case"
    where brand = ${row.brand} and complainant = ${row.complainantKey} and threads[1] = ${row.threads[0] ?? ''}
      and status in ('new', 'open', 'pending', 'on_hold') and merged_into is null and case_id <> ${row.id} limit 1`.execute(
    tx,
  );
  return rows[0]?.case_id ?? null;
};

const write = async (
  tx: Transaction,
  { state, activity }: Extract<ActionOutcome, { kind: 'done' }>,
  { ask, before, version }: { ask: ActionAsk; before: DeskCase; version: number },
): Promise<void> => {
  const isSameDeadline = before.dueAt?.getTime() === state.dueAt?.getTime();
  await tx
    .updateTable('desk.case')
    .set({
      status: state.status,
      disposition: state.disposition,
      snoozed_until: state.snoozedUntil,
      resolved_at: state.resolvedAt,
      closed_at: state.closedAt,
      clock_start: state.clockStart,
      due_at: state.dueAt,
      due_target: state.dueTarget,
      first_response_at: state.firstResponse?.at ?? null,
      first_response_via: state.firstResponse?.via ?? null,
      first_response_actor: state.firstResponse?.actor ?? null,
      last_response_at: state.lastResponseAt,
      assignee: state.assignee,
      taken_at: state.takenAt,
      first_taken_at: state.firstTakenAt,
      version,
      updated_at: ask.now,
      ...(isSameDeadline ? {} : { near_warned_at: null, late_warned_at: null }),
    })
    .where('case_id', '=', ask.caseId)
    .execute();
  await tx
    .insertInto('desk.activity')
    .values({
      case_id: ask.caseId,
      key: `${ask.caseId}|${activity.kind}|v${version}`,
      at: ask.now,
      kind: activity.kind,
      actor: ask.actor,
      is_automated: false,
      is_internal: activity.isInternal,
      post_key: null,
      previous: activity.previous,
      value: activity.value,
      note: activity.note,
    })
    .execute();
};
