import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { listReview, type ReviewAsk, readSample, samplePerDay } from '../../src/cases/review.store.ts';
import { type OpenAsk, openFromReview } from '../../src/cases/review-open.store.ts';
import type { ReviewReason } from '../../src/domain/decision.ts';
import type { Database } from '../../src/postgres/database.ts';
import { clockStart } from '../../src/triage/deadline.ts';
import { complainantKey } from '../../workers/decided-batch.ts';
import { loadPolicies } from '../../workers/policies.ts';
import { emptyRecord, readActivities, readCases } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { brands, commitPosts } from './desk-factory.ts';
import { complains, hour, listed } from './fold-samples.ts';

describe.each(engines)('the review list on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, async (opened) => {
    db = opened;
    await sql`insert into ops.setting (key, value) values ('instance_key', '"test"') on conflict do nothing`.execute(
      db.kysely,
    );
  });
  beforeEach(() => emptyRecord(db));

  const post = (id: string, at: number, review: ReviewReason = 'question', more = {}) => ({
    id,
    at,
    by: id,
    decision: listed(review, review === 'unsure'),
    ...more,
  });
  const list = async (more: Partial<ReviewAsk> = {}) => {
    const ask = { brand: null, reason: null, isUnsureOnly: false, limit: 50, after: null, ...more };
    const page = await db.transaction('desk', (tx) => listReview(tx, ask));
    if (page === null) throw new Error('no page');
    return page;
  };
  const textsOf = async (more: Partial<ReviewAsk> = {}) => (await list(more)).posts.map(({ text }) => text);
  const words = (...ids: string[]) => ids.map((id) => `text of ${id}`);

  it('holds what opened no case, the unsure first, each with the newest first, and its reason', async () => {
    await commitPosts(db, [post('a', 1), { ...post('b', 1), decision: complains() }], 1);
    await commitPosts(db, [post('c', 2, 'unsure'), post('d', 2, 'relay', { brand: 'seeweg' })], 2);
    await commitPosts(db, [post('e', 3, 'unsure', { brand: 'seeweg' }), post('f', 3)], 3);
    expect(await textsOf()).toEqual(words('e', 'c', 'f', 'd', 'a'));
    expect(await textsOf({ isUnsureOnly: true })).toEqual(words('e', 'c'));
    expect(await textsOf({ brand: 'seeweg' })).toEqual(words('e', 'd'));
    expect(await textsOf({ reason: 'relay' })).toEqual(words('d'));
    expect(await textsOf({ brand: 'nobody' })).toEqual([]);
    const [first] = (await list()).posts;
    expect(first).toMatchObject({ brand: 'seeweg', reason: 'unsure', isUnsure: true, caseId: null });
    expect(Object.keys(first ?? {}).filter((key) => /author|follower|reach|view/i.test(key))).toEqual([]);
  });

  it('gives every post once over pages of any size, across the border of what is unsure', async () => {
    for (let i = 0; i < 5; i += 1)
      await commitPosts(
        db,
        ['x', 'y', 'z'].map((name, place) =>
          post(`${name}${i}`, i, place === 0 ? 'unsure' : 'praise', place === 1 ? { brand: 'seeweg' } : {}),
        ),
        i,
      );
    const whole = await textsOf();
    expect(new Set(whole).size).toBe(15);
    for (const limit of [1, 4, 5, 14]) {
      const seen: (string | null)[] = [];
      for (let after: string | null = null; ; ) {
        const page = await list({ limit, after });
        seen.push(...page.posts.map(({ text }) => text));
        after = page.posts.at(-1)?.cursor ?? null;
        if (!page.hasMore) break;
      }
      expect(seen).toEqual(whole);
    }
    expect(
      await db.transaction('desk', (tx) =>
        listReview(tx, { brand: null, reason: null, isUnsureOnly: false, limit: 5, after: 'nonsense' }),
      ),
    ).toBeNull();
  });

  const sample = (at: number) => db.transaction('desk', (tx) => readSample(tx, hour(at)));
  const idsAt = async (at: number) => (await sample(at)).map(({ mentionId }) => mentionId);

  it('draws twenty of the day before, the same all day, and others the next day', async () => {
    await commitPosts(
      db,
      Array.from({ length: 60 }, (_, i) => post(`p${i}`, 2)),
      2,
    );
    // Hours count from 08:00 UTC: 16 is midnight.
    const morning = await idsAt(17);
    expect(morning).toHaveLength(samplePerDay);
    await commitPosts(
      db,
      Array.from({ length: 60 }, (_, i) => post(`q${i}`, 20)),
      20,
    );
    expect(await idsAt(39)).toEqual(morning);
    const next = await idsAt(41);
    expect(next).toHaveLength(samplePerDay);
    expect(next.filter((id) => morning.includes(id))).toEqual([]);
    // Drawn, not taken from one end.
    const numbers = morning.map(Number);
    expect(Math.max(...numbers) - Math.min(...numbers)).toBeGreaterThan(25);
  });

  it('is filled up from the day itself where the day before had less, and loses none of it', async () => {
    await commitPosts(
      db,
      Array.from({ length: 3 }, (_, i) => post(`p${i}`, 2)),
      2,
    );
    await commitPosts(
      db,
      Array.from({ length: 9 }, (_, i) => post(`q${i}`, 18)),
      18,
    );
    const noon = await idsAt(20);
    expect(noon).toHaveLength(12);
    await commitPosts(
      db,
      Array.from({ length: 30 }, (_, i) => post(`r${i}`, 21)),
      21,
    );
    const evening = await idsAt(30);
    expect(evening).toHaveLength(samplePerDay);
    expect(evening.slice(0, 12)).toEqual(noon);
  });

  const open = async (mentionId: string, more: Partial<OpenAsk> = {}) => {
    const now = hour(6);
    const policies = await loadPolicies(db, brands, now);
    const ask = {
      mentionId,
      severity: 'high',
      categories: [],
      reason: 'third time',
      actor: 'kim',
      now,
      ...more,
    } as const;
    return db.transaction('desk', (tx) =>
      openFromReview(tx, ask, {
        complainantKeyOf: (mention) => complainantKey(mention, 'test'),
        clockStartOf: ({ post: told, receivedAt }) => clockStart(told.publishedAt, receivedAt),
        policyOf: (brand) => new Map(policies.versions).get(brand) ?? null,
        deadlineOf: policies.deadlineOf,
        route: () => Promise.resolve(),
      }),
    );
  };

  it('a person opens a case: with the clock of the post, a reason, an alert, and once', async () => {
    await commitPosts(db, [post('a', 1)]);
    expect(await open('1')).toMatchObject({
      kind: 'filed',
      as: 'opened',
      row: { id: '1', severity: 'high' },
    });
    const [row] = await readCases(db);
    expect(row).toMatchObject({
      severity: 'high',
      status: 'new',
      due_at: hour(5),
      due_target: 'first_response',
    });
    expect(await db.kysely.selectFrom('desk.activity').selectAll().execute()).toMatchObject([
      {
        kind: 'case_opened',
        actor: 'kim',
        is_automated: false,
        value: 'high',
        note: 'third time',
        post_key: 'forum|a',
      },
    ]);
    expect(
      await db.kysely.selectFrom('desk.outbox').select(['alert', 'case_id', 'post_key']).execute(),
    ).toMatchObject([
      { alert: { kind: 'case_opened', severity: 'high', excerpt: null }, case_id: '1', post_key: 'forum|a' },
    ]);
    expect(await textsOf()).toEqual([]);
    expect(await open('1')).toEqual({ kind: 'has_case', caseId: '1' });
    expect(await readCases(db)).toHaveLength(1);
  });

  it('stays in the sample that it was found in, with the case that it has now', async () => {
    await commitPosts(
      db,
      Array.from({ length: 30 }, (_, i) => post(`p${i}`, 2)),
      2,
    );
    const before = await idsAt(17);
    await open(before[4] ?? '');
    const after = await sample(18);
    expect(after.map(({ mentionId }) => mentionId)).toEqual(before);
    expect(after[4]?.caseId).toBe('1');
  });

  it('is the same complainant to what comes later: an answer in its thread joins the case', async () => {
    await commitPosts(db, [post('a', 1)]);
    await open('1');
    await commitPosts(db, [
      { ...post('b', 7), by: 'a', thread: 'a', parent: 'a', decision: complains('high') },
    ]);
    const cases = await readCases(db);
    expect(cases).toHaveLength(1);
    expect(cases[0]?.posts).toHaveLength(2);
  });

  it('joins the open case of its thread instead of opening a second one, and may raise it', async () => {
    await commitPosts(db, [
      { ...post('a', 1), decision: complains('low') },
      { ...post('b', 2, 'repost'), by: 'a', thread: 'a', repostOf: 'z' },
    ]);
    expect(await open('2')).toMatchObject({
      kind: 'filed',
      as: 'joined',
      row: { id: '1', severity: 'high' },
    });
    const raised = (await readActivities(db)).filter(({ kind }) => kind === 'severity_raised');
    expect(raised).toMatchObject([{ actor: 'kim', value: 'high' }]);
  });

  it('opens none for words that are gone, an own account, a brand that left, or nothing', async () => {
    await commitPosts(db, [
      post('a', 1, 'own_account', { authorRole: 'brand' }),
      post('b', 1, 'question', { brand: 'gone' }),
      post('c', 1),
    ]);
    await db.kysely.updateTable('desk.mention').set({ text: null }).where('native_id', '=', 'c').execute();
    const kinds = await Promise.all(['1', '2', '3', '99'].map(async (id) => (await open(id)).kind));
    expect(kinds).toEqual(['own_account', 'brand_gone', 'deleted', 'unknown']);
    expect(await readCases(db)).toEqual([]);
  });

  it('history opened by a person runs no clock and tells nobody', async () => {
    await commitPosts(db, [post('a', 1, 'question', { isHistory: true })]);
    expect(await open('1')).toMatchObject({ row: { dueAt: null, isHistory: true } });
    expect(await db.kysely.selectFrom('desk.outbox').selectAll().execute()).toEqual([]);
  });
});
