import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { registerCases } from '../../src/cli/cases.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand, type Surroundings } from './desk-app.ts';

const person = (name: string, clearances: Person['clearances'] = []): Person => ({
  name,
  roles: ['agent'],
  languages: ['en'],
  brands: null,
  clearances,
  line: [],
  email: null,
});
const people = [person('kim'), person('robin', ['counsel'])];

describe('the life of a case by commands', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(
      db,
      ['a', 'b', 'c'].map((by) => ({ id: by, at: 0, by, decision: complains('high') })),
    );
  });

  const evenhand = (line: readonly string[], at = 1, more: Partial<Surroundings> = {}) =>
    runCommand(registerCases, ['cases', ...line], { db, now: hour(at), ...more });
  const json = async (line: readonly string[], at = 1, more: Partial<Surroundings> = {}): Promise<unknown> =>
    JSON.parse((await evenhand([...line, '--json'], at, more)).out);
  const listed = async (at = 1) => ((await json(['list'], at)) as { id: string }[]).map(({ id }) => id);

  it('puts a case off: out of the queue until then, back by itself, its deadline where it was', async () => {
    const { out } = await evenhand(['snooze', '2', '--until', hour(2).toISOString(), '--as', 'Kim']);
    expect(out).toBe('EH-2 is out of the queue for 1 h; its deadline stays: due in 3 h.\n');
    expect(await listed(1.9)).toEqual(['EH-1', 'EH-3']);
    expect(await listed(2)).toEqual(['EH-1', 'EH-2', 'EH-3']);
    expect(await json(['list', '--all'], 1.9)).toHaveLength(3);
    expect((await evenhand(['snooze', '2', '--until', '30m'])).out).toContain('for 30 min');
    await evenhand(['snooze', '3', '--until', '2026-06-01']);
    expect(await listed(3.7)).toEqual(['EH-1', 'EH-2']);
    expect(await listed(3.75)).toEqual(['EH-1', 'EH-2', 'EH-3']);
  });

  it('waits for the customer or for others, goes on, and tells what was said about it', async () => {
    await evenhand(['hold', '1', '--reason', 'the carrier looks', '--as', 'Kim']);
    expect(await json(['show', '1'])).toMatchObject({ status: 'on_hold', dueAt: hour(4).toISOString() });
    expect((await evenhand(['show', '1'])).out).toContain(
      'Kim: waits for a third party (new → on hold): the carrier looks',
    );
    expect((await evenhand(['resume', '1', '--language', 'de'])).out).toBe('EH-1 geht weiter.\n');
    expect((await evenhand(['pend', '1'])).err).toContain("required option '--reason <text>' not specified");
  });

  it('changes a severity with a reason, and says what that does to the deadline', async () => {
    const up = ['severity', '1', '--to', 'critical', '--reason', 'no brakes'];
    expect((await evenhand(up, 0.5)).out).toBe('EH-1 is critical now: due in 30 min.\n');
    expect(await listed(0.5)).toEqual(['EH-1', 'EH-2', 'EH-3']);
    expect((await evenhand(['severity', '2', '--to', 'critical', '--reason', 'x'], 2)).out).toContain(
      'late by 1 h. It is late by this change, and a deadline that has passed stays missed',
    );
    const down = await evenhand(['severity', '2', '--to', 'high', '--reason', 'a slip'], 2);
    expect(down.out).toContain('late by 1 h.\n');
    expect((await evenhand(['severity', '1', '--to', 'worst', '--reason', 'x'])).err).toContain(
      'There are low, medium, high, critical.',
    );
  });

  it('does many cases one by one, and says what became of each', async () => {
    await evenhand(['resolve', '2']);
    const { out, code } = await evenhand(['resolve', '1', '2', '#3', '99', '1'], 2);
    expect(code).toBe(2);
    expect(out.split('\n')).toEqual([
      expect.stringContaining('EH-1 is resolved.'),
      'EH-2 was resolved 1 h ago: open it again first with "evenhand cases reopen EH-2"',
      expect.stringContaining('EH-3 is resolved.'),
      'there is no case EH-99; "evenhand cases list --all" shows all',
      '2 cases done, 2 refused.',
      '',
    ]);
    expect(await json(['reopen', '1', '3', '99'], 3)).toEqual([
      expect.objectContaining({ id: 'EH-1', isChanged: true, status: 'open', version: 3 }),
      expect.objectContaining({ id: 'EH-3', isChanged: true }),
      {
        id: 'EH-99',
        refused: { code: 'unknown', reason: expect.stringContaining('there is no case EH-99') },
      },
    ]);
  });

  it('reads cases from a file, and does nothing when one of its lines is none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'evenhand-'));
    const file = join(folder, 'cases.txt');
    try {
      writeFileSync(file, 'EH-1\n\n#2\n');
      expect((await evenhand(['take', '--file', file, '--as', 'Kim'])).out).toContain(
        '2 cases done, 0 refused.',
      );
      writeFileSync(file, '3\nEH-x\n');
      expect(await evenhand(['take', '--file', file, '--as', 'Kim'])).toMatchObject({
        code: 2,
        err: `evenhand: ${file}, line 2: a case is written 12, EH-12 or #12, one a line\n`,
      });
      expect(await json(['show', '3'])).toMatchObject({ assignee: null });
      expect((await evenhand(['take', '--file', '-', '--as', 'Bo'], 1, { stdin: '3\n' })).code).toBe(0);
      expect((await evenhand(['take', '--file', join(folder, 'none')])).err).toContain(
        'cannot be read (ENOENT)',
      );
      expect((await evenhand(['take'])).err).toBe('evenhand: name a case, or a file of cases with --file\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('does nothing to a case that changed since it was read', async () => {
    const { version } = (await json(['show', '1'])) as { version: number };
    expect((await evenhand(['take', '1', '--if-version', String(version), '--as', 'Kim'])).code).toBe(0);
    const late = await evenhand(['resolve', '1', '--if-version', String(version)]);
    expect([late.code, late.err]).toEqual([
      2,
      'evenhand: EH-1 has changed since it was read (it is at version 2 now): look at it again, then decide\n',
    ]);
    expect(await json(['show', '1'])).toMatchObject({ status: 'open', version: 2 });
    expect((await evenhand(['resolve', '1', '2', '--if-version', '1'])).err).toContain(
      '--if-version is for one',
    );
    expect((await evenhand(['resolve', '1', '--if-version', '0'])).err).toContain('a whole number from 1');
  });

  it('gives a case to people who are there, and back to nobody', async () => {
    expect((await evenhand(['assign', '1', '--to', 'nobody', '--as', 'kim'], 1, { people })).err).toBe(
      'evenhand: --to nobody: there is nobody of that name; there are kim, robin\n',
    );
    expect((await evenhand(['assign', '1', '--to', 'robin', '--as', 'kim'], 1, { people })).out).toBe(
      'EH-1 is with robin now.\n',
    );
    expect((await evenhand(['release', '1', '--as', 'kim'])).err).toContain('EH-1 was taken by robin');
    expect((await evenhand(['release', '1', '--as', 'robin'])).out).toBe('Nobody has EH-1 now.\n');
  });

  it('keeps a case in dispute for counsel: others see that it exists', async () => {
    const as = (name: string, line: readonly string[]) => evenhand([...line, '--as', name], 1, { people });
    expect((await as('kim', ['dispute', '1', '--reason', 'a suit'])).err).toContain(
      'it needs the clearance counsel',
    );
    expect((await as('robin', ['dispute', '1', '--reason', 'a suit'])).out).toBe(
      'EH-1 is in dispute: it is for counsel only.\n',
    );
    expect((await as('kim', ['show', '1'])).out).toBe('EH-1 is in dispute: it is for counsel only.\n');
    expect(JSON.parse((await as('kim', ['show', '1', '--json'])).out)).toEqual({
      id: 'EH-1',
      inDispute: true,
    });
    expect((await as('robin', ['show', '1'])).out).toContain('text of a');
    const [first] = JSON.parse((await as('kim', ['list', '--json'])).out) as object[];
    expect(first).toMatchObject({ id: 'EH-1', inDispute: true, categories: [], reasons: [] });
    expect((await as('kim', ['take', '1'])).err).toContain('for counsel only');
    expect((await as('robin', ['settle', '1', '--reason', 'withdrawn'])).code).toBe(0);
    expect((await as('kim', ['take', '1'])).code).toBe(0);
  });

  it('merges, unmerges and splits, and says where it goes on and when answers are due', async () => {
    await commitPosts(db, [
      { id: 'a2', at: 0.5, by: 'a', decision: complains('critical', ['account']) },
      {
        id: 'a3',
        at: 0.6,
        by: 'a',
        thread: 'a2',
        parent: 'a2',
        text: 'more',
        decision: complains('low', ['account']),
      },
    ]);
    expect(
      (await evenhand(['merge', '4', '--into', '1', '--note', 'the same parcel', '--as', 'Kim'])).out,
    ).toBe('EH-4 goes on in EH-1: due in 30 min.\n');
    expect((await evenhand(['show', '4'])).out).toContain('merged into EH-1: work on that one');
    expect((await evenhand(['show', '1'])).out).toContain('Kim: took in (EH-4): the same parcel');
    expect((await evenhand(['take', '4'])).err).toContain('EH-4 was merged into EH-1');
    expect((await evenhand(['merge', '2', '--into', '1'])).err).toContain(
      'same words, two customers, two cases',
    );
    expect((await evenhand(['unmerge', '4', '--language', 'de'])).out).toContain(
      'EH-4 ist wieder ein eigener Fall',
    );
    expect((await evenhand(['split', '4', '--posts', '5'])).out).toContain('EH-6 was split off EH-4: due in');
    expect((await evenhand(['split', '4', '--posts', '5'])).err).toContain('EH-4 holds no post 5');
    expect((await evenhand(['split', '4', '--posts', 'a,b'])).err).toContain('with commas between: 34,35');
    expect(await json(['merge', '6', '--into', '4'])).toMatchObject({
      cases: [
        { id: 'EH-6', mergedInto: 'EH-4', posts: 0 },
        { id: 'EH-4', posts: 2 },
      ],
    });
  });

  it('shows examples with every command', async () => {
    for (const name of [
      'assign',
      'release',
      'pend',
      'hold',
      'resume',
      'snooze',
      'severity',
      'dispute',
      'settle',
      'close',
      'merge',
      'unmerge',
      'split',
    ]) {
      const { out, code } = await evenhand([name, '--help']);
      expect([code, out.includes('Examples:\n  evenhand cases')]).toEqual([0, true]);
    }
  });
});
