import { afterEach, describe, expect, it } from '@jest/globals';
import type { OpenStream, Source, SourceDeps, SourcePage } from '../../../src/sources/source.ts';
import type { XCursor } from '../../../src/sources/x/cursor.ts';
import { createXSource, type XSourceOptions } from '../../../src/sources/x.ts';
import { seededRandom } from '../../support/random.ts';
import { clockAt, type Desk, openDesk, simulate } from '../../support/simulated.ts';
import { type Fault, idAt, startXStandIn, type XStandIn } from '../../support/x-stand-in.ts';
import { soakDays } from '../soak-days.ts';
import { createRecord, type LabRecord } from './harness.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

const standIns: XStandIn[] = [];

afterEach(async () => {
  const wrong = standIns.flatMap(({ violations }) => violations);
  await Promise.all(standIns.splice(0).map((standIn) => standIn.close()));
  expect(wrong).toEqual([]);
});

interface Published {
  readonly first: string;
  text: string;
  readonly at: number;
  editAt: number | null;
  deleteAt: number | null;
  isDeleted: boolean;
}

interface World {
  readonly standIn: XStandIn;
  readonly clock: ReturnType<typeof clockAt>;
  readonly random: () => number;
  readonly published: Published[];
  readonly record: LabRecord;
  readonly desk: Desk;
  readonly source: Source<XCursor>;
  readonly deps: SourceDeps;
  /** Publishes, edits and deletes what is due, and spoils some of the answers. */
  readonly live: () => void;
  /** When the next post or version is due. */
  readonly nextMs: () => number;
}

const begin = async (seed: number, options: Partial<XSourceOptions>, perDay = 72): Promise<World> => {
  const random = seededRandom(seed);
  const clock = clockAt('2026-11-01T00:00:00Z');
  const users = Array.from({ length: 40 }, (_, index) => ({
    id: String(100 + index),
    username: `user${index}`,
    followers: index ** 4,
  }));
  const standIn = await startXStandIn({ spelling: seed % 2 === 0 ? 'tweet' : 'post', now: clock.now, users });
  standIns.push(standIn);
  const record = createRecord();
  const published: Published[] = [];
  let nextAt = clock.now().getTime();
  const publishDue = (): void => {
    for (; nextAt <= clock.now().getTime(); nextAt += (2 * random() * dayMs) / perDay) {
      const id = idAt(new Date(Math.floor(nextAt)), published.length);
      const text = `nordbahn train ${published.length} never came, Zug fiel aus 🚆`;
      const createdAt = new Date(Math.floor(nextAt));
      standIn.posts.push({ id, text, authorId: String(100 + (published.length % 40)), createdAt });
      const luck = random();
      published.push({
        first: id,
        text,
        at: createdAt.getTime(),
        editAt: luck < 0.1 ? createdAt.getTime() + random() * 30 * minuteMs : null,
        deleteAt: luck > 0.85 ? createdAt.getTime() + 2 * minuteMs + random() * 4 * dayMs : null,
        isDeleted: false,
      });
      const last = published.at(-1);
      if (last !== undefined && (last.editAt ?? last.deleteAt) !== null) changing.add(last);
    }
  };
  const changing = new Set<Published>();
  const changeDue = (): void => {
    const now = clock.now().getTime();
    for (const post of changing) {
      if ((post.editAt ?? post.deleteAt ?? 0) > now) continue;
      changing.delete(post);
      const index = standIn.posts.findIndex(({ id }) => id === post.first);
      const standing = standIn.posts[index];
      if (standing === undefined) continue;
      if (post.editAt === null) {
        standIn.posts.splice(index, 1);
        post.isDeleted = true;
        continue;
      }
      const createdAt = new Date(Math.floor(post.editAt));
      const id = idAt(createdAt, published.length + index);
      post.text = `${post.text} (edited)`;
      standIn.posts.splice(index, 1, {
        ...standing,
        id,
        text: post.text,
        createdAt,
        history: [post.first, id],
      });
      post.editAt = null;
    }
  };
  const live = (): void => {
    publishDue();
    changeDue();
    standIn.rateLimit = { remaining: 400, reset: Math.floor(clock.now().getTime() / 1000) + 900 };
    if (random() < 0.2 && standIn.faults.length < 4) standIn.faults.push(...faultsAt(clock.now(), random));
    if (random() < 0.05)
      standIn.otherFaults.lookup = faultsAt(clock.now(), random).filter(
        (fault) => fault?.kind === 'status' || fault?.kind === 'truncated',
      );
    if (random() < 0.02) standIn.otherFaults.counts = [{ kind: 'status', status: 503 }];
  };
  const nextMs = (): number =>
    Math.min(nextAt, ...[...changing].map(({ editAt }) => editAt ?? Number.POSITIVE_INFINITY));
  const deps: SourceDeps = { clock, fetch: standIn.fetch, signal: new AbortController().signal, record };
  const inner = createXSource({
    name: 'x',
    bearerToken: 'test-token',
    baseUrl: standIn.baseUrl,
    queries: ['(nordbahn) -is:retweet'],
    budget: { usdPerDay: 50 },
    pollMs: 30 * minuteMs,
    seed: `seed ${seed}`,
    ...options,
  });
  return {
    standIn,
    clock,
    random,
    published,
    record,
    deps,
    live,
    nextMs,
    ...keeping(inner, { record, clock }),
  };
};

