import { createHash } from 'node:crypto';
import { callbackify } from 'node:util';
import pg from 'pg';
import type { Pool } from './pool.ts';

interface PoolOptions {
  readonly max: number;
  /** Of each session, from its login on; one that has others instead is refused as `SettingsIgnored`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Each connection keeps the plans of its statements: a list of the queue takes longer to plan than to walk. */
  readonly isPrepared?: boolean;
  readonly onError?: (error: Error) => void;
}

/** Something between us and the server lets a login pass, and not the settings that came with it. */
class SettingsIgnored extends Error {}

/**
 * What is made of a session of ours: a pooler between us and the server refuses a login that brings settings (08P01), or
 * hands each transaction to another session, which lacks a statement that was prepared (26000) or has it already (42P05);
 * and a newer version of ours that starts beside us changes the table of a kept plan (0A000).
 */
const lossCodes: ReadonlySet<unknown> = new Set(['08P01', '26000', '42P05', '0A000']);

export const isSessionLost = (error: unknown): boolean =>
  error instanceof SettingsIgnored || lossCodes.has((error as { code?: unknown } | null)?.code);

/**
 * A new connection forks a process, reads the catalogue anew and has no plan yet: whoever waits for the first statement on
 * it waits a tenth of a second. After the ten seconds of the default every second burst would open some.
 */
const idleMs = 10 * 60_000;

/** A pool of connections to a served PostgreSQL. An idle connection that drops is no end: the next statement opens another. */
export const createServerPool = (
  url: string,
  { max, settings = {}, isPrepared = false, onError }: PoolOptions,
): Pool => {
  const given = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`);
  const options = given.length === 0 ? {} : { options: given.join(' ') };
  const own = {
    ...(isPrepared ? { Client: PreparingClient } : {}),
    ...(given.length === 0
      ? {}
      : { verify: callbackify((client: pg.PoolClient) => refuseOthers(client, settings)) }),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max,
    idleTimeoutMillis: idleMs,
    keepAlive: true,
    ...options,
    ...own,
  });
  pool.on('error', onError ?? (() => undefined));
  // One that drops while it works rejects its statement, and is an uncaught error as well where nobody listens.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool as unknown as Pool;
};

/** Asks each new session what it has: who drops the role at the login would read as the login, and write. */
const refuseOthers = async (
  client: pg.PoolClient,
  settings: Readonly<Record<string, string>>,
): Promise<void> => {
  const names = Object.keys(settings);
  const asked = names.map((name) => `current_setting('${name}')`).join(', ');
  const { rows } = await client.query<string[]>({ text: `select ${asked}`, rowMode: 'array' });
  if (names.some((name, nth) => rows[0]?.[nth] !== settings[name]))
    throw new SettingsIgnored(`a session has other settings than its login asked for: ${names.join(', ')}`);
};

/** Statements that a connection keeps plans of; what comes after them is planned each time. */
const mostPrepared = 200;

/**
 * Names statements that carry values, so that the server keeps what it parsed. A name says what the statement is: behind a
 * pooler, another session may have prepared its own on the same connection.
 */
class PreparingClient extends pg.Client {
  private readonly names = new Map<string, string>();

  override query(...given: unknown[]): never {
    const [text, values, ...others] = given;
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? this.nameOf(text) : null;
    const asked = name === null ? given : [{ name, text, values }, ...others];
    return super.query(...(asked as [never])) as never;
  }

  private nameOf(text: string): string | null {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= mostPrepared) return known ?? null;
    const name = `s${createHash('sha256').update(text).digest('base64url').slice(0, 24)}`;
    this.names.set(text, name);
    return name;
  }
}
