import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerReview } from '../../src/cli/review.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { hour, listed } from '../cases/fold-samples.ts';
import { emptyRecord, readCases } from '../support/desk-rows.ts';
import { embeddedEngine } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

describe('evenhand review', () => {
  const engine = embeddedEngine();
  let db: Database;
  beforeAll(async () => {
    db = await engine.open();
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await engine.dispose();
  });
  beforeEach(() => emptyRecord(db));

  const evenhand = (line: readonly string[], at = 5) =>
    runCommand(registerReview, ['review', ...line], { db, now: hour(at) });
  const json = async (line: readonly string[], at = 5): Promise<unknown> =>
    JSON.parse((await evenhand([...line, '--json'], at)).out);
  const posts = () =>
    commitPosts(db, [
      { id: 'q', at: 1, by: 'q', text: 'Does the night train run today?', decision: listed('question') },
      {
        id: 'u',
        at: 1,
        by: 'u',
        text: 'Well.\u001b[31m Great service\u202e again.',
        decision: listed('unsure', true),
      },
      {
        id: 's',
        at: 1,
        by: 's',
        brand: 'seeweg',
        text: 'Read what happened to this man',
        decision: listed('relay'),
      },
    ]);

  it('lists what opened no case with its number and reason, the unsure first, and steers no terminal', async () => {
    await posts();
    const { out } = await evenhand([]);
    expect(out.indexOf('not certain, a person should look [unsure]')).toBeLessThan(
      out.indexOf('a question or request'),
    );
    expect(out).toContain('2  not certain');
    expect(out).toContain('Well. [31m Great service  again.');
    expect(out).toContain('evenhand review open NUMBER');
    expect((await evenhand(['list', '--language', 'de'])).out).toContain('eine Frage oder Bitte');
  });

  it('opens no post of a brand for which somebody does not work, and names no case that is kept from them', async () => {
    await posts();
    const tess: Person = {
      name: 'tess',
      roles: ['agent'],
      languages: ['en'],
      brands: ['seeweg'],
      clearances: [],
      line: [],
      email: null,
    };
    const open = (id: string) =>
      runCommand(
        registerReview,
        ['review', 'open', id, '--severity', 'low', '--reason', 'x', '--as', 'tess'],
        { db, now: hour(5), people: [tess] },
      );
    expect(await open('1')).toMatchObject({
      code: 2,
      err: expect.stringContaining('"tess" works for seeweg, and this is about nordbahn'),
    });
    expect(await readCases(db)).toEqual([]);
    await open('3');
    expect((await open('3')).err).toContain('EH-1');
    await sql`update desk."case" set danger = 'product'`.execute(db.kysely);
    const again = await open('3');
    expect(again.err).toContain('belongs to a case already, which is kept from you');
    expect(again.err).not.toContain('EH-1');
    // Not even by what is filed there now.
    await sql`update desk.mention set case_id = null where mention_id = 3`.execute(db.kysely);
    const joined = await open('3');
    expect([joined.code, joined.out]).toEqual([0, 'It is filed, at a case that is kept from you.\n']);
  });

  it('keeps to a reason and a brand, and gives an array to scripts', async () => {
    await posts();
    expect(await json(['list', '--reason', 'relay'])).toMatchObject([
      { id: '3', brand: 'seeweg', reason: 'relay', case: null },
    ]);
    expect(await json(['--brand', 'seeweg'])).toHaveLength(1);
    const [first] = (await json(['--limit', '1'])) as { cursor: string }[];
    expect(await json(['--after', first?.cursor ?? ''])).toHaveLength(2);
    expect((await evenhand(['--after', 'x'])).err).toContain('--after "x" is no cursor of the review list');
    expect((await evenhand(['--reason', 'boring'])).code).toBe(2);
  });

  it('opens a case by its number, once', async () => {
    await posts();
    const { out, code } = await evenhand([
      'open',
      '1',
      '--severity',
      'high',
      '--reason',
      'waits on a platform',
      '--as',
      'Kim',
      '--category',
      'service',
    ]);
    expect(code).toBe(0);
    expect(out).toBe(
      'EH-1 is open, high: late by 0 s.\n  evenhand cases show EH-1\n'.replace('late by', 'due in'),
    );
    expect(await readCases(db)).toMatchObject([{ case_id: '1', severity: 'high' }]);
    expect((await evenhand(['open', '1', '--severity', 'low', '--reason', 'again'])).err).toContain(
      'belongs to EH-1 already',
    );
    expect(await json([])).toHaveLength(2);
  });

  it('refuses in one sentence what is no number, no severity, no reason or no post', async () => {
    await posts();
    for (const [line, said] of [
      [['open', '99', '--severity', 'low', '--reason', 'x'], 'there is no post 99 on the review list'],
      [['open', 'first', '--severity', 'low', '--reason', 'x'], 'A post has a number'],
      [['open', '1', '--severity', 'vip', '--reason', 'x'], 'There are low, medium, high, critical.'],
      [['open', '1', '--severity', 'low', '--reason', ' '], '--reason must say why'],
      [['open', '1', '--severity', 'low'], "required option '--reason <text>' not specified"],
    ] as const) {
      const { err, code, out } = await evenhand(line);
      expect(err).toContain(said);
      expect([code, out]).toEqual([2, '']);
    }
    expect(await readCases(db)).toEqual([]);
  });

  it('draws the same sample all day', async () => {
    await commitPosts(
      db,
      Array.from({ length: 40 }, (_, i) => ({ id: `p${i}`, at: 1, by: `p${i}`, decision: listed('praise') })),
    );
    const morning = await json(['sample'], 17);
    expect(morning).toHaveLength(20);
    expect(await json(['sample'], 38)).toEqual(morning);
  });
});
