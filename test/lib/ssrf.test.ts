import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkedUrl, openingsFrom, type Resolve } from '../../src/lib/public-address.ts';
import { createSafeFetch, SafeFetchError } from '../../src/lib/safe-fetch.ts';

/**
 * Two listeners on loopback: `front`, whose name the operator allowed and which redirects where a test wants, and
 * `inside`, which nobody may reach. Its port counts as a usual one, so that the address alone stands in the way.
 */
let front: Listener;
let inside: Listener;
let location = '';
let status = 302;

interface Listener {
  readonly port: number;
  connections: number;
  close(): void;
}

const listen = async (listener: RequestListener, host: string, port = 0): Promise<Listener> => {
  const server: Server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const found: Listener = {
    port: (server.address() as AddressInfo).port,
    connections: 0,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  server.on('connection', () => {
    found.connections += 1;
  });
  return found;
};

let six: Listener | null = null;
beforeAll(async () => {
  inside = await listen((_request, response) => response.end('secret'), '127.0.0.1');
  // A machine without IPv6 has one listener less.
  six = await listen((_request, response) => response.end('secret'), '::1', inside.port).catch(() => null);
  front = await listen((request, response) => {
    if (request.url === '/hop') response.writeHead(307, { location: '/' }).end();
    // Servers send the bytes of UTF-8 where they should not.
    else response.writeHead(status, { location: Buffer.from(location).toString('latin1') }).end();
  }, '127.0.0.1');
});
beforeEach(() => {
  inside.connections = 0;
  if (six !== null) six.connections = 0;
  status = 302;
});
afterEach(() => {
  expect([inside.connections, six?.connections ?? 0]).toEqual([0, 0]);
});
afterAll(() => {
  for (const listener of [front, inside, six]) listener?.close();
});

const toLoopback: Resolve = async () => ['127.0.0.1'];
const guarded = (resolve: Resolve = toLoopback) =>
  createSafeFetch({
    resolve,
    ports: [80, 443, inside.port],
    allow: [`front.example:${front.port}`],
    deadlineMs: 5_000,
  });
const refused = async (call: Promise<Response>): Promise<SafeFetchError> => {
  const error: unknown = await call.then(
    async (response) => new Error(`answered ${response.status} ${await response.text()}`),
    (reason: unknown) => reason,
  );
  if (error instanceof SafeFetchError) return error;
  throw error;
};

/** Ways to write an address of this machine. */
const spellings = [
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '127.0.0.1.',
  '127.255.255.254',
  '2130706433',
  '0x7f000001',
  '0x7f.0.0.1',
  '0X7F.1',
  '0177.0.0.1',
  '017700000001',
  '0',
  '0.0.0.0',
  '%31%32%37.0.0.1',
  '１２７.０.０.１',
  '①②⑦.⓪.⓪.①',
  '127。0。0。1',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::127.0.0.1]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::127.0.0.1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001:0:7f00:1::]',
  '[fec0::1]',
  '[100::1]',
];

