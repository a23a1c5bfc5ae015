import type { ExemptReason, ParityOutcome, RemedyKind } from '../domain/remedy.ts';

/** What one member got, or was promised in public; who promises owes. */
export interface Given {
  readonly caseId: string;
  readonly kind: RemedyKind | 'promise';
  readonly at: Date;
}

/** What a person did about a member: offered it the same, asked for what is needed to decide, or found a reason not to. */
export interface Settled {
  readonly caseId: string;
  readonly outcome: ParityOutcome;
  readonly reason: ExemptReason | null;
  readonly at: Date;
}

export interface ParityRow {
  readonly caseId: string;
  /** Kinds that others of the problem got, or that this one was promised, and that it has neither got nor been settled for. */
  readonly owed: readonly Given['kind'][];
  readonly given: readonly RemedyKind[];
  /** The last one. */
  readonly settled: Settled | null;
}

/**
 * The same chance to be considered for every member: a remedy given to one is owed to all until each got one of that kind, was
 * offered it, asked for the facts, or exempted. What was settled holds for what had been given by then; a later remedy of
 * another kind is owed anew. A promise is kept by any remedy but an apology, to whom it was made as to the others.
 */
export const parityOf = (
  members: readonly string[],
  given: readonly Given[],
  settled: readonly Settled[],
): readonly ParityRow[] => {
  const inside = new Set(members);
  const first = new Map<Given['kind'], Date>();
  for (const { caseId, kind, at } of given) {
    const known = first.get(kind);
    if (inside.has(caseId) && (known === undefined || at < known)) first.set(kind, at);
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

const isKept = (kind: Given['kind'], got: readonly RemedyKind[]): boolean =>
  kind === 'promise' ? got.some((one) => one !== 'apology') : got.includes(kind);

const later = (known: Settled | null, one: Settled): Settled =>
  known === null || one.at >= known.at ? one : known;
