import { type Kysely, sql } from 'kysely';

/**
 * An action that is asked about anew after its answer has aged stands in a row of its own, of the next `round`. By
 * `facts` a repeated question is known once its identifiers were erased: four signs of a keyed hash, which name nobody.
 */
const statements = `
alter table desk.adverse_action
  add column round int not null default 0,
  add column facts text,
  drop constraint adverse_action_action_id_key,
  add constraint adverse_action_round unique (action_id, round);
`;

export const agedAnswers = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
