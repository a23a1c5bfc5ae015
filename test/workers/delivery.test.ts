import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Channel, Delivery } from '../../src/notify/channels/channel.ts';
import { insertNotifications } from '../../src/notify/plan.store.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { WiredChannel } from '../../workers/deliver.ts';
import { notify } from '../../workers/notify.worker.ts';
import { type Engine, embeddedEngine } from '../support/engines.ts';

const now = new Date('2026-05-04T10:00:00Z');

const wired = (name: string, send: Channel['send']): WiredChannel => ({
  channel: { name, kind: 'webhook', contentType: 'application/json', render: () => new Uint8Array(), send },
  listeners: [],
  language: 'en',
  policy: defaultPolicy,
});

describe('sending what is frozen', () => {
  let engine: Engine;
  let db: Database;
  beforeAll(async () => {
    engine = embeddedEngine();
    db = await engine.open();
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await engine.dispose();
  });
  beforeEach(() => sql`truncate desk.notification`.execute(db.kysely));

  const freeze = (channel: string, n: number) =>
    db.transaction('desk', (tx) =>
      insertNotifications(
        tx,
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
  const run = (channels: readonly WiredChannel[], signal: AbortSignal) =>
    notify({
      db,
      channels,
      signal,
      clock: { now: () => now },
      fetch: () => Promise.reject(new Error('no channel of this test fetches')),
      timezone: 'UTC',
      onDelivery: () => undefined,
    });
  const states = async (channel: string) =>
    (
      await db.kysely
        .selectFrom('desk.notification')
        .select(['state', 'attempts'])
        .where('channel', '=', channel)
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
});
