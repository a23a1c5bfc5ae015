import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { createEmailChannel } from '../../src/notify/channels/email.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { NotifyDeps } from '../../workers/deliver.ts';
import { notify } from '../../workers/notify.worker.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { type Engine, embeddedEngine } from '../support/engines.ts';
import { clockAt, type Line, openLine } from '../support/line.ts';
import { readLetter } from '../support/read-letter.ts';
import { hasSmtp, type SmtpServer, startSmtp } from '../support/smtp-server.ts';

const loss = (n: number): RawEvent => ({
  kind: 'mention',
  nativeId: `p${n}`,
  author: `ann${n}`,
  text: `@voltara 4,300 euros lost since your refund never came, my rent is due on Friday. Letter ${n}`,
  url: `https://forum.example/p${n}`,
  publishedAt: '2026-11-20T08:00:00.000Z',
});

(hasSmtp() ? describe : describe.skip)('alerts by e-mail', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  let smtp: SmtpServer;
  const clock = clockAt('2026-11-20T09:00:00Z');
  beforeAll(async () => {
    engine = embeddedEngine();
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
    smtp = await startSmtp();
  });
  afterEach(() => smtp.kill());

  const deps = (): NotifyDeps => ({
    db,
    clock,
    channels: [
      {
        channel: createEmailChannel({
          name: 'mail',
          server: { host: '127.0.0.1', port: smtp.port, tls: 'none', login: null },
          from: { name: 'Evenhand', address: 'evenhand@alerts.example' },
          to: ['kim@desk.example', 'lea@desk.example'],
        }),
        language: 'en',
        policy: defaultPolicy,
        listeners: [{ channel: 'mail', hearing: 'team', brands: null }],
      },
    ],
    fetch: () => Promise.reject(new Error('mail is not fetched')),
    signal: new AbortController().signal,
    timezone: 'UTC',
    onDelivery: () => undefined,
    onError: (_what, error) => {
      throw error;
    },
  });
  const tell = async (time: string, ...events: RawEvent[]): Promise<void> => {
    clock.set(time);
    await line.take('forum', events);
    await line.settle();
    await notify(deps());
  };
  const letters = async () =>
    (await smtp.letters()).map(({ to, message }) => ({ to, ...readLetter(Buffer.from(message, 'latin1')) }));

  it('hang together: later letters of a group refer to its first', async () => {
    await tell('2026-11-20T09:00:00Z', loss(1));
    await tell('2026-11-20T09:06:00Z', loss(2));
    await tell('2026-11-20T09:12:00Z', loss(3));
    const [first, second, third] = (await letters()).map(({ headers }) => headers);
    expect(first?.get('message-id')).toMatch(/^<ntf_[0-9a-f]{32}@alerts\.example>$/);
    expect(first?.has('references')).toBe(false);
    for (const later of [second, third]) {
      expect(later?.get('references')).toBe(first?.get('message-id'));
      expect(later?.get('in-reply-to')).toBe(first?.get('message-id'));
    }
    expect(new Set([first, second, third].map((one) => one?.get('message-id'))).size).toBe(3);
  });

  it('reach each reader once, though the server refuses one for a while and is killed and started again', async () => {
    await smtp.refuse('rcpt lea@desk.example', '450 greylisted');
    await tell('2026-11-20T09:00:00Z', loss(1));
    expect((await letters()).map(({ to }) => to)).toEqual([['kim@desk.example']]);
    const { port } = smtp;
    await smtp.kill();
    await tell('2026-11-20T09:01:00Z');
    const { rows } = await sql<{ state: string; last_error: string }>`
      select state, last_error from desk.notification`.execute(db.kysely);
    expect(rows).toEqual([{ state: 'pending', last_error: 'network' }]);
    smtp = await startSmtp({ port });
    await tell('2026-11-20T09:30:00Z');
    expect((await letters()).map(({ to }) => to)).toEqual([['lea@desk.example']]);
    await tell('2026-11-20T12:00:00Z');
    expect(await letters()).toHaveLength(1);
  });
});
