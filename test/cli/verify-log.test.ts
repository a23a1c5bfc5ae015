import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actOnCase } from '../../src/cases/action.store.ts';
import type { CaseAction } from '../../src/cases/life/action-types.ts';
import type { LogRoot } from '../../src/cases/log/root.store.ts';
import { registerVerifyLog } from '../../src/cli/verify-log.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { keepLog, startLogKeeper } from '../../workers/log-keeper.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { putActivities, tamper } from '../cases/log-desk.ts';
import { insertWaiting } from '../cases/waiting-cases.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

describe.each(engines)('evenhand verify-log on %s', (_name, start) => {
  let db: Database;
  let dir: string;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'evenhand-roots-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  beforeEach(async () => {
    await emptyRecord(db);
    for (const name of readdirSync(dir)) rmSync(join(dir, name));
  });

  /** With the two cases that they are of. */
  const put = async (told: Parameters<typeof putActivities>[1]): Promise<void> => {
    await insertWaiting(db, [{}, {}].slice(0, Math.max(...told.map(([caseId]) => caseId))));
    await putActivities(db, told);
  };
  const roots: LogRoot[] = [];
  const keep = (at: number) =>
    keepLog({
      db,
      dir,
      clock: { now: () => hour(at) },
      onRoot: (root) => roots.push(root),
      onError: (_what, error) => {
        throw error;
      },
    });
  const evenhand = (...line: readonly string[]) =>
    runCommand(registerVerifyLog, ['verify-log', ...line], { db, now: hour(30) });
  const json = async (...line: readonly string[]): Promise<unknown> =>
    JSON.parse((await evenhand(...line, '--json')).out);
  const file = (): string => join(dir, '2026-05-04.jsonl');

  it('says that all is as it was sealed, against the root of a file and against its letters', async () => {
    await put([
      [1, 'a'],
      [2, null],
    ]);
    expect(await evenhand()).toMatchObject({
      code: 0,
      out: expect.stringContaining('2 activities are not sealed'),
    });
    expect(await keep(24)).toBe(2);
    expect(readFileSync(file(), 'utf8').split('\n')).toHaveLength(4);
    const whole = await evenhand('--root', file());
    expect([whole.code, whole.out]).toEqual([
      0,
      '2 activities of 2 cases are as they were sealed.\n2 cases are older than the telling of changes, and could not be compared.\nA root that was kept outside agrees, for all up to 2026-05-04 (UTC).\n',
    ]);
    const letters = roots.at(-1)?.root ?? '';
    expect((await evenhand('--print-root')).out).toBe(`2026-05-04 ${letters}\n`);
    expect(await evenhand('--root', letters)).toMatchObject({ code: 0 });
    expect((await evenhand('--language', 'de')).out).toContain('Außerhalb wurde keine Wurzel verwahrt');
    await putActivities(db, [[2, 'c']]);
    await keep(25);
    expect((await evenhand('--root', file())).out.replaceAll(/\s+/g, ' ')).toContain(
      'for all up to 2026-05-04 (UTC). One activity came later: no root covers it yet.',
    );
  });

  it('makes one root a day, and writes a file again only while it is fresh', async () => {
    await put([[1, 'a']]);
    await keep(24);
    rmSync(file());
    await keep(25);
    expect(readdirSync(dir)).toEqual(['2026-05-04.jsonl']);
    await keep(49);
    expect(readdirSync(dir)).toEqual(['2026-05-04.jsonl', '2026-05-05.jsonl']);
    rmSync(file());
    await keep(50);
    expect(readdirSync(dir)).toEqual(['2026-05-05.jsonl']);
    expect(await countRows(db, 'ops.log_root')).toBe(2);
  });

  it('names case and activity of what was changed, with code 2', async () => {
    await put([
      [1, 'a'],
      [2, 'b'],
      [1, 'c'],
    ]);
    await keep(24);
    await tamper(db, `update desk.activity set value = 'other' where activity_id = 3`);
    const { code, out } = await evenhand('--root', file());
    expect(code).toBe(2);
    expect(out).toContain(
      'One of 3 activities is not as it was sealed:\n- EH-1, activity 2 (internal note, 2026-',
    );
    expect(await json('--root', file())).toMatchObject({
      isIntact: false,
      differences: 1,
      first: [{ kind: 'changed', caseId: 'EH-1', seq: 2 }],
    });
  });

  it('finds what only the root outside can tell: the end of the log cut off, or another log altogether', async () => {
    await put([
      [1, 'a'],
      [2, 'b'],
    ]);
    await keep(24);
    const letters = roots.at(-1)?.root ?? '';
    await tamper(
      db,
      'delete from desk.activity where activity_id = 2; delete from desk.activity_seal where activity_id = 2',
    );
    await tamper(db, 'delete from ops.log_root');
    expect((await evenhand()).out).toContain('- EH-2: there without any activity');
    await tamper(db, 'delete from desk."case" where case_id = 2');
    expect(await evenhand()).toMatchObject({ code: 0 });
    expect(await evenhand('--root', letters)).toMatchObject({
      code: 2,
      out: expect.stringContaining(`No day has the root ${letters.slice(0, 12)}…`),
    });
    expect((await evenhand('--root', file())).out).toContain(
      'EH-2, activity 1: there on 2026-05-04, says the root that was kept outside, and',
    );
  });

  it('names the case and the fields of what was changed in a case without an activity', async () => {
    await commitPosts(db, [
      { id: 'a', at: 0, decision: complains('high') },
      { id: 'b', at: 0.5, by: 'bob', decision: complains('low') },
    ]);
    const take: CaseAction = { kind: 'take', takeOver: false };
    await db.transaction('desk', (tx) =>
      actOnCase(tx, { caseId: '1', action: take, actor: 'kim', now: hour(1), dueUnder }),
    );
    await keep(24);
    expect((await evenhand()).out).toContain('2 cases stand as their activities tell.');
    await tamper(
      db,
      `update desk."case" set due_at = due_at + interval '1 day', assignee = 'mo' where case_id = 1`,
    );
    await tamper(
      db,
      `insert into desk."case" select (jsonb_populate_record(c, '{"case_id": 9, "threads": ["x"]}')).* from desk."case" c where case_id = 2`,
    );
    await tamper(db, `delete from desk."case" where case_id = 2`);
    const { code, out } = await evenhand();
    expect(code).toBe(2);
    for (const said of [
      '3 cases do not stand as their activities tell:',
      '- EH-1: changed without an activity: dueAt, assignee',
      '- EH-9: there without any activity',
      '- EH-2: gone, and its activities are there',
    ])
      expect(out).toContain(said);
    expect((await evenhand('--language', 'de')).out).toContain(
      'EH-1: ohne Aktivität geändert: dueAt, assignee',
    );
    expect(await json()).toMatchObject({
      isIntact: false,
      differences: 0,
      rows: { cases: 2, differences: 3, first: [{ caseId: 'EH-1', fields: ['dueAt', 'assignee'] }, {}, {}] },
    });
  });

  it('refuses what is no root, naming file and line', async () => {
    const bad = join(dir, 'bad.jsonl');
    for (const [text, said] of [
      ['', `${bad}:1: this is no root as Evenhand writes it`],
      ['{"day":"2026-05-04"}\n', `${bad}:1: `],
      [
        `${JSON.stringify({ day: '2026-05-04', root: 'a'.repeat(64), previous: '', upTo: '1', cases: 1 })}\n{"case":"x"}\n`,
        `${bad}:2: `,
      ],
    ] as const) {
      writeFileSync(bad, text);
      expect(await evenhand('--root', bad)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining(said),
      });
    }
    expect(await evenhand('--root', join(dir, 'none'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('does not exist: name a file of roots/'),
    });
  });

  it('ends its keeper without work left over', async () => {
    const keeper = startLogKeeper({
      db,
      dir: null,
      clock: { now: () => hour(0) },
      onRoot: () => undefined,
      onError: () => undefined,
    });
    await expect(keeper.stop()).resolves.toBeUndefined();
  });
});
