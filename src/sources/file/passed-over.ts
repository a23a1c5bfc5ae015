import type { PassedOver } from '../source.ts';

export interface PassedOverCounter {
  add(one: PassedOver): void;
  /** One a reason, in the order of the file. */
  all(): readonly PassedOver[];
}

/** Gathers by reason what was passed over. */
export const createPassedOver = (): PassedOverCounter => {
  const found = new Map<string, PassedOver>();
  return {
    add: ({ reason, count, line }) => {
      const before = found.get(reason);
      found.set(reason, { reason, count: count + (before?.count ?? 0), line: before?.line ?? line });
    },
    all: () => [...found.values()],
  };
};
