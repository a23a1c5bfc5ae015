import type { OutOfBandKind } from '../domain/classification.ts';
import type { ExemptReason, OwedKind, ParityOutcome, RemedyKind } from '../domain/remedy.ts';

/** What one member got, or was promised in public; who promises owes. */
export interface Given {
  readonly caseId: string;
  readonly kind: OwedKind;
  readonly at: Date;
}

/** What a person did about a member: offered it the same, asked for what is needed to decide, or found a reason not to. */
export interface Settled {
  readonly caseId: string;
  readonly outcome: ParityOutcome;
  readonly reason: ExemptReason | null;
  readonly at: Date;
}

/** Out of the problem by a person's word. What the case had got until then was given, and stays owed to the others. */
export interface Left {
  readonly caseId: string;
  readonly at: Date;
}

/** A person's word, with a reason, that this kind, given to cases that had left by then, is owed to nobody. */
export interface Waived {
  readonly kind: OwedKind;
  readonly at: Date;
}

export interface Outside {
  readonly left: readonly Left[];
  readonly waived: readonly Waived[];
}

export interface ParityRow {
  readonly caseId: string;
  /** Kinds that others of the problem got, or that this one was promised, and that it has neither got nor been settled for. */
  readonly owed: readonly OwedKind[];
  readonly given: readonly RemedyKind[];
  /** The last one. */
  readonly settled: Settled | null;
}

const nobody: Outside = { left: [], waived: [] };

/**
 * The same chance to be considered for every member: a remedy given to one is owed to all until each got one of that kind, was
 * offered it, asked for the facts, or exempted. What was settled holds for what had been given by then; a later remedy of
 * another kind is owed anew. A promise is kept by any remedy but an apology, to whom it was made as to the others.
 */
export const parityOf = (
  members: readonly string[],
  given: readonly Given[],
  settled: readonly Settled[],
  outside: Outside = nobody,
): readonly ParityRow[] => {
  const inside = new Set(members);
  const first = new Map<OwedKind, Date>();
  for (const one of given) {
    const known = first.get(one.kind);
    if (
      (inside.has(one.caseId) || isOwedFromOutside(one, outside)) &&
      (known === undefined || one.at < known)
    )
      first.set(one.kind, one.at);
  }
  return members.map((caseId) => {
    const own = given.filter((one) => one.caseId === caseId);
    const got = [...new Set(own.flatMap(({ kind }) => (kind === 'promise' ? [] : [kind])))];
    const last = settled.filter((one) => one.caseId === caseId).reduce(later, null);
    const owed = [...first].flatMap(([kind, at]) =>
      isKept(kind, got) || (last !== null && last.at >= at) ? [] : [kind],
    );
    return { caseId, owed, given: got, settled: last };
  });
};

/** Whether it was given to a case before that one was taken out, and nobody has said since that it is owed to nobody. */
export const isOwedFromOutside = ({ caseId, kind, at }: Given, { left, waived }: Outside): boolean =>
  left.some(
    (one) =>
      one.caseId === caseId &&
      at <= one.at &&
      !waived.some((word) => word.kind === kind && word.at >= one.at),
  );

const isKept = (kind: OwedKind, got: readonly RemedyKind[]): boolean =>
  kind === 'promise' ? got.some((one) => one !== 'apology') : got.includes(kind);

const later = (known: Settled | null, one: Settled): Settled =>
  known === null || one.at >= known.at ? one : known;

/** Words of an own account to a customer, seen or written down by hand. */
export interface Mark {
  readonly caseId: string;
  /** null: nobody understood them, and nobody has said since what they were. */
  readonly kind: OutOfBandKind | null;
  readonly at: Date;
}

/**
 * A person confirms a remedy by recording it, so that one which was only spoken of is a promise. So are words that nobody
 * understood, until somebody says of these words what they were.
 */
export const promisesOf = (marks: readonly Mark[]): readonly Given[] =>
  marks
    .filter(({ kind }) => kind === null || kind === 'promise' || kind === 'remedy')
    .map(({ caseId, at }) => ({ caseId, kind: 'promise', at }));
