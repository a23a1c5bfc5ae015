import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { actOnCase } from '../../src/cases/action.store.ts';
import { readOutlook, warnOfForeseen } from '../../src/cases/life/foresee.store.ts';
import { foreseeLate } from '../../src/cases/life/foresee.ts';
import { registerCases } from '../../src/cli/cases.ts';
import { registerSummary } from '../../src/cli/summary.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { runCommand } from '../cli/desk-app.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { keepRecord } from '../support/engines.ts';
import { commitPosts } from './desk-factory.ts';
import { complains, hour, hourMs } from './fold-samples.ts';

describe('cases that will be late', () => {
  const due = (at: number) => ({ id: String(at), dueAt: hour(at) });
  const pace = { answers: 4, windowMs: 2 * hourMs };

  it('are those whose turn comes after their deadline, but for those that are late already', () => {
    expect(foreseeLate([-1, 0.6, 1.4, 3, 2.4].map(due), pace, hour(0))).toEqual({
      kind: 'known',
      late: ['0.6', '1.4', '2.4'],
      pace,
    });
    expect(foreseeLate([], pace, hour(0))).toEqual({ kind: 'known', late: [], pace });
  });

  it('are unknown where hardly anybody answers', () => {
    expect(foreseeLate([due(1)], { ...pace, answers: 2 }, hour(0))).toEqual({ kind: 'unknown' });
  });

  describe('in the record', () => {
    let db: Database;
    keepRecord(usualEngine, (opened) => {
      db = opened;
    });
    beforeEach(async () => {
      await emptyRecord(db);
      await sql`delete from ops.setting where key like 'late_foreseen:%'`.execute(db.kysely);
      const people = Array.from({ length: 12 }, (_, n) => `p${n}`);
      await commitPosts(
        db,
        people.map((by) => ({ id: by, at: 0, by, decision: complains('high') })),
      );
    });
    const answer = (caseId: string, at: number) =>
      db.transaction('desk', (tx) =>
        actOnCase(tx, {
          caseId,
          action: { kind: 'answered', at: hour(at), note: null },
          actor: 'kim',
          now: hour(at),
          dueUnder,
        }),
      );
    const warn = (at: number) =>
      db.transaction('desk', (tx) => warnOfForeseen(tx, ['nordbahn', 'seeweg'], hour(at)));

    it('are told once per brand, and again after a look that foresaw none', async () => {
      expect(await warn(1)).toBe(0);
      for (const id of ['1', '2', '3']) await answer(id, 2);
      expect(await db.transaction('desk', (tx) => readOutlook(tx, 'nordbahn', hour(2)))).toMatchObject({
        kind: 'known',
        late: ['7', '8', '9', '10', '11', '12'],
      });
      expect([await warn(2), await warn(2.1)]).toEqual([1, 0]);
      const { rows } = await sql<{ alert: object }>`
        select alert from desk.outbox where alert ->> 'kind' = 'late_foreseen'`.execute(db.kysely);
      expect(rows).toEqual([
        { alert: { kind: 'late_foreseen', brand: 'nordbahn', values: { count: 6, answers: 3, hours: 2 } } },
      ]);
      const { err, out } = await runCommand(registerCases, ['cases', 'list'], { db, now: hour(2) });
      expect(err).toBe('nordbahn: at the pace of the last 2 hours (3 answers) 6 cases will be late.\n');
      expect(out).toContain('EH-4');
      const json = async (line: readonly string[], at = 2) =>
        JSON.parse(
          (await runCommand(registerCases, ['cases', ...line, '--json'], { db, now: hour(at) })).out,
        );
      const listed: { id: string; isForeseenLate: boolean | null }[] = await json(['list', '--all']);
      expect(
        listed
          .filter(({ isForeseenLate }) => isForeseenLate === true)
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(['EH-10', 'EH-11', 'EH-12', 'EH-7', 'EH-8', 'EH-9']);
      expect((await json(['show', 'EH-7'])).isForeseenLate).toBe(true);
      expect((await json(['show', 'EH-1'])).isForeseenLate).toBe(false);
      expect((await json(['show', 'EH-7'], 9)).isForeseenLate).toBeNull();
      const summary = await runCommand(registerSummary, ['summary', '--language', 'de'], {
        db,
        now: hour(2),
      });
      expect(summary.err).toContain('(3 Antworten), werden 6 Fälle überfällig.');
      for (const id of ['4', '5', '6', '7', '8', '9', '10', '11', '12']) await answer(id, 2.2);
      expect(await warn(2.3)).toBe(0);
      expect(
        await sql`select 1 from ops.setting where key like 'late_foreseen:%'`.execute(db.kysely),
      ).toMatchObject({
        rows: [],
      });
    });
  });
});
