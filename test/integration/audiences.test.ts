import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import { createSlackChannel } from '../../src/notify/channels/slack.ts';
import { createWebhookChannel } from '../../src/notify/channels/webhook.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { NotifyDeps, WiredChannel } from '../../workers/deliver.ts';
import { notify } from '../../workers/notify.worker.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { anyEngine, type Engine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

/** What a platform may tell about an author and a post, in whatever words. */
const audience = fc.record({
  followers: fc.oneof(fc.constantFrom(0, 12, 12_000_000), fc.nat({ max: 200_000_000 })),
  verified: fc.boolean(),
  displayName: fc.constantFrom('Ann', 'The Famous Author ✓', 'CEO of Everything', '😀'),
  handle: fc.constantFrom('quiet_lake', 'world_star', 'press_desk'),
  avatar: fc.webUrl(),
  likes: fc.nat({ max: 5_000_000 }),
  reposts: fc.nat({ max: 900_000 }),
  replies: fc.nat({ max: 100_000 }),
  views: fc.nat({ max: 90_000_000 }),
});
type Told = Readonly<Record<string, string | number | boolean>>;

const texts = [
  (n: number) => complaintText(n),
  (n: number) => `Der Akku meines Voltara brennt, überall Rauch! Bestellung ${n}`,
  (n: number) => `Meine Bestellung ${n} bei @voltara kam kaputt an und niemand antwortet.`,
  (n: number) =>
    `@voltara 4,300 euros lost since your refund for order ${n} never came, my rent is due on Friday.`,
  (n: number) => `I have 200k followers and a @voltara order ${n} that never arrived.`,
  () => 'What a nice Voltara that is.',
];

interface Backlog {
  readonly posts: readonly {
    readonly text: number;
    readonly minute: number;
    readonly repliesTo: number | null;
  }[];
  readonly audiences: readonly Told[];
  readonly shuffled: readonly number[];
}

const backlog: fc.Arbitrary<Backlog> = fc.integer({ min: 3, max: 7 }).chain((n) =>
  fc.record({
    posts: fc.array(
      fc.record({
        text: fc.nat({ max: texts.length - 1 }),
        minute: fc.nat({ max: 600 }),
        repliesTo: fc.option(fc.nat({ max: n - 1 }), { nil: null, freq: 3 }),
      }),
      { minLength: n, maxLength: n },
    ),
    audiences: fc.array(audience, { minLength: n, maxLength: n }),
    shuffled: fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n }),
  }),
);

const arriving = ({ posts }: Backlog, audiences: readonly Told[]): RawMention[] =>
  posts.map(({ text, minute, repliesTo }, i) => {
    const reply = repliesTo === null || repliesTo >= i ? null : repliesTo;
    return {
      kind: 'mention',
      nativeId: `p${i}`,
      author: `u${i}`,
      authorHandle: String(audiences[i]?.handle),
      text: reply === null ? (texts[text]?.(1_000 + i) ?? '') : 'bei mir auch',
      publishedAt: new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString(),
      ...(reply === null ? {} : { thread: `p${reply}`, parent: `p${reply}` }),
      counts: audiences[i],
    };
  });

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq=';

describe('I3: permuting all audiences over a backlog', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  let sent: { channel: string; body: string }[] = [];
  const clock = clockAt('2026-11-20T19:00:00Z');
  const channels: WiredChannel[] = [
    createWebhookChannel({ name: 'hook', url: 'http://hook.test/', secrets: [secret] }),
    createSlackChannel({ name: 'slack', url: 'http://slack.test/' }),
  ].map((channel, i) => ({
    // Slack's own pause between two messages is not what is tested here.
    channel: { ...channel, pauseMs: 0 },
    language: i === 0 ? 'en' : 'de',
    policy: defaultPolicy,
    listeners: [
      { channel: channel.name, hearing: 'team', brands: null },
      { channel: channel.name, hearing: 'on_call', brands: null },
    ],
  }));

  beforeAll(async () => {
    engine = await anyEngine();
    db = await engine.open();
    line = await openLine({ db, clock });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });

  const notifyDeps = (): NotifyDeps => ({
    db,
    clock,
    channels,
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : String(input);
      const body = Buffer.from(await new Response(init?.body ?? null).arrayBuffer()).toString('utf8');
      sent.push({ channel: url, body });
      return new Response('ok');
    },
    signal: new AbortController().signal,
    timezone: 'UTC',
    onDelivery: () => undefined,
    onError: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });

  const run = async (posts: RawMention[]): Promise<{ blind: string; samples: unknown }> => {
    await emptyRecord(db);
    sent = [];
    // Two batches, so that replies meet posts of their own batch and of an earlier one.
    const middle = Math.ceil(posts.length / 2);
    for (const page of [posts.slice(0, middle), posts.slice(middle)]) {
      await line.take('x', page);
      await line.settle();
    }
    await notify(notifyDeps());
    // Channels take turns of their own; what each is told, and in which order, is what people see.
    sent = channels.flatMap(({ channel }) => sent.filter((one) => one.channel.includes(`/${channel.name}.`)));
    const { rows: decided } = await sql`
      select native_id, outcome, review_reason, severity, danger, categories, reasons, case_id from desk.mention order by native_id`.execute(
      db.kysely,
    );
    const { rows: queue } = await sql`
      select case_id, brand, severity, danger, due_at, due_target, clock_start, posts, status from desk."case"
      where due_at is not null order by due_at, clock_start, case_id`.execute(db.kysely);
    const { rows: routed } =
      await sql`select channel, group_key, next_flush_at from desk.alert_group order by 1, 2`.execute(
        db.kysely,
      );
    const { rows: outbox } =
      await sql`select outbox_id, alert, case_id, post_key from desk.outbox order by 1`.execute(db.kysely);
    const { rows: samples } = await sql`
      select native_id, followers, is_verified, likes, reposts, replies, views from sealed.sample order by native_id`.execute(
      db.kysely,
    );
    return { blind: JSON.stringify({ decided, queue, routed, outbox, sent }), samples };
  };

  it('leaves severity, deadlines, dequeue order, routing and alert bytes byte-identical', async () => {
    let [moved, alerted, runs] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(backlog, async (drawn) => {
        const { audiences, shuffled } = drawn;
        const permuted = shuffled.map((i) => audiences[i] ?? {});
        const before = await run(arriving(drawn, audiences));
        const after = await run(arriving(drawn, permuted));
        runs += 1;
        if (sent.length > 0) alerted += 1;
        if (JSON.stringify(before.samples) !== JSON.stringify(after.samples)) moved += 1;
        expect(after.blind).toBe(before.blind);
      }),
      { numRuns: 110 },
    );
    // Otherwise it proves nothing: audiences did change places, and people were told.
    expect(runs).toBeGreaterThanOrEqual(100);
    expect(moved).toBeGreaterThan(runs / 2);
    expect(alerted).toBeGreaterThan(runs / 4);
  }, 240_000);
});
