import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { may } from '../../src/domain/may.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Operation } from '../../src/http/api/operation.ts';
import { operations } from '../../src/http/api/operations.ts';
import { problemDocument } from '../../src/http/api/problem-document.ts';
import { fitting, type OpenApi } from '../http/api/random-requests.ts';
import { anyGround } from '../support/grounds.ts';
import { until } from '../support/service.ts';
import { type Answered, anyVersion, type House, openHouse, type SignedHow } from './house.ts';

const complaints = [
  'My Voltara order 4711 arrived without its cable, nobody tells me when it comes.',
  'The Voltara app shows a wrong balance since Monday.',
  'Der Bildschirm meines Voltara ruckelt seit dem Update.',
];
const noSuchId = '987654321';

interface Fault {
  readonly name: string;
  readonly status: number;
  readonly path?: string;
  readonly key?: string;
  readonly json?: unknown;
  readonly raw?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

describe('whatever is wrong with a request, the running service says what and changes nothing', () => {
  let house: House;
  let [program, foreign] = ['', ''];
  const keyOf = new Map<string, string>();
  let document: OpenApi;

  /** Every row of the desk, of the inboxes and of the sealed half. */
  const record = async (): Promise<Readonly<Record<string, string>>> => {
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('desk', 'intake', 'sealed')
      order by 1`.execute(house.db.kysely);
    const hashes = tables
      .filter(({ name }) => !moving.has(name))
      .map(
        ({ name }) =>
          `select '${name}' as name, md5(string_agg(t::text, E'\\n' order by t::text)) as hash from ${name} t`,
      );
    const { rows } = await sql
      .raw<{ name: string; hash: string }>(hashes.join(' union all '))
      .execute(house.db.kysely);
    return Object.fromEntries(rows.map(({ name, hash }) => [name, hash ?? 'empty']));
  };

  /** Until the service has done what it does by itself after a post. */
  const quiet = async (): Promise<void> => {
    for (let before = ''; ; await new Promise((resolve) => setTimeout(resolve, 2_500))) {
      const now = JSON.stringify(await record());
      if (now === before) return;
      before = now;
    }
  };

  beforeAll(async () => {
    house = await openHouse({
      ground: await anyGround(),
      standIns: [],
      sources: `  shop: { kind: push, secret: "\${HOOK_SECRET}" }`,
      more: 'http: { trusted_proxies: ["127.0.0.1"] }',
    });
    program = await house.key(['admin']);
    foreign = await house.key(['events:read']);
    for (const name of house.config.people.map((person) => person.name))
      keyOf.set(name, await house.key(['admin'], name));
    await push(complaints.map((text, n) => ({ id: `p${n}`, author: `a${n}`, text })));
    await until(async () => (await house.api('/cases', { key: program })).body.items.length === 3, {
      what: 'three cases',
      withinMs: 40_000,
    });
    // A deadline that comes near or a digest that is due would be a change of the record, too.
    house.stopClock();
    await quiet();
    document = (await house.api('/openapi.json', { key: program })).body;
  }, 90_000);
  afterAll(() => house.close(), 30_000);

  const push = (posts: readonly object[], how: SignedHow = {}) => house.signed('/ingest/shop', posts, how);
  const person = (which: (one: Person) => boolean): string | null =>
    house.config.people.find(which)?.name ?? null;
  const whoMay = ({ needs }: Operation) => (needs === null ? null : person((one) => may(one, needs)));
  const whoMayNot = ({ needs }: Operation) => (needs === null ? null : person((one) => !may(one, needs)));
  /** Bodies that name somebody or something that is there. */
  const named: Readonly<Record<string, object>> = {
    assignCase: { to: 'kim' },
    mergeCase: { into: 'EH-2' },
  };
  const sampleOf = (operation: Operation) => {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    const documented = document.paths[path]?.[operation.method.toLowerCase()];
    if (documented === undefined) throw new Error(`${operation.id} is not in the document`);
    const [request] = fc.sample(fitting(documented, document), { numRuns: 1, seed: 4 });
    const query = new URLSearchParams(request?.query).toString();
    const body = named[operation.id] ?? request?.body;
    return { body, path: request?.path ?? {}, query: query === '' ? '' : `?${query}`, documented };
  };
  /** Whatever is no case is not there: what a number cannot name goes by one that fits. */
  const pathTo = (operation: Operation, caseId = '1'): string => {
    const { path, documented } = sampleOf(operation);
    return operation.path.replace(/:(\w+)/g, (_found, name: string) => {
      if (name === 'caseId') return caseId;
      const pattern = documented.parameters?.find((one) => one.name === name)?.schema.pattern ?? '';
      return new RegExp(pattern, 'u').test(noSuchId) ? noSuchId : encodeURIComponent(path[name] ?? '');
    });
  };

  const faultsOf = (operation: Operation): readonly Fault[] => {
    const { body, query } = sampleOf(operation);
    const headers = operation.ifMatch === undefined ? {} : anyVersion;
    const own = { path: `${pathTo(operation)}${query}`, json: body, headers };
    const stranger = whoMayNot(operation);
    return [
      { ...own, name: 'a wrong key', status: 401, key: 'evh_00000000_nothing' },
      ...(operation.scope === 'events:read'
        ? []
        : [{ ...own, name: 'a key without the scope', status: 403, key: foreign }]),
      ...(stranger === null
        ? []
        : [{ ...own, name: `${stranger}, who may not`, status: 403, key: keyOf.get(stranger) ?? '' }]),
      ...(operation.path.includes(':')
        ? [{ ...own, name: 'an unknown id', status: 404, path: `${pathTo(operation, noSuchId)}${query}` }]
        : []),
      { ...own, name: 'an unknown parameter', status: 400, path: `${pathTo(operation)}?nonsense=1` },
      ...(operation.ifMatch === undefined
        ? []
        : [
            { ...own, name: 'an older version', status: 412, headers: { 'if-match': '"999"' } },
            { ...own, name: 'a version that is none', status: 412, headers: { 'if-match': 'yesterday' } },
          ]),
      ...(operation.method === 'GET'
        ? []
        : [
            {
              ...own,
              name: 'a bad name of the request',
              status: 400,
              headers: { ...headers, 'idempotency-key': 'a b' },
            },
          ]),
      ...(operation.body === undefined ? [] : bodyFaults(operation, own)),
    ];
  };
  const bodyFaults = (
    operation: Operation,
    own: Pick<Fault, 'path' | 'headers'> & { readonly json: unknown },
  ): readonly Fault[] => {
    const body = own.json as Readonly<Record<string, unknown>>;
    const json = { ...own.headers, 'content-type': 'application/json' };
    const huge = JSON.stringify({ ...body, filler: 'x'.repeat(operation.bodyLimit ?? 262_144) });
    return [
      ...Object.keys(body).map((name) => ({
        ...own,
        name: `${name} of a wrong type`,
        status: 400,
        json: { ...body, [name]: { no: 'such' } },
      })),
      { ...own, name: 'a key that nobody knows', status: 400, json: { ...body, followers: 12_000_000 } },
      { path: own.path ?? '', name: 'half a body', status: 400, raw: '{"a":', headers: json },
      { path: own.path ?? '', name: 'too much', status: 413, raw: huge, headers: json },
      {
        path: own.path ?? '',
        name: 'another type',
        status: 415,
        raw: 'a=b',
        headers: { ...json, 'content-type': 'text/plain' },
      },
    ];
  };
  const send = (
    operation: Operation,
    { path = '', key = keyOf.get(whoMay(operation) ?? '') ?? program, json, raw, headers = {} }: Fault,
  ): Promise<Answered> =>
    house.api(path, {
      key,
      method: operation.method,
      // Tries with wrong keys are counted by the address from which they come.
      headers: { 'x-forwarded-for': `198.51.100.${1 + operations.indexOf(operation)}`, ...headers },
      ...(json === undefined ? {} : { json }),
      ...(raw === undefined ? {} : { raw }),
    });

  it.each(operations.map((operation) => [operation.id, operation] as const))('%s', async (_id, operation) => {
    const { documented } = sampleOf(operation);
    const before = await record();
    const answers: unknown[] = [];
    const faults = faultsOf(operation);
    for (const fault of faults) {
      const { status, headers, body } = await send(operation, fault);
      const isProblem = problemDocument.safeParse(body).success && body.status === status;
      const isTold = documented.responses[String(status)] !== undefined;
      answers.push(
        [
          fault.name,
          status,
          headers.get('content-type')?.split(';')[0],
          isProblem,
          isTold,
          body.code ?? null,
        ].slice(0, 5),
      );
    }
    expect(answers).toEqual(
      faults.map(({ name, status }) => [name, status, 'application/problem+json', true, true]),
    );
    expect(await record()).toEqual(before);
  });

  it('refuses what the holder of a lease that is over wants to do with it', async () => {
    const key = keyOf.get('kim') ?? '';
    const next = await house.api('/queue/next', { key, json: {} });
    const id = next.body.case.id;
    house.pass(11);
    const before = await record();
    for (const [path, json] of [
      ['lease/refresh', {}],
      ['lease/release', {}],
      ['skip', { because: 'language' }],
    ] as const) {
      const { status, body } = await house.api(`/cases/${id}/${path}`, { key, json });
      expect([path, status, body.code]).toEqual([path, 409, 'lapsed']);
    }
    expect(await record()).toEqual(before);
  });

  it('takes no forged, tampered, late or replayed word of a system of the company', async () => {
    const action = {
      id: 'cancel-1',
      kind: 'order_cancelled',
      identifiers: ['VT-7718203'],
      at: house.now().toISOString(),
      requestedBy: 'kim',
    };
    const posts = [{ id: 'p9', author: 'a9', text: complaints[0] }];
    const wrongs: readonly SignedHow[] = [
      { secret: `whsec_${Buffer.alloc(24, 7).toString('base64')}` },
      { sent: JSON.stringify([{ ...posts[0], text: 'Voltara, other words' }]) },
      { at: new Date(house.now().getTime() - 600_000) },
      { at: new Date(house.now().getTime() + 600_000) },
    ];
    const before = await record();
    for (const how of wrongs)
      for (const [path, json] of [
        ['/ingest/shop', posts],
        ['/hooks/adverse-actions', action],
      ] as const) {
        const { status, body } = await house.signed(path, json, how);
        expect([path, status, body.status]).toEqual([path, 401, 401]);
      }
    expect(await record()).toEqual(before);
    const first = [
      await push(posts, { id: 'm1' }),
      await house.signed('/hooks/adverse-actions', action, { id: 'm2' }),
    ];
    expect(first.map(({ status }) => status)).toEqual([202, 200]);
    await until(async () => (await house.api('/cases', { key: program })).body.items.length === 4, {
      what: 'a case',
    });
    await quiet();
    const after = await record();
    const again = [
      await push(posts, { id: 'm1' }),
      await house.signed('/hooks/adverse-actions', action, { id: 'm2' }),
    ];
    expect(again[1]?.body).toEqual(first[1]?.body);
    expect(again.map(({ status }) => status).every((status) => status < 300 || status === 409)).toBe(true);
    expect(await record()).toEqual(after);
    expect(house.errors).toEqual([]);
  });
});

/** What the service itself writes down while nobody asks it anything. */
const moving: ReadonlySet<string> = new Set(['desk.problem_progress', 'desk.activity_seal']);
