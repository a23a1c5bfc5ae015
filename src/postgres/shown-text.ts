import { sql } from 'kysely';

/**
 * The words of a mention as a person may be shown them: none of a post that a platform which tells of no deletion was not
 * asked about for more than a day, for its author may have taken it back (facts/sources.md 1). It shows, it never decides,
 * so that the clock of the database will do. `alias` is ours, never what somebody wrote.
 */
export const shownText = (alias: Alias) =>
  sql<string | null>`case when ${isTextHidden(alias)} then null else ${sql.ref(`${alias}.text`)} end`;

/** The same for what leaves the desk or teaches: none of an author who objected (Art. 21 GDPR); the case goes on. */
export const toldText = (alias: Alias) =>
  sql<string | null>`case when ${hasObjected(alias)} then null else ${shownText(alias)} end`;

export const hasObjected = (alias: Alias) =>
  sql<boolean>`exists (
    select from desk.objection objected where objected.source = ${sql.ref(`${alias}.source`)} and objected.author = ${sql.ref(`${alias}.author`)})`;

type Alias = 'm' | 'p' | 'mention';

export const isTextHidden = (alias: Alias) =>
  sql<boolean>`exists (
    select from intake.post_check seen where seen.source = ${sql.ref(`${alias}.source`)} and seen.native_id = ${sql.ref(`${alias}.native_id`)}
      and seen.checked_at < clock_timestamp() - interval '24 hours')`;
