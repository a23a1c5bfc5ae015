import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import { createWebhookChannel } from '../../src/notify/channels/webhook.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import type { Source } from '../../src/sources/source.ts';
import { type Service, startService } from '../../workers/service.ts';
import { type Stage, stages } from '../../workers/stages.ts';
import { openReceiver, type Receiver } from '../notify/support/receiver.ts';
import { testConfig } from '../support/config.ts';
import { countRows, readActivities, readCases, readMentions } from '../support/desk-rows.ts';
import { type Ground, grounds } from '../support/grounds.ts';
import { complaintText } from '../support/line.ts';
import { until } from '../support/service.ts';

/** Tells posts 0 to `published` in pages of 20, and goes on from where the cursor stands. */
const createTeller = () => {
  const teller = { published: 0 };
  const post = (n: number): RawMention => ({
    kind: 'mention',
    nativeId: `p${n}`,
    author: `u${n}`,
    text: n % 4 === 3 ? `I like my Voltara, ride ${n}.` : `${complaintText(n)} ${n % 8 === 0 ? danger : ''}`,
    publishedAt: new Date().toISOString(),
    counts: { followers: n * 1_000, verified: n % 2 === 0 },
  });
  const source: Source<number> = {
    name: 'forum',
    kind: 'test',
    knowsSpread: true,
    freshnessTargetMs: 60_000,
    nextPollMs: () => 200,
    async *pages(cursor) {
      for (let from = cursor ?? 0; ; ) {
        const to = Math.min(from + 20, teller.published);
        const events = Array.from({ length: to - from }, (_, i) => post(from + i));
        from = to;
        yield await Promise.resolve({ events, cursor: to, isLast: to >= teller.published });
        if (to >= teller.published) return;
      }
    },
  };
  return { teller, source: source as Source };
};
const danger = 'The battery is on fire and smoke fills the house!';
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq=';

