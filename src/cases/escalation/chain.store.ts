import { type RawBuilder, sql } from 'kysely';
import type { EscalationAlert, ServiceAlert } from '../../domain/alert.ts';
import type { EscalationChain } from '../../domain/escalation.ts';
import type { Person } from '../../domain/person.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { CaseRow } from '../fold-types.ts';
import { readAccused } from '../lease/accused.store.ts';
import { deskPerson, keptBecause } from '../lease/desk-person.ts';
import { writeOutbox } from '../outbox.store.ts';
import { type Advanced, advanceRun, type TakenStep } from './advance-run.ts';

/** Runs looked at by one transaction. */
const slice = 200;

/** Processes look one after the other: turns of a round-robin follow each other. */
const lockChains = async (tx: Transaction): Promise<void> => {
  await sql`select pg_advisory_xact_lock(2064122720)`.execute(tx);
};

export interface ChainDeps {
  readonly chains: readonly EscalationChain[];
  readonly people: readonly Person[];
  readonly now: Date;
}

/** Starts the chains whose conditions hold, and takes the steps that are due. Returns how many were taken. */
export const runChains = async (tx: Transaction, deps: ChainDeps): Promise<number> => {
  await lockChains(tx);
  for (const chain of deps.chains) await startRuns(tx, chain, deps.now);
  const due = await readDue(tx, deps.now);
  let taken = 0;
  for (const run of due) taken += await takeSteps(tx, run, deps);
  return taken;
};

/** One run for each clock of a case: what is answered and asked anew may be escalated anew. */
const startRuns = async (tx: Transaction, chain: EscalationChain, now: Date): Promise<void> => {
  await sql`
    insert into desk.escalation_run (chain, case_id, episode, because, started_at, next_at)
    select ${chain.name}, c.case_id, c.clock_start, ${becauseOf(chain)}, ${now}::timestamptz, ${now}::timestamptz
    from desk."case" c
    where c.due_at is not null and not c.in_dispute and ${conditionOf(chain, now)}
      and not exists (select 1 from desk.escalation_run r where r.chain = ${chain.name} and r.case_id = c.case_id and r.episode = c.clock_start)
    order by c.due_at, c.clock_start, c.case_id limit ${slice}
    on conflict (chain, case_id, episode) do nothing`.execute(tx);
};

const becauseOf = ({ when }: EscalationChain): string =>
  [
    ...(when.breached === null ? [] : ['breach']),
    ...(when.severities === null ? [] : ['severity']),
    ...(when.olderThanMs === null ? [] : ['age']),
    ...(when.failedRemedy ? ['failed_remedy'] : []),
  ].join(',');

const conditionOf = ({ when }: EscalationChain, now: Date): RawBuilder<unknown> => {
  const parts = [
    ...(when.brands === null ? [] : [sql`c.brand = any(${[...when.brands]}::text[])`]),
    ...(when.severities === null ? [] : [sql`c.severity = any(${[...when.severities]}::text[])`]),
    ...(when.olderThanMs === null
      ? []
      : [sql`c.clock_start <= ${new Date(now.getTime() - when.olderThanMs)}::timestamptz`]),
    ...(when.breached === null
      ? []
      : [
          sql`${breaches} >= ${when.breached}`,
          sql`(c.due_at <= ${now}::timestamptz or ${when.breached > 1}::boolean)`,
        ]),
    ...(when.failedRemedy ? [failedRemedy] : []),
  ];
  return sql.join(parts, sql` and `);
};

/** It, or a case that was merged into it, was resolved, and a message of the customer opened it again. */
export const failedRemedy = sql`exists (
  select 1 from desk.cases_of(c.case_id) as one (id) cross join lateral (
    select 1 from desk.activity a where a.case_id = one.id and a.kind = 'reopened' and a.previous = 'resolved' and a.is_automated
    limit 1) a)`;

/** Deadlines that were missed of it and of the cases that were merged into it: one that went over with its case is one. */
export const breaches = sql`(
  select count(distinct b.due_at)::int from desk.cases_of(c.case_id) as one (id) cross join lateral (
    select due_at from desk.breach where case_id = one.id offset 0) b)`;

interface DueRun
  extends Pick<CaseRow, 'brand' | 'severity' | 'danger' | 'categories' | 'inDispute' | 'dueAt'> {
  readonly runId: string;
  readonly chain: string;
  readonly caseId: string;
  readonly place: number;
  readonly round: number;
  readonly isWaiting: boolean;
}

