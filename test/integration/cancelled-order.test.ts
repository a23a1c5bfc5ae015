import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { defaultChannels } from '../../config/defaults.ts';
import { tellCompliance } from '../../src/cases/guard/guard.store.ts';
import { unlinkActions } from '../../src/cases/guard/guard-retention.store.ts';
import { registerApprovals } from '../../src/cli/approvals.ts';
import type { Clearance, Person } from '../../src/domain/person.ts';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import { type HttpServer, startHttp } from '../../src/http/server.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import type { Database } from '../../src/postgres/database.ts';
import { wireChannels } from '../../workers/channels.ts';
import { guardOf } from '../../workers/guard.ts';
import { planAll } from '../../workers/notify.worker.ts';
import { runCommand } from '../cli/desk-app.ts';
import { testConfig } from '../support/config.ts';
import { countRows, emptyRecord, readCases } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { clockAt, type Line, openLine } from '../support/line.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq=';
const former = 'whsec_AAAQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq=';
const start = Date.UTC(2026, 10, 20, 9);

/** Our own sample posts of story 3, a minute apart. */
const story = readFileSync(join(packageRoot, 'config/demo/3-cancelled-order.ndjson'), 'utf8')
  .trim()
  .split('\n')
  .map((line, i): RawMention => {
    const post = JSON.parse(line) as Record<string, string>;
    return {
      kind: 'mention',
      nativeId: post.id ?? '',
      author: post.author ?? '',
      ...(post.handle === undefined ? {} : { authorHandle: post.handle }),
      thread: post.thread ?? '',
      ...(post.parent === undefined ? {} : { parent: post.parent }),
      text: post.text ?? '',
      ...(post.url === undefined ? {} : { url: post.url }),
      publishedAt: new Date(start + i * 60_000).toISOString(),
    };
  });
/** The customer never names the order. */
const withoutNumber = story.map((post) => ({ ...post, text: post.text.replace('VT-7718203 ', '') }));

