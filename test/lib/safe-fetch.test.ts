import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from '@jest/globals';
import { checkedUrl, guardedLookup } from '../../src/lib/public-address.ts';
import { createSafeFetch, type FetchRefusal, SafeFetchError } from '../../src/lib/safe-fetch.ts';

const servers: Server[] = [];
const serve = async (listener: RequestListener): Promise<number> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
};
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Every name leads to loopback, except where a test says otherwise: nothing leaves the machine. */
const loopback = async (): Promise<readonly string[]> => ['127.0.0.1'];
const never = async (hostname: string): Promise<readonly string[]> => {
  throw new Error(`asked for ${hostname}`);
};
const NOT_PUBLIC = {
  refusal: 'forbidden',
  message: expect.stringMatching(
    /not a public address; if it is on your own network, add ".+:80" to network\.allow/,
  ),
};
const refusal = async (call: Promise<unknown>): Promise<{ refusal: FetchRefusal; message: string }> => {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SafeFetchError)) throw new Error(`no refusal but ${String(error)}`);
  return { refusal: error.refusal, message: error.message };
};

describe('createSafeFetch', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::]/',
    'http://0.0.0.0/',
  ])('refuses the loopback spelling %s without asking anybody', async (url) => {
    expect(await refusal(createSafeFetch({ resolve: never })(url))).toMatchObject(NOT_PUBLIC);
  });

  // These would leave the machine if the guard were open, so that only its decision is asked for.
  it.each([
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.64.0.1/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://224.0.0.1/',
  ])('refuses the literal %s', (url) => {
    expect(() => checkedUrl(url, { allow: new Set() })).toThrow(SafeFetchError);
    expect(() => checkedUrl(url, { allow: new Set() })).toThrow('not a public address');
  });

  it('lets public literals and names pass', () => {
    for (const url of ['https://blog.example/', 'http://93.184.216.34/', 'https://[2606:2800:220:1::1]/']) {
      expect(checkedUrl(url, { allow: new Set() }).href).toBe(url);
    }
  });

  it.each([
    ['ftp://files.example/', /only http and https/],
    ['file:///etc/hostname', /only http and https/],
    ['http://blog.example:6379/', /only ports 80 and 443/],
  ])('refuses %s', async (url, sentence) => {
    const answer = await refusal(createSafeFetch({ resolve: never })(url));
    expect(answer.refusal).toBe('forbidden');
    expect(answer.message).toMatch(sentence);
  });

  it('refuses a name or password in the address, and never repeats it', async () => {
    const answer = await refusal(createSafeFetch({ resolve: never })('http://joanna:hunter7@blog.example/'));
    expect(answer.refusal).toBe('forbidden');
    expect(answer.message).not.toMatch(/joanna|hunter7/);
  });

  it('refuses a name when any of its addresses is private', async () => {
    const look = (addresses: readonly string[]): Promise<unknown> =>
      new Promise((resolve) => {
        guardedLookup(async () => addresses)('two-faced.example', { all: true }, (error, found) =>
          resolve(error ?? found),
        );
      });
    expect(await look(['93.184.216.34', '10.0.0.7'])).toMatchObject({
      message: 'two-faced.example leads to 10.0.0.7, which is not a public address',
    });
    expect(await look(['93.184.216.34'])).toEqual([{ address: '93.184.216.34', family: 4 }]);
    const guarded = createSafeFetch({ resolve: loopback });
    expect(await refusal(guarded('http://rebound.example/'))).toMatchObject(NOT_PUBLIC);
  });

  it('opens an allowed host and port, and only that port', async () => {
    const port = await serve((_request, response) => response.end('hello'));
    const guarded = createSafeFetch({ resolve: loopback, allow: [`forum.internal:${port}`] });
    const response = await guarded(`http://forum.internal:${port}/`);
    expect([response.status, await response.text()]).toEqual([200, 'hello']);
    expect((await refusal(guarded('http://forum.internal/'))).refusal).toBe('forbidden');
    expect((await refusal(guarded(`http://forum.internal:${port + 1}/`))).refusal).toBe('forbidden');
  });

  it('checks every redirect hop: an allowed host may not lead to a private one', async () => {
    const secret = await serve((_request, response) => response.end('secret'));
    const port = await serve((request, response) => {
      const target = request.url === '/literal' ? `http://127.0.0.1:${secret}/` : 'http://inside.example/';
      response.writeHead(302, { location: target }).end();
    });
    const guarded = createSafeFetch({ resolve: loopback, allow: [`a.example:${port}`] });
    // Nobody is told to open what a stranger points to.
    expect(await refusal(guarded(`http://a.example:${port}/literal`))).toEqual({
      refusal: 'forbidden',
      message: `127.0.0.1:${secret} is refused because 127.0.0.1 is not a public address`,
    });
    expect(await refusal(guarded(`http://a.example:${port}/name`))).toEqual({
      refusal: 'forbidden',
      message:
        'inside.example is refused because inside.example leads to 127.0.0.1, which is not a public address',
    });
  });

  it('opens nothing to an address that a document from outside named, and says no way to open it', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const front = await serve((_request, response) => response.end('hello'));
    const allow = [`forum.internal:${inside}`, `wiki.internal:${front}`];
    const guarded = createSafeFetch({ resolve: loopback, allow });
    const found = `http://forum.internal:${inside}/`;
    for (const referrer of [
      'https://blog.example/feed',
      'about:client',
      '',
      'nonsense',
      `http://forum.internal:${front}/`,
    ])
      expect(await refusal(guarded(found, { referrer }))).toEqual({
        refusal: 'forbidden',
        message: `forum.internal:${inside} is refused because only ports 80 and 443 are called`,
      });
    for (const referrer of [`http://wiki.internal:${front}/page`, found])
      expect(await (await guarded(found, { referrer })).text()).toBe('secret');
  });

  it('follows redirects within bounds, without taking secrets to another host', async () => {
    const seen: (string | undefined)[] = [];
    const port = await serve((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/end') response.end('end');
      else if (request.url === '/start')
        response.writeHead(301, { location: `http://b.example:${port}/end` }).end();
      else response.writeHead(302, { location: request.url }).end();
    });
    const allow = [`a.example:${port}`, `b.example:${port}`];
    const guarded = createSafeFetch({ resolve: loopback, allow, maxRedirects: 3 });
    const response = await guarded(`http://a.example:${port}/start`, {
      headers: { authorization: 'Bearer x' },
    });
    expect([await response.text(), response.url, response.redirected]).toEqual([
      'end',
      `http://b.example:${port}/end`,
      true,
    ]);
    expect(seen).toEqual(['Bearer x', undefined]);
    expect((await refusal(guarded(`http://a.example:${port}/loop`))).refusal).toBe('redirects');
    const manual = await guarded(`http://a.example:${port}/start`, { redirect: 'manual' });
    expect([manual.status, manual.headers.get('location')]).toEqual([301, `http://b.example:${port}/end`]);
  });

  it('sends the body of a POST and unpacks a packed answer', async () => {
    const port = await serve((request, response) => {
      response.writeHead(201, { 'content-encoding': 'gzip' });
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () =>
        response.end(gzipSync(`${request.method} ${Buffer.concat(chunks).toString()}`)),
      );
    });
    const guarded = createSafeFetch({ resolve: loopback, allow: [`a.example:${port}`] });
    const response = await guarded(`http://a.example:${port}/`, { method: 'POST', body: '{"a":1}' });
    expect([response.status, await response.text()]).toEqual([201, 'POST {"a":1}']);
  });

  it('stops at the cap, counting what arrives and what it unpacks to', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/bomb') {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(50_000_000)));
        return;
      }
      const send = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536))) {}
      };
      response.on('drain', send);
      send();
    });
    const guarded = createSafeFetch({
      resolve: loopback,
      allow: [`a.example:${port}`],
      maxBodyBytes: 200_000,
    });
    expect(await refusal(guarded(`http://a.example:${port}/bomb`))).toMatchObject({
      refusal: 'too_large',
      message: expect.stringContaining('unpacks to more than 200000 bytes'),
    });
    expect(await refusal(guarded(`http://a.example:${port}/endless`))).toMatchObject({
      refusal: 'too_large',
    });
  });

  it('names the host alone in its sentences: paths and queries hold secrets', async () => {
    const moved =
      (location: string): RequestListener =>
      (_request, response) =>
        response.writeHead(302, { location }).end();
    const routes: Record<string, RequestListener> = {
      loop: moved('/hush-loop?key=hush'),
      off: moved('http://[hush'),
      in: moved('http://127.0.0.1/hush?hush'),
      packed: (_request, response) =>
        response.writeHead(200, { 'content-encoding': 'br' }).end(brotliCompressSync(Buffer.alloc(99_999))),
      broken: (_request, response) => response.destroy(),
      large: (_request, response) => response.end(Buffer.alloc(99_999)),
      slow: () => undefined,
    };
    const port = await serve((request, response) =>
      routes[/hush-(\w+)/.exec(request.url ?? '')?.[1] ?? '']?.(request, response),
    );
    const rules = { resolve: loopback, allow: [`a.example:${port}`], maxBodyBytes: 9_999 };
    const guarded = createSafeFetch({ ...rules, deadlineMs: 20_000 });
    const impatient = createSafeFetch({ ...rules, deadlineMs: 200 });
    const refusals = new Set<FetchRefusal>();
    for (const path of Object.keys(routes)) {
      const call = path === 'slow' ? impatient : guarded;
      const told = await refusal(call(`http://a.example:${port}/hush-${path}?key=hush`));
      expect(told.message).not.toContain('hush');
      refusals.add(told.refusal);
    }
    for (const url of [
      'http://b.example/hush?hush',
      'http://b.example:99/hush',
      'http://[hush',
      'data:,hush',
    ])
      expect((await refusal(guarded(url))).message).not.toContain('hush');
    expect([...refusals].sort()).toEqual([
      'deadline',
      'forbidden',
      'malformed',
      'redirects',
      'too_large',
      'unreachable',
    ]);
  });

  it('gives up a body that drips past the deadline, and one that breaks off', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/broken') {
        response.writeHead(200, { 'content-length': '100' });
        response.write('half');
        setTimeout(() => response.destroy(), 20);
        return;
      }
      const timer = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(timer));
    });
    const guarded = createSafeFetch({ resolve: loopback, allow: [`a.example:${port}`], deadlineMs: 300 });
    const start = performance.now();
    const slow = await refusal(guarded(`http://a.example:${port}/drip`));
    expect(slow).toEqual({
      refusal: 'deadline',
      message: `a.example:${port} did not finish its answer within 0.3 s`,
    });
    expect(performance.now() - start).toBeLessThan(2000);
    expect((await refusal(guarded(`http://a.example:${port}/broken`))).refusal).toBe('unreachable');
  });

  it('refuses a packed answer that is not packed', async () => {
    const port = await serve((_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('plain'),
    );
    const guarded = createSafeFetch({ resolve: loopback, allow: [`a.example:${port}`] });
    expect((await refusal(guarded(`http://a.example:${port}/`))).refusal).toBe('unreachable');
  });

  it('ends when its caller gives up, and says when a name leads nowhere', async () => {
    const port = await serve(() => {});
    const guarded = createSafeFetch({ resolve: loopback, allow: [`a.example:${port}`] });
    expect(
      (await refusal(guarded(`http://a.example:${port}/`, { signal: AbortSignal.timeout(50) }))).refusal,
    ).toBe('aborted');
    const nowhere = createSafeFetch({ resolve: async () => [] });
    expect((await refusal(nowhere('http://nowhere.example/'))).refusal).toBe('unreachable');
  });
});
