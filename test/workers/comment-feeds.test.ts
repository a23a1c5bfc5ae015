import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerSource } from '../../src/ingest/health.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createFeedSource } from '../../src/sources/feed.ts';
import type { Source } from '../../src/sources/source.ts';
import { followSource } from '../../workers/follow.worker.ts';
import { type PollDeps, pollSource } from '../../workers/poll.worker.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { feedOf, post } from '../sources/feed/lab.ts';
import type { Engine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

const minuteMs = 60_000;
/** Of an article's age, in minutes: at once, and then like every thread. */
const ages = [
  0, 10, 20, 30, 45, 60, 120, 180, 240, 300, 360, 720, 1080, 1440, 2160, 2880, 4320, 5760, 7200, 8640, 10_080,
];

describe('comments under the articles of a feed', () => {
  let engine: Engine;
  const clock = clockAt('2026-11-16T09:00:00Z');
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

  /** A blog of its own for each test: what lies at each path, and the minutes at which each was asked for. */
  const open = async (name: string, whose: Pick<Source, 'ownedBy'> = {}) => {
    names.add(name);
    const began = clock.now().getTime();
    const bodies = new Map<string, string>();
    const askedAt: Record<string, number[]> = {};
    const source = {
      ...createFeedSource({ name, url: 'https://blog.example/feed', comments: true }),
      ...whose,
    } as Source;
    await db.transaction('ingest', (tx) => registerSource(tx, source, clock.now()));
    const deps: PollDeps = {
      ...line.intake,
      sources: new Map([[name, source]]),
      fetch: (input) => {
        const { pathname } = new URL(String(input));
        const times = askedAt[pathname] ?? [];
        askedAt[pathname] = [...times, (clock.now().getTime() - began) / minuteMs];
        const body = bodies.get(pathname);
        return Promise.resolve(new Response(body ?? '', { status: body === undefined ? 404 : 200 }));
      },
      signal: new AbortController().signal,
      maxBacklog: 100,
      onPage: () => undefined,
    };
    const forward = (minutes: number): void =>
      clock.set(new Date(clock.now().getTime() + minutes * minuteMs));
    return {
      bodies,
      askedAt,
      forward,
      walk: async () => {
        await sql`update ops.source_health set next_poll_at = ${clock.now()} where source = ${name}`.execute(
          db.kysely,
        );
        await pollSource(name, deps);
      },
      look: async () => {
        await followSource(name, deps);
        await line.settle();
      },
      kept: async () =>
        (
          await sql<{ id: string }>`
            select native_id as id from desk.mention where source = ${name} order by mention_id`.execute(
            db.kysely,
          )
        ).rows.map(({ id }) => id),
    };
  };

  const article = (id: string, count: number, text = 'News of the day.'): string =>
    post(
      id,
      text,
      `<wfw:commentRss>https://blog.example/c/${id}</wfw:commentRss><slash:comments>${count}</slash:comments>`,
    );

  // DESIGN.md 3, known leaks: follow-up schedules.
  it('are asked for at the same ages, however often the feed says that the number of one jumped', async () => {
    const blog = await open('loud');
    blog.bodies.set('/c/loud', feedOf(''));
    blog.bodies.set('/c/quiet', feedOf(''));
    const until = 8 * 1440;
    for (let minute = 0, step = 5; minute <= until; minute += step) {
      const comments = Array.from({ length: minute % 50 }, (_, n) => post(`l${minute}-${n}`, 'Well said.'));
      blog.bodies.set('/c/loud', feedOf(comments.join('')));
      blog.bodies.set(
        '/feed',
        feedOf(article('loud', minute * 7) + article('quiet', 0) + article('closed', 3)),
      );
      if (minute % 15 === 0) await blog.walk();
      await blog.look();
      step = minute < 60 ? 5 : 60;
      blog.forward(step);
    }
    expect(blog.askedAt['/c/quiet']).toEqual(ages);
    expect(blog.askedAt['/c/loud']).toEqual(ages);
    // Answered with 404 each time.
    expect(blog.askedAt['/c/closed']).toEqual(ages);
  }, 120_000);

  it('are read though no complaint is tracked there, and kept where one names the brand or the article does', async () => {
    const blog = await open('kept');
    const about = article('about', 1, 'Voltara presents a car.');
    blog.bodies.set('/feed', feedOf(about + article('weather', 1) + article('sport', 1)));
    blog.bodies.set('/c/about', feedOf(post('same', 'I wait for a refund for months, nobody answers.')));
    blog.bodies.set('/c/weather', feedOf(post('named', complaintText('named'))));
    blog.bodies.set('/c/sport', feedOf(post('goal', 'What a goal.')));
    await blog.walk();
    await blog.look();
    expect((await blog.kept()).toSorted()).toEqual(['about', 'named', 'same']);
  }, 60_000);

  it('are all kept in a place of the brand’s own, named or not', async () => {
    const blog = await open('own', { ownedBy: 'voltara' });
    blog.bodies.set('/feed', feedOf(article('firmware', 2)));
    blog.bodies.set(
      '/c/firmware',
      feedOf(post('dead', 'Since the update it does not start any more.') + post('thanks', 'Great work.')),
    );
    await blog.walk();
    await blog.look();
    expect((await blog.kept()).toSorted()).toEqual(['dead', 'firmware', 'thanks']);
  }, 60_000);

  it('count their age from the first complaint that is tracked there, so that its answers are read for seven days', async () => {
    const blog = await open('late');
    blog.bodies.set('/feed', feedOf(article('old', 0)));
    blog.bodies.set('/c/old', feedOf(''));
    await blog.walk();
    await blog.look();
    blog.forward(6 * 1440);
    blog.bodies.set('/c/old', feedOf(post('c1', complaintText('c1'))));
    await blog.look();
    expect(await blog.kept()).toEqual(['c1']);
    blog.forward(10);
    blog.bodies.set(
      '/c/old',
      feedOf(post('c2', 'Same here, order 7 never arrived.') + post('c1', complaintText('c1'))),
    );
    await blog.look();
    expect(await blog.kept()).toEqual(['c1', 'c2']);
    // A second complaint begins nothing anew.
    const began = sql<{ minutes: number }>`
      select extract(epoch from due_at - began_at)::int / 60 as minutes from intake.followed where source = 'late'`;
    expect((await began.execute(db.kysely)).rows).toEqual([{ minutes: 20 }]);
  }, 60_000);

  it('are read on when the complaint among them is erased', async () => {
    const blog = await open('erased');
    blog.bodies.set('/feed', feedOf(article('a', 1)));
    blog.bodies.set('/c/a', feedOf(post('e1', complaintText('e1'))));
    await blog.walk();
    await blog.look();
    await sql`update desk.mention set erased_at = ${clock.now()} where source = 'erased'`.execute(db.kysely);
    blog.forward(10);
    blog.bodies.set('/c/a', feedOf(post('e2', complaintText('e2')) + post('e1', complaintText('e1'))));
    await blog.look();
    expect(await blog.kept()).toContain('e2');
  }, 60_000);

  it('are begun once, under a name that the database can hold', async () => {
    const blog = await open('names');
    const long = `https://blog.example/${'x'.repeat(3_000)}`;
    const entry = `<item><guid isPermaLink="false">${long}</guid><title>T</title><wfw:commentRss>https://blog.example/c/1</wfw:commentRss></item>`;
    blog.bodies.set('/feed', feedOf(entry));
    blog.bodies.set('/c/1', feedOf(post('n1', complaintText('n1'))));
    await blog.walk();
    await blog.walk();
    await blog.look();
    const { rows } = await sql<{ thread: string }>`
      select thread from intake.followed where source = 'names' union all
      select thread from desk.mention where source = 'names'`.execute(db.kysely);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.thread).toBe(rows[1]?.thread);
    expect(rows[0]?.thread.length).toBeLessThan(850);
  }, 60_000);
});
