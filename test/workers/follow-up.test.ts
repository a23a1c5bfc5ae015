import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readLife } from '../../src/cases/life/replay.store.ts';
import { replay, standingOf } from '../../src/cases/life/replay.ts';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { createPagerDutyChannel } from '../../src/notify/channels/pagerduty.ts';
import { createSlackBotChannel } from '../../src/notify/channels/slack-bot.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import { acknowledge } from '../../src/notify/sent/ack.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { NotifyDeps, WiredChannel } from '../../workers/deliver.ts';
import { notify } from '../../workers/notify.worker.ts';
import { emptyRecord, readCases } from '../support/desk-rows.ts';
import { type Engine, engines } from '../support/engines.ts';
import { clockAt, type Line, openLine } from '../support/line.ts';
import { type PagerDutyStandIn, startPagerDutyStandIn } from '../support/pagerduty-stand-in.ts';
import { type SlackStandIn, startSlackStandIn } from '../support/slack-stand-in.ts';

const loss = (n: number): RawEvent => ({
  kind: 'mention',
  nativeId: `p${n}`,
  author: `author${n}`,
  text: `@voltara 4,300 euros lost since your refund never came, my rent is due on Friday. Letter ${n}`,
  url: `https://forum.example/p${n}`,
  publishedAt: '2026-11-20T08:00:00.000Z',
});

