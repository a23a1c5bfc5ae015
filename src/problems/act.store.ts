import type { ProblemId } from '../domain/problem.ts';
import type { OwedKind } from '../domain/remedy.ts';
import type { Transaction } from '../postgres/database.ts';
import { actDone, type Decider, type ProblemActed, refused } from './acted.ts';
import { openProblems } from './member.store.ts';
import { confirmMember, ejectMember } from './membership.store.ts';
import { mergeProblems, unmergeProblem } from './merging.store.ts';
import { noteEvent } from './note-event.store.ts';
import { readOwed, readParity } from './parity.store.ts';
import { findRoot } from './place.store.ts';
import { lockProblems } from './progress.store.ts';
import { applyEvent } from './state.store.ts';

export type WantedAct = { readonly problem: ProblemId; readonly reason: string | null } & (
  | { readonly kind: 'confirm' | 'eject'; readonly caseId: string }
  | { readonly kind: 'merge'; readonly into: ProblemId }
  | { readonly kind: 'waive'; readonly given: OwedKind }
  | { readonly kind: 'unmerge' | 'reviewed' | 'resolved' | 'reopened' }
);

/** What a person decides about a problem. Nothing is grouped meanwhile. */
export const actOnProblem = async (
  tx: Transaction,
  wanted: WantedAct,
  { actor, now }: Omit<Decider, 'reason'>,
): Promise<ProblemActed> => {
  const by: Decider = { actor, now, reason: wanted.reason };
  await lockProblems(tx, now);
  switch (wanted.kind) {
    case 'confirm':
      return confirmMember(tx, wanted, by);
    case 'eject':
      return ejectMember(tx, wanted, by);
    case 'merge':
      return mergeProblems(tx, wanted, by);
    case 'unmerge':
      return unmergeProblem(tx, wanted, by);
    case 'waive':
      return waiveGiven(tx, wanted, by);
    default:
      return moveProblem(tx, { problem: wanted.problem, event: wanted.kind }, by);
  }
};

/** Looked at, resolved, or taken up again; what became of it, or unchanged. */
const moveProblem = async (
  tx: Transaction,
  { problem, event }: { readonly problem: ProblemId; readonly event: 'reviewed' | 'resolved' | 'reopened' },
  by: Decider,
): Promise<ProblemActed> => {
  const root = await findRoot(tx, problem);
  if (root === null) return refused('no_problem');
  const owed = event === 'resolved' ? await readOwed(tx, root.id) : [];
  if (owed.length > 0) return { kind: 'owed', caseIds: owed };
  await openProblems(tx, [root.id], by.now);
  const step = await applyEvent(tx, {
    problem: root.id,
    event: { kind: event, atMs: by.now.getTime() },
    by: { actor: by.actor, note: by.reason },
  });
  return step === null ? { kind: 'unchanged', problem: root.id } : actDone(root.id);
};

/** What cases got that were taken out since is owed to nobody, as it was for something else; what members got stays owed. */
const waiveGiven = async (
  tx: Transaction,
  { problem, given }: { readonly problem: ProblemId; readonly given: OwedKind },
  by: Decider,
): Promise<ProblemActed> => {
  const parity = await readParity(tx, problem);
  if (parity === null) return refused('no_problem');
  if (!parity.fromOutside.some(({ kind }) => kind === given)) return refused('nothing_to_waive');
  await noteEvent(tx, { problem: parity.problem, kind: 'waived', value: given }, by);
  return actDone(parity.problem);
};
