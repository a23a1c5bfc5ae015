import { type Kysely, sql } from 'kysely';

/** What a platform's limit leaves a source, as it last told or as we count it. */
export const quotas = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw('alter table ops.source_health add column quota jsonb').execute(db);
  },
};
