import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { countRows, readCases, readMentions } from '../support/desk-rows.ts';
import { complaintText } from '../support/line.ts';
import {
  endPrograms,
  type Place,
  type Program,
  preparePlace,
  startProgram,
  until,
} from '../support/service.ts';
import { idAt, startXStandIn } from '../support/x-stand-in.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const one of close.splice(0).reverse()) await one();
});

/** A server on loopback; its `host:port`. */
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
};

interface Running {
  readonly program: Program;
  readonly db: Database;
  readonly place: Place;
}

const run = async (yaml: string, env: Readonly<Record<string, string>> = {}): Promise<Running> => {
  const place = await preparePlace(yaml);
  close.push(() => place.remove());
  const program = startProgram({ folder: place.folder, env: { ...place.env, ...env } });
  await program.says(/"ready"/);
  const directory = join(place.folder, 'data', 'pg');
  const db = await openDatabase({ kind: 'embedded', directory, onBusy: 'join' });
  close.push(() => db.close());
  return { program, db, place };
};

const feedYaml = (host: string, path = '/feed'): string => `
network: { allow: ["${host}"] }
sources:
  owners-blog: { kind: feed, url: "http://${host}${path}", comments: true }
`;

const item = (id: string, text: string, more = ''): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>${text}</title><author>ann@blog.example (Ann ${id})</author>
   <pubDate>${new Date().toUTCString()}</pubDate>${more}</item>`;
const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/"><channel><title>Owners</title>
   <link>http://blog.example/</link><description>-</description>${items}</channel></rss>`;

describe('the program polls', () => {
  it('a feed and the comments under it, end to end', async () => {
    const asked: string[] = [];
    const host = await serve((request, response) => {
      asked.push(request.url ?? '');
      const comments = `<wfw:commentRss>http://${request.headers.host}/comments</wfw:commentRss>`;
      response.setHeader('content-type', 'application/rss+xml');
      response.end(
        request.url === '/feed'
          ? rss(item('a1', complaintText(1), comments) + item('a2', 'Nothing about any brand'))
          : rss(item('c1', 'bei mir auch') + item('c2', `Voltara here too: ${complaintText(2)}`)),
      );
    });
    const { program, db } = await run(feedYaml(host));
    await until(async () => (await countRows(db, 'desk.mention')) >= 3, { what: 'three decisions' });
    // The two pages are decided side by side: the comment may have to be decided again.
    await until(async () => (await readCases(db)).length === 3, { withinMs: 10_000, what: 'three cases' });
    const mentions = await readMentions(db);
    expect(mentions.length).toBe(3);
    const first = mentions.find(({ text }) => text?.includes('order 1 '));
    expect(first).toMatchObject({ outcome: 'complaint', case_id: expect.any(String) });
    const same = mentions.find(({ text }) => text === 'bei mir auch');
    expect(same).toMatchObject({ outcome: 'complaint', severity: first?.severity });
    expect((await readCases(db)).length).toBe(3);
    expect(asked.sort()).toEqual(['/comments', '/feed']);
    expect((await program.stop()).code).toBe(0);
  }, 60_000);

  it('X by recent search, end to end, audiences sealed until the decision', async () => {
    const users = [
      { id: '101', username: 'quiet_lake', followers: 12 },
      { id: '102', username: 'loud_lantern', followers: 12_000_000 },
    ];
    const standIn = await startXStandIn({ spelling: 'tweet', now: () => new Date(), users });
    close.push(() => standIn.close());
    for (const [i, user] of users.entries()) {
      const createdAt = new Date(Date.now() - 120_000 + i * 1_000);
      standIn.posts.push({
        id: idAt(createdAt),
        text: complaintText(i),
        authorId: user.id,
        createdAt,
        lang: 'en',
      });
    }
    const host = new URL(standIn.baseUrl).host;
    const yaml = `
network: { allow: ["${host}"] }
sources:
  x: { kind: x, base_url: "${standIn.baseUrl}" }
`;
    const { db } = await run(yaml, { X_BEARER_TOKEN: 'test-token' });
    await until(async () => (await countRows(db, 'sealed.sample')) === 2, { what: 'two samples' });
    const cases = await readCases(db);
    expect(cases.map(({ severity, due_target: target }) => [severity, target])).toEqual([
      [cases[0]?.severity, 'first_response'],
      [cases[0]?.severity, 'first_response'],
    ]);
    const { rows } = await sql<{ followers: string }>`select followers from sealed.sample order by 1`.execute(
      db.kysely,
    );
    expect(rows.map(({ followers }) => Number(followers))).toEqual([12, 12_000_000]);
    expect(standIn.violations).toEqual([]);
  }, 60_000);

  it('a source again that answered with a page for a while, without having switched it off', async () => {
    let isMended = false;
    const host = await serve((_request, response) => {
      response.end(
        isMended ? rss(item('a1', complaintText(1))) : '<!doctype html><html><body>Maintenance</body></html>',
      );
    });
    const { program, db, place } = await run(feedYaml(host));
    await program.says(/source owners-blog: .* not a feed/);
    await until(
      async () =>
        (await countRows(db, 'ops.source_health', 'last_error is not null and disabled_at is null')) === 1,
    );
    isMended = true;
    await db.close();
    expect((await program.stop()).code).toBe(0);
    const again = startProgram({ folder: place.folder, env: place.env });
    await again.says(/"decided"/);
  }, 60_000);

  it.each<[string, RequestListener, RegExp]>([
    [
      'a page of HTML',
      (_request, response) => response.end('<!doctype html><html><body><h1>Maintenance</h1></body></html>'),
      /is an HTML page, not a feed: give the address of its RSS or Atom feed/,
    ],
    [
      'a feed that never ends',
      (_request, response) => {
        response.write('<?xml version="1.0"?><rss version="2.0"><channel>');
        const more = (): void => {
          while (!response.destroyed && response.write(item('x', 'Voltara '.repeat(10_000))));
          if (!response.destroyed) response.once('drain', more);
        };
        more();
      },
      /sends more than 5242880 bytes/,
    ],
    [
      'a gzip bomb',
      (_request, response) => {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(300 * 1024 * 1024, ' ')));
      },
      /unpacks to more than 5242880 bytes/,
    ],
  ])(
    'and says what is wrong with %s, stores nothing of it and lives on',
    async (_what, listener, sentence) => {
      const host = await serve(listener);
      const { program, db } = await run(feedYaml(host));
      const [line] = await program.says(/[^\n]*source owners-blog: [^\n]*/);
      expect(line).toMatch(sentence);
      expect(line).toContain(`http://${host} `);
      expect(line).not.toContain(`${host}/`);
      expect(await countRows(db, 'intake.inbox')).toBe(0);
      const { rows } = await sql<{ last_error: string }>`select last_error from ops.source_health`.execute(
        db.kysely,
      );
      expect(rows[0]?.last_error).toMatch(sentence);
      expect((await program.stop()).code).toBe(0);
    },
    60_000,
  );
});
