import { sql } from 'kysely';
import type { Clearance } from '../domain/person.ts';
import type { Transaction } from '../postgres/database.ts';
import { act } from './actions.ts';
import { lockComplainants } from './case.store.ts';
import { type CaseRecord, fromRecord } from './case-record.ts';
import type { DeadlineAsk } from './fold-types.ts';
import type { ActionActivity, ActionOutcome, CaseAction, DeskCase } from './life/action-types.ts';
import { changeBetween } from './life/replay.ts';

/** A deadline by a policy as `desk.policy` keeps it: always the one under which the case was opened. */
export type DueUnder = (policy: unknown, ask: DeadlineAsk) => Date;

export interface ActionAsk {
  readonly caseId: string;
  /** `goesOnIn` of a reopening is found here. */
  readonly action: CaseAction;
  readonly actor: string;
  readonly now: Date;
  readonly dueUnder: DueUnder;
  /** What the actor is trusted with; absent: nothing. */
  readonly clearances?: readonly Clearance[];
  /** The version of the case that the actor saw; with another one nothing is done. Absent: whatever it is. */
  readonly expectedVersion?: number | null;
  /** A program saw it there; absent: a person did it. */
  readonly automatedVia?: 'sink';
}

/** `version`: the one that the case has now. */
export type Acted =
  | { readonly kind: 'unknown' }
  | (ActionOutcome & { readonly before: DeskCase; readonly version: number });

/**
 * Does what a person asks for, or says why not; the case, its version and the activity change together. It takes the
 * locks in the order of the triage worker, complainant before case: a batch that folds this complainant's posts has
 * read the case before, and would write its older state over what the person did.
 */
export const actOnCase = async (tx: Transaction, ask: ActionAsk): Promise<Acted> => {
  const before = await lockCase(tx, ask.caseId);
  if (before === null) return { kind: 'unknown' };
  const { row, version } = before;
  if ((ask.expectedVersion ?? version) !== version)
    return { kind: 'refused', refusal: { code: 'stale', version }, before: row, version };
  const policy = await readPolicy(tx, row.policy);
  const action =
    ask.action.kind === 'reopen' ? { ...ask.action, goesOnIn: await findNext(tx, row) } : ask.action;
  const outcome = act(row, action, {
    actor: ask.actor,
    now: ask.now,
    deadlineOf: (due) => ask.dueUnder(policy, due),
    clearances: ask.clearances ?? [],
  });
  if (outcome.kind !== 'done') return { ...outcome, before: row, version };
  const { actor, now, automatedVia: via } = ask;
  await writeActed(tx, outcome, { actor, now, before: row, version: version + 1, via });
  return { ...outcome, before: row, version: version + 1 };
};

/** The complainant first, then the case: the order of the triage worker. null: there is no such case. */
export const lockCase = async (
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
export const readPolicy = async (tx: Transaction, version: string): Promise<unknown> => {
  const { rows } = await sql<{ policy: unknown }>`
    select policy from desk.policy order by version = ${version} desc, created_at desc limit 1`.execute(tx);
  return rows[0]?.policy ?? null;
};

/**
 * One open case per brand, complainant and thread: an ended one stays ended when another goes on in its place. Cases
 * that a person split off share their thread.
 */
export const findNext = async (tx: Transaction, row: DeskCase): Promise<string | null> => {
  const { rows } = await sql<{ case_id: string }>`
    select case_id from desk."case"
    where brand = ${row.brand} and complainant = ${row.complainantKey} and threads[1] = ${row.threads[0] ?? ''}
      and status in ('new', 'open', 'pending', 'on_hold') and merged_into is null and split_from is null and case_id <> ${row.id}
      and not exists (select from desk."case" s where s.case_id = ${row.id} and s.split_from is not null) limit 1`.execute(
    tx,
  );
  return rows[0]?.case_id ?? null;
};

interface Written {
  readonly actor: string;
  readonly now: Date;
  readonly before: DeskCase;
  /** The one that the case gets. */
  readonly version: number;
  readonly via: ActionAsk['automatedVia'];
  /** Absent: when a program saw it elsewhere. */
  readonly isAutomated?: boolean;
}

/** A case as an action leaves it, with its activity. Posts, threads and words of a case are not an action's to write. */
export const writeActed = async (
  tx: Transaction,
  { state, activity }: { readonly state: DeskCase; readonly activity: WrittenActivity },
  written: Written,
): Promise<void> => {
  const { actor, now, before, version, via, isAutomated = via !== undefined } = written;
  const isSameDeadline = before.dueAt?.getTime() === state.dueAt?.getTime();
  const isSameStake = before.severity === state.severity;
  await tx
    .updateTable('desk.case')
    .set({
      ...columnsOf(state),
      version,
      updated_at: now,
      ...(isSameDeadline ? {} : { near_warned_at: null, late_warned_at: null }),
      ...(isSameStake ? {} : { resolution_near_at: null, resolution_late_at: null }),
    })
    .where('case_id', '=', state.id)
    .execute();
  const change = changeBetween(before, state);
  await tx
    .insertInto('desk.activity')
    .values({
      case_id: state.id,
      key: `${state.id}|${activity.kind}|v${version}`,
      at: now,
      kind: activity.kind,
      actor,
      is_automated: isAutomated,
      is_internal: activity.isInternal,
      post_key: null,
      previous: activity.previous,
      value: activity.value,
      note: activity.note,
      change: change === null && via === undefined ? null : JSON.stringify({ ...change, via }),
    })
    .execute();
};

const columnsOf = (state: DeskCase) => ({
  status: state.status,
  severity: state.severity,
  in_dispute: state.inDispute,
  disposition: state.disposition,
  snoozed_until: state.snoozedUntil,
  resolved_at: state.resolvedAt,
  closed_at: state.closedAt,
  clock_start: state.clockStart,
  due_at: state.dueAt,
  due_target: state.dueTarget,
  stopped_due_at: state.stoppedDueAt,
  first_response_at: state.firstResponse?.at ?? null,
  first_response_via: state.firstResponse?.via ?? null,
  first_response_actor: state.firstResponse?.actor ?? null,
  last_response_at: state.lastResponseAt,
  assignee: state.assignee,
  taken_at: state.takenAt,
  first_taken_at: state.firstTakenAt,
});

type WrittenActivity = Omit<ActionActivity, 'kind'> & { readonly kind: string };