/** The worker's part beside the posts: what was committed with a page stands since then. */
const keeping = (
  inner: Source<XCursor>,
  { record, clock }: Pick<World, 'record' | 'clock'>,
): Pick<World, 'source' | 'desk'> => {
  const desk = openDesk();
  let page: SourcePage<XCursor> | null = null;
  const keepPost = (nativeId: string, revision: number): void => {
    if (desk.deleted.has(nativeId)) return;
    const before = record.held.get(nativeId)?.revision ?? 0;
    record.held.set(nativeId, { revision: Math.max(revision, before), checkedAt: clock.now() });
  };
  const keep = ({ events, checked = [] }: SourcePage<XCursor>): void => {
    for (const event of events) {
      if (event.kind === 'deletion') record.held.delete(event.nativeId ?? '');
      else keepPost(event.nativeId, event.revision ?? 0);
    }
    for (const id of checked) {
      const held = record.held.get(id);
      if (held !== undefined) held.checkedAt = clock.now();
    }
  };
  const source: Source<XCursor> = {
    ...inner,
    async *pages(cursor, deps) {
      for await (const next of inner.pages(cursor, deps)) {
        page = next;
        // The worker leaves a stream only when it ends.
        yield { ...next, isLast: next.isLast && inner.isStream !== true };
      }
    },
  };
  return {
    source,
    desk: {
      ...desk,
      take: (events) => {
        desk.take(events);
        if (page !== null) keep(page);
      },
    },
  };
};

const faultsAt = (now: Date, random: () => number): Fault[] => {
  const reset = String(Math.floor(now.getTime() / 1000) + Math.floor(random() * 600));
  const kinds: readonly Fault[] = [
    { kind: 'status', status: 429, headers: { 'x-rate-limit-reset': reset } },
    { kind: 'status', status: 503, headers: { 'retry-after': String(Math.floor(random() * 60)) } },
    { kind: 'status', status: 500, body: '<html>oops' },
    { kind: 'truncated' },
    { kind: 'repeat' },
    { kind: 'drop' },
    { kind: 'no meta' },
  ];
  const storm = random() < 0.2 ? 4 : 1;
  return Array.from({ length: storm }, () => kinds[Math.floor(random() * kinds.length)] ?? { kind: 'drop' });
};

