import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { letterTray } from '../../src/digest/letter-tray.ts';
import type { Channel, Delivery } from '../../src/notify/channels/channel.ts';
import { disableChannel, insertFrozen } from '../../src/notify/delivery.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { DeliveryEvent } from '../../workers/deliver.ts';
import { type LetterDeps, type Letters, startLetters } from '../../workers/letters.ts';
import { putMentions } from '../digest/digest-desk.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { keepRecord } from '../support/engines.ts';
import { clockAt } from '../support/line.ts';

const bytes = Buffer.from('spread: 12,000,000');

describe('letters under seal', () => {
  let db: Database;
  const clock = clockAt('2031-05-20T09:00:00Z');
  const events: DeliveryEvent[] = [];
  const errors: string[] = [];
  const answers: Delivery[] = [];
  const sent: { id: string; body: string }[] = [];
  const press: Channel = {
    name: 'press',
    kind: 'webhook',
    contentType: 'text/plain',
    render: () => bytes,
    send: ({ id, body }) => {
      sent.push({ id, body: Buffer.from(body).toString() });
      return Promise.resolve(answers.shift() ?? { kind: 'delivered' });
    },
  };
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await sql`truncate sealed.letter, desk.channel, desk.mention`.execute(db.kysely);
    for (const list of [events, answers, sent, errors]) list.length = 0;
    clock.set('2031-05-20T09:00:00Z');
  });

  const write = (id: string, body: Uint8Array = bytes, memberIds: readonly string[] = []): Promise<void> =>
    db.transaction('reach', (tx) =>
      insertFrozen(
        tx,
        letterTray,
        [{ id, channel: 'press', kind: 'letter', memberIds, body, contentType: 'text/plain' }],
        clock.now(),
      ),
    );
  const start = (more: Partial<LetterDeps> = {}): Promise<Letters> =>
    startLetters({
      db,
      clock,
      comms: { channel: press, language: 'en' },
      renew: () => Promise.reject(new Error('no letter of this test repeats a deleted post')),
      fetch: () => Promise.reject(new Error('no channel of this test fetches')),
      onDelivery: (event) => void events.push(event),
      onError: (what, error) => void errors.push(`${what}: ${error.message}`),
      ...more,
    });
  const run = async (more: Partial<LetterDeps> = {}): Promise<void> => {
    const letters = await start(more);
    await letters.run();
    await letters.stop();
  };
  const rows = async () =>
    (
      await sql<{ state: string; attempts: number; body: Buffer | null; last_error: string | null }>`
        select state, attempts, body, last_error from sealed.letter order by notification_id`.execute(
        db.kysely,
      )
    ).rows;

  it('are sent byte for byte as they were frozen, once, and then kept without them', async () => {
    await write('d1');
    await write('d1', Buffer.from('other words of a second process'));
    await run();
    await run();
    expect(sent).toEqual([{ id: 'd1', body: bytes.toString() }]);
    expect(await rows()).toEqual([{ state: 'delivered', attempts: 1, body: null, last_error: null }]);
    expect(errors).toEqual([]);
  });

  it('are tried again with the same id and bytes, at the next start at the latest', async () => {
    await write('d1');
    answers.push({ kind: 'transient', reason: 'http_503', retryAfterMs: 3_600_000 });
    await run();
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 1, last_error: 'http_503' }]);
    clock.set('2031-05-20T09:00:30Z');
    await run();
    expect(sent.map(({ id, body }) => [id, body])).toEqual([
      ['d1', bytes.toString()],
      ['d1', bytes.toString()],
    ]);
    expect(await rows()).toMatchObject([{ state: 'delivered' }]);
  });

  it('switch a channel off that is gone, and wait until a start switches it on', async () => {
    await write('d1');
    await write('d2');
    answers.push({ kind: 'permanent', reason: 'gone', disables: true });
    await run();
    expect(sent).toHaveLength(1);
    expect(await rows()).toMatchObject([
      { state: 'pending', attempts: 1, last_error: 'gone' },
      { state: 'pending', attempts: 0 },
    ]);
    await run();
    expect(sent.map(({ id }) => id)).toEqual(['d1', 'd1', 'd2']);
  });

  it('stay where they are while their channel is switched off', async () => {
    await db.transaction('desk', (tx) => disableChannel(tx, 'press', 'gone', clock.now()));
    await write('d1');
    await run({ comms: null });
    expect(await rows()).toMatchObject([{ state: 'pending', attempts: 0 }]);
  });

  it('are given up where comms has no channel any more', async () => {
    await write('d1');
    await run({ comms: null });
    expect(await rows()).toEqual([
      { state: 'failed', attempts: 1, body: null, last_error: 'channel_not_configured' },
    ]);
    expect(sent).toEqual([]);
  });

  describe('that repeat deleted words', () => {
    const erase = (id: string, at: string) =>
      sql`update desk.mention set text = null, author = null, erased_at = ${at} where native_id = ${id}`.execute(
        db.kysely,
      );
    const wordsLeft = async (id: string) => {
      const { rows: kept } = await sql<{ text: string }>`
        select text from desk.mention where text is not null order by native_id`.execute(db.kysely);
      const body = Buffer.from(kept.map(({ text }) => text).join(' and '));
      return { id, channel: 'press', kind: 'letter', memberIds: ['x|t'], body, contentType: '' } as const;
    };

    it('are frozen anew for each deletion, though one that shows later bears an earlier time', async () => {
      await putMentions(
        db,
        ['p1', 'p2', 'p3'].map((id) => ({ native_id: id, thread: 't', text: `words of ${id}` })),
      );
      await write('d1', Buffer.from('words of p1 and words of p2 and words of p3'), ['x|t']);
      const letters = await start({ renew: wordsLeft });
      const look = async () => {
        answers.push({ kind: 'transient', reason: 'http_503' });
        await sql`update sealed.letter set next_attempt_at = created_at`.execute(db.kysely);
        await letters.run();
        return sent.at(-1)?.body;
      };
      await erase('p1', '2031-05-20T09:00:00.100Z');
      expect(await look()).toBe('words of p2 and words of p3');
      await erase('p2', '2031-05-20T09:00:00.050Z');
      expect(await look()).toBe('words of p3');
      await erase('p3', '2031-05-20T09:00:00.100Z');
      expect(await look()).toBe('');
      await letters.stop();
    });

    it('wait alone while they cannot be frozen anew, and go without the words when they can', async () => {
      await putMentions(db, [{ native_id: 'p1', thread: 't' }]);
      await erase('p1', '2031-05-20T09:00:00Z');
      await write('a-stale', bytes, ['x|t']);
      await write('b-other');
      let tries = 0;
      const letters = await start({
        renew: (id) => {
          tries += 1;
          return tries < 3 ? Promise.reject(new Error('a word that no channel renders')) : wordsLeft(id);
        },
      });
      await letters.run();
      expect(sent.map(({ id }) => id)).toEqual(['b-other']);
      expect(errors).toEqual(['letter a-stale: a word that no channel renders']);
      for (const time of ['09:00:20', '09:00:35', '09:01:02']) {
        clock.set(`2031-05-20T${time}Z`);
        await letters.run();
        expect([sent.length, errors.length]).toEqual([1, time === '09:00:20' ? 1 : 2]);
      }
      clock.set('2031-05-20T09:01:36Z');
      await letters.run();
      await letters.stop();
      expect(sent.slice(1)).toEqual([{ id: 'a-stale', body: '' }]);
    });
  });
});