const readDue = async (tx: Transaction, now: Date): Promise<readonly DueRun[]> => {
  const { rows } = await sql<DueRun>`
    select r.run_id::text as "runId", r.chain, r.case_id::text as "caseId", r.place, r.round, c.brand, c.severity, c.danger, c.categories,
      c.in_dispute as "inDispute", c.due_at as "dueAt",
      (c.due_at is not null and c.clock_start = r.episode and not c.in_dispute) as "isWaiting"
    from desk.escalation_run r join desk."case" c on c.case_id = r.case_id
    where r.ended is null and r.next_at <= ${now}::timestamptz
    order by r.next_at, r.run_id limit ${slice} for update of r skip locked`.execute(tx);
  return rows;
};

const takeSteps = async (
  tx: Transaction,
  run: DueRun,
  { chains, people, now }: ChainDeps,
): Promise<number> => {
  const chain = chains.find(({ name }) => name === run.chain) ?? null;
  const advanced = advanceRun(run, chain, { now, isWaiting: run.isWaiting });
  for (const step of advanced.taken) await takeStep(tx, run, { step, people, now });
  await keepRun(tx, run, advanced);
  return advanced.taken.length;
};

interface Taking {
  readonly step: TakenStep;
  readonly people: readonly Person[];
  readonly now: Date;
}

/** The key is the run with place and round: a step that was taken before tells nobody again. */
const takeStep = async (tx: Transaction, run: DueRun, { step, people, now }: Taking): Promise<void> => {
  const receiver = await receiverOf(tx, run, { step, people });
  const written = await sql`
    insert into desk.escalation_step (run_id, round, place, chain, at, receiver)
    values (${run.runId}, ${step.round}, ${step.place}, ${run.chain}, ${now}, ${receiver.channel ?? receiver.person ?? ''})
    on conflict (run_id, round, place) do nothing`.execute(tx);
  if (Number(written.numAffectedRows ?? 0) !== 1) return;
  const isUnheard = receiver.channel === null && receiver.person === null;
  // Nobody is named then, and danger goes to its own people all the same.
  const alerts = [
    ...(isUnheard ? [unheard(run)] : []),
    ...(isUnheard && run.danger === null ? [] : [stepAlert(run, receiver)]),
  ];
  await writeOutbox(
    tx,
    alerts.map((alert) => ({ alert, postKey: null, traceId: null })),
    now,
  );
};

const stepAlert = (
  { brand, caseId, severity, danger, dueAt, chain }: DueRun,
  receiver: Receiver,
): EscalationAlert => ({
  kind: 'escalation_step',
  brand,
  caseId,
  severity,
  danger,
  dueAt: dueAt?.toISOString() ?? null,
  chain,
  ...receiver,
});

/** Names no case: who reads it may be one of those from whom it is kept. */
const unheard = ({ brand, chain, dueAt }: DueRun): ServiceAlert => ({
  kind: 'escalation_unheard',
  brand,
  values: { chain, brand, due: dueAt?.toISOString() ?? '' },
});

type Receiver = Pick<EscalationAlert, 'channel' | 'person'>;

const receiverOf = async (
  tx: Transaction,
  run: DueRun,
  { step: taken, people }: Pick<Taking, 'step' | 'people'>,
): Promise<Receiver> => {
  const { step } = taken;
  if (step.kind === 'channel') return { channel: step.channel, person: null };
  const accused = await readAccused(tx, run.caseId);
  const named = step.kind === 'person' ? [step.person] : step.people;
  const able = named.filter((name) => mayHave(name, run, { accused, people }));
  if (step.kind === 'person') return { channel: null, person: able[0] ?? null };
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from desk.escalation_step where chain = ${run.chain} and place = ${taken.place}`.execute(
    tx,
  );
  return { channel: null, person: able[(rows[0]?.n ?? 0) % Math.max(1, able.length)] ?? null };
};

/** The rule of the desk: the accused, their line and whoever lacks a clearance are neither asked nor named. */
const mayHave = (
  name: string,
  run: DueRun,
  { accused, people }: { readonly accused: readonly string[]; readonly people: readonly Person[] },
): boolean => {
  const person = people.find((one) => one.name === name);
  return person !== undefined && keptBecause(run, accused, deskPerson(person, people)) === null;
};

const keepRun = async (tx: Transaction, { runId }: DueRun, { next }: Advanced): Promise<void> => {
  await (next.kind === 'waits'
    ? sql`update desk.escalation_run set place = ${next.place}, round = ${next.round}, next_at = ${next.until} where run_id = ${runId}`
    : sql`update desk.escalation_run set ended = ${next.because}, next_at = null where run_id = ${runId}`
  ).execute(tx);
};
