import { sql } from 'kysely';
import type { ProblemId, ProblemState } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { nextState, type ProblemEvent, type ProblemStanding, type StateChange } from './next-state.ts';
import { readOwed } from './parity.store.ts';

/** What became of a problem, to be told to people. */
export interface StateStep extends StateChange {
  readonly problem: ProblemId;
  readonly brand: string;
}

interface Standing extends ProblemStanding {
  readonly problem: ProblemId;
  readonly brand: string;
}

/** Somebody who acts; the machine is `evenhand`. */
export interface Actor {
  readonly actor: string;
  readonly note: string | null;
}

const machine: Actor = { actor: 'evenhand', note: null };

/** Tells the problem what happened; its new state and why are written down. null: it stays as it is. */
export const applyEvent = async (
  tx: Transaction,
  { problem, event, by = machine }: { problem: ProblemId; event: ProblemEvent; by?: Actor },
): Promise<StateStep | null> => {
  const [standing] = await readStandings(tx, [problem]);
  return standing === undefined ? null : change(tx, standing, { event, by });
};

/** A problem that was resolved is regressed when somebody wrote of it since, or when a member is owed what others got. */
export const applyNewMembers = async (
  tx: Transaction,
  members: readonly { readonly problem: ProblemId; readonly writtenAt: Date }[],
  now: Date,
): Promise<readonly StateStep[]> => {
  const standings = await readStandings(
    tx,
    members.map(({ problem }) => problem),
  );
  const steps: StateStep[] = [];
  for (const standing of standings.filter(({ state }) => state === 'resolved')) {
    const written = members
      .filter(({ problem }) => problem === standing.problem)
      .map(({ writtenAt }) => writtenAt.getTime());
    const event = { kind: 'member', writtenMs: Math.max(...written), atMs: now.getTime() } as const;
    const step = await change(tx, standing, { event, by: machine });
    if (step !== null) steps.push(step);
  }
  const back = new Set(steps.map(({ problem }) => problem));
  const still = standings.map(({ problem }) => problem).filter((problem) => !back.has(problem));
  return [...steps, ...(await heedDebts(tx, still, now))];
};

/** Resolved problems of which a member is owed something are not resolved any more. */
export const heedDebts = async (
  tx: Transaction,
  problems: readonly ProblemId[],
  now: Date,
): Promise<readonly StateStep[]> => {
  const steps: StateStep[] = [];
  for (const standing of await readStandings(tx, problems)) {
    if (standing.state !== 'resolved') continue;
    const members = (await readOwed(tx, standing.problem)).length;
    const event = { kind: 'owing', members, atMs: now.getTime() } as const;
    const step = await change(tx, standing, { event, by: machine });
    if (step !== null) steps.push(step);
  }
  return steps;
};

const hourMs = 3_600_000;
/** A rush is seen within minutes, not at the end of the hour. */
const lookEveryMs = 300_000;
const weekHours = 168;
const atOnce = 200;

/** Looks at how many people joined within the last hour, and in those before: of problems in motion only. */
export const watchProblems = async (tx: Transaction, now: Date): Promise<readonly StateStep[]> => {
  const due = await readDue(tx, now);
  const counts = await countPeople(tx, due, now);
  const steps: StateStep[] = [];
  for (const standing of due) {
    const hours = counts.get(standing.problem) ?? new Map<number, number>();
    const event = { kind: 'hour', ...series(hours, standing, now), atMs: now.getTime() } as const;
    const step = await change(tx, standing, { event, by: machine });
    if (step !== null) steps.push(step);
  }
  const ids = due.map(({ problem }) => problem);
  await sql`update desk.problem set looked_at = ${now} where problem_id = any(${ids}::bigint[])`.execute(tx);
  return steps;
};

