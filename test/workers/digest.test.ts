import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { ChannelConfig } from '../../config/config.ts';
import { defaultGroup, defaultHours, defaultSla } from '../../config/defaults.ts';
import type { Brand } from '../../src/domain/brand.ts';
import { createWebhookChannel } from '../../src/notify/channels/webhook.ts';
import type { Database } from '../../src/postgres/database.ts';
import {
  type CommsChannel,
  commsChannel,
  type DigestDeps,
  dueDigest,
  startDigests,
  writeDailyDigests,
} from '../../workers/digest.worker.ts';
import { ago, hourMs, putCases, putMentions, putSource, wipe } from '../digest/digest-desk.ts';
import { type Engine, embeddedEngine, hasPostgres, postgresEngine } from '../support/engines.ts';

const engines: [string, () => Promise<Engine>][] = [['embedded', () => Promise.resolve(embeddedEngine())]];
if (hasPostgres) engines.push(['postgres', postgresEngine]);

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
  let engine: Engine;
  let db: Database;
  let dir = '';
  beforeAll(async () => {
    engine = await start();
    db = await engine.open();
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await engine.dispose();
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

  it('catches up at the start and lets a run end before it stops', async () => {
    const digests = startDigests(deps(noon));
    await digests.run();
    await digests.stop();
    expect(readdirSync(dir)).toHaveLength(2);
  });
});
