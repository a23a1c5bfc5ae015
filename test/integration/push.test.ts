import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { countRows } from '../support/desk-rows.ts';
import { complaintText } from '../support/line.ts';
import {
  endPrograms,
  ingestToken,
  type Place,
  type Program,
  preparePlace,
  startProgram,
  until,
} from '../support/service.ts';

const signedSources = `sources:
  reviews: { kind: push, secret: "\${HOOK_SECRET}", posts_per_minute: 4 }
  helpdesk: { kind: push, secret: "\${HOOK_SECRET}", signature: hmac }
`;

describe('POST /ingest of the running program', () => {
  let place: Place;
  let program: Program;
  let db: Database;
  beforeAll(async () => {
    place = await preparePlace(signedSources);
    // Nothing decides here: what was accepted must lie in the inbox.
    program = startProgram({
      folder: place.folder,
      env: place.env,
      args: ['start', '--json', '--stages', 'http'],
    });
    await program.says(/"ready"/);
    db = await openDatabase({
      kind: 'embedded',
      directory: join(place.folder, 'data', 'pg'),
      onBusy: 'join',
    });
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await endPrograms();
    place.remove();
  });

  const post = (body: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${place.port}/ingest/shop`, {
      method: 'POST',
      headers: { authorization: `Bearer ${ingestToken}`, 'content-type': 'application/x-ndjson', ...headers },
      body,
    });
  const detailOf = async (response: Response): Promise<string> =>
    ((await response.json()) as { detail: string }).detail;

  it('says 202 after the commit, and what was kept', async () => {
    const answer = await place.push('shop', [
      { id: 'a', text: complaintText(1) },
      { id: 'b', text: 'nothing about any brand' },
    ]);
    expect([answer.status, await answer.json()]).toEqual([202, { accepted: 2, kept: 1, known: 0 }]);
    expect(await countRows(db, 'intake.inbox')).toBe(1);
  });

  it('knows a request by its id', async () => {
    const body = JSON.stringify({ id: 'kept-once', text: complaintText(5) });
    const send = () => post(body, { 'content-type': 'application/json', 'idempotency-key': 'k-1' });
    expect(await (await send()).json()).toEqual({ accepted: 1, kept: 1, known: 0 });
    expect(await (await send()).json()).toEqual({ accepted: 1, kept: 0, known: 1 });
    const other = await post('{"text":"Voltara"}', {
      'content-type': 'application/json',
      'idempotency-key': 'k-1',
    });
    expect([other.status, await detailOf(other)]).toEqual([
      422,
      expect.stringContaining('stood for other posts before'),
    ]);
  });

  it('takes posts of a configured sender by its signature alone, and slows it down', async () => {
    const secret = place.env.HOOK_SECRET ?? '';
    const at = new Date();
    const text = JSON.stringify([1, 2].map((n) => ({ id: `signed-${n}`, text: complaintText(n) })));
    const sendTo = (source: string, headers: Readonly<Record<string, string>>, body = text) =>
      fetch(`http://127.0.0.1:${place.port}/ingest/${source}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body,
      });
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign('msg_1', at, text),
    };
    const byToken = await sendTo('reviews', { authorization: `Bearer ${ingestToken}` });
    expect([byToken.status, byToken.headers.get('www-authenticate')]).toEqual([401, 'Signature']);
    expect((await sendTo('reviews', headers, `${text} `)).status).toBe(401);
    expect((await sendTo('helpdesk', headers)).status).toBe(401);
    const taken = await sendTo('reviews', headers);
    expect([taken.status, await taken.json()]).toEqual([202, { accepted: 2, kept: 2, known: 0 }]);
    expect(await (await sendTo('reviews', headers)).json()).toEqual({ accepted: 2, kept: 0, known: 2 });
    const loud = await sendTo('reviews', headers);
    expect([loud.status, await detailOf(loud)]).toEqual([
      429,
      expect.stringMatching(/^this sender sent too many posts: try again in \d+ s$/),
    ]);
    expect(Number(loud.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('refuses a wrong token, a broken line and a huge body, and takes nothing of them', async () => {
    const before = await countRows(db, 'intake.inbox');
    const stranger = await post(JSON.stringify({ text: complaintText(1) }), {
      authorization: 'Bearer wrong',
    });
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);

    const lines = Array.from({ length: 9 }, (_, i) =>
      i === 6 ? '{"id": "broken", "text": "Voltara' : JSON.stringify({ id: `l${i}`, text: complaintText(i) }),
    );
    const broken = await post(lines.join('\n'));
    expect([broken.status, await detailOf(broken)]).toEqual([400, 'line 7 is not JSON']);
    const wordless = await post(
      `${JSON.stringify({ text: complaintText(1) })}\n${JSON.stringify({ id: 'x' })}`,
    );
    expect([wordless.status, await detailOf(wordless)]).toEqual([
      400,
      expect.stringMatching(/^line 2: .*text/),
    ]);

    const huge = await post(JSON.stringify({ text: 'Voltara '.repeat(800_000) }));
    expect(huge.status).toBe(413);
    expect(await countRows(db, 'intake.inbox')).toBe(before);
  });

  it('says 429 with Retry-After while too much waits, and takes posts again when it does not', async () => {
    await sql`
      insert into intake.inbox (batch_id, root_batch, source, events, payload, trace_id, created_at)
      select gen_random_uuid(), gen_random_uuid(), 'shop', 500, ''::bytea, 'test', now() from generate_series(1, 101)`.execute(
      db.kysely,
    );
    const refused = await until(async () => {
      const answer = await place.push('shop', [{ id: 'c', text: complaintText(3) }]);
      return answer.status === 429 ? answer : null;
    });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await detailOf(refused)).toMatch(/too much waits to be decided: try again in \d+ s/);
    await sql`delete from intake.inbox where trace_id = 'test'`.execute(db.kysely);
    await until(async () => (await place.push('shop', [{ id: 'd', text: complaintText(4) }])).status === 202);
  });
});

it('a request that was accepted is known after kill -9, and its posts are there', async () => {
  const place = await preparePlace();
  const start = async (): Promise<Program> => {
    const program = startProgram({
      folder: place.folder,
      env: place.env,
      args: ['start', '--json', '--stages', 'http'],
    });
    await program.says(/"ready"/);
    return program;
  };
  const body = Array.from({ length: 20 }, (_, n) =>
    JSON.stringify({ id: `p${n}`, text: complaintText(n) }),
  ).join('\n');
  const send = async (key: string, posts = body) => {
    const answer = await fetch(`http://127.0.0.1:${place.port}/ingest/shop`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${ingestToken}`,
        'content-type': 'application/x-ndjson',
        'idempotency-key': key,
      },
      body: posts,
    });
    return [answer.status, await answer.json()];
  };
  try {
    const first = await start();
    expect(await send('k')).toEqual([202, { accepted: 20, kept: 20, known: 0 }]);
    await first.kill();
    const second = await start();
    expect(await send('k')).toEqual([202, { accepted: 20, kept: 0, known: 20 }]);
    const more = `${body}\n${JSON.stringify({ id: 'new', text: complaintText(3) })}`;
    expect(await send('l', more)).toEqual([202, { accepted: 21, kept: 1, known: 20 }]);
    await second.stop();
  } finally {
    await endPrograms();
    place.remove();
  }
}, 60_000);
