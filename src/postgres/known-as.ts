import { sql } from 'kysely';
import type { KnownAs } from '../domain/known-as.ts';

/** As whom the record knows the author of the mention `m`: for whoever hides them in its words, and shown to nobody. */
export const knownAs = sql<KnownAs>`json_build_object('author', m.author, 'url', m.url)`;

/** The same; null once somebody has taken the case `c`, for then there is nobody to hide. */
export const knownUntilTaken = sql<KnownAs | null>`case when c.assignee is null then ${knownAs} end`;

/** Those who complain in a case that nobody has taken; null: it is taken, or there is none. */
export const customersUntilTaken = (caseId: 'a.case_id' | 'statement.case_id') =>
  sql<readonly KnownAs[] | null>`(
    select json_agg(json_build_object('author', k.author, 'url', k.url))
    from desk."case" untaken join desk.mention k on k.case_id = untaken.case_id
    where untaken.case_id = ${sql.ref(caseId)} and untaken.assignee is null and k.author_role = 'customer')`;
