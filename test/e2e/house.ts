import { createHmac, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../config/config.ts';
import { parseConfig } from '../../config/load-config.ts';
import type { RegisterCommand } from '../../src/cli/command.ts';
import { registerKeys } from '../../src/cli/keys.ts';
import type { Scope } from '../../src/domain/api-scope.ts';
import { createSafeFetch } from '../../src/lib/safe-fetch.ts';
import type { Database } from '../../src/postgres/database.ts';
import { wireChannels } from '../../workers/channels.ts';
import { type Service, startService } from '../../workers/service.ts';
import { createSources } from '../../workers/sources.ts';
import { stages } from '../../workers/stages.ts';
import { type Ran, runCommand } from '../cli/desk-app.ts';
import { openReceiver, type Receiver } from '../notify/support/receiver.ts';
import type { Ground } from '../support/grounds.ts';

export const audiences = ['leads', 'on_call', 'comms', 'compliance'] as const;
export type Audience = (typeof audiences)[number];

/** What a story needs of the world: where its sources are, and what else evenhand.yaml says. */
export interface HouseOptions {
  readonly ground: Ground;
  /** YAML below `sources:`, two spaces in. */
  readonly sources: string;
  /** Addresses of the stand-ins. */
  readonly standIns: readonly string[];
  /** YAML of further keys. */
  readonly more?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  /** YAML below `channels:`, two spaces in, beside the webhooks. */
  readonly channels?: string;
}

export interface Asked {
  readonly key: string;
  readonly json?: unknown;
  /** A body as it is, instead of `json`. */
  readonly raw?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a program sees of JSON
  readonly body: any;
}

/** The real service with all its stages, as evenhand.yaml has it, and everybody who is outside: people, systems, channels. */
export interface House {
  readonly db: Database;
  readonly config: Config;
  readonly folder: string;
  /** What each audience was sent, byte for byte. */
  readonly told: Readonly<Record<Audience, Receiver>>;
  /** Of anything that runs; a story ends without any. */
  readonly errors: string[];
  now(): Date;
  /** Time goes by. */
  pass(minutes: number): void;
  /** From now on it goes by with `pass` alone: nothing becomes due by itself. */
  stopClock(): void;
  /** A key, made as an administrator makes it; of a person when one is named. */
  key(scopes: readonly Scope[], person?: string): Promise<string>;
  /** Below `/api/v1`. */
  api(path: string, asked: Asked): Promise<Answered>;
  /** A call that one of the company's systems signed, as Standard Webhooks has it. */
  signed(path: string, json: object, more?: SignedHow): Promise<Answered>;
  evenhand(register: RegisterCommand, argv: readonly string[], as?: string): Promise<Ran>;
  /** Stops it and starts it again: what is due by rows is looked at now. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface SignedHow {
  readonly secret?: string;
  readonly id?: string;
  readonly at?: Date;
  /** Instead of what was signed. */
  readonly sent?: string;
}

const signatureOf = (
  body: string,
  { secret: signedWith = secret, id = `msg_${randomUUID()}`, at }: SignedHow & { readonly at: Date },
): Record<string, string> => {
  const seconds = String(Math.floor(at.getTime() / 1_000));
  const key = Buffer.from(signedWith.slice('whsec_'.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
};

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq=';
const minuteMs = 60_000;

export const openHouse = async ({
  ground,
  sources,
  standIns,
  more = '',
  secrets = {},
  channels = '',
}: HouseOptions): Promise<House> => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-story-'));
  const told = Object.fromEntries(
    await Promise.all(audiences.map(async (name) => [name, await openReceiver()] as const)),
  ) as Record<Audience, Receiver>;
  const allow = [...standIns, ...audiences.map((name) => told[name].url)].map((url) => new URL(url).host);
  const yaml = [
    brandYaml,
    'sources:',
    sources,
    'channels:',
    ...audiences.map(
      (name) =>
        `  ${name}: { kind: webhook, url: "${told[name].url}", secret: "\${HOOK_SECRET}", audience: ${name}, language: ${name === 'on_call' ? 'de' : 'en'} }`,
    ),
    channels,
    'digest: { channel: comms, dir: ./digests }',
    `network: { allow: [${allow.map((host) => `"${host}"`).join(', ')}] }`,
    `guard: { secret: "\${HOOK_SECRET}" }`,
    more,
  ].join('\n');
  const config = parse(yaml, folder, { HOOK_SECRET: secret, ...secrets });
  let aheadMs = 0;
  let stoppedAt: number | null = null;
  const clock = { now: () => new Date((stoppedAt ?? Date.now()) + aheadMs) };
  const errors: string[] = [];
  let isStopping = false;
  /** A call that the stop gave up is none of its faults. */
  const note = (said: string): void => {
    if (!isStopping) errors.push(said);
  };
  let service: Service | null = null;
  const start = async (): Promise<void> => {
    service = await startService({
      db: ground.db,
      backend: ground.backend,
      config,
      sources: createSources(config, { xBearerToken: null }),
      stages: new Set(stages),
      version: 'test',
      clock,
      fetch: createSafeFetch({ allow: config.network.allow }),
      alertFloor: 'high',
      onPage: (event) => event.kind === 'error' && note(event.error.message),
      onBatch: (event) => event.kind === 'failed' && note(event.error.message),
      channels: wireChannels(config, { write: () => undefined, isColour: false, width: 80, isPretty: false }),
      onDelivery: () => undefined,
      onError: (what, error) => note(`${what}: ${error.message}`),
      ingestToken: null,
    });
  };
  const stop = async (): Promise<void> => {
    isStopping = true;
    await service?.stop();
    service = null;
    isStopping = false;
  };
  const ask = async (path: string, init: RequestInit): Promise<Answered> => {
    const response = await fetch(`http://127.0.0.1:${service?.httpPort}${path}`, {
      ...init,
      signal: AbortSignal.timeout(10_000),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  };
  await start();
  let keys = 0;
  const house: House = {
    db: ground.db,
    config,
    folder,
    told,
    errors,
    now: clock.now,
    stopClock: () => {
      stoppedAt ??= Date.now();
    },
    pass: (minutes) => {
      aheadMs += minutes * minuteMs;
    },
    key: async (scopes, person) => {
      keys += 1;
      const owner = person === undefined ? [] : ['--as-person', person];
      const argv = ['keys', 'add', `key-${keys}`, '--scopes', scopes.join(','), ...owner];
      const { out, err } = await house.evenhand(registerKeys, argv, 'adm');
      if (!out.startsWith('evh_')) throw new Error(`no key was made: ${err}${out}`);
      return out.trim();
    },
    api: (path, { key, json, raw, method, headers = {} }) =>
      ask(`/api/v1${path}`, {
        method: method ?? (json === undefined ? 'GET' : 'POST'),
        headers: {
          authorization: `Bearer ${key}`,
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(raw === undefined ? {} : { body: raw }),
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      }),
    signed: (path, json, how = {}) => {
      const body = JSON.stringify(json);
      const headers = signatureOf(body, { at: clock.now(), ...how });
      return ask(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: how.sent ?? body,
      });
    },
    evenhand: (register, argv, as = 'lea') =>
      runCommand(register, [...argv, '--as', as], {
        db: ground.db,
        now: clock.now(),
        config,
        dataDir: folder,
      }),
    restart: async () => {
      await stop();
      await start();
    },
    close: async () => {
      await stop();
      await Promise.all(audiences.map((name) => told[name].close()));
      await ground.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return house;
};

const parse = (yaml: string, folder: string, secrets: HouseOptions['secrets'] = {}): Config =>
  parseConfig(yaml, {
    file: 'evenhand.yaml',
    folder,
    dataDir: folder,
    host: '127.0.0.1',
    port: 0,
    lookup: (name) => secrets[name],
  }).config;

/** The brand and its people, with further keys of a story; throws as `config check` refuses. */
export const parseYaml = (more: string): Config => parse(`${brandYaml}\n${more}`, '/nowhere');

/** For actions on a case, whatever its version is. */
export const anyVersion = { 'if-match': '*' };

/** Messages as their receiver reads them. */
export const messagesOf = ({ received }: Receiver): readonly string[] =>
  received.map(({ body }) => body.toString('utf8'));

/** Alerts of these types, of all messages that an audience was sent. */
export const alertsOf = (receiver: Receiver, ...types: readonly string[]) =>
  messagesOf(receiver)
    // biome-ignore lint/suspicious/noExplicitAny: what a program sees of JSON
    .flatMap((body): any[] => JSON.parse(body).data.alerts ?? [])
    .filter(({ type }) => types.length === 0 || types.includes(type));

/** One brand with its people; `mira` leads it, `petersen` stands below `lea`. */
const brandYaml = `brands:
  voltara:
    names: [Voltara]
    languages: [en, de]
    timezone: UTC
    hours: { mon: 00:00-23:59, tue: 00:00-23:59, wed: 00:00-23:59, thu: 00:00-23:59, fri: 00:00-23:59, sat: 00:00-23:59, sun: 00:00-23:59 }
    accounts: { support: [hilfe@elsewhere.example], brand: [voltara@elsewhere.example], executives: [mira@elsewhere.example] }
    on_call: [Duty]
people:
  adm: { roles: [admin] }
  mira: { roles: [support_lead], clearances: [compliance] }
  lea: { roles: [support_lead], reports_to: mira }
  kim: { roles: [agent], reports_to: lea }
  bo: { roles: [agent], reports_to: lea }
  petra: { roles: [support_lead], clearances: [staff_conduct] }
  mo: { roles: [auditor], clearances: [compliance] }
  col: { roles: [agent], clearances: [counsel] }
  cora: { roles: [comms] }
  dora: { roles: [comms] }`;
