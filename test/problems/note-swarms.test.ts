import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { findSwarms, type SwarmPost } from '../../src/problems/find-swarms.ts';
import type { Placed } from '../../src/problems/group-page.ts';
import { noteSwarms } from '../../src/problems/note-swarms.store.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';

const begun = Date.parse('2026-03-02T09:00:00Z');
const minute = 60_000;

const postAt = (
  post: number,
  minutes: number,
  author: number,
  alike: { post: number; similarity?: number } | null,
): SwarmPost => ({
  post,
  author: `c${author}`,
  atMs: begun + Math.round(minutes * minute),
  nearest: alike === null ? null : { post: alike.post, similarity: Math.fround(alike.similarity ?? 0.95) },
});

describe.each(engines)('swarms as they grow on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  /** Written down as the problem stage does it, then looked at. */
  const group = (posts: readonly SwarmPost[]) =>
    db.transaction('desk', async (tx) => {
      const rows = posts.map(({ post, author, atMs, nearest }) => ({
        id: post,
        author,
        at: new Date(atMs),
        nearest: nearest?.post ?? null,
        similarity: nearest?.similarity ?? null,
      }));
      const given = sql`json_to_recordset(${JSON.stringify(rows)}::json) as r (id bigint, author text, at timestamptz, nearest bigint, similarity real)`;
      await sql`
        insert into desk."case" (case_id, brand, source, complainant, threads, posts, status, severity, categories, reasons,
          opened_at, received_at, clock_start, last_post_at, policy, updated_at)
        select id, 'voltara', 'bluesky', author, array['t' || id], '[]', 'new', 'low', array['delivery'], '[]', at, at, at, at, 'p', at
        from ${given}`.execute(tx);
      await sql`
        insert into desk.mention (mention_id, source, native_id, brand, revision, author, author_role, thread, text, fingerprint,
          received_at, decided_at, matched_by, is_history, outcome, severity, complaint, decision_version, case_id, trace_id)
        overriding system value
        select id, 'bluesky', id::text, 'voltara', 1, author, 'customer', 't' || id, 'words', id::text, at, at, 'name', false,
          'complaint', 'low', .9, 'v', id, 't' from ${given}`.execute(tx);
      await sql`
        insert into desk.problem_member (mention_id, status, brand, problem_id, found, kind, is_automated, nearest, nearest_similarity,
          written_at, grouped_at)
        select id, 'confirmed', 'voltara', 1, 1, 'near_duplicate', true, nearest, similarity, at, at from ${given}`.execute(
        tx,
      );
      const placed = posts.map(({ post, nearest }) => ({ complaint: { post }, grouping: { nearest } }));
      await noteSwarms(tx, placed as unknown as readonly Placed[], new Date(begun));
    });

  const swarms = async () => {
    const { rows } = await sql<{ authors: number; posts: string[]; first: Date; last: Date }>`
      select w.authors, array_agg(s.mention_id order by s.mention_id) as posts, w.first_at as first, w.last_at as last
      from desk.swarm w join desk.swarm_member s on s.swarm_id = w.swarm_id group by w.swarm_id order by w.swarm_id`.execute(
      db.kysely,
    );
    return rows.map(({ authors, posts, first, last }) => ({
      authors,
      posts: posts.map(Number),
      minutes: [(first.getTime() - begun) / minute, (last.getTime() - begun) / minute],
    }));
  };

  it('keeps one that goes on for hours together, and counts each person once', async () => {
    const posts = Array.from({ length: 120 }, (_, n) =>
      postAt(n + 1, n * 2, n % 50, n === 0 ? null : { post: n }),
    );
    for (let from = 0; from < posts.length; from += 7) await group(posts.slice(from, from + 7));
    expect(await swarms()).toEqual([
      { authors: 50, posts: posts.map(({ post }) => post), minutes: [0, 238] },
    ]);
  });

  it('takes in nobody who wrote hours after the last of them, or nothing like them', async () => {
    await group(Array.from({ length: 25 }, (_, n) => postAt(n + 1, n, n, n === 0 ? null : { post: 1 })));
    await group([
      postAt(26, 300, 90, { post: 25 }),
      postAt(27, 26, 91, null),
      postAt(28, 27, 92, { post: 3, similarity: 0.5 }),
      postAt(29, 28, 93, { post: 3 }),
    ]);
    const [found, ...others] = await swarms();
    expect(others).toEqual([]);
    expect(found).toEqual({
      authors: 26,
      posts: [...Array.from({ length: 25 }, (_, n) => n + 1), 29],
      minutes: [0, 28],
    });
  });

  it('finds, in whatever bites and order the posts come, the swarms that a look at all of them finds', async () => {
    const anyPosts = fc
      .array(
        fc.record({
          at: fc.integer({ min: 0, max: 55 }),
          author: fc.integer({ min: 0, max: 40 }),
          near: fc.nat(),
          isNew: fc.integer({ min: 0, max: 15 }).map((n) => n === 0),
        }),
        { minLength: 10, maxLength: 90 },
      )
      .map((all) =>
        all.map(({ at, author, near, isNew }, n) =>
          postAt(n + 1, at, author, n === 0 || isNew ? null : { post: 1 + (near % n) }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(anyPosts, fc.integer({ min: 1, max: 30 }), async (posts, bite) => {
        await emptyRecord(db);
        for (let from = 0; from < posts.length; from += bite) await group(posts.slice(from, from + bite));
        const found = (await swarms()).map(({ posts: of, authors }) => ({ posts: of, authors }));
        const wanted = findSwarms(posts).map(({ posts: of, authors }) => ({
          posts: of.toSorted((a, b) => a - b),
          authors,
        }));
        expect(found.toSorted((a, b) => (a.posts[0] ?? 0) - (b.posts[0] ?? 0))).toEqual(
          wanted.toSorted((a, b) => (a.posts[0] ?? 0) - (b.posts[0] ?? 0)),
        );
      }),
      { numRuns: 25 },
    );
  });
});
