import { sql } from 'kysely';
import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { addLink, readLinks } from './link.store.ts';
import { ownProblem, rootOf } from './links.ts';
import { openProblems } from './member.store.ts';
import { readParity } from './parity.store.ts';
import { findMember, findRoot, isSuggested, type Member, place, placeAgain, settle } from './place.store.ts';
import { lockProblems } from './progress.store.ts';
import { applyEvent, applyNewMembers } from './state.store.ts';
import { tellStates } from './state-alert.store.ts';

/** Who decides, why, and when. */
export interface Decider {
  readonly actor: string;
  readonly reason: string | null;
  readonly now: Date;
}

/** Refusals are said by the catalogue of whoever asked. */
export type ProblemActed =
  | { readonly kind: 'done' | 'unchanged'; readonly problem: ProblemId }
  | { readonly kind: 'refused'; readonly refusal: ProblemRefusal }
  /** These members were not offered what others got, nor asked, nor exempted. */
  | { readonly kind: 'owed'; readonly caseIds: readonly string[] };

export type ProblemRefusal =
  | 'no_problem'
  | 'no_case'
  | 'other_brand'
  | 'not_a_member'
  | 'not_merged'
  | 'same_problem'
  | 'merged';

/** A person says that the case belongs to the problem, wherever it stood before. */
export const confirmMember = async (
  tx: Transaction,
  { problem, caseId }: { problem: ProblemId; caseId: string },
  by: Decider,
): Promise<ProblemActed> => {
  await lockProblems(tx, by.now);
  const root = await findRoot(tx, problem);
  if (root === null) return refused('no_problem');
  const member = await findMember(tx, caseId, by.now);
  if (member === null) return refused('no_case');
  if (member.brand !== root.brand) return refused('other_brand');
  if (member.problem === root.id && !member.isAutomated) return { kind: 'unchanged', problem: root.id };
  await addLink(tx, { action: { kind: 'confirm', post: member.post, problem: root.id }, ...by });
  await place(tx, { post: member.post, problem: root.id, isAutomated: false }, by.now);
  await openProblems(tx, [root.id], by.now);
  if (member.problem !== root.id) await note(tx, { problem: member.problem, kind: 'left', member, by });
  await note(tx, { problem: root.id, kind: 'confirmed', member, by });
  const isNew = member.problem !== root.id;
  const joined = isNew ? [{ problem: root.id, writtenAt: member.writtenAt }] : [];
  await tellStates(tx, await applyNewMembers(tx, joined, by.now), by.now);
  return { kind: 'done', problem: root.id };
};

/** A person takes the case out, or says that a suggestion is wrong; later grouping heeds it. */
export const ejectMember = async (
  tx: Transaction,
  { problem, caseId }: { problem: ProblemId; caseId: string },
  by: Decider,
): Promise<ProblemActed> => {
  await lockProblems(tx, by.now);
  const root = await findRoot(tx, problem);
  if (root === null) return refused('no_problem');
  const member = await findMember(tx, caseId, by.now);
  if (member === null) return refused('no_case');
  const isIn = member.problem === root.id;
  if (!isIn && !(await isSuggested(tx, member.post, root.id))) return refused('not_a_member');
  const kind = isIn ? 'eject' : 'reject';
  await addLink(tx, { action: { kind, post: member.post, problem: root.id }, ...by });
  if (isIn)
    await place(tx, { post: member.post, problem: ownProblem(member.post), isAutomated: false }, by.now);
  else await settle(tx, member.post, by.now);
  await note(tx, { problem: root.id, kind: isIn ? 'ejected' : 'rejected', member, by });
  return { kind: 'done', problem: root.id };
};

export const mergeProblems = async (
  tx: Transaction,
  { problem, into }: { problem: ProblemId; into: ProblemId },
  by: Decider,
): Promise<ProblemActed> => {
  await lockProblems(tx, by.now);
  const [from, to] = [await findRoot(tx, problem), await findRoot(tx, into)];
  if (from === null || to === null) return refused('no_problem');
  if (from.id === to.id) return refused('same_problem');
  if (from.brand !== to.brand) return refused('other_brand');
  await addLink(tx, { action: { kind: 'merge', problem: from.id, into: to.id }, ...by });
  await openProblems(tx, [to.id, from.id], by.now);
  await sql`update desk.problem_member set problem_id = ${to.id} where problem_id = ${from.id}`.execute(tx);
  await sql`
    update desk.problem set merged_into = ${to.id}, version = version + 1 where problem_id = ${from.id}`.execute(
    tx,
  );
  await note(tx, { problem: to.id, kind: 'merged', value: String(from.id), by });
  await note(tx, { problem: from.id, kind: 'merged_into', value: String(to.id), by });
  return { kind: 'done', problem: to.id };
};

/** Every member goes back to where it stood before the merge. */
export const unmergeProblem = async (
  tx: Transaction,
  { problem }: { problem: ProblemId },
  by: Decider,
): Promise<ProblemActed> => {
  await lockProblems(tx, by.now);
  const { links } = await readLinks(tx);
  const into = links.mergedInto.get(problem);
  if (into === undefined)
    return refused((await findRoot(tx, problem)) === null ? 'no_problem' : 'not_merged');
  const together = rootOf(links, problem);
  await addLink(tx, { action: { kind: 'unmerge', problem }, ...by });
  const after = await readLinks(tx);
  await placeAgain(tx, together, after.links);
  await sql`
    update desk.problem set merged_into = null, version = version + 1 where problem_id = ${problem}`.execute(
    tx,
  );
  await note(tx, { problem: into, kind: 'unmerged', value: String(problem), by });
  await note(tx, { problem, kind: 'unmerged', value: String(into), by });
  return { kind: 'done', problem };
};

/** Looked at, resolved, or taken up again; what became of it, or unchanged. */
export const moveProblem = async (
  tx: Transaction,
  { problem, event }: { problem: ProblemId; event: 'reviewed' | 'resolved' | 'reopened' },
  by: Decider,
): Promise<ProblemActed> => {
  await lockProblems(tx, by.now);
  const root = await findRoot(tx, problem);
  if (root === null) return refused('no_problem');
  const owed = event === 'resolved' ? await owedIn(tx, root.id) : [];
  if (owed.length > 0) return { kind: 'owed', caseIds: owed };
  await openProblems(tx, [root.id], by.now);
  const step = await applyEvent(tx, {
    problem: root.id,
    event: { kind: event, atMs: by.now.getTime() },
    by: { actor: by.actor, note: by.reason },
  });
  return { kind: step === null ? 'unchanged' : 'done', problem: root.id };
};

const note = async (
  tx: Transaction,
  {
    problem,
    kind,
    member,
    value,
    by,
  }: { problem: ProblemId; kind: string; member?: Member; value?: string; by: Decider },
): Promise<void> => {
  await tx
    .insertInto('desk.problem_event')
    .values({
      problem_id: problem,
      at: by.now,
      kind,
      actor: by.actor,
      is_automated: false,
      post: member?.post ?? null,
      previous: null,
      value: value ?? null,
      facts: '{}',
      note: by.reason,
    })
    .execute();
};

const owedIn = async (tx: Transaction, problem: ProblemId): Promise<readonly string[]> =>
  ((await readParity(tx, problem))?.rows ?? [])
    .filter(({ owed }) => owed.length > 0)
    .map(({ caseId }) => caseId);

const refused = (refusal: ProblemRefusal): ProblemActed => ({ kind: 'refused', refusal });
