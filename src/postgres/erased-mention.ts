import { sql } from 'kysely';

/**
 * The columns of `desk.mention` that tell who wrote and what, with what stands there once that is erased. Whoever adds
 * such a column adds it here: a deletion, a deletion found late, and the end of the retention all take this list. The
 * masked words of a label go with `text` by a trigger (migration 0007).
 */
export const erasedWords = {
  text: 'null',
  author: 'null',
  url: 'null',
  links: `'{}'`,
  evidence: `'[]'`,
  identifiers: `'{}'`,
} as const;

/** The same as assignments of an update. */
export const eraseWords = sql.raw(
  Object.entries(erasedWords)
    .map(([column, rest]) => `${column} = ${rest}`)
    .join(', '),
);
