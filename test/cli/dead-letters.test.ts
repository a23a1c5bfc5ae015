import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Mention } from '../../src/domain/post.ts';
import { encodeBatch } from '../../src/ingest/inbox-codec.ts';
import { makeServedFolder, oneBrand, type ServedFolder } from './run-command.ts';

const mention = (nativeId: string): Mention => ({
  brand: 'velora',
  matchedBy: 'phrase',
  fingerprint: '0000000000000000',
  receivedAt: '2026-01-01T10:00:00.000Z',
  isHistory: true,
  post: {
    kind: 'post',
    source: 'blog',
    nativeId,
    revision: 0,
    author: 'jo',
    authorRole: 'customer',
    thread: nativeId,
    parent: null,
    repostOf: null,
    text: 'Velora never sent my refund and nobody answers my letters!',
    declaredLanguage: null,
    url: null,
    links: [],
    hasImage: false,
    publishedAt: null,
  },
});

describe('evenhand dead-letters', () => {
  let folder: ServedFolder;
  beforeAll(async () => {
    folder = await makeServedFolder();
    folder.write('evenhand.yaml', oneBrand);
    const db = await folder.open();
    for (const id of ['a', 'b', 'c'])
      await db.kysely
        .insertInto('ops.dead_letter')
        .values({
          at: new Date(),
          stage: 'triage',
          source: 'blog',
          native_id: null,
          events: 1,
          is_history: true,
          payload: await encodeBatch({ mentions: [mention(id)], deletions: [] }),
          error: 'no decision within 15 s',
          attempts: 3,
          trace_id: `t-${id}`,
        })
        .execute();
    await db.close();
  }, 60_000);
  afterAll(() => folder.remove());

  it('lists what could not be processed, and its words only when asked', async () => {
    const list = await folder.run(['dead-letters', 'list']);
    expect(list.code).toBe(0);
    expect(list.out).toContain('Could not be processed:');
    expect(list.out).toMatch(/1 +blog +.*3 attempts +no decision within 15 s/);
    expect(list.out).not.toContain('refund');
    const shown = await folder.runHere(['dead-letters', 'list', '--show', '--json']);
    expect(JSON.parse(shown.out)).toMatchObject([
      { id: '1', texts: [expect.stringContaining('refund')] },
      { id: '2' },
      { id: '3' },
    ]);
  }, 60_000);

  it('gives one up with a reason, once', async () => {
    expect(await folder.runHere(['dead-letters', 'discard', '1', '--reason', 'spam'])).toMatchObject({
      code: 0,
    });
    const twice = await folder.runHere(['dead-letters', 'discard', '1', '--reason', 'spam']);
    expect(twice).toMatchObject({ code: 2, out: '' });
    expect(twice.err).toContain('number 1 was retried or given up already');
    expect((await folder.runHere(['dead-letters', 'retry', '1'])).code).toBe(2);
    expect((await folder.runHere(['dead-letters', 'retry', '99'])).err).toContain('number 99 does not exist');
    expect((await folder.runHere(['dead-letters', 'retry', 'x'])).err).toContain('"x" is no id');
    expect((await folder.runHere(['dead-letters', 'retry'])).err).toContain('write --all');
  }, 60_000);

  it('puts the rest back into the inbox, where the next process that decides finds it', async () => {
    const retried = await folder.runHere(['dead-letters', 'retry', '--all']);
    expect(retried).toMatchObject({ code: 0, err: '' });
    expect(retried.out).toContain('2 mentions wait in the inbox again.');
    expect(retried.out).toContain('No service runs that decides');
    const again = await folder.runHere(['dead-letters', 'retry', '--all']);
    expect([again.code, again.out]).toEqual([
      0,
      'Nothing waits to be tried again: everything could be processed.\n',
    ]);
    expect((await folder.runHere(['doctor'])).out).toContain('2 posts wait to be decided');
    folder.write('one.ndjson', '{"text":"Velora is fine"}');
    await folder.runHere(['import', 'one.ndjson']);
    expect((await folder.runHere(['doctor'])).out).toContain('nothing waits to be decided');
    const db = await folder.open();
    const decided = await db.kysely
      .selectFrom('desk.mention')
      .select(['native_id', 'outcome'])
      .where('source', '=', 'blog')
      .orderBy('native_id')
      .execute();
    const kept = await db.kysely.selectFrom('ops.dead_letter').select(['state', 'payload']).execute();
    await db.close();
    expect(decided).toEqual([
      { native_id: 'b', outcome: 'complaint' },
      { native_id: 'c', outcome: 'complaint' },
    ]);
    expect(kept.every(({ payload }) => payload === null)).toBe(true);
  }, 60_000);
});
