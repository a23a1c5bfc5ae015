import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { HttpServer } from '../../src/http/server.ts';
import { decodeBatch } from '../../src/ingest/inbox-codec.ts';
import { compileWatchList } from '../../src/ingest/watch-list.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { Queues } from '../../src/queue/queues.ts';
import {
  createMentionReceiver,
  type MentionCheckDeps,
  type MentionChecks,
  startMentionChecks,
} from '../../workers/webmention.worker.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { type FeedLab, page, send, startLab, status } from '../sources/feed/lab.ts';
import { keepRecord } from '../support/engines.ts';
import { complaintText, voltara } from '../support/line.ts';
import { startQuietServer } from '../support/quiet-server.ts';

let db: Database;
let lab: FeedLab;
let server: HttpServer;
let checks: MentionChecks;
let now = new Date('2026-11-20T12:00:00Z');
const clock = { now: () => now };

keepRecord(usualEngine, (opened) => {
  db = opened;
});
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab.close());

const sites = ['https://www.voltara.example/blog'];
const sources = [{ kind: 'webmention' as const, name: 'links', sites }];
const target = 'https://www.voltara.example/blog/launch';
const intake = () => ({
  db,
  clock,
  queues: { add: () => Promise.resolve() } as unknown as Queues,
  brands: [voltara],
  watchList: compileWatchList([voltara]),
});
const checking = (change: Partial<MentionCheckDeps> = {}) =>
  startMentionChecks({
    ...intake(),
    sources,
    fetch,
    signal: new AbortController().signal,
    onError: (_what, error) => {
      throw error;
    },
    ...change,
  });

beforeEach(async () => {
  await sql`truncate intake.inbox, intake.webmention, intake.tombstone`.execute(db.kysely);
  lab.routes = {};
  lab.asked.length = 0;
  server = await startQuietServer({ webmention: createMentionReceiver({ db, clock, sources }) });
  checks = await checking();
});
afterEach(async () => {
  await checks.stop();
  await server.close();
});

