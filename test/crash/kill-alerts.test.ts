import { join } from 'node:path';
import { afterEach, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { openReceiver, type Received, type Receiver } from '../notify/support/receiver.ts';
import { countRows } from '../support/desk-rows.ts';
import { endPrograms, type Place, preparePlace, startProgram, until } from '../support/service.ts';
import { isQuiet } from './flow.ts';

const open: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const close of open.splice(0).reverse()) await close();
});

const yamlFor = (hook: Receiver, pager: Receiver): string => `
network: { allow: ["${new URL(hook.url).host}", "${new URL(pager.url).host}"] }
channels:
  hook: { kind: webhook, url: ${hook.url}, secret: "\${HOOK_SECRET}", audience: [leads, on_call], group_interval: 1s }
  pager: { kind: pagerduty, routing_key: "\${PAGER_KEY}", base_url: ${new URL(pager.url).origin}, audience: leads, group_interval: 1s }
escalation:
  chains:
    late: { when: { severity: [high, critical] }, steps: [{ notify: { channel: hook } }] }
`;

const loss = (n: number) => ({
  id: `post-${n}`,
  author: `author-${n}`,
  thread: `thread-${n}`,
  text: `@voltara 4,300 euros lost since your refund never came, my rent is due on Friday. ${n === 1 ? 'First' : 'Second'} letter`,
  at: new Date().toISOString(),
});

interface Told {
  readonly id: string;
  readonly body: string;
  readonly alerts: readonly string[];
}

/** What a channel was told, by the id under which it was. */
const toldBy = ({ received }: Receiver): readonly Told[] =>
  received.map(({ headers, body }: Received) => {
    const text = body.toString('utf8');
    const event = JSON.parse(text) as {
      data?: { alerts?: { id: string }[] };
      event_action?: string;
      dedup_key?: string;
      payload?: { summary: string };
    };
    const id = headers['webhook-id'] ?? `${event.event_action} ${event.dedup_key} ${event.payload?.summary}`;
    return { id: String(id), body: text, alerts: (event.data?.alerts ?? []).map((alert) => alert.id) };
  });

/** Of each id one text: what is sent again is what was sent. */
const expectSameBytes = (told: readonly Told[]): void => {
  const bodies = new Map(told.map(({ id, body }) => [id, body]));
  for (const { id, body } of told) expect(body).toBe(bodies.get(id));
};

const patience = { withinMs: 60_000, everyMs: 100 };
const hangs = { status: 200, manner: 'hang' } as const;

it('kill -9 before and after each call: no alert, step, acknowledgement or silence is lost, and what is sent again is the same', async () => {
  const [hook, pager] = [await openReceiver(), await openReceiver()];
  open.push(
    () => hook.close(),
    () => pager.close(),
  );
  const place: Place = await preparePlace(yamlFor(hook, pager));
  open.push(() => place.remove());
  const env = { ...place.env, PAGER_KEY: 'R0123456789012345678901234567890' };
  const start = async () => {
    const program = startProgram({ folder: place.folder, env });
    await program.says(/"ready"/, 60_000);
    return program;
  };
  const type = async (...args: string[]): Promise<void> => {
    expect((await startProgram({ folder: place.folder, env, args }).ended(60_000)).code).toBe(0);
  };
  const look = async <T>(work: (db: Database) => Promise<T>): Promise<T> => {
    const directory = join(place.folder, 'data', 'pg');
    const db = await openDatabase({ kind: 'embedded', directory, onBusy: 'join' });
    try {
      return await work(db);
    } finally {
      await db.close();
    }
  };
  const push = async (n: number): Promise<void> => {
    const isTaken = async () => (await place.push('shop', [loss(n)]).catch(() => null))?.status === 202;
    await until(isTaken, { ...patience, what: `post ${n}` });
  };
  const heard = (receiver: Receiver, words: string, times: number) => {
    const holds = ({ body }: Received) => words.split(' ').every((word) => body.includes(word));
    return until(() => receiver.received.filter(holds).length >= times, {
      ...patience,
      what: `${words}, ${times} times`,
    });
  };
  hook.reply = hangs;
  pager.reply = hangs;

  // Called, and the answer never noted.
  let program = await start();
  await push(1);
  await Promise.all([heard(hook, 'EH-1', 1), heard(pager, 'EH-1', 1)]);
  await program.kill();

  // A step of a chain is frozen behind the call that hangs; a silence keeps the next case quiet.
  program = await start();
  await heard(hook, 'EH-1', 2);
  await type('silences', 'add', '--brand', 'voltara', '--until', '1h', '--comment', 'strike', '--as', 'lea');
  await push(2);
  await look((db) =>
    until(
      async () =>
        (await countRows(
          db,
          'desk.notification n join desk.outbox o on n.members ? o.outbox_id::text',
          `n.attempts = 0 and n.state = 'pending' and o.alert ->> 'kind' = 'escalation_step'`,
        )) >= 1 && (await countRows(db, 'desk.outbox', `unsent = 'silenced'`)) === 1,
      patience,
    ),
  );
  await program.kill();

  hook.reply = { status: 200 };
  pager.reply = { status: 202, body: '{}' };
  program = await start();
  await look(async (db) => {
    const isTold = async () => (await countRows(db, 'desk.escalation_step')) === 2 && (await isQuiet(db));
    await until(isTold, { ...patience, what: 'both steps, and quiet' });
    expect(await countRows(db, 'desk.outbox', `unsent = 'silenced'`)).toBe(1);
    expect(await countRows(db, 'desk.silence', 'ended_at is null')).toBe(1);
  });

  // The acknowledgement is called, and not noted.
  hook.reply = hangs;
  pager.reply = hangs;
  await type('alerts', 'ack', 'EH-1', '--as', 'kim');
  await heard(pager, '"acknowledge"', 1);
  await program.kill();

  // It is called again; what the silence kept back is called, and not noted.
  program = await start();
  await heard(pager, '"acknowledge"', 2);
  await type('silences', 'end', '1', '--as', 'lea');
  await heard(hook, 'case.opened Second', 1);
  await program.kill();

  hook.reply = { status: 200 };
  pager.reply = { status: 202, body: '{}' };
  program = await start();
  await heard(pager, '"acknowledge"', 3);
  await look(async (db) => {
    await until(() => isQuiet(db), { ...patience, what: 'quiet' });
    const { rows } = await sql<{ id: string; kind: string }>`
      select outbox_id::text as id, alert ->> 'kind' as kind from desk.outbox where case_id is not null`.execute(
      db.kysely,
    );
    const told = toldBy(hook);
    const ids = new Map(rows.map(({ id }) => [id, new Set<string>()]));
    for (const { id, alerts } of told) for (const alert of alerts) ids.get(alert)?.add(id);
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual([
      'case_opened',
      'case_opened',
      'escalation_step',
      'escalation_step',
    ]);
    expect([...ids.values()].map(({ size }) => size)).toEqual([1, 1, 1, 1]);
    for (const receiver of [hook, pager]) expectSameBytes(toldBy(receiver));
    expect(new Set(toldBy(pager).flatMap(({ id }) => (id.startsWith('acknowledge') ? [id] : []))).size).toBe(
      1,
    );
    expect(await countRows(db, 'desk.notification', `state <> 'delivered'`)).toBe(0);
    expect(await countRows(db, 'desk.activity', `kind = 'acknowledged'`)).toBe(1);
    expect(await countRows(db, 'desk.escalation_step')).toBe(2);
  });
  expect((await program.stop()).code).toBe(0);
}, 400_000);