describe.each(engines)('messages that follow their cases (%s)', (_name, start) => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  let slack: SlackStandIn;
  let pager: PagerDutyStandIn;
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
  beforeEach(async () => {
    clock.set('2026-11-20T09:00:00Z');
    await emptyRecord(db);
    slack = await startSlackStandIn();
    pager = await startPagerDutyStandIn();
  });
  afterEach(async () => {
    await slack.close();
    await pager.close();
  });

  const wired = (channel: WiredChannel['channel']): WiredChannel => ({
    channel: { ...channel, pauseMs: 1 },
    language: 'en',
    policy: defaultPolicy,
    listeners: [{ channel: channel.name, hearing: 'team', brands: null }],
  });
  const run = () => {
    const deps: NotifyDeps = {
      db,
      clock,
      channels: [
        wired(createSlackBotChannel({ name: 'desk', ...slack })),
        wired(createPagerDutyChannel({ name: 'pager', ...pager })),
      ],
      fetch,
      signal: new AbortController().signal,
      timezone: 'UTC',
      onDelivery: () => undefined,
      onError: (what, error) => {
        throw new Error(what, { cause: error });
      },
    };
    return notify(deps);
  };
  const raise = async (...events: RawEvent[]): Promise<void> => {
    await line.take('forum', events);
    await line.settle();
    await run();
  };
  const later = (minutes: number) => clock.set(new Date(clock.now().getTime() + minutes * 60_000));
  const caseIds = async () => (await readCases(db)).map(({ case_id: id }) => String(id));
  const take = async (id: string | undefined) => {
    await sql`update desk."case" set assignee = 'kim' where case_id = ${id}`.execute(db.kysely);
    await run();
  };
  const close = async (id: string | undefined) => {
    await sql`update desk."case" set status = 'resolved', due_at = null where case_id = ${id}`.execute(
      db.kysely,
    );
    await run();
  };
  const shown = () => slack.messages.map(({ text }) => text.slice(0, 22));
  const incidents = () => [...pager.incidents.values()];

  it('stand in one thread and one incident, and say when their cases are taken and when they are over', async () => {
    await raise(loss(1));
    later(6);
    await raise(loss(2));
    const [first, second] = await caseIds();
    expect(slack.messages.map(({ thread, isBroadcast }) => [thread, isBroadcast])).toEqual([
      [null, false],
      [slack.messages[0]?.ts, true],
    ]);
    expect(incidents()).toEqual([{ state: 'triggered', woken: 1 }]);

    await take(first);
    expect(shown()).toEqual([`✋ Somebody works on it`.slice(0, 22), expect.stringMatching(/^🟠|^🔴/)]);
    expect(slack.messages[0]?.text).toContain(`EH-${first}`);
    expect(incidents()).toMatchObject([{ state: 'triggered' }]);

    await take(second);
    expect(incidents()).toMatchObject([{ state: 'acknowledged' }]);
    await close(first);
    expect(slack.messages[0]?.text).toBe(`✅ Answered or closed: EH-${first}`);
    expect(incidents()).toMatchObject([{ state: 'acknowledged' }]);
    await close(second);
    expect(slack.messages[1]?.text).toBe(`✅ Answered or closed: EH-${second}`);
    expect(incidents()).toEqual([{ state: 'resolved', woken: 1 }]);

    const calls = slack.bodies.length + pager.bodies.length;
    await run();
    expect(slack.bodies.length + pager.bodies.length).toBe(calls);
    expect(slack.messages.map(({ body }) => body).join()).not.toContain('4,300');
    expect([...slack.wrong, ...pager.wrong]).toEqual([]);
  });

  it('stand for themselves while the first is on its way, whose bytes stay the same, and then join its thread', async () => {
    slack.errors.push('internal_error');
    await raise(loss(1));
    expect(slack.messages).toEqual([]);
    clock.set(new Date(clock.now().getTime() + 1_000));
    // The second does not wait for the first, which is tried again after some seconds.
    await sql`update desk.alert_group set state = jsonb_set(state, '{lastFlushAt}', '"2026-11-20T08:00:00.000Z"')`.execute(
      db.kysely,
    );
    await raise(loss(2));
    expect(slack.messages).toHaveLength(1);
    later(1);
    await run();
    later(6);
    await raise(loss(3));
    const [failed, own, again, third] = slack.bodies;
    expect(again).toBe(failed);
    expect(own).not.toContain('thread_ts');
    expect(JSON.parse(third ?? '')).toMatchObject({ thread_ts: slack.messages[0]?.ts });
    expect(slack.messages).toHaveLength(3);
  });

  it('wake nobody twice when the receiver took a message whose answer was lost', async () => {
    slack.faults.push({ kind: 'endless' });
    pager.faults.push({ kind: 'truncated' });
    const deps = { ...slack };
    const impatient = wired(createSlackBotChannel({ name: 'desk', ...deps, timeoutMs: 300 }));
    await line.take('forum', [loss(1)]);
    await line.settle();
    const service = {
      db,
      clock,
      channels: [impatient],
      fetch,
      signal: new AbortController().signal,
      timezone: 'UTC',
      onDelivery: () => undefined,
      onError: () => undefined,
    };
    await notify(service);
    later(1);
    await notify(service);
    expect(slack.bodies).toHaveLength(2);
    expect(new Set(slack.bodies).size).toBe(1);
    expect(slack.messages).toHaveLength(1);
    const { rows } = await sql`select state, attempts, receipt from desk.notification`.execute(db.kysely);
    expect(rows).toEqual([
      { state: 'delivered', attempts: 2, receipt: `${slack.channel}/${slack.messages[0]?.ts}` },
    ]);
  });

  it('say until when somebody looks after their cases, once for each time, and then who takes them', async () => {
    await raise(loss(1));
    const [id] = await caseIds();
    const ack = async (minutes: number) => {
      const until = new Date(clock.now().getTime() + minutes * 60_000);
      const asked = { caseIds: [id ?? ''], actor: 'kim', now: clock.now(), until };
      await db.transaction('desk', (tx) => acknowledge(tx, asked));
      await run();
    };
    await ack(60);
    expect(slack.messages.map(({ text }) => text)).toEqual([
      `✋ Somebody looks after it until Fri 20 Nov 10:00: EH-${id}`,
    ]);
    expect(incidents()).toEqual([{ state: 'acknowledged', woken: 1 }]);
    const calls = slack.bodies.length + pager.bodies.length;
    await run();
    expect(slack.bodies.length + pager.bodies.length).toBe(calls);
    const { row, activities } = await db.transaction('desk', (tx) => readLife(tx, id ?? ''));
    expect(activities.at(-1)).toEqual({ kind: 'acknowledged', change: null });
    expect(replay(activities)).toEqual(standingOf(row));

    later(61);
    await run();
    expect(slack.messages).toHaveLength(2);
    await ack(30);
    expect(slack.messages.map(({ text }) => text.includes('looks after it until'))).toEqual([true, true]);
    expect(slack.messages[1]?.text).toContain('10:31');
    await take(id);
    expect(slack.messages.map(({ text }) => text)).toEqual(
      Array(2).fill(`✋ Somebody works on it: EH-${id}`),
    );
    await close(id);
    expect(incidents()).toEqual([{ state: 'resolved', woken: 1 }]);
    expect([...slack.wrong, ...pager.wrong]).toEqual([]);
  });

  it('say only the last of what became of a case, when it could not be said before', async () => {
    await raise(loss(1));
    const [only] = await caseIds();
    slack.errors.push('service_unavailable');
    await take(only);
    await close(only);
    later(1);
    await run();
    expect(slack.messages.map(({ text }) => text)).toEqual([`✅ Answered or closed: EH-${only}`]);
    const { rows } =
      await sql`select kind, state, last_error from desk.notification where channel = 'desk' order by created_at`.execute(
        db.kysely,
      );
    expect(rows).toContainEqual({ kind: 'follow', state: 'failed', last_error: 'overtaken' });
  });

  it('lose the words of a post that is deleted later, once, and keep the rest', async () => {
    await raise(loss(1));
    expect(slack.messages[0]?.body).toContain('4,300 euros');
    later(5);
    await raise({ kind: 'deletion', nativeId: 'p1' });
    expect(slack.messages).toHaveLength(1);
    expect(slack.messages[0]?.body).not.toContain('4,300 euros');
    const [id] = await caseIds();
    expect(slack.messages[0]?.body).toContain(`evenhand cases take EH-${id}`);
    const calls = slack.bodies.length;
    await run();
    expect(slack.bodies).toHaveLength(calls);
    await take(id);
    expect(slack.messages[0]?.text).toBe(`✋ Somebody works on it: EH-${id}`);
    expect(slack.wrong).toEqual([]);
  });

  it('lose their words when the case turns out to be danger', async () => {
    await raise(loss(1));
    await sql`update desk."case" set danger = 'person_at_risk'`.execute(db.kysely);
    await run();
    expect(slack.messages.map(({ body }) => body.includes('4,300 euros'))).toEqual([false]);
  });

  it('wait in a channel that is gone, the one that found it too, and go out when it is switched on again', async () => {
    slack.errors.push('channel_not_found');
    await raise(loss(1));
    later(6);
    await raise(loss(2));
    expect(slack.messages).toEqual([]);
    await sql`update desk.channel set disabled_at = null`.execute(db.kysely);
    await run();
    expect(slack.messages.map(({ thread }) => thread)).toEqual([null, slack.messages[0]?.ts]);
  });
});
