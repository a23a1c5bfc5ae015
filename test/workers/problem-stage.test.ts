import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { addLink } from '../../src/problems/link.store.ts';
import { applyEvent } from '../../src/problems/state.store.ts';
import { createProblemMemory } from '../../workers/problem-memory.ts';
import { startProblemStage } from '../../workers/problem-stage.ts';
import { type GroupDeps, type Grouped, groupNext } from '../../workers/problems.worker.ts';
import { commitPosts, type Post } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { groupUntilDone } from '../support/group-cases.ts';
import { clockAt } from '../support/line.ts';

const charged = 'You took the monthly fee twice from my account and nobody tells me when it comes back';
const chargedToo = 'You took the monthly fee twice from my account and nobody tells us when it comes back!';
const station = 'The charging station behind the town hall has been dark since Sunday evening';

const sameHere = (id: string, parent: string, at: number): Post => ({
  id,
  at,
  by: id,
  thread: parent,
  parent,
  text: 'bei mir auch',
  decision: { ...complains(), reasons: [{ code: 'same_problem', start: 0, end: 12 }] } as never,
  evidence: [{ kind: 'same_problem', start: 0, end: 12 }],
});
const tells = (id: string, text: string, at: number, more: Partial<Post> = {}): Post => ({
  id,
  at,
  by: id,
  text,
  ...more,
});

