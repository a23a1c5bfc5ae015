import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { commands } from '../../src/cli/commands.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitFamous, famous } from '../cases/famous-case.ts';
import { hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

/** Screens that show words of a case, of customers, of the company, or of colleagues. */
const screens: readonly string[] = [
  'cases list',
  'cases show EH-1',
  'problems show P-1',
  'problems swarm S-1',
  'compliance list',
  'statements list',
  'review list',
];

describe('who wrote a case that nobody has taken', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitFamous(db);
  });
  const evenhand = (line: string) =>
    runCommand(
      (program, run) => {
        for (const register of commands) register(program, run);
      },
      line.split(' '),
      {
        db,
        now: hour(1),
      },
    );

  it.each(screens)('stands nowhere in %s, and nowhere in its JSON', async (screen) => {
    for (const line of [screen, `${screen} --language de`, `${screen} --json`]) {
      const { code, out } = await evenhand(line);
      expect([line, code]).toEqual([line, 0]);
      expect(out).not.toMatch(famous);
      expect(out).not.toMatch(/knownAs|customers/);
    }
  });

  it('stands nowhere in what "next" hands over, before it is taken', async () => {
    const { out } = await evenhand('next --as kim');
    expect(out).toContain('EH-1');
    expect(out).not.toMatch(famous);
  });

  it('is known in all of them once it is taken', async () => {
    await sql`update desk."case" set assignee = 'kim' where case_id = 1`.execute(db.kysely);
    for (const screen of [
      'cases show EH-1',
      'problems show P-1',
      'problems swarm S-1',
      'compliance list',
      'statements list',
    ])
      expect([screen, (await evenhand(screen)).out]).toEqual([screen, expect.stringMatching(famous)]);
  });
});
