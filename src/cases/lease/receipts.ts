/** What one day (UTC) holds of the work at the desk; actors are keyed hashes and leave this file as numbers alone. */
export interface WorkDay {
  /** `2026-11-21`. */
  readonly day: string;
  readonly actors: ReadonlySet<string>;
  readonly taken: number;
  /** How many older cases each queue jump came before. */
  readonly jumps: readonly { readonly reason: string; readonly older: number }[];
  /** Passed on for `other`; the other reasons are counted nowhere. */
  readonly skips: number;
}

/** Of so many people at least a figure tells (DESIGN.md 4): fewer are told apart too easily. */
export const smallestGroup = 5;

export interface WorkFigures {
  readonly taken: number;
  readonly jumps: number;
  /** Older cases that were jumped over. */
  readonly jumpedOver: number;
  readonly skips: number;
}

export type WorkReport =
  /** Fewer than `smallestGroup` people worked: nothing is told. */
  | { readonly kind: 'too_few' }
  | {
      readonly kind: 'told';
      readonly whole: WorkFigures;
      readonly byReason: Readonly<Record<string, number>>;
      readonly days: readonly (WorkFigures & { readonly day: string })[];
      /** Days that are told as one sum: too few people worked on some of them. */
      readonly restDays: number;
      readonly rest: WorkFigures | null;
    };

/**
 * The figures of a period. A day on which too few people worked is told only together with others, until enough people
 * stand behind the sum: else it would be what is left of the whole without the rest.
 */
export const reportWork = (days: readonly WorkDay[]): WorkReport => {
  if (groupOf(days) < smallestGroup) return { kind: 'too_few' };
  const told = days.filter(({ actors }) => actors.size >= smallestGroup);
  const rest = days.filter(({ actors }) => actors.size < smallestGroup);
  const smallestFirst = told.toSorted((a, b) => a.actors.size - b.actors.size);
  while (rest.length > 0 && groupOf(rest) < smallestGroup) {
    const next = smallestFirst.shift();
    if (next === undefined) break;
    rest.push(next);
  }
  const shown = told.filter((day) => !rest.includes(day));
  const byReason: Record<string, number> = {};
  for (const { reason } of days.flatMap(({ jumps }) => jumps)) byReason[reason] = (byReason[reason] ?? 0) + 1;
  return {
    kind: 'told',
    whole: sumOf(days),
    byReason,
    days: shown.map((day) => ({ day: day.day, ...sumOf([day]) })),
    restDays: rest.length,
    rest: rest.length === 0 ? null : sumOf(rest),
  };
};

const groupOf = (days: readonly WorkDay[]): number => new Set(days.flatMap(({ actors }) => [...actors])).size;

const sumOf = (days: readonly WorkDay[]): WorkFigures => {
  const jumps = days.flatMap((day) => day.jumps);
  return {
    taken: sum(days.map(({ taken }) => taken)),
    jumps: jumps.length,
    jumpedOver: sum(jumps.map(({ older }) => older)),
    skips: sum(days.map(({ skips }) => skips)),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
