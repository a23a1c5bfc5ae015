import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readLastReplay } from '../../src/audit/replay.store.ts';
import { type ReplayDeps, replay } from '../../src/audit/replay.ts';
import { readSummaryRows } from '../../src/cases/summary.store.ts';
import { checkReplay } from '../../src/cli/doctor/check-replay.ts';
import type { Database } from '../../src/postgres/database.ts';
import { decideAll } from '../../workers/decide.ts';
import { type NightDeps, replayNight } from '../../workers/replay.ts';
import { loadReplayDeps, replayDepsOf } from '../../workers/replay-deps.ts';
import { createReplayer } from '../../workers/replayer.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import type { Engine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine, voltara } from '../support/line.ts';

describe('the nightly replay', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  const clock = clockAt('2026-11-20T03:00:00Z');
  const errors: string[] = [];
  beforeAll(async () => {
    engine = await usualEngine();
    db = await engine.open();
    line = await openLine({ db, clock });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });

  const deps = (more: Partial<NightDeps> = {}): NightDeps => ({
    db,
    clock,
    brands: [voltara],
    version: 'test',
    onError: (what, error) => void errors.push(`${what}: ${error.message}`),
    ...more,
  });
  /** Decides here, by other code than the triage worker's. */
  const deciding = (decide: ReplayDeps['decideAll']): Pick<NightDeps, 'replayerOf'> => ({
    replayerOf: (setup) => ({
      outcomesOf: async (posts) => {
        const own = { ...(await replayDepsOf(setup)), decideAll: decide };
        return posts.map((post) => replay(post, own).outcome);
      },
      close: () => Promise.resolve(),
    }),
  });
  const told = async () =>
    (
      await sql<{ v: unknown }>`
        select alert -> 'values' as v from desk.outbox where alert ->> 'kind' = 'replay_differs'`.execute(
        db.kysely,
      )
    ).rows.map(({ v }) => v);

  beforeEach(async () => {
    errors.length = 0;
    clock.set('2026-11-20T03:00:00Z');
    await emptyRecord(db);
    await sql`truncate ops.replay`.execute(db.kysely);
    await line.take(
      'forum',
      ['ann', 'bea', 'cem', 'dan'].map((author, i) => ({
        kind: 'mention',
        nativeId: `p${i}`,
        author,
        text: complaintText(1_000 + i),
        url: `https://forum.example/${author}/p${i}`,
        publishedAt: '2026-11-20T02:00:00.000Z',
      })),
    );
    await line.take('forum', [
      {
        kind: 'mention',
        nativeId: 'r1',
        author: 'eve',
        text: 'bei mir auch',
        thread: 'p0',
        parent: 'p0',
        publishedAt: '2026-11-20T02:10:00.000Z',
      },
    ]);
    await line.settle();
    const { version } = await loadReplayDeps(db, [voltara], { now: clock.now(), engineVersion: 'test' });
    await sql`update desk.mention set decision_version = ${version}`.execute(db.kysely);
  });

  it('finds every decision the same, notes it, and tells nobody', async () => {
    expect(await replayNight(deps())).toEqual({
      cases: 5,
      posts: 5,
      same: 5,
      different: 0,
      untold: 0,
      differentCases: [],
    });
    expect([errors, await told()]).toEqual([[], []]);
    expect(await db.transaction('desk', readLastReplay)).toMatchObject({ same: 5, doneAt: clock.now() });
  });

  it('is done once a day, by one of many, not before two in the morning', async () => {
    clock.set('2026-11-20T01:59:00Z');
    expect(await replayNight(deps())).toBeNull();
    clock.set('2026-11-20T02:00:00Z');
    const ran = await Promise.all([1, 2, 3, 4].map(() => replayNight(deps())));
    expect(ran.filter((result) => result !== null)).toHaveLength(1);
    clock.set('2026-11-20T23:00:00Z');
    expect(await replayNight(deps())).toBeNull();
    clock.set('2026-11-21T04:00:00Z');
    expect(await replayNight(deps())).toMatchObject({ posts: 5 });
  });

  it('is taken up again an hour after its process ended in the middle', async () => {
    expect(await replayNight(deps({ signal: AbortSignal.abort() }))).toBeNull();
    clock.set('2026-11-20T03:59:00Z');
    expect(await replayNight(deps())).toBeNull();
    clock.set('2026-11-20T04:00:00Z');
    expect(await replayNight(deps())).toMatchObject({ same: 5 });
  });

  it('draws no more cases than it may, and not always the same', async () => {
    const drawn = new Set<string>();
    for (let day = 20; day < 30; day += 1) {
      clock.set(`2026-11-${day}T03:00:00Z`);
      const seen: string[] = [];
      const spying: ReplayDeps['decideAll'] = (mentions, known, context) => {
        seen.push(...mentions.map(({ post }) => post.nativeId));
        return decideAll(mentions, known, context);
      };
      expect(await replayNight(deps({ sampleCases: 2, ...deciding(spying) }))).toMatchObject({ cases: 2 });
      for (const id of seen) drawn.add(id);
    }
    expect(drawn.size).toBeGreaterThan(2);
  });

  it('tells the people who run this, the log, the summary and doctor of a decision that differs', async () => {
    await sql`update desk.mention set severity = 'low' where native_id = 'p1'`.execute(db.kysely);
    const result = await replayNight(deps());
    expect(result).toMatchObject({ same: 4, different: 1 });
    const name = `EH-${result?.differentCases[0]}`;
    expect(await told()).toEqual([{ different: 1, posts: 5, cases: name }]);
    expect(errors).toEqual([expect.stringContaining(`1 of 5 posts came out differently`)]);
    expect(errors[0]).toContain(name);
    const now = clock.now();
    const rows = await db.transaction('desk', (tx) => readSummaryRows(tx, { from: now, now }));
    expect(rows.differing).toBe(1);
    const finding = await db.transaction('desk', (tx) =>
      checkReplay(tx, { language: 'en', now, config: null }),
    );
    expect(finding).toMatchObject({ level: 'warn', area: 'lock', todo: `evenhand verify ${name}` });
  });

  it('notices a decision that looks at who wrote', async () => {
    const starStruck: ReplayDeps['decideAll'] = (mentions, known, context) =>
      decideAll(mentions, known, context).map(({ decision }, i) => ({
        decision:
          decision.kind === 'complaint' && mentions[i]?.post.author !== 'ann'
            ? { ...decision, severity: 'low' as const }
            : decision,
      }));
    const result = await replayNight(deps(deciding(starStruck)));
    expect(result?.different).toBeGreaterThan(0);
  });

  it('says of how many nothing can be told: their version or their words are gone', async () => {
    await sql`update desk.mention set decision_version = 'older' where native_id = 'p1'`.execute(db.kysely);
    await sql`update desk.mention set text = null where native_id = 'p2'`.execute(db.kysely);
    expect(await replayNight(deps())).toMatchObject({ posts: 5, same: 3, untold: 2, different: 0 });
  });

  it('leaves the event loop to others, and is done with a long case after 50 posts', async () => {
    await emptyRecord(db);
    await line.take(
      'forum',
      Array.from({ length: 60 }, (_, i) => ({
        kind: 'mention' as const,
        nativeId: `t${i}`,
        author: 'fay',
        text: complaintText(2_000 + i),
        thread: 't0',
        publishedAt: '2026-11-20T02:00:00.000Z',
      })),
    );
    await line.settle();
    const { version } = await loadReplayDeps(db, [voltara], { now: clock.now(), engineVersion: 'test' });
    await sql`update desk.mention set decision_version = ${version}`.execute(db.kysely);
    let turns = 0;
    let turnsMeanwhile = 0;
    const tick = (): void => {
      turns += 1;
      next = setImmediate(tick);
    };
    let next = setImmediate(tick);
    const result = await replayNight(
      deps({
        replayerOf: (setup) => {
          const { outcomesOf, close } = createReplayer(setup);
          return {
            outcomesOf: async (posts) => {
              turns = 0;
              const outcomes = await outcomesOf(posts);
              turnsMeanwhile = turns;
              return outcomes;
            },
            close,
          };
        },
      }),
    );
    clearImmediate(next);
    expect(result).toMatchObject({ cases: 1, posts: 50, same: 50 });
    expect(turnsMeanwhile).toBeGreaterThan(50);
  });

  it.each([
    ['throws', 'throw new Error("no")', 'no'],
    ['ends', 'process.exit(0)', 'the replay ended'],
    ['hangs', 'setInterval(() => {}, 9)', 'no replay within 0.5 s'],
  ])('is begun again when its thread %s, which is said', async (_what, script, message) => {
    const entry = new URL(`data:text/javascript,${encodeURIComponent(script)}`);
    const replayerOf: NightDeps['replayerOf'] = (setup) => createReplayer(setup, { entry, deadlineMs: 500 });
    await expect(replayNight(deps({ replayerOf }))).rejects.toThrow(message);
    clock.set('2026-11-20T04:00:00Z');
    expect(await replayNight(deps())).toMatchObject({ same: 5 });
  });
});
