import { randomUUID } from 'node:crypto';
import type { OutOfBandKind } from '../domain/classification.ts';
import type { Transaction } from '../postgres/database.ts';
import { problemsOfCases } from './place.store.ts';
import { lockProblems } from './progress.store.ts';
import { heedDebts } from './state.store.ts';
import { tellStates } from './state-alert.store.ts';
import { writeDown } from './write-down.store.ts';

export interface OutOfBandAsk {
  readonly caseId: string;
  readonly kind: OutOfBandKind;
  readonly note: string;
  readonly actor: string;
  readonly now: Date;
}

/** What was said where no source listens; it decides of no other words what they were. A mark is neither an answer nor an end. */
export const markOutOfBand = async (tx: Transaction, ask: OutOfBandAsk): Promise<void> => {
  const { caseId, kind, note, actor, now } = ask;
  await lockProblems(tx, now);
  const key = `out_of_band|${randomUUID()}`;
  await writeDown(tx, { caseId, key, kind: 'out_of_band', value: kind, note, actor, now });
  await tellStates(tx, await heedDebts(tx, await problemsOfCases(tx, [caseId]), now), now);
};