/** Hours since it began, at most a week of them; an hour without anybody counts as one. */
const series = (hours: ReadonlyMap<number, number>, { beganMs }: Standing, now: Date) => {
  const age = Math.floor((now.getTime() - beganMs) / hourMs);
  const before = Array.from(
    { length: Math.max(0, Math.min(weekHours, age)) },
    (_, i) => hours.get(Math.min(weekHours, age) - i) ?? 0,
  );
  return { before, last: hours.get(0) ?? 0 };
};

const change = async (
  tx: Transaction,
  standing: Standing,
  { event, by }: { event: ProblemEvent; by: Actor },
): Promise<StateStep | null> => {
  const next = nextState(standing, event);
  if (next === null) return null;
  const at = new Date(event.atMs);
  const { problem, brand, state } = standing;
  await sql`
    update desk.problem set state = ${next.state}, since_at = ${at}, version = version + 1 where problem_id = ${problem}`.execute(
    tx,
  );
  await tx
    .insertInto('desk.problem_event')
    .values({
      problem_id: problem,
      at,
      kind: 'state',
      actor: by.actor,
      is_automated: by === machine,
      post: null,
      previous: state,
      value: next.state,
      facts: JSON.stringify({ reason: next.reason, ...next.values }),
      note: by.note,
    })
    .execute();
  return { problem, brand, ...next };
};

const readStandings = async (
  tx: Transaction,
  problems: readonly ProblemId[],
): Promise<readonly Standing[]> => {
  if (problems.length === 0) return [];
  const { rows } = await sql<StandingRow>`
    select problem_id as problem, brand, state, began_at as "beganAt", since_at as "sinceAt" from desk.problem
    where problem_id = any(${[...problems]}::bigint[]) and merged_into is null for update`.execute(tx);
  return rows.map(toStanding);
};

const readDue = async (tx: Transaction, now: Date): Promise<readonly Standing[]> => {
  const before = new Date(now.getTime() - lookEveryMs);
  const { rows } = await sql<StandingRow>`
    select problem_id as problem, brand, state, began_at as "beganAt", since_at as "sinceAt" from desk.problem p
    where merged_into is null and state <> 'resolved' and (looked_at is null or looked_at <= ${before})
      and (state <> 'ongoing' or exists (select 1 from desk.problem_member m
        where m.problem_id = p.problem_id and m.status = 'confirmed' and m.written_at > ${new Date(now.getTime() - hourMs)}))
    order by looked_at nulls first, problem_id limit ${atOnce} for update`.execute(tx);
  return rows.map(toStanding);
};

/** People by how many whole hours ago they wrote, per problem. */
const countPeople = async (
  tx: Transaction,
  due: readonly Standing[],
  now: Date,
): Promise<ReadonlyMap<ProblemId, ReadonlyMap<number, number>>> => {
  if (due.length === 0) return new Map();
  const ids = due.map(({ problem }) => problem);
  const { rows } = await sql<{ problem: string; ago: string; people: string }>`
    select p.problem_id as problem, floor(extract(epoch from (${now}::timestamptz - p.written_at)) / 3600) as ago,
      count(distinct c.complainant) as people
    from desk.problem_member p join desk.mention m on m.mention_id = p.mention_id join desk."case" c on c.case_id = m.case_id
    where p.problem_id = any(${ids}::bigint[]) and p.status = 'confirmed'
      and p.written_at <= ${now} and p.written_at > ${new Date(now.getTime() - (weekHours + 1) * hourMs)}
    group by 1, 2`.execute(tx);
  const counts = new Map<ProblemId, Map<number, number>>();
  for (const { problem, ago, people } of rows) {
    const hours = counts.get(Number(problem)) ?? new Map<number, number>();
    counts.set(Number(problem), hours.set(Number(ago), Number(people)));
  }
  return counts;
};

interface StandingRow {
  problem: string;
  brand: string;
  state: ProblemState;
  beganAt: Date;
  sinceAt: Date;
}

const toStanding = ({ problem, brand, state, beganAt, sinceAt }: StandingRow): Standing => ({
  problem: Number(problem),
  brand,
  state,
  beganMs: beganAt.getTime(),
  sinceMs: sinceAt.getTime(),
});
