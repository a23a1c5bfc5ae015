import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { RawEvent, RawMention } from '../../src/domain/raw-mention.ts';
import { readSourceHealth, registerSource } from '../../src/ingest/health.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { type FollowedThread, type Source, SourceError, type ThreadPage } from '../../src/sources/source.ts';
import { followSource } from '../../workers/follow.worker.ts';
import { takePage } from '../../workers/intake.ts';
import type { PollDeps } from '../../workers/poll.worker.ts';
import type { PollEvent } from '../../workers/poll-event.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import type { Engine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

const begun = '2026-11-16T09:00:00Z';
const minuteMs = 60_000;

type Follow = NonNullable<Source['follow']>;

describe('threads of tracked complaints', () => {
  let engine: Engine;
  const clock = clockAt(begun);
  const names = new Set<string>();
  let db: Database;
  let line: Line;
  beforeAll(async () => {
    engine = await usualEngine();
    db = await engine.open();
    line = await openLine({ db, clock, followed: names });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });

  const forward = (minutes: number): void => clock.set(new Date(clock.now().getTime() + minutes * minuteMs));

  /** A source of its own for each test, with threads told by `follow`. */
  const open = async (name: string, follow: Follow, more: Partial<Source> = {}) => {
    names.add(name);
    const source: Source = {
      name,
      kind: 'forum',
      knowsSpread: false,
      freshnessTargetMs: 3_600_000,
      pages: () => {
        throw new Error('nobody walks here');
      },
      nextPollMs: () => 60_000,
      follow,
      ...more,
    };
    await db.transaction('ingest', (tx) => registerSource(tx, source, clock.now()));
    const told: PollEvent[] = [];
    const deps = (): PollDeps => ({
      ...line.intake,
      sources: new Map([[name, source]]),
      fetch: () => Promise.resolve(new Response('[]')),
      signal: new AbortController().signal,
      maxBacklog: 100,
      onPage: (event) => void told.push(event),
    });
    return { told, look: () => followSource(name, deps()) };
  };

  const complain = async (source: string, id: string, more: Partial<RawMention> = {}): Promise<void> => {
    await line.take(source, [
      {
        kind: 'mention',
        nativeId: id,
        author: `author of ${id}`,
        text: complaintText(id),
        publishedAt: clock.now().toISOString(),
        ...more,
      },
    ]);
    await line.settle();
  };

  const reply = (id: string, thread: string, text = 'Same here, order 77 never arrived.'): RawEvent => ({
    kind: 'mention',
    nativeId: id,
    author: `author of ${id}`,
    thread,
    parent: thread,
    text,
    publishedAt: clock.now().toISOString(),
  });

  const keptOf = async (source: string): Promise<readonly string[]> => {
    await line.settle();
    const { rows } = await sql<{ id: string }>`
      select native_id as id from desk.mention where source = ${source} order by mention_id`.execute(
      db.kysely,
    );
    return rows.map(({ id }) => id);
  };

  const rowsOf = async (source: string) =>
    (
      await sql<{
        thread: string;
        complaints: string[];
        minutes: number | null;
        failures: number;
        mark: unknown;
      }>`
        select thread, complaints, extract(epoch from due_at - began_at)::int / 60 as minutes, failures, mark
        from intake.followed where source = ${source} order by thread`.execute(db.kysely)
    ).rows;

  const once = (events: (followed: FollowedThread) => readonly RawEvent[]): Follow =>
    async function* (followed) {
      yield { events: events(followed), mark: { looked: true } };
    };

  it('are asked for ten minutes after the complaint; replies and quotes that name no brand are kept', async () => {
    const quote: RawEvent = {
      ...(reply('q1', 'q1') as RawMention),
      thread: 'q1',
      text: 'Nobody answers me either, order 5 is lost.',
    };
    const asked: FollowedThread[] = [];
    const { look } = await open(
      'simple',
      once((followed) => {
        asked.push(followed);
        return [reply('r1', 't1'), quote];
      }),
    );
    await complain('simple', 't1');
    expect(await rowsOf('simple')).toMatchObject([{ thread: 't1', complaints: ['t1'], minutes: 10 }]);
    await look();
    expect(asked).toEqual([]);
    forward(10);
    await look();
    expect(asked).toEqual([{ thread: 't1', complaints: ['t1'], mark: null, maxRequests: 10 }]);
    expect(await keptOf('simple')).toEqual(['t1', 'r1', 'q1']);
    // What was told is tracked itself: the quote's own thread from now on, the first one by two complaints.
    expect(await rowsOf('simple')).toMatchObject([
      { thread: 'q1', complaints: ['q1'], minutes: 10 },
      { thread: 't1', complaints: ['t1', 'r1'], minutes: 20, mark: { looked: true } },
    ]);
  }, 60_000);

  it('are not asked for where nobody complains, nor for history, nor for what an own account says', async () => {
    await open(
      'quiet',
      once(() => []),
    );
    await line.take('quiet', [
      { kind: 'mention', nativeId: 'praise', author: 'kim', text: 'Thank you @voltara, lovely service!' },
      {
        kind: 'mention',
        nativeId: 'own',
        author: 'voltara_hilft',
        authorHandle: 'voltara_hilft',
        text: complaintText('own'),
      },
    ]);
    const old: RawMention = { kind: 'mention', nativeId: 'old', author: 'lou', text: complaintText('old') };
    await takePage({ source: 'quiet', events: [old], cursor: null, isHistory: () => true }, line.intake);
    await line.settle();
    expect(await keptOf('quiet')).toContain('old');
    expect(await rowsOf('quiet')).toEqual([]);
  }, 60_000);

  it('go on where a process was killed between two pages, each post once', async () => {
    let isKilled = true;
    const marks: unknown[] = [];
    const { look } = await open('killed', async function* ({ mark }): AsyncGenerator<ThreadPage> {
      marks.push(mark);
      const from = (mark as number | null) ?? 0;
      if (from < 1) yield { events: [reply('k1', 'k')], mark: 1 };
      if (isKilled) throw new Error('the process is gone');
      yield { events: [reply('k2', 'k')], mark: 2 };
    });
    await complain('killed', 'k');
    forward(10);
    await look();
    isKilled = false;
    forward(5);
    await look();
    expect(marks).toEqual([null, 1]);
    expect(await keptOf('killed')).toEqual(['k', 'k1', 'k2']);
  }, 60_000);

  it('end when their complaint is erased', async () => {
    let looks = 0;
    const { look } = await open(
      'erased',
      once(() => {
        looks += 1;
        return [];
      }),
    );
    await complain('erased', 'e');
    await line.take('erased', [{ kind: 'deletion', nativeId: 'e' }]);
    await line.settle();
    // A batch of deletions alone is decided too.
    await sql`update desk.mention set erased_at = ${clock.now()} where source = 'erased'`.execute(db.kysely);
    forward(10);
    await look();
    expect([looks, (await rowsOf('erased')).map(({ minutes, mark }) => [minutes, mark])]).toEqual([
      0,
      [[null, null]],
    ]);
  }, 60_000);

  it('that cannot be read wait by themselves, and keep no other waiting', async () => {
    const looked: string[] = [];
    const { look, told } = await open('broken', async function* ({ thread }): AsyncGenerator<ThreadPage> {
      looked.push(thread);
      if (thread === 'a') throw new SourceError('transient', 'answered with HTTP 500');
      yield { events: [], mark: null };
    });
    await complain('broken', 'a');
    await complain('broken', 'b');
    forward(10);
    await look();
    expect(looked).toEqual(['a', 'b']);
    expect(told.filter(({ kind }) => kind === 'error')).toHaveLength(1);
    expect(await rowsOf('broken')).toMatchObject([
      { thread: 'a', failures: 1, minutes: 15 },
      { thread: 'b', failures: 0, minutes: 20 },
    ]);
  }, 60_000);

  it('wait all alike while a limit or the budget holds the source', async () => {
    const looked: string[] = [];
    const { look } = await open('limited', async function* ({ thread }): AsyncGenerator<ThreadPage> {
      looked.push(thread);
      if (looked.length === 1) throw new SourceError('budget', 'used up', { retryAfterMs: 3_600_000 });
      yield { events: [], mark: null };
    });
    await complain('limited', 'a');
    await complain('limited', 'b');
    forward(10);
    await look();
    forward(59);
    await look();
    expect(looked).toEqual(['a']);
    forward(1);
    await look();
    expect(looked).toEqual(['a', 'a', 'b']);
    const health = (await db.transaction('ingest', (tx) => readSourceHealth(tx))).find(
      ({ source }) => source === 'limited',
    );
    expect(health).toMatchObject({ lastError: null, disabledAt: null });
  }, 60_000);

  it('wait a day at the longest, whatever an answer asks for', async () => {
    const looked: string[] = [];
    const { look } = await open('patient', async function* ({ thread }): AsyncGenerator<ThreadPage> {
      looked.push(thread);
      if (looked.length === 1) throw new SourceError('transient', 'busy', { retryAfterMs: 1e300 });
      yield { events: [], mark: null };
    });
    await complain('patient', 'a');
    forward(10);
    await look();
    forward(1440);
    await look();
    expect(looked).toEqual(['a', 'a']);
  }, 60_000);

  it('share a minute of requests in the order in which they wait', async () => {
    const looked: string[] = [];
    const { look } = await open(
      'paced',
      async function* ({ thread }, _cursor, deps): AsyncGenerator<ThreadPage> {
        looked.push(thread);
        for (let n = 0; n < 4; n += 1) await deps.fetch('https://forum.example/');
        yield { events: [], mark: null };
      },
      { followsPerMinute: 10 },
    );
    for (const thread of ['a', 'b', 'c', 'd']) await complain('paced', thread);
    forward(10);
    await look();
    expect(looked).toEqual(['a', 'b', 'c']);
    forward(1);
    await look();
    expect(looked).toHaveLength(3);
    forward(1);
    await look();
    expect(looked).toEqual(['a', 'b', 'c', 'd']);
  }, 60_000);

  it('are looked at one process at a time', async () => {
    let isOpen = 0;
    let most = 0;
    const { look } = await open('shared', async function* (): AsyncGenerator<ThreadPage> {
      isOpen += 1;
      most = Math.max(most, isOpen);
      await new Promise((resolve) => setTimeout(resolve, 20));
      isOpen -= 1;
      yield { events: [], mark: null };
    });
    for (const thread of ['a', 'b', 'c']) await complain('shared', thread);
    forward(10);
    await Promise.all([look(), look(), look()]);
    expect(most).toBe(1);
  }, 60_000);

  it('spend from the ledger of their source, and what they bring is asked for again where deletions are not told', async () => {
    const { look } = await open(
      'paid',
      async function* (_thread, _cursor, deps): AsyncGenerator<ThreadPage> {
        const spending = { purpose: 'threads', posts: 1, mills: 5 };
        await deps.record?.ledger.book(clock.now(), () => spending);
        yield { events: [reply('p1', 'p')], mark: null };
      },
      { isAskedAgain: true },
    );
    await complain('paid', 'p');
    forward(10);
    await look();
    expect(await keptOf('paid')).toEqual(['p', 'p1']);
    const { rows: spent } =
      await sql`select mills from ops.spend where source = 'paid' and purpose = 'threads'`.execute(db.kysely);
    const { rows: checks } = await sql<{ id: string }>`
      select native_id as id from intake.post_check where source = 'paid'`.execute(db.kysely);
    expect([spent, checks]).toEqual([[{ mills: '5' }], [{ id: 'p1' }]]);
  }, 60_000);

  // DESIGN.md 3, known leaks: follow-up schedules.
  it('are asked at the same ages and with the same caps, whatever their audience and however many answer', async () => {
    let run = 0;
    const crowd = fc.record({
      replies: fc.integer({ min: 0, max: 40 }),
      followers: fc.integer({ min: 0, max: 100_000_000 }),
      verified: fc.boolean(),
      likes: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(crowd, crowd, async (one, other) => {
        run += 1;
        const crowds = { loud: one, quiet: other } as const;
        const looks: Record<string, unknown[]> = { loud: [], quiet: [] };
        const began = clock.now().getTime();
        const { look } = await open(
          `leak ${run}`,
          async function* ({ thread, maxRequests, mark }): AsyncGenerator<ThreadPage> {
            looks[thread]?.push([(clock.now().getTime() - began) / minuteMs, maxRequests, mark]);
            const { replies, ...counts } = crowds[thread as 'loud' | 'quiet'];
            const events = Array.from({ length: replies }, (_, n) => ({
              ...(reply(`${thread} ${n}`, thread, `I saw that too, ${n} times`) as RawMention),
              counts,
            }));
            yield { events, mark: 'looked' };
          },
        );
        for (const thread of ['loud', 'quiet'] as const)
          await complain(`leak ${run}`, thread, { thread, counts: crowds[thread] });
        for (let minute = 0; minute < 400; minute += 5) {
          await look();
          await line.settle();
          forward(5);
        }
        expect(looks.loud).toEqual(looks.quiet);
        expect(looks.loud?.map((entry) => (entry as number[])[0])).toEqual([
          10, 20, 30, 45, 60, 120, 180, 240, 300, 360,
        ]);
      }),
      { numRuns: 3 },
    );
  }, 120_000);
});
