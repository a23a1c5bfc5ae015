import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Channel, Delivery } from '../../src/notify/channels/channel.ts';
import { alertTray, disableChannel, hurryPending, insertFrozen } from '../../src/notify/delivery.store.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createDeliverer, type NotifyDeps, type WiredChannel } from '../../workers/deliver.ts';
import { startNotifier } from '../../workers/notifier.ts';
import { notify } from '../../workers/notify.worker.ts';
import type { ServiceOptions } from '../../workers/service-options.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { testConfig } from '../support/config.ts';
import { keepRecord } from '../support/engines.ts';
import { memoryQueues } from '../support/line.ts';

const now = new Date('2026-05-04T10:00:00Z');

const wired = (name: string, send: Channel['send']): WiredChannel => ({
  channel: { name, kind: 'webhook', contentType: 'application/json', render: () => new Uint8Array(), send },
  listeners: [],
  language: 'en',
  policy: defaultPolicy,
});

describe('sending what is frozen', () => {
  let db: Database;
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  beforeEach(() => sql`truncate desk.notification`.execute(db.kysely));

  const freeze = (channel: string, n: number) =>
    db.transaction('desk', (tx) =>
      insertFrozen(
        tx,
        alertTray,
        Array.from({ length: n }, (_, i) => ({
          id: `${channel}-${i}`,
          channel,
          kind: 'alerts' as const,
          memberIds: [],
          contentType: 'application/json',
          body: new Uint8Array([1]),
        })),
        now,
      ),
    );
  const depsOf = (channels: readonly WiredChannel[], signal: AbortSignal): NotifyDeps => ({
    db,
    channels,
    signal,
    clock: { now: () => now },
    fetch: () => Promise.reject(new Error('no channel of this test fetches')),
    timezone: 'UTC',
    onDelivery: () => undefined,
    onError: (what, error) => {
      throw new Error(what, { cause: error });
    },
  });
  const run = (channels: readonly WiredChannel[], signal: AbortSignal) => notify(depsOf(channels, signal));
  const states = async (channel: string) =>
    (
      await db.kysely
        .selectFrom('desk.notification')
        .select(['state', 'attempts'])
        .where('channel', '=', channel)
        .orderBy('notification_id')
        .execute()
    ).map(({ state, attempts }) => `${state} ${attempts}`);

  it('tells the other channels while one receiver hangs', async () => {
    await freeze('hanging', 1);
    await freeze('well', 2);
    let release: (delivery: Delivery) => void = () => undefined;
    const hangs = new Promise<Delivery>((resolve) => {
      release = resolve;
    });
    let told = 0;
    const both = new Promise<void>((resolve) => {
      const well = wired('well', () => {
        told += 1;
        if (told === 2) resolve();
        return Promise.resolve({ kind: 'delivered' });
      });
      void run([wired('hanging', () => hangs), well], new AbortController().signal).then(() => resolve());
    });
    await both;
    expect(told).toBe(2);
    release({ kind: 'delivered' });
  });

  it('counts no attempt that a stop cut off or prevented', async () => {
    await freeze('slow', 3);
    const stop = new AbortController();
    const slow = wired('slow', () => {
      stop.abort();
      return Promise.resolve({ kind: 'transient', reason: 'stopped' });
    });
    await run([slow], stop.signal);
    expect(await states('slow')).toEqual(['pending 0', 'pending 0', 'pending 0']);
  });

  it('begins new turns of other channels while one receiver hangs, and counts no try of what waits behind it', async () => {
    const stop = new AbortController();
    let release: (delivery: Delivery) => void = () => undefined;
    const hangs = new Promise<Delivery>((resolve) => {
      release = resolve;
    });
    const told: string[] = [];
    const well = wired('well', ({ id }) => {
      told.push(id);
      return Promise.resolve({ kind: 'delivered' });
    });
    const deliverer = createDeliverer(alertTray, depsOf([wired('hanging', () => hangs), well], stop.signal));
    await freeze('hanging', 3);
    await deliverer.wake();
    await freeze('well', 30);
    await deliverer.wake();
    await until(async () => (await states('well')).every((state) => state === 'delivered 1'));
    expect(told).toHaveLength(30);
    expect(await states('hanging')).toEqual(['pending 1', 'pending 0', 'pending 0']);
    release({ kind: 'delivered' });
    await deliverer.settle();
    expect(await states('hanging')).toEqual(['delivered 1', 'delivered 1', 'delivered 1']);
  });

  describe('at a start', () => {
    const times = async () =>
      (
        await sql<{ v: string }>`
          select notification_id || ' ' || attempts || ' ' || extract(epoch from next_attempt_at - ${now}::timestamptz)::int as v
          from desk.notification order by 1`.execute(db.kysely)
      ).rows.map(({ v }) => v);
    const waiting = async (): Promise<void> => {
      await sql`truncate desk.channel`.execute(db.kysely);
      for (const channel of ['gone', 'later', 'sending']) await freeze(channel, 1);
      await sql`update desk.notification set attempts = 4, next_attempt_at = ${now}::timestamptz + case channel when 'sending' then interval '20 seconds' else interval '2 hours' end`.execute(
        db.kysely,
      );
      await db.transaction('desk', (tx) => disableChannel(tx, 'gone', 'http_410', now));
    };
    const hurry = (isAlone: boolean) =>
      db.transaction('desk', (tx) => hurryPending(tx, alertTray, { now, isAlone }));

    it('hurries what waits for a later try without counting it, but for a channel that is switched off', async () => {
      await waiting();
      expect(await hurry(true)).toBe(2);
      expect(await times()).toEqual(['gone-0 4 7200', 'later-0 3 0', 'sending-0 3 0']);
      expect(await hurry(true)).toBe(0);
    });

    it('leaves to another process what it may be sending', async () => {
      await waiting();
      expect(await hurry(false)).toBe(1);
      expect(await times()).toEqual(['gone-0 4 7200', 'later-0 3 0', 'sending-0 4 20']);
    });

    it('sends at once what an earlier run could not, and only then keeps to its schedule again', async () => {
      await freeze('leads', 1);
      await sql`update desk.notification set attempts = 3, next_attempt_at = ${now}::timestamptz + interval '2 hours'`.execute(
        db.kysely,
      );
      let tries = 0;
      const leads = wired('leads', () => {
        tries += 1;
        return Promise.resolve({ kind: 'transient', reason: 'http_503' });
      });
      const queues = memoryQueues();
      const options = {
        ...depsOf([leads], new AbortController().signal),
        stages: new Set(['notify']),
        config: testConfig([]),
      } as unknown as ServiceOptions;
      const notifier = await startNotifier(options, queues, new AbortController().signal);
      await until(() => Promise.resolve(tries > 0));
      await new Promise((resolve) => setTimeout(resolve, 2_200));
      await notifier.stop();
      expect(tries).toBe(1);
      expect(await states('leads')).toEqual(['pending 3']);
    });
  });
});

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const end = performance.now() + 8_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('it did not become so within 8 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