describe.each(grounds)('the straight line on %s', (_name, prepare) => {
  let ground: Ground;
  let receiver: Receiver;
  let service: Service | null = null;
  const { teller, source } = createTeller();
  const errors: string[] = [];

  const start = async (chosen: readonly Stage[]): Promise<void> => {
    const channel = createWebhookChannel({ name: 'hook', url: receiver.url, secrets: [secret] });
    const policy = {
      ...defaultPolicy,
      routes: defaultPolicy.routes.map((route) => ({ ...route, groupWaitMs: 0, groupIntervalMs: 0 })),
    };
    service = await startService({
      db: ground.db,
      backend: ground.backend,
      config: testConfig(),
      sources: new Map([['forum', source]]),
      stages: new Set(chosen),
      version: 'test',
      clock: { now: () => new Date() },
      fetch,
      alertFloor: 'high',
      onPage: (event) => void (event.kind === 'error' && errors.push(event.error.message)),
      onBatch: (event) => void (event.kind === 'failed' && errors.push(event.error.message)),
      channels: [
        {
          channel,
          language: 'en',
          policy,
          listeners: [
            { channel: 'hook', hearing: 'team', brands: null },
            { channel: 'hook', hearing: 'on_call', brands: null },
          ],
        },
      ],
      onDelivery: () => undefined,
      onError: (what, error) => void errors.push(`${what}: ${error.message}`),
      ingestToken: null,
    });
  };
  const stop = async (): Promise<void> => {
    await service?.stop();
    service = null;
  };

  beforeAll(async () => {
    ground = await prepare();
    receiver = await openReceiver();
  }, 60_000);
  afterAll(async () => {
    await stop();
    await receiver.close();
    await ground.stop();
  }, 30_000);

  it('keeps audiences sealed while nothing is decided', async () => {
    teller.published = 60;
    await start(['poll', 'reach']);
    await until(async () => (await countRows(ground.db, 'intake.inbox')) >= 3);
    await stop();
    expect(await countRows(ground.db, 'sealed.inbox', 'payload is not null')).toBe(3);
    expect(await countRows(ground.db, 'sealed.sample')).toBe(0);
    expect(await countRows(ground.db, 'desk.mention')).toBe(0);
  }, 60_000);

  it('decides every post once, opens the cases, writes activities and outbox, and only then reads audiences', async () => {
    await start(stages.filter((stage) => stage !== 'http' && stage !== 'digest'));
    teller.published = 100;
    await until(async () => (await countRows(ground.db, 'desk.mention')) === 100, { what: '100 decisions' });
    await until(async () => (await countRows(ground.db, 'sealed.sample')) === 100, { what: '100 samples' });
    const mentions = await readMentions(ground.db);
    const complaints = mentions.filter(({ outcome }) => outcome === 'complaint');
    expect(complaints.length).toBe(75);
    const cases = await readCases(ground.db);
    expect(cases.flatMap(({ posts }) => posts.map(({ key }) => key)).sort()).toEqual(
      complaints.map(({ native_id: id }) => `forum|${id}`).sort(),
    );
    const activities = await readActivities(ground.db);
    expect(activities.map(({ kind }) => kind)).toEqual(cases.map(() => 'case_opened'));
    const severe = cases.filter(({ severity }) => severity === 'critical' || severity === 'high');
    expect(severe.length).toBeGreaterThanOrEqual(13);
    const { rows: told } = await sql<{
      case_id: string | null;
      kind: string;
    }>`select case_id, alert ->> 'kind' as kind from desk.outbox order by case_id`.execute(ground.db.kysely);
    // A hundred posts about few things in a minute: some problem may grow fast, and its alert names no case.
    const ofCases = told.filter(({ kind }) => kind !== 'problem_escalating');
    expect(ofCases.map((row) => row.case_id)).toEqual(severe.map((row) => row.case_id));
    expect(
      told.filter(({ kind }) => kind === 'problem_escalating').every((row) => row.case_id === null),
    ).toBe(true);
    // Each sample refers to a decision that stood when it was read.
    const { rows: early } = await sql`
      select s.native_id from sealed.sample s left join desk.mention m using (source, native_id) where m.decided_at is null`.execute(
      ground.db.kysely,
    );
    expect(early).toEqual([]);
    expect(await countRows(ground.db, 'sealed.inbox', 'payload is not null')).toBe(0);
    expect(await countRows(ground.db, 'intake.inbox', 'payload is not null')).toBe(0);
  }, 60_000);

  it('sends every alert, thin and signed', async () => {
    const wanted = await countRows(ground.db, 'desk.outbox');
    const ids = (): Set<string> =>
      new Set(
        receiver.received.flatMap(({ body }) =>
          (JSON.parse(body.toString('utf8')) as { data: { alerts: { id: string }[] } }).data.alerts.map(
            ({ id }) => id,
          ),
        ),
      );
    await until(() => ids().size >= wanted, { what: `${wanted} alerts` });
    expect(receiver.received.every(({ headers }) => headers['webhook-signature'] !== undefined)).toBe(true);
    const bytes = receiver.received.map(({ body }) => body.toString('utf8')).join('\n');
    expect(bytes).not.toMatch(/followers|verified|smoke/);
  }, 60_000);

  it('goes on polling and deciding after the queue forgot everything', async () => {
    await ground.flushQueue();
    teller.published = 160;
    await until(async () => (await countRows(ground.db, 'desk.mention')) === 160, {
      what: '160 decisions',
      withinMs: 45_000,
    });
    await until(async () => (await countRows(ground.db, 'desk.outbox', 'flushed_at is null')) === 0);
    await stop();
    // A job that was at work when the queue forgot it cannot be ended properly.
    expect(errors.filter((error) => !error.includes('Missing key for job'))).toEqual([]);
  }, 60_000);

  it('starts again with nothing twice', async () => {
    const counts = async (): Promise<number[]> =>
      Promise.all(
        [
          'desk.mention',
          'desk."case"',
          'desk.activity',
          'desk.outbox',
          'desk.notification',
          'intake.inbox',
        ].map((table) => countRows(ground.db, table)),
      );
    const before = await counts();
    await start(stages.filter((stage) => stage !== 'http' && stage !== 'digest'));
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await stop();
    expect(await counts()).toEqual(before);
  }, 60_000);
});
