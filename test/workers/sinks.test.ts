import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { actOnCase } from '../../src/cases/action.store.ts';
import type { CaseAction } from '../../src/cases/life/action-types.ts';
import { readLife } from '../../src/cases/life/replay.store.ts';
import { replay, standingOf } from '../../src/cases/life/replay.ts';
import { recallWords } from '../../src/notify/sinks/recall.store.ts';
import { claimTask } from '../../src/notify/sinks/task.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { readActivities } from '../support/desk-rows.ts';
import { type Engine, engines, hasPostgres } from '../support/engines.ts';
import { clockAt, type Line, openLine } from '../support/line.ts';
import { loss, openBench, type SinkBench } from '../support/sinks/bench.ts';
import { entryOf } from '../support/sinks/helpdesk.ts';
import { kinds } from '../support/sinks/kinds.ts';

describe.each(engines)('tickets in a helpdesk (%s)', (name, start) => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  const clock = clockAt('2026-11-20T09:00:00Z');
  beforeAll(async () => {
    engine = await start();
    db = await engine.open();
    line = await openLine({ db, clock });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });

  // What differs between the engines is the same for every kind.
  const tried = name === 'embedded' && hasPostgres ? kinds.slice(0, 1) : kinds;
  describe.each(tried.map((kind) => [kind.name, kind] as const))('of %s', (_kind, kind) => {
    let bench: SinkBench;
    beforeEach(async () => {
      bench = await openBench(kind, { db, line, clock });
    });
    afterEach(async () => {
      expect(bench.desk.wrong).toEqual([]);
      await bench.desk.close();
    });
    const texts = () => bench.desk.tickets.flatMap(({ entries }) => entries.map(({ text }) => text));
    const statusOf = async (): Promise<string> => {
      const { rows } = await sql<{ status: string }>`select status from desk."case"`.execute(db.kysely);
      return rows.map(({ status }) => status).join();
    };
    const act = async (action: CaseAction): Promise<void> => {
      const caseId = await bench.caseId();
      await db.transaction('desk', (tx) =>
        actOnCase(tx, { caseId, action, actor: 'kim', now: clock.now(), dueUnder }),
      );
      await bench.run();
    };
    const answerThere = (minutesAgo = 0, by: 'agent' | 'customer' = 'agent') =>
      bench.desk.tickets[0]?.entries.push(
        entryOf('We are sorry.', bench.desk, {
          isPublic: true,
          by,
          at: new Date(clock.now().getTime() - minutesAgo * 60_000),
        }),
      );
    const setThere = (word: 'solved' | 'open', since: string | null = null) => {
      const [ticket] = bench.desk.tickets;
      if (ticket === undefined) return;
      ticket.status = kind.words[word];
      delete ticket.statusAt;
      if (since !== null) ticket.statusAt = new Date(since);
    };
    const actsThere = async () =>
      (await readActivities(db)).filter(({ actor }) => actor === 'helpdesk').map(({ kind: act }) => act);

    it('is opened once, with what the case is about and masked words in a note for agents', async () => {
      await bench.raise(loss(1, 'Mail me: ann@example.org, signed author1.'));
      await bench.later(1);
      expect(bench.desk.tickets).toHaveLength(1);
      const [ticket] = bench.desk.tickets;
      expect(ticket).toMatchObject({ priority: kind.words.high });
      expect(ticket?.tags).toContain('money');
      expect(ticket?.subject).toContain('EH-1');
      const [body, words, ...more] = ticket?.entries ?? [];
      expect(body?.text).toContain('Severity: high');
      expect(body?.text).not.toContain('refund never came');
      expect(words?.text).toMatch(
        /\[EH-1\/[0-9a-f]{6}\]\n> .*refund never came.*\[mail\], signed \[account\]/,
      );
      expect(more).toEqual([]);
      expect(texts().join()).not.toMatch(/author1|x\.com|ann@/);
      expect(ticket?.entries.every(({ isPublic }) => !isPublic)).toBe(true);
    });

    it.each([
      ['whichever call the answer is lost of', 'lose', 10],
      ['when the answer breaks off', 'broken', 1],
      ['when it is out of order', 'never', 1],
      ['when it asks for patience', 'busy', 1],
    ] as const)('is one, %s', async (_what, spoil, places) => {
      let isReached = true;
      for (let place = 0; isReached && place < places; place += 1) {
        await bench.desk.close();
        bench = await openBench(kind, { db, line, clock });
        bench.desk.spoils.push(...Array<null>(place).fill(null), spoil);
        await bench.raise(loss(1));
        isReached = bench.desk.spoils.length === 0;
        for (let look = 0; look < 3; look += 1) await bench.later(7);
        expect(bench.desk.tickets).toHaveLength(1);
        expect(texts().filter((text) => text.includes('refund never came'))).toHaveLength(1);
        expect(texts()).toHaveLength(2);
      }
    });

    it('is one where the search finds it only minutes after it was made', async () => {
      bench.desk.spoils.push('lose');
      bench.desk.isIndexed = false;
      await bench.raise(loss(1));
      await bench.later(1);
      bench.desk.isIndexed = true;
      for (let look = 0; look < 2; look += 1) await bench.later(7);
      expect(bench.desk.tickets).toHaveLength(1);
    });

    it('is one when the connection goes before anything was heard', async () => {
      bench.desk.faults.push({ kind: 'drop' });
      await bench.raise(loss(1));
      expect(bench.desk.tickets).toHaveLength(0);
      for (let look = 0; look < 2; look += 1) await bench.later(7);
      expect(bench.desk.tickets).toHaveLength(1);
    });

    it('is one when the process dies between the row and the answer, before or after it was made', async () => {
      bench.desk.spoils.push('never');
      await bench.raise(loss(1));
      await sql`update desk.sink_task set next_attempt_at = ${clock.now()}, attempts = 0, is_unsure = false`.execute(
        db.kysely,
      );
      // Claimed, and nobody lives to make the call.
      expect(await db.transaction('desk', (tx) => claimTask(tx, 'helpdesk', clock.now()))).not.toBeNull();
      await bench.later(4);
      expect(bench.desk.tickets).toHaveLength(0);
      await bench.later(2);
      expect(bench.desk.tickets).toHaveLength(1);
      // Made, and nobody lives to write it down.
      await sql`update desk.sink_ticket set external_id = null`.execute(db.kysely);
      await sql`
        update desk.sink_task t set state = 'pending', is_unsure = true, next_attempt_at = ${clock.now()}, external_id = null,
          body = ${await frozen()} where kind = 'create'`.execute(db.kysely);
      await bench.later(6);
      expect(bench.desk.tickets).toHaveLength(1);
    });
    const frozen = async (): Promise<Buffer> => {
      const { rows } = await sql<{ key: string }>`select key from desk.sink_ticket`.execute(db.kysely);
      const order = {
        key: rows[0]?.key,
        caseName: 'EH-1',
        subject: 'EH-1',
        body: bench.desk.tickets[0]?.entries[0]?.text,
        priority: kind.words.high,
        tags: ['money'],
        fields: {},
      };
      return Buffer.from(JSON.stringify(order));
    };

    it('waits as long as the helpdesk asks, with every call', async () => {
      bench.desk.spoils.push('busy');
      await bench.raise(loss(1));
      const asked = bench.desk.calls.length;
      clock.set(new Date(clock.now().getTime() + 30_000));
      await bench.raise(loss(2));
      expect(bench.desk.calls).toHaveLength(asked);
      await bench.later(1);
      expect(bench.desk.tickets.length).toBeGreaterThan(0);
    });

    it('takes a public answer there as the response, at the time that the helpdesk tells', async () => {
      await bench.raise(loss(1));
      clock.set('2026-11-20T09:30:00Z');
      answerThere(12);
      await bench.later(1);
      const { rows } = await sql<Answered>`
        select first_response_at, first_response_via, first_response_actor, due_at, status from desk."case"`.execute(
        db.kysely,
      );
      expect(rows).toEqual([
        {
          first_response_at: new Date('2026-11-20T09:18:00Z'),
          first_response_via: 'sink',
          first_response_actor: 'helpdesk',
          due_at: null,
          status: 'pending',
        },
      ]);
      await bench.later(30);
      const acts = (await readActivities(db)).filter(({ actor }) => actor === 'helpdesk');
      expect(acts).toMatchObject([{ kind: 'answered' }]);
    });

    it('takes neither our notes nor a customer for an answer', async () => {
      await bench.raise(loss(1));
      answerThere(0, 'customer');
      await bench.later(30);
      expect((await readActivities(db)).filter(({ actor }) => actor === 'helpdesk')).toEqual([]);
    });

    it('resolves the case when it is solved there, reopens it when it is opened again, and tells neither back', async () => {
      await bench.raise(loss(1));
      setThere('solved');
      await bench.later(11);
      expect(await statusOf()).toBe('resolved');
      await bench.later(11);
      setThere('open');
      await bench.later(11);
      await bench.later(11);
      expect(await statusOf()).toBe('open');
      const acts = (await readActivities(db)).filter(({ actor }) => actor === 'helpdesk');
      expect(acts.map(({ kind: act }) => act)).toEqual(['resolved', 'reopened']);
      expect(texts()).toHaveLength(2);
    });

    const again = (at: string) => ({
      ...loss(1, 'And nobody answers.'),
      nativeId: 'p2',
      thread: 'p1',
      parent: 'p1',
      publishedAt: at,
    });

    it.each([
      ['told', '2026-11-20T09:10:00Z'],
      ['not told', null],
    ])(
      'ends no case over a newer message of the customer, the time of the status being %s, and says so once',
      async (_what, since) => {
        await bench.raise(loss(1));
        setThere('solved', since);
        clock.set('2026-11-20T09:20:00Z');
        await bench.raise(again('2026-11-20T09:15:00Z'));
        for (let look = 0; look < 3; look += 1) await bench.later(11);
        expect(await statusOf()).toBe('new');
        expect(await actsThere()).toEqual(['end_overtaken']);
        expect(
          texts().filter((text) => text.startsWith('The customer wrote after this was solved')),
        ).toHaveLength(1);
        setThere('open', '2026-11-20T09:55:00Z');
        await bench.later(11);
        setThere('solved', '2026-11-20T10:01:00Z');
        await bench.later(11);
        expect(await statusOf()).toBe('resolved');
      },
    );

    it('ends the case where the newer message was there before the status, or was answered there', async () => {
      await bench.raise(loss(1));
      clock.set('2026-11-20T09:20:00Z');
      setThere('solved', '2026-11-20T09:16:00Z');
      await bench.raise(again('2026-11-20T09:15:00Z'));
      expect(await statusOf()).toBe('resolved');
    });

    it('waits as the configuration translates the status there, with no clock stopped, and never with a danger case', async () => {
      await bench.desk.close();
      const statuses = { [kind.words.solved.toLowerCase()]: 'on_hold' as const };
      bench = await openBench(kind, { db, line, clock }, {}, statuses);
      await bench.raise(loss(1));
      const dueAt = async () =>
        (await db.kysely.selectFrom('desk.case').select('due_at').executeTakeFirstOrThrow()).due_at;
      const due = await dueAt();
      setThere('solved');
      await bench.later(11);
      expect([await statusOf(), await dueAt()]).toEqual(['on_hold', due]);
      setThere('open');
      await bench.later(11);
      expect(await statusOf()).toBe('open');
      const acts = await sql<{ kind: string; automated: boolean; via: string }>`
        select kind, is_automated as automated, change ->> 'via' as via from desk.activity where actor = 'helpdesk' order by activity_id`.execute(
        db.kysely,
      );
      expect(acts.rows).toEqual([
        { kind: 'on_hold', automated: true, via: 'sink' },
        { kind: 'resumed', automated: true, via: 'sink' },
      ]);
      const caseId = await bench.caseId();
      const { row, activities } = await db.transaction('desk', (tx) => readLife(tx, caseId));
      expect(replay(activities)).toEqual(standingOf(row));
      await sql`update desk."case" set danger = 'product'`.execute(db.kysely);
      setThere('solved');
      await bench.later(11);
      expect(await statusOf()).toBe('open');
    });

    it('hears what happened here in notes, in order and once: new words, a higher severity, the end and the beginning anew', async () => {
      await bench.raise({ ...loss(1), text: '@voltara my invoice is wrong again' });
      await bench.raise({ ...loss(1, 'And nobody answers.'), nativeId: 'p2', thread: 'p1', parent: 'p1' });
      await act({ kind: 'resolve', note: null });
      await act({ kind: 'reopen', note: null, goesOnIn: null });
      await bench.later(6);
      const said = texts().slice(2);
      expect(said[0]).toMatch(/^Now of severity high/);
      expect(said[1]).toMatch(/^The customer wrote again.*And nobody answers/s);
      expect(said.slice(2).map((text) => text.replace(/ \[.*/s, ''))).toEqual([
        'Resolved in Evenhand.',
        'Open again in Evenhand.',
      ]);
      expect(bench.desk.tickets).toHaveLength(1);
      expect(bench.desk.tickets[0]?.priority).toBe(kind.words.high);
    });

    it('is never opened for danger; one that becomes danger is told no more and gives the words back', async () => {
      await bench.raise({ ...loss(7), text: fire });
      const { rows } = await sql<{ danger: string }>`select danger from desk."case"`.execute(db.kysely);
      expect(rows).toEqual([{ danger: 'product' }]);
      expect(bench.desk.tickets).toEqual([]);
      await bench.raise(loss(1));
      expect(bench.desk.tickets).toHaveLength(1);
      await sql`update desk."case" set danger = 'product' where danger is null`.execute(db.kysely);
      await sql`insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal)
        select case_id, 'wake', ${clock.now()}, 'note', 'kim', false, true from desk."case"`.execute(
        db.kysely,
      );
      await bench.run();
      const held =
        bench.desk.tickets[0]?.entries.filter(({ isGone }) => !isGone).map(({ text }) => text) ?? [];
      expect(held.join()).not.toContain('refund never came');
      expect(held.at(-1)).toMatch(/^This case is confidential from now on/);
      setThere('solved');
      await bench.later(11);
      expect(await statusOf()).not.toBe('resolved');
    });

    it('gives back the words of a post that was erased, and drops those that were not sent yet', async () => {
      await bench.raise(loss(1));
      const recalled = await db.transaction('desk', (tx) => recallWords(tx, ['x|p1'], clock.now()));
      expect(recalled).toMatchObject([
        { sink: 'helpdesk', outcome: 'recalling', ticket: bench.desk.tickets[0]?.id },
      ]);
      await bench.run();
      const held = bench.desk.tickets[0]?.entries.filter(({ isGone }) => !isGone) ?? [];
      expect(held.map(({ text }) => text).join()).not.toContain('refund never came');
      expect(held).toHaveLength(1);
      bench.desk.spoils.push('never');
      await bench.raise({ ...loss(2), author: 'author2' });
      expect(await db.transaction('desk', (tx) => recallWords(tx, ['x|p2'], clock.now()))).toMatchObject([
        { outcome: 'dropped' },
      ]);
      for (let look = 0; look < 2; look += 1) await bench.later(7);
      expect(bench.desk.tickets).toHaveLength(2);
      expect(texts().filter((text) => text.includes('Letter 2'))).toEqual([]);
    });

    it('is switched off for all when the token is refused, and loses nothing by it', async () => {
      const { sinks } = bench.deps;
      const [wired] = sinks;
      if (wired === undefined) throw new Error('no sink');
      const refused = { ...wired.sink, create: () => Promise.resolve(unauthorised) };
      Object.assign(bench.deps, { sinks: [{ ...wired, sink: refused }] });
      await bench.raise(loss(1));
      await bench.later(600);
      Object.assign(bench.deps, { sinks });
      await bench.later(1);
      expect(bench.desk.tickets).toEqual([]);
      await sql`update desk.sink set disabled_at = null`.execute(db.kysely);
      await bench.later(1);
      expect(bench.desk.tickets).toHaveLength(1);
    });
  });
});

const fire = '@voltara the battery of your scooter caught fire while my son was charging it';

interface Answered {
  readonly first_response_at: Date;
  readonly first_response_via: string;
  readonly first_response_actor: string;
  readonly due_at: Date | null;
  readonly status: string;
}

const unauthorised = { kind: 'permanent', reason: 'http_401', disables: true } as const;