describe.each(engines)('grouping what was committed, on %s', (engine, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  const clock = clockAt(hour(0).toISOString());
  beforeEach(() => {
    clock.set(hour(0));
    return emptyRecord(db);
  });

  const groupers = (holder: string): GroupDeps => ({ db, clock, holder, memory: createProblemMemory() });
  const groupAll = (deps = groupers('one')): Promise<Grouped> => groupUntilDone(deps);
  const groupWithoutWaiting = async (): Promise<Grouped> => {
    const deps = groupers('one');
    let outcome = await groupNext(deps);
    while (outcome === 'more') outcome = await groupNext(deps);
    return outcome;
  };
  const commit = async (posts: readonly Post[]): Promise<void> => {
    await commitPosts(db, posts);
    const last = hour(Math.max(...posts.map(({ at }) => at)));
    if (last > clock.now()) clock.set(last);
  };
  const members = async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select m.native_id as id, p.status, (select o.native_id from desk.mention o where o.mention_id = abs(p.problem_id)) as of,
        p.kind, (select o.native_id from desk.mention o where o.mention_id = p.alike) as alike, p.similarity, p.words, p.hindrance
      from desk.problem_member p join desk.mention m using (mention_id) order by p.place`.execute(db.kysely);
    return rows;
  };
  const told = async () =>
    (
      await sql<{
        alert: unknown;
      }>`select alert from desk.outbox where alert ->> 'kind' like 'problem%' order by outbox_id`.execute(
        db.kysely,
      )
    ).rows.map(({ alert }) => alert);

  it('puts copies and "same here" into the problem by itself, and writes down what they are alike and by which words', async () => {
    await commit([
      tells('a', charged, 0),
      tells('b', chargedToo, 1),
      sameHere('c', 'a', 2),
      tells('d', station, 3),
    ]);
    expect(await groupAll()).toBe('idle');
    expect(await members()).toMatchObject([
      { id: 'a', status: 'confirmed', of: 'a', kind: 'founder', alike: null },
      { id: 'b', status: 'confirmed', of: 'a', kind: 'near_duplicate', alike: 'a', hindrance: null },
      {
        id: 'c',
        status: 'confirmed',
        of: 'a',
        kind: 'same_problem_reply',
        alike: 'a',
        words: [{ start: 0, end: 12 }],
      },
      { id: 'd', status: 'confirmed', of: 'd', kind: 'founder' },
    ]);
    expect(await countRows(db, 'desk.problem')).toBe(1);
  });

  it('only suggests what is about another thing by name', async () => {
    await commit([
      tells('a', charged, 0, { decision: complains('medium', ['billing']) }),
      tells('b', charged, 1, { decision: complains('medium', ['service']) }),
    ]);
    await groupAll();
    expect(await members()).toMatchObject([
      { id: 'a', of: 'a' },
      { id: 'b', of: 'b', status: 'confirmed' },
      { id: 'b', of: 'a', status: 'suggested', hindrance: 'other_subject' },
    ]);
  });

  it('follows a reply to an own account up to the complaint which that one answered', async () => {
    await commit([
      tells('a', charged, 0),
      {
        id: 'boss',
        at: 1,
        by: 'boss',
        authorRole: 'executive',
        thread: 'a',
        parent: 'a',
        text: 'I promise to fix this.',
        decision: { kind: 'review', review: 'own_account', isUnsure: false, reasons: [] },
      },
      { ...sameHere('c', 'a', 2), parent: 'boss' },
    ]);
    await groupAll();
    expect(await members()).toMatchObject([{ id: 'a' }, { id: 'c', of: 'a', kind: 'same_problem_reply' }]);
  });

  it('takes no member from history, from praise, or twice from one case', async () => {
    await commit([
      tells('a', charged, 0),
      tells('again', 'Hello? I still wait for my money', 1, { by: 'a', thread: 'a', parent: 'a' }),
      tells('old', chargedToo, -900, { receivedAt: 1, isHistory: true }),
    ]);
    await groupAll();
    expect(await members()).toMatchObject([{ id: 'a' }]);
  });

  it('changes nothing of any case, whatever joins', async () => {
    await commit([
      tells('a', charged, 0),
      ...Array.from({ length: 30 }, (_, i) => sameHere(`r${i}`, 'a', 1)),
    ]);
    const cases = async () => (await sql`select * from desk."case" order by case_id`.execute(db.kysely)).rows;
    const before = await cases();
    await groupAll();
    expect(await countRows(db, 'desk.problem_member')).toBe(31);
    expect(await cases()).toEqual(before);
  });

  it('changes nothing when it comes by again, and goes on where another process ended', async () => {
    await commit([tells('a', charged, 0)]);
    await groupAll(groupers('killed'));
    await groupAll(groupers('killed'));
    expect(await countRows(db, 'desk.problem_member')).toBe(1);
    await commit([tells('b', chargedToo, 0.001)]);
    expect(await groupAll(groupers('next'))).toBe('elsewhere');
    clock.set(hour(1));
    expect(await groupAll(groupers('next'))).toBe('idle');
    expect(await members()).toMatchObject([{ id: 'a' }, { id: 'b', of: 'a', kind: 'near_duplicate' }]);
  });

  it('finds the same members however often it is killed on its way', async () => {
    const texts = [charged, chargedToo, station, `${station}!`, 'bei mir auch'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: texts.length - 1 }), { minLength: 1, maxLength: 6 }),
        fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
        async (chosen, kills) => {
          const posts = chosen.map((text, i) =>
            text === 4 && i > 0 ? sameHere(`p${i}`, 'p0', i) : tells(`p${i}`, texts[text] ?? '', i),
          );
          await emptyRecord(db);
          clock.set(hour(0));
          let deps = groupers('first');
          for (const [i, post] of posts.entries()) {
            await commit([post]);
            if (kills[i] === true) deps = groupers('first');
            await groupAll(deps);
          }
          const bit = await members();
          await emptyRecord(db);
          await commit(posts);
          await groupAll();
          expect(bit).toEqual(await members());
        },
      ),
      { numRuns: 5 },
    );
  });

  // The embedded database runs one transaction at a time.
  if (engine === 'postgres')
    it('waits for whoever may still commit a lower number, and misses nothing of it', async () => {
      let release = (): void => undefined;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let hasBegun = (): void => undefined;
      const begun = new Promise<void>((resolve) => {
        hasBegun = resolve;
      });
      const slow = db.transaction('desk', async (tx) => {
        await sql`select pg_current_xact_id()`.execute(tx);
        hasBegun();
        await held;
      });
      await begun;
      await commit([tells('a', charged, 0)]);
      expect(await groupWithoutWaiting()).toBe('later');
      expect(await members()).toEqual([]);
      release();
      await slow;
      expect(await groupAll()).toBe('idle');
      expect(await members()).toMatchObject([{ id: 'a' }]);
    });

  it('remembers nothing of a step that failed', async () => {
    await commit([tells('a', charged, 0)]);
    const deps = groupers('one');
    await groupAll(deps);
    await commit([tells('b', chargedToo, 0.001)]);
    const broken: Database = {
      ...db,
      transaction: (role, work) =>
        db.transaction(role, async (tx) => {
          const done = await work(tx);
          if ((await countRows({ kysely: tx } as never, 'desk.problem_member')) > 1)
            throw new Error('killed');
          return done;
        }),
    };
    await expect(groupAll({ ...deps, db: broken })).rejects.toThrow('killed');
    await groupAll(deps);
    expect(await members()).toMatchObject([{ id: 'a' }, { id: 'b', of: 'a', alike: 'a' }]);
  });

  it('remembers nothing of an attempt that the database undid before it tried again', async () => {
    const bits = async () => {
      const { rows } = await sql`
        select m.native_id, p.problem_id, p.kind, p.alike, p.similarity, p.nearest, p.nearest_similarity
        from desk.problem_member p join desk.mention m using (mention_id) order by p.place`.execute(
        db.kysely,
      );
      return rows;
    };
    const posts = [tells('a', charged, 0), tells('b', station, 0), tells('c', chargedToo, 0)];
    await commit(posts);
    await groupAll();
    const smooth = await bits();
    await emptyRecord(db);
    await commit(posts);
    let undone = 0;
    const bumpy: Database = {
      ...db,
      transaction: (role, work) =>
        db.transaction(role, async (tx) => {
          const done = await work(tx);
          if (undone === 0 && (await countRows({ kysely: tx } as never, 'desk.problem_member')) > 0) {
            undone += 1;
            throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
          }
          return done;
        }),
    };
    await groupAll({ ...groupers('one'), db: bumpy });
    expect(undone).toBe(1);
    expect(await bits()).toEqual(smooth);
  });

  it('heeds what people decided: who was ejected is not put back, and a copy of it is only suggested', async () => {
    await commit([tells('a', charged, 0), tells('b', chargedToo, 0.001)]);
    const deps = groupers('one');
    await groupAll(deps);
    await db.transaction('desk', (tx) =>
      addLink(tx, {
        action: { kind: 'eject', post: 2, problem: 1 },
        actor: 'kim',
        reason: 'x',
        now: clock.now(),
      }),
    );
    await commit([tells('c', chargedToo, 0.002)]);
    await groupAll(deps);
    const [, , copy] = await members();
    expect(copy).toMatchObject({ id: 'c', kind: 'exact', alike: 'b', of: 'b' });
  });

  it('a resolved problem of which somebody writes again is regressed, and leads hear it without a member', async () => {
    await commit([tells('a', charged, 0), tells('b', chargedToo, 0.001)]);
    const deps = groupers('one');
    await groupAll(deps);
    const event = { kind: 'resolved', atMs: clock.now().getTime() } as const;
    await db.transaction('desk', (tx) =>
      applyEvent(tx, { problem: 1, event, by: { actor: 'kim', note: null } }),
    );
    await commit([sameHere('c', 'a', 0.002)]);
    await groupAll(deps);
    expect((await sql`select state from desk.problem`.execute(db.kysely)).rows).toEqual([
      { state: 'regressed' },
    ]);
    expect(await told()).toEqual([
      { kind: 'problem_regressed', brand: 'nordbahn', values: { problem: 'P-1', brand: 'nordbahn' } },
    ]);
  });

  it('a problem that many people join within an hour escalates once, with figures and without a member', async () => {
    await commit([
      tells('a', charged, 0),
      ...Array.from({ length: 6 }, (_, i) => sameHere(`r${i}`, 'a', 0.001)),
    ]);
    const stage = startProblemStage({
      db,
      clock,
      stages: new Set(['triage']),
      holder: 'one',
      onError: (_what, error) => {
        throw error;
      },
    });
    await stage.run();
    await stage.stop();
    expect(await told()).toEqual([
      {
        kind: 'problem_escalating',
        brand: 'nordbahn',
        values: { problem: 'P-1', brand: 'nordbahn', people: 7, usual: 4 },
      },
    ]);
  });
});
