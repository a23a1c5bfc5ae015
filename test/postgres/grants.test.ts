import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import type { Engine } from '../support/engines.ts';
import { usualEngine } from './usual-engine.ts';

describe('a start after one that was killed between its migration and its grants', () => {
  let engine: Engine;
  let db: Database;
  beforeAll(async () => {
    engine = await usualEngine();
    db = await engine.open();
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await engine.dispose();
  });

  it.each([
    ['desk', 'ops.digest_day'],
    ['desk', 'desk.label'],
    ['reach', 'sealed.sample'],
  ] as const)('lets the role %s read %s again', async (role, table) => {
    await sql.raw(`revoke all on ${table} from evenhand_${role}`).execute(db.kysely);
    const read = () => db.transaction(role, (tx) => sql.raw(`select 1 from ${table}`).execute(tx));
    await expect(read()).rejects.toThrow('permission denied');
    await db.close();
    db = await engine.open();
    await expect(read()).resolves.toBeDefined();
  });
});
