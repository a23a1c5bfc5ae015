import type { OutOfBandKind } from '../domain/classification.ts';
import type { Transaction } from '../postgres/database.ts';
import { writeDown } from './parity.store.ts';

export interface OutOfBandAsk {
  readonly caseId: string;
  readonly kind: OutOfBandKind;
  readonly note: string;
  readonly actor: string;
  readonly now: Date;
}

/** What was said where no source listens. The case stays as it is: a mark is neither an answer nor an end. */
export const markOutOfBand = (tx: Transaction, ask: OutOfBandAsk): Promise<void> => {
  const { caseId, kind, note, actor, now } = ask;
  const key = `out_of_band|${now.toISOString()}|${kind}`;
  return writeDown(tx, { caseId, key, kind: 'out_of_band', value: kind, note, actor, now });
};