describe('story 3, the cancelled order', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  const clock = clockAt('2026-11-20T10:00:00Z');
  let line: Line;
  let http: HttpServer;
  beforeAll(async () => {
    line = await openLine({ db, clock });
    const guard = {
      secrets: [secret, former],
      randomShare: 0.05,
      recentDays: 180,
      validDays: 7,
      customerCount: null,
    };
    http = await startHttp(
      { host: '127.0.0.1', port: 0 },
      {
        health: { whyNotReady: () => Promise.resolve(null) },
        metrics: { render: () => Promise.resolve('') } as never,
        ingest: null,
        guard: guardOf({ guard }, { db, clock }),
        onError: (error) => {
          throw error;
        },
      },
    );
  }, 60_000);
  afterAll(async () => {
    await http.close();
    await line.close();
  });
  beforeEach(() => {
    clock.set('2026-11-20T10:00:00Z');
    return emptyRecord(db);
  });

  const hear = async (posts: readonly RawMention[]): Promise<void> => {
    await line.take('blog', posts.slice(0, 2));
    await line.settle();
    await line.take('x', posts.slice(2));
    await line.settle();
  };

  interface Posting {
    readonly path?: string;
    readonly signedWith?: string;
    readonly at?: Date;
    readonly tamper?: boolean;
    /** Characters that are lost at the end of the body. */
    readonly cutBy?: number;
  }
  const post = async (body: unknown, posting: Posting = {}) => {
    const { path = '', signedWith = secret, at = clock.now(), tamper = false, cutBy = 0 } = posting;
    const whole = JSON.stringify(body);
    const text = whole.slice(0, whole.length - cutBy);
    const id = `msg_${randomUUID()}`;
    const seconds = String(Math.floor(at.getTime() / 1_000));
    const key = Buffer.from(signedWith.replace('whsec_', ''), 'base64');
    const signature = createHmac('sha256', key).update(`${id}.${seconds}.${text}`).digest('base64');
    const answer = await fetch(`http://127.0.0.1:${http.port}/hooks/adverse-actions${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': seconds,
        'webhook-signature': `v1,${signature}`,
      },
      body: tamper ? text.replace('kim', 'mo') : text,
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const cancel = (more: object = {}) => ({
    id: 'cancel-1',
    kind: 'order_cancelled',
    identifiers: ['VT-7718203'],
    at: '2026-11-20T09:30:00Z',
    requestedBy: 'kim',
    ...more,
  });

  const person = (name: string, line: readonly string[], clearances: readonly Clearance[]): Person => ({
    name,
    roles: ['support_lead'],
    languages: ['en'],
    brands: null,
    clearances,
    line,
    email: null,
  });
  const people = [
    person('kim', ['mira'], ['compliance']),
    person('mira', [], ['compliance']),
    person('mo', [], ['compliance']),
    person('lea', [], []),
  ];
  const evenhand = (argv: readonly string[], as = 'mo') =>
    runCommand(registerApprovals, ['approvals', ...argv, '--as', as], { db, now: clock.now(), people });

  it('with the number in a post: asks for a second approver outside the line, and reports who went on', async () => {
    await hear(story);
    const [own] = await readCases(db);
    expect(own).toMatchObject({ severity: expect.stringMatching(/low|medium/) });
    const asked = await post(cancel());
    expect(asked).toEqual({
      status: 200,
      body: { answer: 'second_approval_needed', approval: expect.stringMatching(/^apr_[0-9a-f]{24}$/) },
    });
    expect(await post(cancel())).toEqual(asked);

    const shown = await evenhand(['show', '1']);
    expect(shown.out).toContain('order cancelled · cancel-1');
    expect(shown.out).toContain('EH-1');
    expect((await evenhand(['list'])).out).not.toContain('EH-');
    const approve = ['approve', '1', '--reason', 'the customer asked for it'];
    expect((await evenhand(approve, 'kim')).err).toContain('asked for this action');
    expect((await evenhand(approve, 'mira')).err).toContain('above or below whoever asked');
    expect((await evenhand(approve, 'lea')).err).toContain('clearance compliance');
    expect(await countRows(db, 'desk.adverse_action', "state = 'waiting'")).toBe(1);

    await post({ id: 'cancel-1', at: '2026-11-20T09:59:30Z' }, { path: '/executed' });
    expect(await told()).toEqual(['approval_needed']);
    expect(await told()).toEqual(['approval_needed', 'executed_anyway']);
    expect(await told()).toHaveLength(2);
    expect((await evenhand(['show', '1'])).out).toContain(', before anybody approved it');
    expect((await evenhand(['list'])).out).toContain('waits · carried out all the same');
    const late = await evenhand(approve);
    expect(late).toMatchObject({ code: 0, out: expect.stringContaining('but it was carried out before') });
    expect(late.out).not.toContain('may proceed');
    expect((await evenhand(['show', '1'])).out).toContain(', before anybody approved it');
    const all = (await evenhand(['list', '--all'])).out;
    expect(all).toContain('Second approvals, the newest first:');
    expect(all).toContain('approved · carried out all the same');
    expect((await post(cancel())).body).toEqual({ answer: 'proceed' });
    expect((await evenhand(approve)).err).toContain('decided already: approved by mo');
  });

  it('without the number: cannot know, says so in the report, and the case stands as it stood', async () => {
    await hear(withoutNumber);
    expect((await readCases(db)).length).toBeGreaterThan(0);
    expect(await countRows(db, 'desk."case"', "identifiers <> '{}'")).toBe(0);
    const ids = ['VT-7718203', 'VT-7718204', 'VT-7718205', 'VT-7718206'];
    const answers = await Promise.all(
      ids.map((identifier, i) => post(cancel({ id: `c${i}`, identifiers: [identifier] }))),
    );
    expect(await countRows(db, 'desk.adverse_action', "cases <> '{}'")).toBe(0);
    const needed = await countRows(db, 'desk.adverse_action', "answer = 'second_approval_needed'");
    expect(answers.filter(({ body }) => body.answer === 'second_approval_needed')).toHaveLength(needed);
    await post(cancel({ id: 'n', identifiers: undefined }));
    const report = JSON.parse((await evenhand(['report', '--since', '7d', '--json'])).out);
    expect(report.counts).toMatchObject({ asked: 5, complainants: 0, complainantsHit: 0 });
    expect((await evenhand(['report', '--since', '7d', '--language', 'de'])).out).toContain('ohne Kennung');
  });

  it('tells compliance alone, by a number alone', async () => {
    await hear(story);
    await post(cancel());
    await told();
    const written: string[] = [];
    const terminal = {
      write: (text: string) => void written.push(text),
      isColour: false,
      width: 80,
      isPretty: true,
    };
    const heardBy = async (audience: readonly ('leads' | 'on_call' | 'compliance')[]) => {
      const [console] = defaultChannels;
      if (console === undefined) throw new Error('there is a console');
      const config = { ...testConfig(), channels: [{ ...console, audience }] };
      await sql`update desk.outbox set flushed_at = null`.execute(db.kysely);
      await sql`delete from desk.notification`.execute(db.kysely);
      await planAll({
        db,
        clock,
        channels: wireChannels(config, terminal),
        fetch,
        signal: new AbortController().signal,
        timezone: 'UTC',
        onDelivery: () => undefined,
        onError: (_what, error) => {
          throw error;
        },
      });
      const rows = await db.kysely.selectFrom('desk.notification').select('body').execute();
      return rows.map(({ body }) => String(body)).filter((body) => body.includes('second approval'));
    };
    expect(await heardBy(['leads', 'on_call'])).toEqual([]);
    const [only, ...more] = await heardBy(['compliance']);
    expect(more).toEqual([]);
    expect(only).toContain('Action 1 waits for a second approval');
    expect(only).not.toMatch(/EH-|order|kim|7718203/);
  });

  it('refuses what is forged, old, replayed with other facts, or not as asked for, and writes nothing', async () => {
    await hear(story);
    const refused = async (sent: ReturnType<typeof post>, status: number, detail: RegExp): Promise<void> => {
      const answer = await sent;
      expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(detail)]);
    };
    const other = `whsec_${Buffer.alloc(24, 7).toString('base64')}`;
    await refused(post(cancel(), { signedWith: other }), 401, /signature does not fit/);
    await refused(post(cancel(), { tamper: true }), 401, /signature does not fit/);
    await refused(post(cancel(), { at: new Date(clock.now().getTime() - 600_000) }), 401, /5 minutes/);
    await refused(post(cancel({ kind: 'insulted' })), 400, /^kind: /);
    await refused(post(cancel({ vip: true })), 400, /vip/);
    await refused(post(cancel({ at: 'yesterday' })), 400, /^at: /);
    await refused(post([]), 400, /^the body: /);
    await refused(post(cancel(), { cutBy: 1 }), 400, /no JSON/);
    expect(await countRows(db, 'desk.adverse_action')).toBe(0);
    expect((await post(cancel(), { signedWith: former })).status).toBe(200);
    await refused(post(cancel({ identifiers: ['VT-0000001'] })), 409, /another action/);
    expect(await countRows(db, 'desk.adverse_action')).toBe(1);
  });

  it('costs the same statements whatever it answers', async () => {
    await hear(story);
    const statements = async (ask: object): Promise<number> => {
      const pool = db.pool as unknown as {
        connect: () => Promise<{ query: (...args: unknown[]) => unknown }>;
      };
      const real = pool.connect.bind(pool);
      let count = 0;
      pool.connect = async () => {
        const client = await real();
        const query = client.query.bind(client);
        client.query = (...args: unknown[]) => {
          count += 1;
          return query(...args);
        };
        return client;
      };
      await post(ask);
      pool.connect = real;
      return count;
    };
    const linked = await statements(cancel());
    const others = [
      await statements(cancel({ id: 'b', identifiers: ['VT-1111111'] })),
      await statements(cancel({ id: 'c', identifiers: [] })),
      await statements(cancel()),
    ];
    expect(linked).toBeGreaterThan(3);
    expect(others).toEqual([linked, linked, linked]);
  });

  it('keeps a hash of the number, and unlinks it', async () => {
    await hear(story);
    await post(cancel());
    const kept = await sql<{
      row: string;
    }>`select row_to_json(a)::text as row from desk.adverse_action a`.execute(db.kysely);
    expect(kept.rows[0]?.row).not.toContain('7718203');
  });

  const eraseAll = () =>
    db.transaction('desk', async (tx) => {
      const { rows } = await sql<{ identifiers: string[] }>`select identifiers from desk."case"`.execute(tx);
      await unlinkActions(
        tx,
        rows.flatMap(({ identifiers }) => identifiers),
      );
    });

  it('answers what was asked before an erasure as it did, and other facts as it would have', async () => {
    await hear(story);
    const asked = await post(cancel());
    await post(cancel({ id: 'clean', identifiers: ['VT-0000002'] }));
    await eraseAll();
    expect(await countRows(db, 'desk.adverse_action', "cases <> '{}'")).toBe(0);
    expect(await countRows(db, 'desk.adverse_action', "identifiers <> '{}'")).toBe(1);
    expect(await post(cancel())).toEqual(asked);
    for (const id of ['cancel-1', 'clean'])
      expect((await post(cancel({ id, identifiers: ['VT-0000003'] }))).status).toBe(409);
    expect((await evenhand(['approve', '1', '--reason', 'asked for'])).code).toBe(0);
    expect((await post(cancel())).body).toEqual({ answer: 'proceed' });
  });

  const answerOf = async (day: string, ask = cancel()) => {
    clock.set(`2026-${day}T10:00:00Z`);
    return (await post(ask)).body.answer;
  };
  const clean = cancel({ id: 'clean', identifiers: ['VT-7718203'] });

  it('lets no proceed age: asked anew after a week it knows the complaint that came since', async () => {
    expect(await answerOf('11-20', clean)).toBe('proceed');
    await hear(story);
    expect(await answerOf('11-27', clean)).toBe('proceed');
    clock.set('2026-11-27T10:00:01Z');
    const anew = await post(clean);
    expect(anew.body).toEqual({
      answer: 'second_approval_needed',
      approval: expect.stringMatching(/^apr_[0-9a-f]{24}_2$/),
    });
    expect(await Promise.all([post(clean), post(clean)])).toEqual([anew, anew]);
    expect(await countRows(db, 'desk.adverse_action')).toBe(2);
    await told();
    await post({ id: 'clean', at: '2026-11-27T11:00:00Z' }, { path: '/executed' });
    expect(await told()).toEqual(['approval_needed', 'executed_anyway']);
    expect((await post(cancel({ ...clean, identifiers: ['VT-0000003'] }))).status).toBe(409);
  });

  it('lets no approval age, and keeps who gave it and why', async () => {
    await hear(story);
    await post(cancel());
    await evenhand(['approve', '1', '--reason', 'the customer asked for it']);
    expect(await answerOf('11-26')).toBe('proceed');
    expect(await answerOf('12-20')).toBe('second_approval_needed');
    expect((await evenhand(['show', '1'])).out).toContain('approved by mo');
    const waiting = JSON.parse((await evenhand(['list', '--json'])).out);
    expect(waiting).toMatchObject([{ actionId: 'cancel-1', state: 'waiting', reason: null }]);
  });

  it('reports what was carried out long after its answer, once, and a repeated word of it never', async () => {
    await answerOf('11-20', clean);
    const done = { id: 'clean', at: '2026-12-24T09:00:00Z' };
    await post(done, { path: '/executed' });
    expect([await told(), await told()]).toEqual([['executed_late'], ['executed_late']]);
    expect(await answerOf('12-25', clean)).toBe('proceed');
    await post(done, { path: '/executed' });
    await post({ ...done, at: '2026-12-26T09:00:00Z' }, { path: '/executed' });
    expect(await told()).toEqual(['executed_late']);
    const report = await evenhand(['report', '--since', '60d', '--language', 'de']);
    expect(report.out).toMatch(/unter 5\s+ausgeführt, als die Antwort nicht mehr galt/);
  });

  const told = async (): Promise<unknown[]> => {
    await db.transaction('desk', (tx) => tellCompliance(tx, clock.now(), 7));
    const { rows } = await sql<{ kind: string }>`
      select alert ->> 'kind' as kind from desk.outbox where alert ->> 'kind' like any(array['approval%', 'executed%'])
      order by outbox_id`.execute(db.kysely);
    return rows.map(({ kind }) => kind);
  };
});