const tell = async (form: Readonly<Record<string, string>>, name = 'links') => {
  const response = await fetch(`http://127.0.0.1:${server.port}/webmention/${name}`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const told = (await response.json()) as { readonly detail?: string };
  return { status: response.status, location: response.headers.get('location'), detail: told.detail };
};
const run = (): Promise<void> => {
  now = new Date(now.getTime() + 1_000);
  return checks.run();
};
const at = (path: string): string => `${lab.origin}${path}`;
const linking = (words = complaintText(1), href = target): string =>
  `<html lang="en"><body><article class="h-entry"><a class="p-author h-card"><span class="p-name">Kim</span></a>
  <time class="dt-published" datetime="2026-11-19T10:00:00Z"></time>
  <div class="e-content"><p>${words}</p><a href="${href}">launch</a></div></article></body></html>`;
const stateAt = async (location: string | null) =>
  (await (await fetch(`http://127.0.0.1:${server.port}${location}`)).json()) as {
    state: string;
    reason: string | null;
  };
const posts = async () => {
  const { rows } = await sql<{
    payload: Buffer;
  }>`select payload from intake.inbox order by created_at, batch_id`.execute(db.kysely);
  return rows
    .map(({ payload }) => decodeBatch(payload))
    .flatMap(({ mentions, deletions }) => [
      ...mentions.map(({ post }) => ({
        id: post.nativeId,
        revision: post.revision,
        text: post.text,
        author: post.author,
      })),
      ...deletions.map(({ nativeId }) => ({ id: nativeId, isDeleted: true })),
    ]);
};

describe('a page that says it links to ours', () => {
  it('is answered before it is fetched, verified later, and its outcome can be read', async () => {
    lab.routes['/p'] = page(linking());
    const told = await tell({ source: at('/p'), target });
    expect(told).toMatchObject({
      status: 201,
      location: expect.stringMatching(/^\/webmention\/links\/[\da-f-]{36}$/),
    });
    expect(lab.asked).toEqual([]);
    expect((await stateAt(told.location)).state).toBe('queued');
    await run();
    expect(await stateAt(told.location)).toEqual({ state: 'accepted', reason: null });
    expect(await posts()).toEqual([
      { id: at('/p'), revision: 0, author: 'Kim@127.0.0.1', text: expect.stringContaining(complaintText(1)) },
    ]);
  });

  it('makes the receiver known as a source, which none is that nobody linked through and whose silence is no fault', async () => {
    await sql`truncate ops.source_health`.execute(db.kysely);
    const known = async () =>
      (await sql`select source, events::int, quiet_target_ms from ops.source_health`.execute(db.kysely)).rows;
    await run();
    expect(await known()).toEqual([]);
    lab.routes['/p'] = page(linking());
    await tell({ source: at('/p'), target });
    await run();
    expect(await known()).toEqual([{ source: 'links', events: 1, quiet_target_ms: null }]);
  });

  it('counts once however often it is told, and an edit of it as an edit', async () => {
    lab.routes['/p'] = page(linking());
    await tell({ source: at('/p'), target });
    await run();
    expect((await tell({ source: at('/p'), target })).status).toBe(202);
    await run();
    expect(await posts()).toHaveLength(1);
    lab.routes['/p'] = page(linking(`${complaintText(1)} And still nobody answers.`));
    await tell({ source: at('/p'), target });
    await tell({ source: at('/p'), target: `${target}/more` });
    await run();
    expect((await posts()).map((post) => 'revision' in post && post.revision)).toEqual([0, 1]);
  });

  it.each<[string, () => void]>([
    ['gone (410)', () => (lab.routes['/p'] = status(410))],
    ['there without the link', () => (lab.routes['/p'] = page(linking(complaintText(1), '/elsewhere')))],
  ])('is taken back when it is %s', async (_how, change) => {
    lab.routes['/p'] = page(linking());
    const { location } = await tell({ source: at('/p'), target });
    await run();
    change();
    await tell({ source: at('/p'), target });
    await run();
    expect((await stateAt(location)).state).toBe('deleted');
    expect((await posts()).at(-1)).toEqual({ id: at('/p'), isDeleted: true });
  });

  it('stands while it links to another page of ours', async () => {
    const other = 'https://www.voltara.example/blog/other';
    lab.routes['/p'] = page(linking(`${complaintText(1)} <a href="${other}">other</a>`));
    await tell({ source: at('/p'), target });
    await tell({ source: at('/p'), target: other });
    await run();
    lab.routes['/p'] = page(linking(complaintText(1), other));
    await tell({ source: at('/p'), target });
    await run();
    expect((await posts()).filter((post) => 'isDeleted' in post)).toEqual([]);
  });

  it.each<[string, string]>([
    ['in an attribute of an image', `<p>${complaintText(2)}</p><img src="${target}">`],
    [
      'with its entities',
      `<p>${complaintText(2)}</p><a href="https://www.voltara.example/blog/&#108;aunch">x</a>`,
    ],
    [
      'relative to a base',
      `<base href="https://www.voltara.example/blog/"><p>${complaintText(2)}</p><a href="launch">x</a>`,
    ],
  ])('is verified when it links %s', async (_how, html) => {
    lab.routes['/p'] = page(html);
    const { location } = await tell({ source: at('/p'), target });
    await run();
    expect((await stateAt(location)).state).toBe('accepted');
  });

  it.each<[string, () => void, RegExp]>([
    ['only names it', () => (lab.routes['/p'] = page(`<p>${target}</p>`)), /does not link to the target/],
    [
      'hides it in a comment',
      () => (lab.routes['/p'] = page(`<!-- <a href="${target}"> --><p>x`)),
      /does not link/,
    ],
    ['is forbidden', () => (lab.routes['/p'] = status(403)), /status 403/],
    ['is a picture', () => (lab.routes['/p'] = send(target, { 'content-type': 'image/png' })), /no page/],
  ])('is refused when it %s', async (_how, change, reason) => {
    change();
    const { location } = await tell({ source: at('/p'), target });
    await run();
    expect(await stateAt(location)).toEqual({ state: 'refused', reason: expect.stringMatching(reason) });
    expect(await posts()).toEqual([]);
  });

  it('is asked for again ever later while its server is in trouble, and given up after a day', async () => {
    lab.routes['/p'] = status(503);
    const { location } = await tell({ source: at('/p'), target });
    for (let n = 0; n < 30; n += 1) {
      await run();
      now = new Date(now.getTime() + 3_600_000);
    }
    expect(lab.asked).toHaveLength(5);
    expect((await stateAt(location)).state).toBe('refused');
  });

  it('is verified by somebody else when a process is killed while it looks', async () => {
    lab.routes['/p'] = page(linking());
    const { location } = await tell({ source: at('/p'), target });
    const killed = await checking({
      fetch: () => Promise.reject(new Error('killed')),
      signal: AbortSignal.abort(),
    });
    await killed.run();
    await killed.stop();
    expect((await stateAt(location)).state).toBe('queued');
    now = new Date(now.getTime() + 6 * 60_000);
    await run();
    expect((await stateAt(location)).state).toBe('accepted');
    expect(await posts()).toHaveLength(1);
  });

  it('is never fetched from our own network, whatever network.allow opens', async () => {
    lab.routes['/p'] = page(linking());
    const { location } = await tell({ source: at('/p'), target });
    const guarded = await checking({ fetch: lab.deps().fetch });
    await guarded.run();
    await guarded.stop();
    expect(await stateAt(location)).toMatchObject({
      state: 'refused',
      reason: `${new URL(lab.origin).host} is refused because 127.0.0.1 is not a public address`,
    });
    expect(lab.asked).toEqual([]);
  });

  it.each([
    [{ target }, /source is missing/],
    [{ source: 'javascript:alert(1)', target }, /source is missing or no http address/],
    [{ source: 'https://a:b@blog.example/', target }, /source is missing or no http address/],
    [{ source: 'https://blog.example/p' }, /target is missing/],
    [{ source: target, target: `${target}#top` }, /the same page/],
    [{ source: 'https://blog.example/p', target: 'https://www.voltara.example/shop' }, /no page of a site/],
    [
      { source: 'https://blog.example/p', target: 'https://www.voltara.example.evil.example/blog/' },
      /no page of a site/,
    ],
    [{ source: `https://blog.example/${'p'.repeat(900)}`, target }, /longer than 800/],
  ])('is refused at once for %j', async (form, detail) => {
    expect(await tell(form as Record<string, string>)).toMatchObject({
      status: 400,
      detail: expect.stringMatching(detail),
    });
  });

  it('is not taken in under a name that nobody configured, nor as JSON', async () => {
    expect((await tell({ source: at('/p'), target }, 'nobody')).status).toBe(404);
    const json = await fetch(`http://127.0.0.1:${server.port}/webmention/links`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(json.status).toBe(415);
  });

  it('waits for its turn when too many come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 130 }, (_, n) => tell({ source: `https://blog.example/${n}`, target })),
    );
    expect(answers.filter(({ status: code }) => code === 201)).toHaveLength(120);
    expect(answers.filter(({ status: code }) => code === 429)).toHaveLength(10);
  });
});
