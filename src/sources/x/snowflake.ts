/** 2010-11-04T01:42:54.657Z, from which the ids of X count milliseconds (22 bits left). */
const EPOCH_MS = 1_288_834_974_657n;

/** When a post was written, by its id; null for the ids from before that scheme and for what is no id. */
export const timeOfId = (id: string): Date | null => {
  if (!/^\d{1,19}$/.test(id)) return null;
  const ms = BigInt(id) >> 22n;
  return ms < 1_000_000n ? null : new Date(Number(ms + EPOCH_MS));
};

/** Ids are compared as numbers: as text, `99` would stand behind `100`. */
export const newerId = (a: string, b: string): string => (BigInt(a) >= BigInt(b) ? a : b);
