import { sql } from 'kysely';
import type { ProblemId, ProblemState } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { actDone, type Decider, type ProblemActed, refused } from './acted.ts';
import { addLink, readLinks } from './link.store.ts';
import { rootOf } from './links.ts';
import { openProblems } from './member.store.ts';
import { noteEvent } from './note-event.store.ts';
import { findRoot, placeAgain } from './place.store.ts';
import { applyEvent, heedDebts, type StateStep } from './state.store.ts';
import { tellStates } from './state-alert.store.ts';

/** A resolved problem that takes in one which is not, or of which somebody is owed something then, is regressed. */
export const mergeProblems = async (
  tx: Transaction,
  { problem, into }: { readonly problem: ProblemId; readonly into: ProblemId },
  by: Decider,
): Promise<ProblemActed> => {
  const [from, to] = [await findRoot(tx, problem), await findRoot(tx, into)];
  if (from === null || to === null) return refused('no_problem');
  if (from.id === to.id) return refused('same_problem');
  if (from.brand !== to.brand) return refused('other_brand');
  await addLink(tx, { action: { kind: 'merge', problem: from.id, into: to.id }, ...by });
  await openProblems(tx, [to.id, from.id], by.now);
  const isOpen = (await readState(tx, from.id)) !== 'resolved';
  await sql`update desk.problem_member set problem_id = ${to.id} where problem_id = ${from.id}`.execute(tx);
  await setMergedInto(tx, from.id, to.id);
  await noteEvent(tx, { problem: to.id, kind: 'merged', value: String(from.id) }, by);
  await noteEvent(tx, { problem: from.id, kind: 'merged_into', value: String(to.id) }, by);
  const joined = isOpen ? await takeInOpen(tx, to.id, by) : [];
  const steps = [...joined, ...(await heedDebts(tx, [to.id], by.now))];
  await tellStates(tx, steps, by.now);
  return actDone(to.id, { isReopened: steps.length > 0 });
};

/** Every member goes back to where it stood before the merge. */
export const unmergeProblem = async (
  tx: Transaction,
  { problem }: { readonly problem: ProblemId },
  by: Decider,
): Promise<ProblemActed> => {
  const { links } = await readLinks(tx);
  const into = links.mergedInto.get(problem);
  if (into === undefined)
    return refused((await findRoot(tx, problem)) === null ? 'no_problem' : 'not_merged');
  const together = rootOf(links, problem);
  await addLink(tx, { action: { kind: 'unmerge', problem }, ...by });
  await placeAgain(tx, together, (await readLinks(tx)).links);
  await setMergedInto(tx, problem, null);
  await noteEvent(tx, { problem: into, kind: 'unmerged', value: String(problem) }, by);
  await noteEvent(tx, { problem, kind: 'unmerged', value: String(into) }, by);
  const steps = await heedDebts(tx, [together, problem], by.now);
  await tellStates(tx, steps, by.now);
  return actDone(problem, { isReopened: steps.some((step) => step.problem === problem) });
};

const takeInOpen = async (
  tx: Transaction,
  problem: ProblemId,
  { actor, reason, now }: Decider,
): Promise<readonly StateStep[]> => {
  const event = { kind: 'joined', atMs: now.getTime() } as const;
  const step = await applyEvent(tx, { problem, event, by: { actor, note: reason } });
  return step === null ? [] : [step];
};

const readState = async (tx: Transaction, problem: ProblemId): Promise<ProblemState | null> => {
  const { rows } = await sql<{ state: ProblemState }>`
    select state from desk.problem where problem_id = ${problem}`.execute(tx);
  return rows[0]?.state ?? null;
};

const setMergedInto = async (tx: Transaction, problem: ProblemId, into: ProblemId | null): Promise<void> => {
  await sql`
    update desk.problem set merged_into = ${into}, version = version + 1 where problem_id = ${problem}`.execute(
    tx,
  );
};
