import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../src/postgres/database.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, hasPostgres, keepRecord, postgresEngine } from '../support/engines.ts';
import { actionNames, begin, lifeCommands, type Model, type Real } from './life-commands.ts';
import { expectInvariants, readDesk } from './life-invariants.ts';

const sequences = 1_000;

describe('the whole life of cases, whatever happens in whatever order', () => {
  let db: Database;
  keepRecord(hasPostgres ? postgresEngine : embeddedEngine, async (opened) => {
    db = opened;
    await emptyRecord(db);
  });

  it(`holds in ${sequences} random sequences against the database: one owner, no clock backwards, nothing lost, all replayed`, async () => {
    let run = 0;
    let steps = 0;
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.commands(lifeCommands, { maxCommands: 9, size: 'max' }), (commands) => {
        run += 1;
        const customer = `customer-${run}`;
        return fc.asyncModelRun(async () => {
          const model: Model = { now: 0, posts: [], threads: [], desk: [], done };
          const real: Real = {
            db,
            customer,
            check: async (before, { now }, what) => {
              steps += 1;
              const after = await readDesk(db, customer);
              expectInvariants(before, after, { now, what });
              return after;
            },
          };
          await begin(model, real);
          return { model, real };
        }, commands);
      }),
      { numRuns: sequences, endOnFailure: process.argv.includes('--bail') },
    );
    expect(steps).toBeGreaterThan(3 * sequences);
    // A test that never does a thing proves nothing about it; chance may leave out two of the rarest.
    const names = [...actionNames, 'settle', 'complain', 'message', 'reply', 'merge', 'unmerge', 'split'];
    expect(names.filter((name) => !done.has(name)).length).toBeLessThanOrEqual(2);
  }, 240_000);
});
