import type { FoundKey } from '../keys/key.store.ts';

/** A program asks many times a second, and each look at its key would cost as much as what it asks for. */
const rememberedMs = 1_000;
const mostRemembered = 10_000;

/** Keys that were in force when the database was asked, for a second: one that is revoked opens nothing after that. */
export const createRememberedKeys = (nowMs: () => number = () => performance.now()) => {
  const known = new Map<string, { readonly key: FoundKey; readonly untilMs: number }>();
  return {
    find: (id: string): FoundKey | null => {
      const found = known.get(id);
      return found === undefined || found.untilMs <= nowMs() ? null : found.key;
    },
    note: (key: FoundKey): void => {
      if (known.size >= mostRemembered) known.clear();
      known.set(key.id, { key, untilMs: nowMs() + rememberedMs });
    },
  };
};

export type RememberedKeys = ReturnType<typeof createRememberedKeys>;
