import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import type { Decider } from './acted.ts';

export interface NotedEvent {
  readonly problem: ProblemId;
  readonly kind:
    | 'confirmed'
    | 'left'
    | 'ejected'
    | 'rejected'
    | 'merged'
    | 'merged_into'
    | 'unmerged'
    | 'waived';
  readonly post?: number;
  readonly value?: string;
}

/** Writes down what a person did to a problem, and why. */
export const noteEvent = async (
  tx: Transaction,
  { problem, kind, post, value }: NotedEvent,
  by: Decider,
): Promise<void> => {
  await tx
    .insertInto('desk.problem_event')
    .values({
      problem_id: problem,
      at: by.now,
      kind,
      actor: by.actor,
      is_automated: false,
      post: post ?? null,
      previous: null,
      value: value ?? null,
      facts: '{}',
      note: by.reason,
    })
    .execute();
};
