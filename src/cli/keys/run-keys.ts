import type { Scope } from '../../domain/api-scope.ts';
import { addKey, listKeys, revokeKey, type StoredKey } from '../../http/api/keys/key.store.ts';
import { makeKey } from '../../http/api/keys/key.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { type ActingOptions, actorOf, jsonText, type SpokenOptions } from '../desk-options.ts';
import { actorWhoMay, readerWhoMay } from '../permission.ts';
import { columns } from '../render/columns.ts';
import { relativeTime } from '../render/relative-time.ts';
import { sayKeys } from './texts.ts';

export interface AddOptions extends ActingOptions {
  readonly scopes: readonly Scope[];
  readonly asPerson?: string;
  /** Milliseconds. */
  readonly expires?: number;
  readonly as?: string;
  readonly json?: boolean;
}

export interface RevokeOptions extends ActingOptions {
  readonly as?: string;
  readonly json?: boolean;
}

export interface ListOptions extends ActingOptions {
  readonly json?: boolean;
}

export const runAdd = async (app: App, called: string, options: AddOptions): Promise<undefined> => {
  const by = actorWhoMay(app, options.as, 'manage_keys');
  const name = nameOf(app, called);
  const person = personOf(app, options.asPerson);
  const now = app.clock.now();
  const { id, key, hash } = makeKey();
  const expiresAt = options.expires === undefined ? null : new Date(now.getTime() + options.expires);
  const stored = { id, name, person, scopes: options.scopes, createdAt: now, createdBy: by, expiresAt };
  const isAdded = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => addKey(tx, { ...stored, hash })),
  );
  if (!isAdded)
    throw new UserError(
      `there is a key "${name}" already: give this one another name, or end that one with "evenhand keys revoke ${name}"`,
    );
  if (options.json === true) app.io.out(jsonText({ ...stored, key }));
  else {
    app.io.out(`${key}\n`);
    app.io.err(`${sayKeys(options.language, 'once', { name })}\n`);
  }
};

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  readerWhoMay(app, options.as, 'manage_keys');
  const { language, json } = options;
  const keys = await app.withDatabase((db) => db.transaction('desk', listKeys));
  if (json === true) app.io.out(jsonText(keys));
  else if (keys.length === 0) app.io.out(`${sayKeys(language, 'none')}\n`);
  else app.io.out(`${columns(keys.map((key) => rowOf(key, app, language)))}\n`);
};

export const runRevoke = async (app: App, called: string, options: RevokeOptions): Promise<undefined> => {
  const by = actorWhoMay(app, options.as, 'manage_keys');
  const ended = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => revokeKey(tx, called, { by, now: app.clock.now() })),
  );
  if (ended === null)
    throw new UserError(`no key in force is called "${called}": "evenhand keys list" shows them`);
  app.io.out(
    options.json === true
      ? jsonText(ended)
      : `${sayKeys(options.language, 'revoked', { name: ended.name })}\n`,
  );
};

const rowOf = (key: StoredKey, { clock }: App, language: SpokenOptions['language']): string[] => [
  key.id,
  key.name,
  key.person ?? '',
  key.scopes.join(' '),
  stateOf(key, clock.now(), language),
  key.lastUsedOn === null ? sayKeys(language, 'unused') : sayKeys(language, 'used', { day: key.lastUsedOn }),
];

const stateOf = (
  { revokedAt, expiresAt }: StoredKey,
  now: Date,
  language: SpokenOptions['language'],
): string => {
  if (revokedAt !== null) return sayKeys(language, 'ended', { time: relativeTime(revokedAt, now, language) });
  if (expiresAt === null) return sayKeys(language, 'open');
  const time = relativeTime(expiresAt, now, language);
  return sayKeys(language, expiresAt <= now ? 'expired' : 'expires', { time });
};

/** A program that is called like a person would do things in the person's name. */
const nameOf = (app: App, called: string): string => {
  if (!/^[a-z0-9][a-z0-9_.-]{0,39}$/.test(called))
    throw new UserError(
      `"${called}" is no name for a key: write up to 40 of a-z, 0-9, ".", "_" and "-", as in helpdesk`,
    );
  if (app.config().config.people.some(({ name }) => name === called))
    throw new UserError(
      `"${called}" is one of the people: call the key something else, as in ${called}-phone, and say --as-person ${called}`,
    );
  return actorOf(called);
};

const personOf = (app: App, named: string | undefined): string | null => {
  if (named === undefined) return null;
  if (app.config().config.people.some(({ name }) => name === named)) return named;
  throw new UserError(
    `--as-person "${named}" is not one of the people in evenhand.yaml: add them there first`,
  );
};