/** What was published an hour before the end or earlier is there, once, in its newest words; what was deleted is gone within a day. */
const expectAllRead = ({ published, clock, desk, record }: World): void => {
  const now = clock.now().getTime();
  const settled = published.filter(({ at }) => at < now - 2 * 3_600_000);
  const missing = settled.filter(({ first }) => !desk.posts.has(first));
  // Deleted before anybody came by: nothing to read.
  expect(
    missing.filter(({ isDeleted, deleteAt, at }) => !isDeleted || (deleteAt ?? 0) - at > 3 * 3_600_000),
  ).toEqual([]);
  for (const post of settled.filter(
    ({ first, isDeleted, editAt }) => desk.posts.has(first) && !isDeleted && editAt === null,
  ))
    expect(desk.posts.get(post.first)?.text).toBe(post.text);
  const overdue = settled.filter(
    ({ first, isDeleted, deleteAt }) =>
      isDeleted && (deleteAt ?? 0) < now - dayMs && desk.posts.has(first) && !desk.deleted.has(first),
  );
  expect(overdue).toEqual([]);
  expect(desk.posts.size).toBeLessThanOrEqual(published.length);
  const oldest = Math.min(...[...record.held.values()].map(({ checkedAt }) => checkedAt.getTime()));
  expect(now - oldest).toBeLessThan(dayMs);
};

describe(`${soakDays} days of X with faults`, () => {
  it('lose no post by searching, follow each edit, and learn of each deletion within a day', async () => {
    const world = await begin(4, {});
    const { failures } = await simulate({ ...world, days: soakDays });
    expect(failures.length).toBeGreaterThan(5 * soakDays);
    expect(world.published.length).toBeGreaterThan(50 * soakDays);
    expectAllRead(world);
    expect(world.desk.gaps).toEqual([]);
  }, 300_000);

  it('lose no post by listening to a stream that breaks off again and again', async () => {
    const world = await begin(7, { stream: true });
    const { clock, random, standIn, live } = world;
    let heard = 0;
    const stream: OpenStream = async () => {
      if (random() < 0.2) return { status: random() < 0.5 ? 503 : 429, chunks: none() };
      const from = standIn.posts.length;
      return { status: 200, chunks: connection(from) };
    };
    async function* none(): AsyncGenerator<Uint8Array> {}
    async function* connection(from: number): AsyncGenerator<Uint8Array> {
      const told = new Set(standIn.posts.slice(0, from).map(({ id }) => id));
      for (;;) {
        // Every post is told some seconds after it was written, and every 4 minutes a sign of life.
        clock.forward(
          Math.max(1_000, Math.min(4 * minuteMs, world.nextMs() + 5_000 - clock.now().getTime())),
        );
        live();
        if (random() < 0.004) throw new Error('the socket is gone');
        if (random() < 0.002) return;
        const lines = standIn.posts
          .filter(({ id }) => !told.has(id))
          .map((post) => {
            told.add(post.id);
            return standIn.lineOf(post) ?? '';
          });
        heard += lines.length;
        const bytes = Buffer.from(`${lines.join('')}\r\n`);
        const cut = Math.floor(random() * bytes.length);
        yield bytes.subarray(0, cut);
        // Lost in the middle of a character, with what was never told.
        if (random() < 0.005) throw new Error('the socket is gone');
        yield bytes.subarray(cut);
      }
    }
    await simulate({ ...world, deps: { ...world.deps, stream }, days: soakDays });
    expect(heard).toBeGreaterThan(20 * soakDays);
    expectAllRead(world);
    expect(world.desk.gaps).toEqual([]);
    // The searches did not read again what was heard.
    expect(standIn.pageRequests.length).toBeLessThan(200 * soakDays);
  }, 300_000);

  it('of which the money pays for a part are read in part, never beyond it, and the gap is told', async () => {
    const usdPerDay = 1.5;
    const world = await begin(12, { budget: { usdPerDay } }, 300);
    await simulate({ ...world, days: soakDays });
    const { desk, published, clock, record } = world;
    const read = published.filter(({ first }) => desk.posts.has(first)).length / published.length;
    expect(read).toBeGreaterThan(0.05);
    expect(read).toBeLessThan(0.9);
    expect(new Set(desk.gaps)).toEqual(
      new Set(['Source x reads random minutes only, for its budget does not reach for all posts.']),
    );
    let mills = 0;
    await record.ledger.book(clock.now(), (spent) => {
      mills = spent.monthMills;
      return null;
    });
    expect(mills).toBeLessThanOrEqual((soakDays + 1) * usdPerDay * 1000);
    expect(mills).toBeGreaterThan(0.4 * soakDays * usdPerDay * 1000);
  }, 300_000);
});
