import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { ChannelConfig } from '../../config/channel-config.ts';
import { defaultGroup, defaultHours, defaultSla } from '../../config/defaults.ts';
import type { Brand } from '../../src/domain/brand.ts';
import type { Delivery } from '../../src/notify/channels/channel.ts';
import { createWebhookChannel } from '../../src/notify/channels/webhook.ts';
import type { FrozenNotification } from '../../src/notify/content.ts';
import type { Database } from '../../src/postgres/database.ts';
import {
  commsChannel,
  type DigestDeps,
  dueDigest,
  startDigests,
  writeDailyDigests,
} from '../../workers/digest.worker.ts';
import { type CommsChannel, freezeLetterAgain } from '../../workers/digest-letter.ts';
import { startLetters } from '../../workers/letters.ts';
import { ago, hourMs, putCases, putMentions, putSamples, putSource, wipe } from '../digest/digest-desk.ts';
import { engines, keepRecord } from '../support/engines.ts';

const brandOf = (id: string, timezone: string): Brand => ({
  id,
  names: [id === 'nordlicht' ? 'Nordlicht' : id],
  handles: [],
  phrases: [],
  exclusions: { phrases: [], authors: [] },
  languages: ['en', 'de'],
  accounts: { support: [], brand: [], executives: [], staff: [] },
  calendar: { timezone, hours: defaultHours },
  sla: defaultSla,
  onCall: [],
});
const seven = 7 * 60;
const wired: CommsChannel = {
  channel: createWebhookChannel({
    name: 'press',
    url: 'http://127.0.0.1:9',
    secrets: [`whsec_${Buffer.alloc(32, 7).toString('base64')}`],
  }),
  language: 'de',
};
const channelFor = (audience: ChannelConfig['audience']): ChannelConfig => ({
  kind: 'console',
  name: 'press',
  language: 'de',
  audience,
  group: defaultGroup,
});

describe('the hour of a digest', () => {
  const at = (timezone: string, now: string) => dueDigest(brandOf('b', timezone), seven, new Date(now));

  it('comes by the calendar of the brand', () => {
    expect(at('Europe/Berlin', '2031-01-10T05:59:00Z')).toBeNull();
    expect(at('Europe/Berlin', '2031-01-10T06:00:00Z')).toMatchObject({ day: '2031-01-10' });
    expect(at('Pacific/Auckland', '2031-01-09T18:00:00Z')).toMatchObject({ day: '2031-01-10' });
    expect(at('America/Los_Angeles', '2031-01-10T06:00:00Z')).toMatchObject({ day: '2031-01-09' });
  });

  it('covers 23 hours when clocks go forward and 25 when they go back', () => {
    const hours = (now: string): number => {
      const due = at('Europe/Berlin', now);
      return due === null ? 0 : (due.at.getTime() - due.from.getTime()) / hourMs;
    };
    expect(hours('2031-03-30T12:00:00Z')).toBe(23);
    expect(hours('2031-10-26T12:00:00Z')).toBe(25);
    expect(hours('2031-07-01T12:00:00Z')).toBe(24);
  });
});

describe('the channel of a digest', () => {
  const config = (audience: ChannelConfig['audience']) => ({
    channels: [channelFor(audience)],
    digest: { atMinute: seven, dir: '/nowhere', channel: 'press' },
  });

  it('is one for comms alone: what leads hear holds no reach', () => {
    expect(commsChannel(config(['comms']), [wired])).toBe(wired);
    for (const audience of [['leads'], ['on_call'], ['comms', 'leads']] as const)
      expect(() => commsChannel(config(audience), [wired])).toThrow(/audience: comms/);
  });

  it('is none where none is named', () => {
    const none = { ...config(['leads']), digest: { atMinute: seven, dir: '/nowhere', channel: null } };
    expect(commsChannel(none, [wired])).toBeNull();
  });
});

