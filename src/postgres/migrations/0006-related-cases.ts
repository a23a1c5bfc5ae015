import { type Kysely, sql } from 'kysely';

/**
 * A post finds the cases that it may belong to, not all of its author's: by thread and text where a case has one of
 * each, and among those that are found by more. An address is looked up without its fragment and closing slash.
 */
const statements = `
create index case_thread_of on desk."case" (brand, (threads[1]), complainant);
create index case_text on desk."case" (brand, complainant, (posts -> 0 ->> 'fingerprint'));
create index case_tied on desk."case" (brand, complainant)
  where jsonb_array_length(posts) > 1 or cardinality(threads) > 1 or identifiers <> '{}' or merged_into is not null;
create index mention_case_address on desk.mention (rtrim(split_part(url, '#', 1), '/')) where case_id is not null and url is not null;
drop index desk.case_thread;
drop index desk.case_complainant;
drop index desk.mention_case_url;
analyze desk."case";
analyze desk.mention;
`;

export const relatedCases = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
