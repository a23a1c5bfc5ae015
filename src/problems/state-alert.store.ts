import type { ServiceAlert } from '../domain/alert.ts';
import { problemName } from '../domain/problem-id.ts';
import type { Transaction } from '../postgres/database.ts';
import type { StateStep } from './state.store.ts';

const alertOf = { escalating: 'problem_escalating', regressed: 'problem_regressed' } as const;

/** Leads hear that a problem grows or came back: its name and how many people joined, and no member. */
export const tellStates = async (tx: Transaction, steps: readonly StateStep[], now: Date): Promise<void> => {
  for (const { state, brand, problem, values } of steps) {
    if (state !== 'escalating' && state !== 'regressed') continue;
    const told = { problem: problemName(problem), brand, ...values };
    const alert: ServiceAlert = { kind: alertOf[state], brand, values: told };
    await tx
      .insertInto('desk.outbox')
      .values({ alert: JSON.stringify(alert), at: now, case_id: null, post_key: null })
      .execute();
  }
};
