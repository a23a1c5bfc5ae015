import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { asSuperuser } from '../support/desk-rows.ts';
import { hour } from './fold-samples.ts';

/** Activities `[case, note]`, an hour apart, in this order. */
export const putActivities = async (
  db: Database,
  told: readonly (readonly [caseId: number, note: string | null])[],
): Promise<void> => {
  const rows = told.map(([caseId, note], index) => ({
    case_id: caseId,
    key: `${caseId}|${index}`,
    at: hour(index),
    kind: index % 2 === 0 ? 'note' : 'post_joined',
    actor: 'kim',
    is_automated: false,
    is_internal: true,
    post_key: index % 2 === 0 ? null : `forum|${index}`,
    previous: null,
    value: `v${index}`,
    note,
  }));
  await db.transaction('desk', (tx) =>
    sql`
      insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, post_key, previous, value, note)
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as r (case_id bigint, key text, at timestamptz, kind text,
        actor text, is_automated boolean, is_internal boolean, post_key text, previous text, value text, note text)`.execute(
      tx,
    ),
  );
};

/** As somebody does who owns the database and switches its guards off. */
export const tamper = (db: Database, statement: string): Promise<unknown> =>
  db.kysely.transaction().execute(async (tx) => {
    await sql.raw(asSuperuser).execute(tx);
    await sql.raw(statement).execute(tx);
  });
