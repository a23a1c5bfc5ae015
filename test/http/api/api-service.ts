import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { sql } from 'kysely';
import { buildEscalation } from '../../../config/build-protection.ts';
import type { Scope } from '../../../src/domain/api-scope.ts';
import type { Person } from '../../../src/domain/person.ts';
import { addKey } from '../../../src/http/api/keys/key.store.ts';
import { makeKey } from '../../../src/http/api/keys/key.ts';
import type { HttpServer } from '../../../src/http/server.ts';
import type { Database } from '../../../src/postgres/database.ts';
import { readInstanceKey } from '../../../src/postgres/instance-key.ts';
import { dueUnder } from '../../../src/triage/policy-deadline.ts';
import { brands } from '../../cases/desk-factory.ts';
import { hour } from '../../cases/fold-samples.ts';
import { emptyRecord } from '../../support/desk-rows.ts';
import { type Engine, keepRecord } from '../../support/engines.ts';
import { startQuietServer } from '../../support/quiet-server.ts';

/** `kim` works on cases of every brand, `lee` leads, `ada` answers for danger and disputes,
 * `sam` and `kay` for complaints about staff, `col` is in comms, `cleo` in compliance, `bo` has one brand. */
export const people: readonly Person[] = [
  person('kim', { roles: ['agent'] }),
  person('lee', { roles: ['support_lead'] }),
  person('ada', { roles: ['agent'], clearances: ['danger', 'counsel'] }),
  person('sam', { roles: ['agent', 'support_lead'], clearances: ['staff_conduct'] }),
  person('kay', { roles: ['agent'], clearances: ['staff_conduct'] }),
  person('col', { roles: ['comms'] }),
  person('all', {
    roles: ['admin', 'support_lead', 'agent', 'auditor', 'privacy_officer'],
    clearances: ['danger', 'counsel', 'staff_conduct', 'compliance'],
  }),
  person('cleo', { clearances: ['compliance'] }),
  person('ops', { roles: ['admin'] }),
  person('bo', { roles: ['agent'], brands: ['seeweg'] }),
];

function person(name: string, more: Partial<Person>): Person {
  return {
    name,
    roles: [],
    languages: ['en', 'de'],
    brands: null,
    clearances: [],
    line: [],
    email: null,
    ...more,
  };
}

export interface ApiReply {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a program sees of JSON
  readonly body: any;
}

export interface Ask {
  readonly method?: string;
  readonly key?: string | null;
  readonly json?: unknown;
  /** Bytes as they are, instead of `json`. */
  readonly raw?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The API on an empty record, at a time that the tests set. */
export interface ApiService {
  readonly db: Database;
  readonly port: number;
  /** Hours after the start of `fold-samples`. */
  at(hours: number): void;
  /** A key with these scopes; of a person when named. */
  key(
    scopes: readonly Scope[],
    more?: { readonly person?: string; readonly expiresAt?: Date },
  ): Promise<string>;
  /** Below `/api/v1`. */
  ask(path: string, more?: Ask): Promise<ApiReply>;
  readonly errors: Error[];
}

/** Keeps the API while the tests of a suite run; everything is forgotten between them. */
export const keepApi = (
  start: () => Engine | Promise<Engine>,
  {
    requestsPerMinute = 100_000,
    trustedProxies = [],
  }: { readonly requestsPerMinute?: number; readonly trustedProxies?: readonly string[] } = {},
): ApiService => {
  let db: Database;
  let server: HttpServer;
  let now = hour(1);
  let names = 0;
  const errors: Error[] = [];
  // Before the record is closed, to which its streams listen.
  afterAll(() => server.close());
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeAll(async () => {
    server = await startQuietServer(
      {
        api: {
          db,
          clock: { now: () => now },
          version: '0.0.0',
          people,
          brands: brands.map(({ id }) => id),
          requestsPerMinute,
          dueUnder,
          routing: undefined,
          executive: buildEscalation().executive,
          instanceKey: await db.transaction('desk', readInstanceKey),
          pollMs: 20,
          heartbeatMs: 60,
        },
        onError: (error) => errors.push(error),
      },
      trustedProxies,
    );
  });
  beforeEach(async () => {
    now = hour(1);
    errors.length = 0;
    await emptyRecord(db);
    await sql`delete from ops.api_key; delete from ops.api_request; delete from desk.webhook; delete from desk.webhook_delivery; delete from desk.escalation_ask`.execute(
      db.kysely,
    );
  });
  return {
    get db() {
      return db;
    },
    get port() {
      return server.port;
    },
    errors,
    at: (hours) => {
      now = hour(hours);
    },
    key: async (scopes, { person: owner, expiresAt } = {}) => {
      const { id, key, hash } = makeKey();
      names += 1;
      await db.transaction('desk', (tx) =>
        addKey(tx, {
          id,
          hash,
          name: `program-${names}`,
          person: owner ?? null,
          scopes,
          createdAt: now,
          createdBy: 'test',
          expiresAt: expiresAt ?? null,
        }),
      );
      return key;
    },
    ask: (path, more) => askApi(server.port, path, more),
  };
};

const askApi = async (
  port: number,
  path: string,
  { method, key = null, json, raw, headers = {} }: Ask = {},
): Promise<ApiReply> => {
  const body = raw ?? (json === undefined ? null : JSON.stringify(json));
  const response = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method: method ?? (body === null ? 'GET' : 'POST'),
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    body: body as string | null,
    signal: AbortSignal.timeout(10_000),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? null : JSON.parse(text),
  };
};
