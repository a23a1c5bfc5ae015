import { type RawBuilder, sql } from 'kysely';

/** An address without fragment and closing slash, in the words of the index `mention_case_url`. */
export const plainUrlOf = (column: 'url' | 'o.url' | 'l.link'): RawBuilder<string> =>
  sql.raw(`rtrim(split_part(${column}, '#', 1), '/')`);
