import type { PlacedMessage } from './say-issue.ts';
import { secretKeys } from './secret-keys.ts';

export interface Filled {
  readonly value: unknown;
  readonly problems: readonly PlacedMessage[];
}

type Lookup = (name: string) => string | undefined;
type Path = readonly PropertyKey[];

/** Puts the environment's values in place of `${NAME}` in sources, channels, sinks and the guard: secrets stand nowhere in the file. */
export const fillVariables = (written: unknown, lookup: Lookup): Filled => {
  const problems: PlacedMessage[] = [];
  const fill = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string' && isPlace(path)) return fillText(value, path, lookup, problems);
    if (Array.isArray(value)) return value.map((item, index) => fill(item, [...path, index]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [key, fill(below, [...path, key])]),
    );
  };
  problems.push(...findWrittenSecrets(written), ...findMissingTokens(written, lookup));
  return { value: fill(written, []), problems };
};

const isPlace = ([room]: Path): boolean => room === 'guard' || rooms.includes(String(room));

/** Where `${NAME}` is put in and secrets stand, by name. */
const rooms = ['sources', 'channels', 'sinks'];

const reference = /\$\{([^}]*)\}/g;

const fillText = (text: string, path: Path, lookup: Lookup, problems: PlacedMessage[]): string =>
  text.replace(reference, (whole, name: string) => {
    const value = /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? lookup(name) : undefined;
    if (value !== undefined) return value;
    problems.push({ path, message: `${name} is not set; put it into the environment or into .env` });
    return whole;
  });

const secretKeysOf = (room: string): readonly string[] =>
  room === 'sinks' ? [...secretKeys, 'webhook_secret'] : secretKeys;

/** Whoever holds the address of a webhook of Slack or Teams can post, so it is a secret like the signing key of a webhook. */
const secretAddresses = new Set<unknown>(['slack', 'teams']);

function* findWrittenSecrets(written: unknown): Generator<PlacedMessage> {
  for (const room of rooms)
    for (const [name, place] of entriesOf(roomOf(written, room))) {
      const values = new Map(entriesOf(place));
      for (const key of secretAddresses.has(values.get('kind')) ? ['url'] : secretKeysOf(room)) {
        const value = values.get(key);
        if (typeof value !== 'string' || /^\$\{[^}]*\}$/.test(value)) continue;
        yield { path: [room, name, key], message: writtenSecret };
      }
    }
  for (const [key, value] of entriesOf(roomOf(written, 'guard')))
    if (secretKeys.includes(key) && typeof value === 'string' && !/^\$\{[^}]*\}$/.test(value))
      yield { path: ['guard', key], message: writtenSecret };
}

const writtenSecret = `is a secret and may not stand in the file; put it into .env under a name and write $\{NAME} here`;

/** The token of X is read from the environment alone, so it is looked for beside what the file refers to. */
function* findMissingTokens(written: unknown, lookup: Lookup): Generator<PlacedMessage> {
  if (lookup('X_BEARER_TOKEN') !== undefined) return;
  for (const [name, source] of entriesOf(roomOf(written, 'sources')))
    if (new Map(entriesOf(source)).get('kind') === 'x')
      yield {
        path: ['sources', name],
        message: 'needs X_BEARER_TOKEN; put it into the environment or into .env',
      };
}

const roomOf = (written: unknown, room: string): unknown =>
  entriesOf(written).find(([key]) => key === room)?.[1];

const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];
