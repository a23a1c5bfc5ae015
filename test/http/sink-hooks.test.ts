import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { startHttp } from '../../src/http/server.ts';
import type { HookDelivery } from '../../src/notify/sinks/sink.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { ServiceOptions } from '../../workers/service-options.ts';
import { sinkHooksOf } from '../../workers/sink-stage.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { testConfig } from '../support/config.ts';
import { keepRecord } from '../support/engines.ts';
import { clockAt } from '../support/line.ts';
import { kinds } from '../support/sinks/kinds.ts';

const secret = 'a-secret-of-the-hook';
const clock = clockAt('2026-11-20T09:00:00Z');

describe('POST /hooks/sinks', () => {
  let db: Database;
  let url: string;
  let close: () => Promise<void>;
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  beforeAll(async () => {
    const shared = {
      baseUrl: 'https://desk.example',
      token: 't',
      user: 'k',
      language: 'en' as const,
      rules: { brands: null, severities: [], categories: null },
      mapping: {
        priorities: { critical: '', high: '', medium: '', low: '' },
        tags: {},
        fields: {},
        statuses: {},
      },
      follow: { by: 'webhook' as const, secret },
    };
    const config = {
      ...testConfig(),
      sinks: [
        { ...shared, kind: 'zendesk' as const, name: 'zendesk' },
        { ...shared, kind: 'zammad' as const, name: 'zammad', group: 'g', customer: 'c' },
        { ...shared, kind: 'chatwoot' as const, name: 'chatwoot', accountId: 1, inboxId: 2 },
        { ...shared, kind: 'freshdesk' as const, name: 'freshdesk' },
        { ...shared, kind: 'jira' as const, name: 'jira', project: 'SUP', issueType: 'Task' },
        {
          ...shared,
          kind: 'freshdesk' as const,
          name: 'polled',
          follow: { by: 'poll' as const, pollMinutes: 9 },
        },
      ],
    };
    const server = await startHttp(config.http, {
      health: { whyNotReady: () => Promise.resolve(null) },
      metrics: { render: () => Promise.resolve('') } as never,
      ingest: null,
      sinkHooks: sinkHooksOf({ config, db, clock } as unknown as ServiceOptions),
      onError: (error) => {
        throw error;
      },
    });
    url = `http://127.0.0.1:${server.port}/hooks/sinks`;
    close = server.close;
  }, 60_000);
  afterAll(() => close());
  beforeEach(async () => {
    clock.set('2026-11-20T09:00:00Z');
    await sql`delete from desk.sink_delivery`.execute(db.kysely);
    await sql`delete from desk.sink_ticket`.execute(db.kysely);
    for (const { name } of kinds)
      await sql`
        insert into desk.sink_ticket (sink, case_id, key, external_id, created_at, told_severity, told_posts, changed_at, poll_at)
        values (${name}, 1, 'k', '1007', now(), 'high', '{}', now(), '2026-12-24T00:00:00Z')`.execute(
        db.kysely,
      );
  });

  const send = async (name: string, { headers, body }: HookDelivery): Promise<number> => {
    const answer = await fetch(`${url}/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: new Uint8Array(body),
    });
    const text = await answer.text();
    if (answer.status >= 400)
      expect(JSON.parse(text)).toMatchObject({ status: answer.status, detail: expect.any(String) });
    return answer.status;
  };
  const due = async (): Promise<string[]> => {
    const { rows } = await sql<{ sink: string }>`
      select sink from desk.sink_ticket where poll_at <= ${clock.now()} order by sink`.execute(db.kysely);
    return rows.map(({ sink }) => sink);
  };
  const rung = (kind: (typeof kinds)[number], how = secret, ticket = '1007'): HookDelivery =>
    kind.ring(ticket, { secret: how, at: clock.now(), delivery: 'd-1' });

  it.each(kinds.map((kind) => [kind.name, kind] as const))(
    'of %s makes its ticket due, once for each delivery',
    async (name, kind) => {
      expect(await send(name, rung(kind))).toBe(204);
      expect(await due()).toEqual([name]);
      await sql`update desk.sink_ticket set poll_at = '2026-12-24T00:00:00Z'`.execute(db.kysely);
      expect(await send(name, rung(kind))).toBe(204);
      expect(await due()).toEqual([]);
    },
  );

  it.each(kinds.map((kind) => [kind.name, kind] as const))(
    'of %s refuses what is forged, unsigned or recorded, and nothing changes',
    async (name, kind) => {
      expect(await send(name, rung(kind, 'another-secret-of-hooks'))).toBe(401);
      expect(await send(name, { ...rung(kind), headers: {} })).toBe(401);
      const recorded = rung(kind);
      clock.set('2026-11-20T09:06:00Z');
      if (kind.tellsTime) expect(await send(name, recorded)).toBe(401);
      expect(await due()).toEqual([]);
      const { rows } = await sql`select from desk.sink_delivery`.execute(db.kysely);
      expect(rows).toEqual([]);
    },
  );

  it('takes a delivery about a ticket that is not ours, and changes nothing', async () => {
    for (const kind of kinds) expect(await send(kind.name, rung(kind, secret, '4711'))).toBe(204);
    expect(await due()).toEqual([]);
  });

  it('knows no helpdesk that is polled, none that is not configured, and no other method', async () => {
    const [kind] = kinds;
    if (kind === undefined) throw new Error('no kind');
    expect(await send('polled', rung(kind))).toBe(404);
    expect(await send('nobody', rung(kind))).toBe(404);
    const got = await fetch(`${url}/zendesk`);
    expect(got.status).toBe(405);
    expect(got.headers.get('allow')).toBe('POST');
  });

  it('refuses a body that is too large', async () => {
    const [kind] = kinds;
    if (kind === undefined) throw new Error('no kind');
    expect(await send('zendesk', { ...rung(kind), body: Buffer.alloc(2 * 1024 * 1024 + 1) })).toBe(413);
  });
});
