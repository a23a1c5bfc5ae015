import { createHash, createHmac } from 'node:crypto';

/** An activity as its seal covers it: every column, as text that holds every bit of it. */
export interface SealedFields {
  readonly activityId: string;
  readonly caseId: string;
  readonly key: string;
  /** UTC, to the microsecond. */
  readonly at: string;
  readonly kind: string;
  readonly actor: string;
  readonly isAutomated: boolean;
  readonly isInternal: boolean;
  readonly postKey: string | null;
  readonly previous: string | null;
  readonly value: string | null;
  /** JSON as the database writes it. */
  readonly change: string | null;
}

/** Stands before the first activity of a case. */
export const noHash = '';

/**
 * The seal of an activity, as hex of SHA-256: over the seal before it in its case, the row, and the keyed hash of its
 * note. A note that is erased leaves its hash behind, and the chain whole.
 */
export const sealOf = (previous: string, row: SealedFields, noteHash: string | null): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        previous,
        row.activityId,
        row.caseId,
        row.key,
        row.at,
        row.kind,
        row.actor,
        row.isAutomated,
        row.isInternal,
        row.postKey,
        row.previous,
        row.value,
        row.change,
        noteHash,
      ]),
    )
    .digest('hex');

/** Keyed, so that nobody finds an erased note by trying what it may have said. */
export const noteHashOf = (key: string, activityId: string, note: string | null): string | null =>
  note === null ? null : createHmac('sha256', key).update(`note\n${activityId}\n${note}`).digest('hex');

/** The last seal of a case. */
export interface Head {
  readonly caseId: string;
  readonly seq: number;
  /** Hex. */
  readonly hash: string;
}

export interface RootFields {
  /** `2026-11-21`, UTC: the last day that it covers. */
  readonly day: string;
  /** Seals that it covers: those of this number and below. */
  readonly upTo: string;
  /** The root before it; empty for the first. */
  readonly previous: string;
}

/**
 * The root of a day, as hex of SHA-256: over the root before it and the heads of all cases in which something was sealed
 * since, in the order of their numbers. One root therefore stands for every activity up to it.
 */
export const beginRoot = ({ day, upTo, previous }: RootFields): GrowingRoot => {
  const hash = createHash('sha256').update(`evenhand log 1\n${previous}\n${day}\n${upTo}\n`);
  return {
    add: (heads) => {
      hash.update(heads.map(({ caseId, seq, hash: head }) => `${caseId} ${seq} ${head}\n`).join(''));
    },
    end: () => hash.digest('hex'),
  };
};

export interface GrowingRoot {
  /** The next of the heads, in any portions. */
  add(heads: readonly Head[]): void;
  /** Once, after the last. */
  end(): string;
}
