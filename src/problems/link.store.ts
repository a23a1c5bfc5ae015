import { sql } from 'kysely';
import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import { type LinkAction, type Links, link, noLinks } from './links.ts';

/** What people decided, and up to which decision. */
export interface StoredLinks {
  readonly links: Links;
  readonly upTo: number;
}

const emptyLinks: StoredLinks = { links: noLinks, upTo: 0 };

/** Decisions are only ever added: those that are known already are not read again. */
export const readLinks = async (tx: Transaction, known: StoredLinks = emptyLinks): Promise<StoredLinks> => {
  const { rows } = await sql<LinkRow>`
    select constraint_id as "id", kind, post, problem, into_problem as "into" from desk.problem_constraint
    where constraint_id > ${known.upTo} order by constraint_id`.execute(tx);
  return {
    links: rows.map(toAction).reduce(link, known.links),
    upTo: Number(rows.at(-1)?.id ?? known.upTo),
  };
};

export interface DecidedLink {
  readonly action: LinkAction;
  readonly actor: string;
  readonly reason: string | null;
  readonly now: Date;
}

export const addLink = async (
  tx: Transaction,
  { action, actor, reason, now }: DecidedLink,
): Promise<void> => {
  await tx
    .insertInto('desk.problem_constraint')
    .values({
      kind: action.kind,
      post: 'post' in action ? action.post : null,
      problem: action.problem,
      into_problem: 'into' in action ? action.into : null,
      actor,
      reason,
      at: now,
    })
    .execute();
};

interface LinkRow {
  id: string;
  kind: LinkAction['kind'];
  post: string | null;
  problem: string;
  into: string | null;
}

const toAction = ({ kind, post, problem, into }: LinkRow): LinkAction => {
  const id: ProblemId = Number(problem);
  if (kind === 'merge') return { kind, problem: id, into: Number(into) };
  return kind === 'unmerge' ? { kind, problem: id } : { kind, post: Number(post), problem: id };
};