describe('an address that leads inside', () => {
  it('stands in at least 17 spellings below', () => {
    expect(new Set(spellings).size).toBeGreaterThanOrEqual(17);
  });

  it.each(spellings)('is refused as %s, without a look-up and without a call', async (host) => {
    const never: Resolve = (name) => Promise.reject(new Error(`asked for ${name}`));
    for (const scheme of ['http', 'https']) {
      const error = await refused(guarded(never)(`${scheme}://${host}:${inside.port}/`));
      expect([error.refusal, error.message]).toEqual([
        'forbidden',
        expect.stringContaining('is not a public address'),
      ]);
    }
  });

  it.each(spellings)('is refused as %s when an allowed host redirects there', async (host) => {
    location = `http://${host}:${inside.port}/`;
    for (const code of [301, 302, 303, 307, 308]) {
      status = code;
      const error = await refused(guarded()(`http://front.example:${front.port}/hop`));
      const { refusal, message, cause } = error;
      // With what it says, so that a failure tells why.
      expect({ refusal, message, cause }).toMatchObject({
        refusal: expect.stringMatching(/^(forbidden|malformed)$/),
      });
    }
  });

  it('is refused by whatever name it goes', async () => {
    for (const name of [
      'localhost',
      'LOCALHOST',
      'localhost.',
      'app.localhost',
      '127.0.0.1.nip.example',
      'xn--bcher-kva.example',
    ]) {
      const error = await refused(guarded()(`http://${name}:${inside.port}/`));
      expect([error.refusal, error.message]).toEqual([
        'forbidden',
        expect.stringContaining('leads to 127.0.0.1'),
      ]);
    }
  });

  it('is refused when the resolver says it in any way, beside whatever public address', async () => {
    const answers = [
      '127.0.0.1',
      '::1',
      '::ffff:127.0.0.1',
      '0.0.0.0',
      '::',
      '10.0.0.1',
      '172.31.255.255',
      '192.168.0.1',
      '169.254.169.254',
      'fe80::1',
      'fd00:ec2::254',
      '100.64.0.1',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      'nonsense',
      '',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...answers),
        fc.array(fc.constantFrom('93.184.216.34', '2606:2800:220:1::1')),
        fc.nat(),
        async (answer, others, at) => {
          const place = at % (others.length + 1);
          const all = [...others.slice(0, place), answer, ...others.slice(place)];
          const error = await refused(guarded(async () => all)(`http://two-faced.example:${inside.port}/`));
          expect(error.refusal).toBe('forbidden');
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a name that is bound anew', () => {
  it('is asked for once a connection, and the answer that was checked is the one that is called', async () => {
    const asked: string[] = [];
    const other = await listen(
      (_request, response) => response.end('rebound'),
      '127.0.0.2',
      front.port,
    ).catch(() => null);
    location = '/end';
    status = 200;
    const fetch = guarded(async (name) => {
      asked.push(name);
      return [asked.length === 1 ? '127.0.0.1' : '127.0.0.2'];
    });
    const response = await fetch(`http://front.example:${front.port}/`);
    expect([response.status, asked]).toEqual([200, ['front.example']]);
    expect(other?.connections ?? 0).toBe(0);
    other?.close();
  });

  it('is checked again by the next call, whatever it was before', async () => {
    let calls = 0;
    const fetch = guarded(async () => {
      calls += 1;
      return ['127.0.0.1'];
    });
    for (const _ of [1, 2, 3])
      expect((await refused(fetch(`http://rebound.example:${inside.port}/`))).refusal).toBe('forbidden');
    expect(calls).toBe(3);
  });

  it('is refused at the end of a chain of redirects', async () => {
    location = `http://rebound.example:${inside.port}/`;
    const error = await refused(guarded()(`http://front.example:${front.port}/hop`));
    expect([error.refusal, error.message]).toEqual([
      'forbidden',
      `rebound.example:${inside.port} is refused because rebound.example leads to 127.0.0.1, which is not a public address`,
    ]);
  });
});

describe('what is no plain web address', () => {
  const forms = (port: number): readonly string[] => [
    'file:///etc/hostname',
    `ftp://127.0.0.1:${port}/`,
    `gopher://127.0.0.1:${port}/_x`,
    'data:text/plain,secret',
    `ws://127.0.0.1:${port}/`,
    'javascript:1',
    'blob:http://front.example/1',
    `dict://127.0.0.1:${port}/`,
    `ldap://127.0.0.1:${port}/`,
    'about:blank',
    `jar:http://127.0.0.1:${port}!/`,
    'unix:/run/docker.sock',
    `http://user:pass@127.0.0.1:${port}/`,
    `http://user@public.example:${port}/`,
    `http://:pass@public.example:${port}/`,
    `http://public.example@127.0.0.1:${port}/`,
    `http://public.example%40@127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}#@public.example/`,
    `http://127.0.0.1:${port}\\@public.example/`,
    `//127.0.0.1:${port}/`,
    `\\\\127.0.0.1:${port}\\`,
    `http:127.0.0.1:${port}`,
    `ht\ntp://127.0.0.1:${port}/`,
    `http://127.0.\t0.1:${port}/`,
    'http://',
    'http://[',
    'http://[::1%25lo]/',
    'http://127.0.0.1:0/',
    'http://public.example:22/',
    'https://public.example:6379/',
  ];

  it('is refused as it stands and as the end of a redirect, and no password is repeated', async () => {
    for (const form of forms(inside.port)) {
      const told = [await refused(guarded()(form))];
      location = form;
      // A line break ends a header; undici refuses to send one.
      if (!/[\n\r]/.test(form)) told.push(await refused(guarded()(`http://front.example:${front.port}/`)));
      for (const { refusal, message } of told) {
        // `http:` without slashes is a path of the host that redirects, which leads to itself.
        expect([form, refusal]).toEqual([form, expect.stringMatching(/^(forbidden|malformed|redirects)$/)]);
        expect(message).not.toMatch(/pass(?!word)|secret/);
      }
    }
  });
});

describe('what the operator allowed', () => {
  const allowed = () => ({ allow: new Set([`front.example:${front.port}`]) });
  const to = () => `http://front.example:${front.port}/`;

  it('is open to a call that it names, and to no other name or port of the same machine', async () => {
    const fetch = createSafeFetch({ resolve: toLoopback, allow: [...allowed().allow] });
    status = 200;
    expect((await fetch(to())).status).toBe(200);
    for (const host of [
      `FRONT.example.:${front.port}`,
      `127.0.0.1:${front.port}`,
      `front.example:${inside.port}`,
    ])
      expect((await refused(fetch(`http://${host}/`))).refusal).toBe('forbidden');
  });

  it('is not open to strangers: what begins outside is led to no allowed host', () => {
    const fromOutside = openingsFrom(new URL('https://blog.example/feed'), allowed());
    expect(() => checkedUrl(to(), fromOutside)).toThrow(SafeFetchError);
    const fromInside = openingsFrom(new URL(to()), allowed());
    expect(checkedUrl(to(), fromInside).href).toBe(to());
  });
});
