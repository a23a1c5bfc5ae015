import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../src/postgres/database.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, hasPostgres, keepRecord, postgresEngine } from '../support/engines.ts';
import { actionNames, begin, lifeCommands, type Model, type Real } from './life-commands.ts';
import { expectInvariants, newestCase, readDesk } from './life-invariants.ts';

const sequences = 1_000;
/** Each waits for the database most of its time, and has a customer of its own: so many go side by side. */
const sideBySide = 8;

const sequencesAtOnce = fc.array(fc.commands(lifeCommands, { maxCommands: 9, size: 'max' }), {
  minLength: sideBySide,
  maxLength: sideBySide,
});

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
    const setUp = async () => {
      run += 1;
      const customer = `customer-${run}`;
      const after = await newestCase(db);
      const model: Model = { now: 0, posts: [], threads: [], desk: [], done };
      const real: Real = {
        db,
        customer,
        after,
        check: async (before, { now }, what) => {
          steps += 1;
          const desk = await readDesk(db, { customer, after });
          expectInvariants(before, desk, { now, what });
          return desk;
        },
      };
      await begin(model, real);
      return { model, real };
    };
    await fc.assert(
      fc.asyncProperty(sequencesAtOnce, async (all) => {
        await Promise.all(all.map((commands) => fc.asyncModelRun(setUp, commands)));
      }),
      { numRuns: sequences / sideBySide, endOnFailure: process.argv.includes('--bail') },
    );
    expect(run).toBeGreaterThanOrEqual(sequences);
    expect(steps).toBeGreaterThan(3 * sequences);
    // A test that never does a thing proves nothing about it; chance may leave out two of the rarest.
    const names = [...actionNames, 'settle', 'complain', 'message', 'reply', 'merge', 'unmerge', 'split'];
    expect(names.filter((name) => !done.has(name)).length).toBeLessThanOrEqual(2);
  }, 240_000);
});
