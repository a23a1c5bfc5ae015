import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { lockComplainants, updateCases } from '../../src/cases/case.store.ts';
import { readRelatedCases } from '../../src/cases/related-case.store.ts';
import { scrubCases } from '../../src/ingest/erase.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { now, putCases } from '../digest/digest-desk.ts';
import { type Engine, hasPostgres, postgresEngine } from '../support/engines.ts';

const suite = hasPostgres ? describe : describe.skip;

suite('taking a deleted post out of its case', () => {
  let engine: Engine;
  let db: Database;
  beforeAll(async () => {
    engine = await postgresEngine();
    db = await engine.open();
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await engine.dispose();
  });

  it('is not undone by a batch that has read the case before', async () => {
    await putCases(db, [{ case_id: 7, threads: ['t'] }]);
    const { rows } = await sql<{ brand: string; complainant: string }>`
      update desk."case" set identifiers = '{ORDER-4711}' where case_id = 7 returning brand, complainant`.execute(
      db.kysely,
    );
    await db.transaction('desk', (tx) => lockComplainants(tx, rows));
    let scrubbed: Promise<unknown> = Promise.resolve();
    await db.transaction('desk', async (tx) => {
      await lockComplainants(tx, rows);
      const people = rows.map((row) => ({ ...row, threads: ['x|t'], fingerprints: [], identifiers: [] }));
      const cases = await readRelatedCases(tx, people, { source: 'x', nativeIds: [], urls: [], authors: [] });
      expect(cases).toHaveLength(1);
      scrubbed = db.transaction('desk', (other) => scrubCases(other, ['7'], []));
      // Long enough for the other transaction to have written, if nothing held it.
      await new Promise((resolve) => setTimeout(resolve, 300));
      await updateCases(
        tx,
        cases.map((row) => ({ before: row, after: row })),
        now,
      );
    });
    await scrubbed;
    const left = await db.kysely
      .selectFrom('desk.case')
      .select('identifiers')
      .where('case_id', '=', '7')
      .execute();
    expect(left).toEqual([{ identifiers: [] }]);
  });
});