describe.each(engines)('daily digests on %s', (_name, start) => {
  let db: Database;
  let dir = '';
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'evenhand-digests-'));
    await wipe(db);
    await putSource(db, { name: 'x' });
    await putMentions(db, [
      { native_id: 'p1', case_id: 1, outcome: 'complaint', text: 'mail me: a.b@c.example' },
    ]);
    await putCases(db, [{ case_id: 1, threads: ['p1'], severity: 'high' }]);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  const errors: string[] = [];
  const deps = (time: Date, more: Partial<DigestDeps> = {}): DigestDeps => ({
    db,
    clock: { now: () => time },
    brands: [brandOf('nordlicht', 'Europe/Berlin')],
    digest: { atMinute: seven, dir, channel: 'press' },
    comms: wired,
    onError: (what, error) => errors.push(`${what}: ${error.message}`),
    ...more,
  });
  const letters = async () =>
    (
      await sql<{ notification_id: string; channel: string; kind: string; body: Buffer; state: string }>`
        select notification_id, channel, kind, body, state from sealed.letter order by 1`.execute(db.kysely)
    ).rows;
  // 2031-05-20T09:00Z is 11:00 in Berlin.
  const noon = ago(-hourMs);

  it('writes Markdown and HTML and queues one letter for comms, masked, in the language of the channel', async () => {
    expect(await writeDailyDigests(deps(noon))).toEqual(['nordlicht-2031-05-20']);
    expect(readdirSync(dir).sort()).toEqual(['nordlicht-2031-05-20.html', 'nordlicht-2031-05-20.md']);
    const markdown = readFileSync(join(dir, 'nordlicht-2031-05-20.md'), 'utf8');
    expect(markdown).toContain('Was sich verbreitet und wer wartet');
    expect(markdown).toContain('EH-1');
    expect(markdown).not.toContain('a.b@c.example');
    const [letter, ...others] = await letters();
    expect(others).toEqual([]);
    expect(letter).toMatchObject({
      notification_id: 'digest-nordlicht-2031-05-20',
      channel: 'press',
      kind: 'letter',
      state: 'pending',
    });
    const event = JSON.parse(letter?.body.toString() ?? '') as { type: string; data: { title: string } };
    expect(event).toMatchObject({
      type: 'digest.ready',
      data: { title: 'Nordlicht: Was sich verbreitet und wer wartet' },
    });
    expect(letter?.body.toString()).not.toMatch(/a\.b@c\.example|author-of/);
  });

  it('writes nothing before its hour, and only files where no channel is configured', async () => {
    expect(await writeDailyDigests(deps(ago(5 * hourMs)))).toEqual([]);
    expect(readdirSync(dir)).toEqual([]);
    expect(await writeDailyDigests(deps(noon, { comms: null }))).toHaveLength(1);
    expect([readdirSync(dir).length, await letters()]).toEqual([2, []]);
  });

  it('writes once a day, however many processes look and however often they start', async () => {
    const made = await Promise.all([1, 2, 3, 4].map(() => writeDailyDigests(deps(noon))));
    expect(made.flat()).toEqual(['nordlicht-2031-05-20']);
    expect(await writeDailyDigests(deps(ago(-10 * hourMs)))).toEqual([]);
    expect(await writeDailyDigests(deps(ago(-25 * hourMs)))).toEqual(['nordlicht-2031-05-21']);
    expect(await letters()).toHaveLength(2);
  });

  it('is taken over when the process that claimed it is gone, and told of once', async () => {
    await sql`insert into ops.digest_day values ('nordlicht', '2031-05-20', ${noon}, null)`.execute(
      db.kysely,
    );
    expect(await writeDailyDigests(deps(noon))).toEqual([]);
    const later = new Date(noon.getTime() + 5 * 60_000);
    expect(await writeDailyDigests(deps(later))).toEqual(['nordlicht-2031-05-20']);
    expect(await letters()).toHaveLength(1);
  });

  it('gives the day back when it cannot be written, says so, and leaves no half of a file', async () => {
    writeFileSync(join(dir, 'file'), 'in the way');
    const blocked = { atMinute: seven, dir: join(dir, 'file'), channel: null };
    expect(await writeDailyDigests(deps(noon, { digest: blocked }))).toEqual([]);
    expect(errors.at(-1)).toMatch(/digest of nordlicht/);
    expect(await letters()).toEqual([]);
    expect(await writeDailyDigests(deps(noon))).toHaveLength(1);
    expect(readdirSync(dir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('tells nothing of a day on which the record was not yet there', async () => {
    await sql`insert into desk.policy values ('v1', '{}', ${ago(hourMs)})`.execute(db.kysely);
    expect(await writeDailyDigests(deps(noon))).toEqual([]);
    expect(await writeDailyDigests(deps(ago(-25 * hourMs)))).toHaveLength(1);
  });

  it('freezes a letter anew from what is left when words that it repeats are deleted before it is sent', async () => {
    await putMentions(db, [
      { native_id: 'p2', thread: 'p1', parent: 'p1', text: 'mine as well' },
      { native_id: 'p9', text: 'of another thread' },
    ]);
    await sql`update desk.mention set text = 'the lamp came in pieces' where native_id = 'p1'`.execute(
      db.kysely,
    );
    await putSamples(db, [
      { native_id: 'p1', reposts: 10, observed_at: ago(2 * hourMs) },
      { native_id: 'p1', reposts: 400, observed_at: ago(hourMs) },
    ]);
    expect(await writeDailyDigests(deps(noon))).toHaveLength(1);
    const [before] = await letters();
    expect(before?.body.toString()).toContain('the lamp came in pieces');
    const sent: FrozenNotification[] = [];
    const errors: unknown[] = [];
    let answer: Delivery = { kind: 'transient', reason: 'http_503' };
    const comms: CommsChannel = {
      ...wired,
      channel: {
        ...wired.channel,
        send: (frozen) => {
          sent.push(frozen);
          return Promise.resolve(answer);
        },
      },
    };
    let renewals = 0;
    const run = async (): Promise<void> => {
      await sql`update sealed.letter set next_attempt_at = created_at`.execute(db.kysely);
      const writer = deps(noon, { comms });
      const stage = await startLetters({
        ...writer,
        fetch: () => Promise.reject(new Error('nothing is fetched')),
        onDelivery: () => undefined,
        onError: (_what, error) => void errors.push(error),
        renew: (id, at) => {
          renewals += 1;
          return freezeLetterAgain(id, at, writer);
        },
      });
      await stage.run();
      await stage.run();
      await stage.stop();
    };
    const erase = (id: string) =>
      sql`update desk.mention set text = null, author = null, erased_at = ${noon} where native_id = ${id}`.execute(
        db.kysely,
      );
    await erase('p9');
    await run();
    expect([renewals, sent.length]).toEqual([0, 1]);
    await erase('p1');
    await run();
    expect(renewals).toBe(1);
    const [waiting] = await letters();
    expect(waiting?.body.toString()).not.toContain('the lamp');
    answer = { kind: 'delivered' };
    await run();
    expect(sent.map(({ id }) => id)).toEqual(Array(3).fill('digest-nordlicht-2031-05-20'));
    expect(sent.map(({ body }) => Buffer.from(body).toString().includes('the lamp'))).toEqual([
      true,
      false,
      false,
    ]);
    const said = JSON.parse(Buffer.from(sent.at(-1)?.body ?? []).toString()) as { type: string };
    expect([said.type, errors]).toEqual(['digest.ready', []]);
  });

  it('gives a letter up whose words are deleted and whose brand is no longer configured', async () => {
    await sql`insert into sealed.letter (notification_id, channel, kind, members, content_type, body, created_at, next_attempt_at)
      values ('digest-gone-2031-05-20', 'press', 'letter', '["x|p1"]', 'text/plain', ${Buffer.from('words')}, ${noon}, ${noon})`.execute(
      db.kysely,
    );
    await sql`update desk.mention set text = null, erased_at = ${noon} where native_id = 'p1'`.execute(
      db.kysely,
    );
    const writer = deps(noon);
    const stage = await startLetters({
      ...writer,
      fetch: () => Promise.reject(new Error('nothing is fetched')),
      onDelivery: () => undefined,
      renew: (id, at) => freezeLetterAgain(id, at, writer),
    });
    await stage.run();
    await stage.stop();
    expect(await letters()).toMatchObject([{ state: 'failed', body: null }]);
  });

  it('catches up at the start and lets a run end before it stops', async () => {
    const digests = startDigests(deps(noon));
    await digests.run();
    await digests.stop();
    expect(readdirSync(dir)).toHaveLength(2);
  });
});
