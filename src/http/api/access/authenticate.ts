import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Person } from '../../../domain/person.ts';
import type { Clock } from '../../../lib/clock.ts';
import type { Database } from '../../../postgres/database.ts';
import { draw, type TokenBucket } from '../../ingest/token-bucket.ts';
import { findKey, noteUse, type StoredKey } from '../keys/key.store.ts';
import { hashKey, isSameHash, keyIdOf } from '../keys/key.ts';
import { type Problem, refuse } from '../outcome.ts';
import { sendProblem } from '../send-problem.ts';
import { type Access, type Caller, whyNotAllowed } from './caller.ts';
import { createRememberedKeys, type RememberedKeys } from './remembered-keys.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    readonly access?: Access;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
}

export interface AuthenticateDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly people: readonly Person[];
}

/** Before the body is read: whoever may not ask is told nothing about what is read here. */
export const createAuthenticate = (deps: AuthenticateDeps) => {
  const failures = createFailures(deps.clock);
  const known = createKnownKeys();
  const remembered = createRememberedKeys();
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { access } = request.routeOptions.config;
    if (access === undefined) return undefined;
    const { authorization } = request.headers;
    const seconds = failures.waitSeconds(request.ip);
    if (seconds > 0 && !known.has(authorization)) return refuseForNow(seconds, reply);
    const caller = await findCaller(authorization, deps, remembered);
    if ('kind' in caller) {
      if (caller.status !== 401) return sendProblem(reply, caller);
      known.forget(authorization);
      failures.note(request.ip);
      return sendProblem(reply.header('www-authenticate', 'Bearer'), caller);
    }
    known.note(authorization);
    const why = whyNotAllowed(caller, access);
    if (why !== null) return sendProblem(reply, refuse(403, 'not_allowed', why));
    request.caller = caller;
    return undefined;
  };
};

/** Said without a question to the database, on which everybody else waits. */
const refuseForNow = (seconds: number, reply: FastifyReply): FastifyReply =>
  sendProblem(
    reply.header('retry-after', String(seconds)),
    refuse(429, 'too_many_failures', `too many keys were wrong from here: try again in ${seconds} s`),
  );

const mostKnown = 10_000;

/**
 * Keys that opened before, as their hashes: whoever shares an address with somebody who tries keys, behind a proxy, is not
 * kept waiting for it. What they open is asked of the database all the same, once a second.
 */
const createKnownKeys = () => {
  const known = new Set<string>();
  const hashOf = (authorization: string | undefined): string =>
    hashKey(givenIn(authorization)).toString('base64');
  return {
    has: (authorization: string | undefined): boolean => known.has(hashOf(authorization)),
    note: (authorization: string | undefined): void => {
      if (known.size >= mostKnown) known.clear();
      known.add(hashOf(authorization));
    },
    forget: (authorization: string | undefined): void => {
      known.delete(hashOf(authorization));
    },
  };
};

const givenIn = (authorization: string | undefined): string =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';

/** Who stands behind an `Authorization`, or why nobody does. `remembered` null: asked of the database each time. */
export const findCaller = async (
  authorization: string | undefined,
  deps: AuthenticateDeps,
  remembered: RememberedKeys | null = null,
): Promise<Caller | Problem> => {
  const given = givenIn(authorization);
  const id = keyIdOf(given);
  if (id === null) return wrongKey;
  const now = deps.clock.now();
  const recent = remembered?.find(id) ?? null;
  const key = recent ?? (await deps.db.read('desk', (tx) => findKey(tx, id)));
  if (key === null || !isSameHash(key.hash, hashKey(given))) return wrongKey;
  if (recent === null && key.revokedAt === null) {
    await noteDay(key, now, deps);
    remembered?.note(key);
  }
  return callerOf(key, deps.people, now);
};

const noteDay = async ({ id, lastUsedOn }: StoredKey, now: Date, { db }: AuthenticateDeps): Promise<void> => {
  const today = now.toISOString().slice(0, 10);
  if (lastUsedOn !== today) await db.transaction('desk', (tx) => noteUse(tx, id, today));
};

const callerOf = (
  { id, name, person: owner, scopes, expiresAt, revokedAt }: StoredKey,
  people: readonly Person[],
  now: Date,
): Caller | Problem => {
  if (revokedAt !== null) return wrongKey;
  if (expiresAt !== null && expiresAt <= now)
    return refuse(401, 'key_expired', `the key ${name} has expired: make a new one with "evenhand keys add"`);
  if (owner === null) return { keyId: id, actor: name, scopes, person: null };
  const person = people.find((one) => one.name === owner);
  return person === undefined
    ? refuse(
        403,
        'no_such_person',
        `${owner}, to whom this key belongs, is not one of the people in evenhand.yaml`,
      )
    : { keyId: id, actor: owner, scopes, person };
};

const wrongKey: Problem = refuse(
  401,
  'wrong_key',
  'send "Authorization: Bearer evh_…" with a key that is in force; "evenhand keys add NAME" makes one',
);

/** Guesses from one address, a minute. */
const failuresPerMinute = 30;
const mostAddresses = 10_000;

/** Slows down whoever tries keys: 256 random bits are not guessed, and guesses drown neither the log nor the database. */
const createFailures = (clock: Clock) => {
  const buckets = new Map<string, TokenBucket>();
  const drawn = (address: string, posts: number) =>
    draw(buckets.get(address), { perMinute: failuresPerMinute, posts, nowMs: clock.now().getTime() });
  return {
    waitSeconds: (address: string): number => (buckets.has(address) ? drawn(address, 1).waitSeconds : 0),
    note: (address: string): void => {
      if (buckets.size >= mostAddresses) buckets.clear();
      buckets.set(address, drawn(address, 1).bucket);
    },
  };
};
