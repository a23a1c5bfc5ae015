import { afterEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { countRows } from '../support/desk-rows.ts';
import { hasPostgres } from '../support/engines.ts';
import { groupCases } from '../support/group-cases.ts';
import { complaintText } from '../support/line.ts';
import { endPrograms, type Program, preparePlace, startProgram, until } from '../support/service.ts';
import { takeDatabase } from '../support/shared-cluster.ts';

const open: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const close of open.splice(0).reverse()) await close();
});

/** Three texts of four people each, which differ by their order numbers alone. */
const posts = Array.from({ length: 12 }, (_, i) => ({
  id: `post-${i}`,
  author: `author-${i}`,
  thread: `thread-${i}`,
  text: complaintText(7_000 + (i % 3)),
  at: new Date(Date.now() - 60_000 + i).toISOString(),
}));

const groups = async (db: Database): Promise<readonly object[]> => {
  const { rows } = await sql<object>`
    select m.native_id, p.status, p.problem_id, p.kind, p.alike, p.similarity, p.words, p.hindrance, p.nearest
    from desk.problem_member p join desk.mention m using (mention_id) order by m.native_id, p.status`.execute(
    db.kysely,
  );
  return rows;
};

/** Nobody may write to the table until it is let go: whoever tries stands in the middle of a transaction. */
const holdTable = async (url: string, table: string): Promise<{ letGo(): Promise<void> }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`begin; lock table desk.${table} in share mode`);
  return { letGo: () => client.end() };
};

const isWaitedFor = async (db: Database, table: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from pg_locks l join pg_class c on c.oid = l.relation
    where c.relname = ${table} and not l.granted`.execute(db.kysely);
  return rows.length > 0;
};

/** The turn of a process that was killed lasts half a minute. */
const endTurn = (db: Database) =>
  sql`update desk.problem_progress set held_until = held_until - interval '1 minute'`.execute(db.kysely);

describe('kill -9 of the service in the middle of the problem stage', () => {
  const onPostgres = hasPostgres ? it : it.skip;

  onPostgres(
    'ends in the same groups as if nothing had happened, wherever in the step it fell',
    async () => {
      const { url, drop } = await takeDatabase();
      open.push(drop);
      const place = await preparePlace();
      open.push(() => place.remove());
      const start = (): Program =>
        startProgram({ folder: place.folder, env: { ...place.env, DATABASE_URL: url } });
      let program = start();
      await program.says(/"ready"/, 60_000);
      const db = await openDatabase({ kind: 'postgres', url });
      open.push(() => db.close());

      for (const [table, isFirst] of [
        ['problem_member', true],
        ['problem', false],
      ] as const) {
        const held = await holdTable(url, table);
        if (isFirst) expect((await place.push('shop', posts)).status).toBe(202);
        else program = start();
        await until(() => isWaitedFor(db, table), {
          withinMs: 60_000,
          everyMs: 50,
          what: `a step at ${table}`,
        });
        await program.kill();
        await held.letGo();
        await until(async () => !(await isWaitedFor(db, table)), {
          withinMs: 10_000,
          everyMs: 50,
          what: 'undone',
        });
        await endTurn(db);
        expect(await countRows(db, 'desk.problem_member')).toBe(0);
      }
      program = start();
      await until(async () => (await countRows(db, 'desk.problem_member')) >= posts.length, {
        withinMs: 60_000,
        everyMs: 100,
        what: 'all grouped',
      });
      expect((await program.stop()).code).toBe(0);

      const killed = await groups(db);
      for (const table of ['problem_member', 'problem', 'problem_event', 'problem_progress'])
        await sql.raw(`delete from desk.${table}`).execute(db.kysely);
      await groupCases(db, new Date());
      expect(killed).toEqual(await groups(db));
      expect(new Set(killed.map((row) => (row as { problem_id: string }).problem_id)).size).toBe(3);
      expect(await countRows(db, 'desk.problem')).toBe(3);
    },
    180_000,
  );
});
