import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { listCases } from '../../src/cases/queue.store.ts';
import type { RawEvent, RawMention } from '../../src/domain/raw-mention.ts';
import type { Database } from '../../src/postgres/database.ts';
import { actOnProblem, type WantedAct } from '../../src/problems/act.store.ts';
import { emptyRecord, readActivities, readCases, readMention, readMentions } from '../support/desk-rows.ts';
import { anyEngine, type Engine } from '../support/engines.ts';
import { groupCases } from '../support/group-cases.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString();

const root: RawMention = {
  kind: 'mention',
  nativeId: 'root',
  author: 'ann',
  text: complaintText(12345),
  publishedAt: at(0),
};
const answer = (nativeId: string, text: string, more: Partial<RawMention> = {}): RawMention => ({
  kind: 'mention',
  nativeId,
  author: `author of ${nativeId}`,
  thread: 'root',
  parent: 'root',
  text,
  publishedAt: at(5),
  ...more,
});

describe('replies that come before what they answer', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  beforeAll(async () => {
    engine = await anyEngine();
    db = await engine.open();
    line = await openLine({ db, clock: clockAt('2026-11-20T09:00:00Z') });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });
  beforeEach(() => emptyRecord(db));

  /** The thread is listened to because of this post, which opens no case. */
  const opensThread = answer('news', 'Voltara shows a new car today.', {
    parent: 'elsewhere',
    author: 'press',
  });
  const run = async (...batches: (readonly RawEvent[])[]): Promise<void> => {
    for (const batch of batches) {
      await line.take('x', batch);
      await line.settle();
    }
  };

  it('decides "bei mir auch" again when its post comes, with that post\'s severity', async () => {
    await run([opensThread], [answer('r1', 'bei mir auch')]);
    expect(await readMention(db, 'r1')).toMatchObject({
      outcome: 'review',
      review_reason: 'waiting_for_parent',
      parent_pending: true,
    });
    await run([root]);
    const parent = await readMention(db, 'root');
    expect(parent).toMatchObject({ outcome: 'complaint' });
    expect(await readMention(db, 'r1')).toMatchObject({
      outcome: 'complaint',
      severity: parent?.severity,
      parent_pending: false,
      case_id: expect.any(String),
    });
    expect((await readCases(db)).length).toBe(2);
  });

  it('goes up a whole chain of such replies, in every order of arrival', async () => {
    const second = answer('r2', 'me too', { parent: 'r1', publishedAt: at(6) });
    const third = answer('r3', 'mir auch, same here', { parent: 'r2', publishedAt: at(7) });
    const orders = [
      [third, second, answer('r1', 'bei mir auch'), root],
      [second, answer('r1', 'bei mir auch'), third, root],
      [third, answer('r1', 'bei mir auch'), root, second],
      [root, third, second, answer('r1', 'bei mir auch')],
    ];
    for (const order of orders) {
      await emptyRecord(db);
      await run([opensThread], ...order.map((post) => [post]));
      const severity = (await readMention(db, 'root'))?.severity;
      const where = order.map(({ nativeId }) => nativeId).join(', ');
      for (const id of ['r1', 'r2', 'r3'])
        expect([where, id, await readMention(db, id)]).toEqual([
          where,
          id,
          expect.objectContaining({ outcome: 'complaint', severity, parent_pending: false }),
        ]);
      expect([where, (await readCases(db)).length]).toEqual([where, 4]);
    }
  });

  it('goes upwards only: a reply that is worse by its own words keeps its severity', async () => {
    const worse = answer(
      'r1',
      'Same here, and now the battery is on fire and smoke fills my garage. @voltara',
    );
    await run([worse]);
    const before = await readMention(db, 'r1');
    await run([root]);
    const after = await readMention(db, 'r1');
    expect(before?.severity).toBe('critical');
    expect(after).toMatchObject({ severity: 'critical', case_id: before?.case_id });
  });

  it('stays on the review list under a post that is no complaint', async () => {
    await run([opensThread], [answer('r1', 'bei mir auch', { parent: 'fine' })]);
    await run([answer('fine', 'I like my Voltara.', { parent: 'elsewhere' })]);
    expect(await readMention(db, 'r1')).toMatchObject({
      outcome: 'review',
      review_reason: 'parent_not_a_complaint',
      parent_pending: false,
    });
    expect(await readCases(db)).toEqual([]);
  });

  it('counts the answer of a support account that was stored before the post it answers', async () => {
    const support = answer('s1', 'We are sorry, please send us your order number. Your Voltara team', {
      author: 'voltara_hilft',
    });
    await run([support]);
    expect(await readMention(db, 's1')).toMatchObject({ author_role: 'support', case_id: null });
    await run([root]);
    const [row] = await readCases(db);
    expect(row?.first_response_at?.toISOString()).toBe(at(5));
    expect(row).toMatchObject({ due_at: null });
    expect(await readMention(db, 's1')).toMatchObject({ case_id: row?.case_id, parent_pending: false });
    expect((await readActivities(db)).map(({ kind, actor }) => `${kind} by ${actor}`)).toEqual([
      'case_opened by evenhand',
      'response_seen by support',
    ]);
  });

  it("marks an executive's early word out of band, and answers nothing by it", async () => {
    await run(
      [answer('e1', 'I promise that Voltara will refund you today.', { author: 'mira_lindqvist' })],
      [root],
    );
    const [row] = await readCases(db);
    expect(row).toMatchObject({ due_target: 'first_response', first_response_at: null });
    expect((await readActivities(db)).map(({ kind }) => kind)).toEqual(['case_opened', 'out_of_band']);
  });

  it('counts an answer without a parent, as comment feeds tell it, for the post that began the thread', async () => {
    const { parent: _none, ...support } = answer('s1', 'Voltara is looking into it.', {
      author: 'voltara_hilft',
    });
    await run([support], [root]);
    const [row] = await readCases(db);
    expect(row?.first_response_at?.toISOString()).toBe(at(5));
  });

  it('counts the answer to a reply whose own post was still missing', async () => {
    const support = answer('s1', 'We look into it. Voltara', {
      parent: 'r1',
      author: 'voltara_hilft',
      publishedAt: at(9),
    });
    await run([opensThread], [support], [answer('r1', 'bei mir auch')], [root]);
    const answered = (await readCases(db)).filter(({ first_response_at: seen }) => seen !== null);
    expect(answered.map(({ posts }) => posts.map(({ key }) => key))).toEqual([['x|r1', 'x|s1']]);
  });

  it('changes nothing when it is all told again', async () => {
    const all = [opensThread, answer('r1', 'bei mir auch'), root];
    await run(...all.map((post) => [post]));
    const before = [await readMentions(db), await readCases(db), await readActivities(db)];
    await run(all, ...all.map((post) => [post]));
    expect([await readMentions(db), await readCases(db), await readActivities(db)]).toEqual(before);
  });

  /** Who suffers, whatever the world does: an author, two who answer, somebody else, and one with a loss that is dated. */
  const sufferers: readonly RawMention[] = [
    root,
    answer('r1', 'bei mir auch'),
    answer('r2', 'same here', { publishedAt: at(9) }),
    answer('other', complaintText(777), { thread: 'other', parent: undefined as never, publishedAt: at(3) }),
    answer('danger', 'The battery of my @voltara is on fire and smoke fills the house!', {
      thread: 'danger',
      parent: undefined as never,
      publishedAt: at(8),
    }),
  ];
  interface World {
    /** Others of the thread, copies of its first post among them, and when they write. */
    readonly crowd: readonly { readonly minute: number; readonly isCopy: boolean }[];
    /** Followers, likes and a verified mark of whoever writes, in turn. */
    readonly fame: readonly {
      readonly followers: number;
      readonly likes: number;
      readonly verified: boolean;
    }[];
    readonly acts: readonly {
      readonly kind: 'confirm' | 'eject' | 'merge';
      readonly a: number;
      readonly b: number;
    }[];
  }
  const quiet: World = { crowd: [], fame: [{ followers: 0, likes: 0, verified: false }], acts: [] };

  const live = async ({ crowd, fame, acts }: World) => {
    await emptyRecord(db);
    const others = crowd.map(({ minute, isCopy }, i) =>
      answer(`c${i}`, isCopy ? root.text : 'me too', { publishedAt: at(minute) }),
    );
    const posts = [...sufferers, ...others].map((post, i) => ({ ...post, counts: fame[i % fame.length] }));
    await run(posts.slice(0, 2), posts.slice(2));
    await groupCases(db, new Date(at(40)));
    const actor = 'kim';
    for (const { kind, a, b } of acts) {
      const wanted = {
        confirm: { kind: 'confirm', problem: a, caseId: String(b) },
        eject: { kind: 'eject', problem: a, caseId: String(b) },
        merge: { kind: 'merge', problem: a, into: b },
      }[kind] as WantedAct;
      await db.transaction('desk', (tx) =>
        actOnProblem(tx, { ...wanted, reason: 'x' } as WantedAct, { actor, now: new Date(at(41)) }),
      );
    }
    const queue = await db.transaction('desk', (tx) =>
      listCases(tx, {
        scope: 'queue',
        brand: null,
        severity: null,
        limit: 200,
        now: new Date(at(42)),
        after: null,
      }),
    );
    const known = new Set(sufferers.map(({ nativeId }) => nativeId));
    const { rows } = await sql<{ caseId: string; nativeId: string }>`
      select distinct on (case_id) case_id as "caseId", native_id as "nativeId" from desk.mention
      where case_id is not null order by case_id, mention_id`.execute(db.kysely);
    const nameOf = new Map(rows.map(({ caseId, nativeId }) => [caseId, nativeId]));
    return (queue?.cases ?? [])
      .map(({ id, severity, dueAt, clockStart, dueTarget, status }) => ({
        post: nameOf.get(id) ?? '',
        severity,
        dueAt,
        clockStart,
        dueTarget,
        status,
      }))
      .filter(({ post }) => known.has(post));
  };

  it('size and fame of a thread, joining, leaving and merging change no severity, no deadline and no order (I9, I10)', async () => {
    const expected = await live(quiet);
    expect(expected.map(({ post }) => post)).toEqual(['danger', 'root', 'other', 'r1', 'r2']);
    const number = fc.integer({ min: 0, max: 100_000_000 });
    const world: fc.Arbitrary<World> = fc.record({
      crowd: fc.array(fc.record({ minute: fc.integer({ min: 0, max: 30 }), isCopy: fc.boolean() }), {
        maxLength: 12,
      }),
      fame: fc.array(fc.record({ followers: number, likes: number, verified: fc.boolean() }), {
        minLength: 1,
        maxLength: 5,
      }),
      acts: fc.array(
        fc.record({
          kind: fc.constantFrom('confirm', 'eject', 'merge'),
          a: fc.integer({ min: 1, max: 6 }),
          b: fc.integer({ min: 1, max: 6 }),
        }),
        { maxLength: 4 },
      ),
    });
    await fc.assert(
      fc.asyncProperty(world, async (loud) => {
        expect(await live(loud)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
