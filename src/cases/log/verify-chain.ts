import { noHash, noteHashOf, sealOf } from './chain.ts';
import type { Unsealed } from './seal.store.ts';

/** A seal beside the activity that it seals; null: the activity is gone. */
export interface SealedActivity {
  readonly sealId: string;
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
  readonly noteHash: string | null;
  readonly activity: Unsealed | null;
}

/** How an activity differs from what was sealed. */
export type DifferenceKind = 'changed' | 'note_changed' | 'removed' | 'seal_removed' | 'added';

export interface Difference {
  readonly kind: DifferenceKind;
  /** null: the seal is gone, and only a root kept outside can tell of which case it was. */
  readonly caseId: string | null;
  /** Place in its case, from 1; null: it has none. */
  readonly seq: number | null;
  /** Of the activity, where there is one. */
  readonly activity: { readonly kind: string; readonly at: string } | null;
}

/** Where a walk through the seals stands: seals come by case and then by place. */
export interface ChainState {
  readonly caseId: string;
  readonly seq: number;
  readonly hash: string;
}

export const chainStart: ChainState = { caseId: '', seq: 0, hash: noHash };

/**
 * Compares one seal with the one before it and with its activity. A chain that differs at one place goes on from what
 * is stored there, so that each further difference is one of its own.
 */
export const followChain = (
  before: ChainState,
  row: SealedActivity,
  key: string,
): { readonly after: ChainState; readonly difference: DifferenceKind | null } => {
  const { caseId, seq, hash } = row;
  const isNext = before.caseId === caseId;
  const after: ChainState = { caseId, seq, hash };
  if (seq !== (isNext ? before.seq : 0) + 1) return { after, difference: 'seal_removed' };
  const previous = isNext ? before.hash : noHash;
  return { after, difference: differenceOf(row, previous, key) };
};

const differenceOf = (
  { caseId, hash, noteHash, activity }: SealedActivity,
  previous: string,
  key: string,
): DifferenceKind | null => {
  if (activity === null) return 'removed';
  const isSame = activity.caseId === caseId && sealOf(previous, activity, noteHash) === hash;
  if (!isSame) return 'changed';
  // An erased note left its hash behind.
  const { note, activityId } = activity;
  return note === null || noteHashOf(key, activityId, note) === noteHash ? null : 'note_changed';
};
