import { createHash } from 'node:crypto';

/** PostgreSQL indexes at most 2,704 bytes; three of them may spell one UTF-16 unit. */
const longestName = 850;
/** Longer text is an article, not a post; what is cut off is not read. */
const maxTextLength = 200_000;

/** A name that the database can store and index as it is. */
export const isSound = (name: string): boolean =>
  name.length <= longestName && name.isWellFormed() && !name.includes('\0');

/** A longer name keeps its beginning and is told apart by a hash: the same name is always cut alike. */
export const soundName = (name: string): string => {
  const whole = wellFormed(name);
  if (whole.length <= longestName) return whole;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, 32);
  return wellFormed(`${whole.slice(0, 400)}~${hash}`);
};

/** PostgreSQL refuses a NUL and a lone surrogate, and with them the whole batch. */
export const wellFormed = (text: string): string => {
  const cut = text.length > maxTextLength ? text.slice(0, maxTextLength) : text;
  const whole = cut.isWellFormed() ? cut : cut.toWellFormed();
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
};
