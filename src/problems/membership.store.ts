import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { actDone, type Decider, type ProblemActed, refused } from './acted.ts';
import { addLink } from './link.store.ts';
import { ownProblem } from './links.ts';
import { openProblems } from './member.store.ts';
import { noteEvent } from './note-event.store.ts';
import { readParity } from './parity.store.ts';
import { findMember, findRoot, isSuggested, place, settle } from './place.store.ts';
import { applyNewMembers } from './state.store.ts';
import { tellStates } from './state-alert.store.ts';

interface OneCase {
  readonly problem: ProblemId;
  readonly caseId: string;
}

/** A person says that the case belongs to the problem, wherever it stood before. */
export const confirmMember = async (
  tx: Transaction,
  { problem, caseId }: OneCase,
  by: Decider,
): Promise<ProblemActed> => {
  const root = await findRoot(tx, problem);
  if (root === null) return refused('no_problem');
  const member = await findMember(tx, caseId, by.now);
  if (member === null) return refused('no_case');
  if (member.brand !== root.brand) return refused('other_brand');
  if (member.problem === root.id && !member.isAutomated) return { kind: 'unchanged', problem: root.id };
  const { post, writtenAt } = member;
  await addLink(tx, { action: { kind: 'confirm', post, problem: root.id }, ...by });
  await place(tx, { post, problem: root.id, isAutomated: false }, by.now);
  await openProblems(tx, [root.id], by.now);
  const isNew = member.problem !== root.id;
  if (isNew) await noteEvent(tx, { problem: member.problem, kind: 'left', post }, by);
  await noteEvent(tx, { problem: root.id, kind: 'confirmed', post }, by);
  const joined = isNew ? [{ problem: root.id, writtenAt }] : [];
  const steps = await applyNewMembers(tx, joined, by.now);
  await tellStates(tx, steps, by.now);
  return actDone(root.id, { isReopened: steps.length > 0 });
};

/** A person takes the case out, or says that a suggestion is wrong; later grouping heeds it. What it got was given. */
export const ejectMember = async (
  tx: Transaction,
  { problem, caseId }: OneCase,
  by: Decider,
): Promise<ProblemActed> => {
  const root = await findRoot(tx, problem);
  if (root === null) return refused('no_problem');
  const member = await findMember(tx, caseId, by.now);
  if (member === null) return refused('no_case');
  const { post } = member;
  const isIn = member.problem === root.id;
  if (!isIn && !(await isSuggested(tx, post, root.id))) return refused('not_a_member');
  await addLink(tx, { action: { kind: isIn ? 'eject' : 'reject', post, problem: root.id }, ...by });
  if (isIn) await place(tx, { post, problem: ownProblem(post), isAutomated: false }, by.now);
  else await settle(tx, post, by.now);
  await noteEvent(tx, { problem: root.id, kind: isIn ? 'ejected' : 'rejected', post }, by);
  return actDone(root.id, { stillOwed: isIn ? await owedFor(tx, root.id, caseId) : [] });
};

const owedFor = async (tx: Transaction, problem: ProblemId, caseId: string) => {
  const parity = await readParity(tx, problem);
  const owed = new Set(parity?.rows.flatMap((row) => row.owed));
  const own = (parity?.fromOutside ?? []).filter((given) => given.caseId === caseId && owed.has(given.kind));
  return [...new Set(own.map(({ kind }) => kind))];
};
