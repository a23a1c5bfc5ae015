import { type RawBuilder, sql } from 'kysely';

/** An address without fragment and closing slash, in the words of the index `mention_case_address`. */
export const plainUrlOf = (column: 'url' | 'l.link'): RawBuilder<string> =>
  sql.raw(`rtrim(split_part(${column}, '#', 1), '/')`);
