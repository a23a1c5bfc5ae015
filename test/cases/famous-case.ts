import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { groupCases } from '../support/group-cases.ts';
import { commitPosts } from './desk-factory.ts';
import { hour } from './fold-samples.ts';

/** How a reader might learn who wrote EH-1 of `commitFamous`. */
export const famous = /odette|farnbach|pagewoman/i;

/**
 * EH-1, of somebody who signs, whom the chief executive and a colleague address, with a statement to it, a problem and a
 * swarm; EH-2 says the same. The names are nobody's.
 */
export const commitFamous = async (db: Database): Promise<void> => {
  const text = 'You took the monthly fee twice and nobody tells me when it comes back to my account.';
  await commitPosts(db, [
    {
      id: '1',
      at: 0,
      by: 'Odette Farnbach',
      url: 'https://x.com/pagewoman/status/1',
      text: `${text}\nRegards,\nOdette`,
    },
    { id: '2', at: 0.1, by: 'anna', text },
  ]);
  await commitPosts(db, [
    {
      id: '3',
      at: 0.2,
      by: 'boss',
      authorRole: 'executive',
      thread: '1',
      parent: '1',
      outOfBand: 'attack',
      text: '@pagewoman Dear Mrs Farnbach, you should read what you sign. Odette knows that.',
    },
  ]);
  await groupCases(db, hour(0.5));
  for (const statement of [
    sql`insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, note) values (1, 'note:1', ${hour(0.5)}, 'note', 'kim', false, true, 'spoke with Farnbach on the telephone')`,
    sql`insert into desk.statement (brand, case_id, text, author, written_at) values ('nordbahn', 1, 'Dear Odette Farnbach, we were wrong.', 'kim', ${hour(0.5)})`,
    sql`insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at) values (1, 'nordbahn', 20, ${hour(0)}, ${hour(0)}, ${hour(0)})`,
    sql`insert into desk.swarm_member (mention_id, swarm_id, case_id) select mention_id, 1, case_id from desk.mention where author_role = 'customer'`,
  ])
    await statement.execute(db.kysely);
};
