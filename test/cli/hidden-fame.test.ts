import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { defaultAcknowledgement } from '../../config/defaults.ts';
import { registerCases } from '../../src/cli/cases.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { emptyRecord, readActivities } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

/** A post whose ids and address all carry who wrote it. */
const address = 'https://famous-author.example/@famous/posts/1';

describe.each(engines)('what a case shows before it is taken, on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, [
      {
        id: address,
        thread: address,
        url: address,
        text: 'Charged twice.',
        at: 0,
        by: 'famous',
        decision: complains('high'),
      },
    ]);
  });

  const evenhand = (...line: readonly string[]) =>
    runCommand(registerCases, ['cases', ...line], { db, now: hour(1) });

  it('is neither the address, nor the author, nor an id that holds them; once taken it is told', async () => {
    for (const line of [['list'], ['list', '--json'], ['show', '1'], ['show', '1', '--json']]) {
      const { out, code } = await evenhand(...line);
      expect(code).toBe(0);
      expect(out).not.toMatch(/famous/);
    }
    await evenhand('take', '1', '--as', 'kim');
    expect((await evenhand('show', '1')).out).toContain(address);
    expect((await evenhand('show', '1', '--json')).out).toContain(`"nativeId": "${address}"`);
  });

  it('opens the original with a reason, which stands at the case each time', async () => {
    expect(await evenhand('open', '1', '--as', 'kim')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('nobody works on EH-1 yet: say with --reason'),
    });
    expect(await readActivities(db)).toHaveLength(1);
    const opened = await evenhand('open', '1', '--as', 'kim', '--reason', 'the image');
    expect(opened.out).toBe(
      `${address}\nNoted at EH-1: the original was opened before anybody took the case.\n`,
    );
    await evenhand('open', '1', '--as', 'kim', '--reason', 'again');
    const { out } = await evenhand('show', '1');
    expect(out).toContain('kim: opened the original before taking the case: the image');
    expect(out).toContain(': again');
    expect(out).not.toContain('famous');
  });

  it('asks for no reason, and notes nothing, once somebody works on it', async () => {
    await evenhand('take', '1', '--as', 'kim');
    const before = (await readActivities(db)).length;
    expect(JSON.parse((await evenhand('open', '1', '--as', 'kim', '--json')).out)).toEqual({
      id: 'EH-1',
      urls: [address],
      isNoted: false,
    });
    expect(await readActivities(db)).toHaveLength(before);
    expect((await evenhand('open', '9', '--as', 'kim')).err).toContain('there is no case EH-9');
  });

  it('acknowledges everybody with the same text, in the language of the case or the one asked for', async () => {
    expect((await evenhand('acknowledge', '1')).out).toBe(`${defaultAcknowledgement.en}\n`);
    await sql`update desk."case" set language = 'de'`.execute(db.kysely);
    expect((await evenhand('acknowledge', '1')).out).toBe(`${defaultAcknowledgement.de}\n`);
    expect(JSON.parse((await evenhand('acknowledge', '1', '--text', 'en', '--json')).out)).toEqual({
      id: 'EH-1',
      language: 'en',
      text: defaultAcknowledgement.en,
    });
    expect((await evenhand('acknowledge', '9')).err).toContain('there is no case EH-9');
  });
});
