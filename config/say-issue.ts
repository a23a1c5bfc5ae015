import type { z } from 'zod';
import { didYouMean } from '../src/lib/did-you-mean.ts';
import { createJsonSchema, keysAt } from './json-schema.ts';
import { secretKeys } from './secret-keys.ts';

export interface PlacedMessage {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** One sentence for each thing that zod found, which says what to do. */
export const sayIssue = (issue: z.core.$ZodIssue, written: unknown): readonly PlacedMessage[] => {
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(createJsonSchema(), issue.path, (path) => valueAt(written, path));
    return issue.keys.map((key) => ({ path: [...issue.path, key], message: unknownKey(key, known) }));
  }
  const value = valueAt(written, issue.path);
  const message = value === undefined ? missing(issue) : messageOf(issue, value);
  return [{ path: issue.path, message }];
};

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );

const unknownKey = (key: string, known: readonly string[]): string =>
  `is not a key that is known here${didYouMean(key, known) || `; known are ${known.join(', ')}`}`;

/** A secret that is added where it is missed would be refused there. */
const missing = ({ path, ...issue }: z.core.$ZodIssue): string => {
  const [room = '', name = ''] = path.map(String);
  const key = room === 'guard' ? name : String(path[2] ?? '');
  const secrets = [...secretKeys, 'webhook_secret'];
  if (['sources', 'channels', 'sinks', 'guard'].includes(room) && secrets.includes(key)) {
    const variable = `${room === 'guard' ? room : name}_${key}`.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
    return `is missing; put it into .env as ${variable}=… and write ${key}: \${${variable}} here`;
  }
  const { options } = issue as { readonly options?: readonly unknown[] };
  return issue.code === 'invalid_union' && options !== undefined
    ? `is missing; write one of ${options.join(', ')}`
    : 'is missing; add it';
};

const messageOf = (issue: z.core.$ZodIssue, value: unknown): string => {
  if (value === null) return 'is empty; write a value or remove the line';
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, value);
    case 'invalid_value':
      return `must be one of ${issue.values.join(', ')}${didYouMean(String(value), issue.values.map(String))}`;
    case 'invalid_union':
      return unionMessage(issue, value);
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message;
    case 'too_small':
      return Array.isArray(value) ? 'is an empty list; name at least one or remove it' : issue.message;
    default:
      return issue.message;
  }
};

const wrongType = (expected: string, value: unknown): string => {
  if (expected === 'string' && typeof value !== 'object') return 'must be text; put it in quotes';
  const wanted = wantedTypes[expected] ?? expected;
  return `must be ${wanted}${Array.isArray(value) ? ', not a list' : ''}`;
};

const wantedTypes: Readonly<Record<string, string>> = {
  string: 'text',
  array: 'a list, for example [one, two]',
  object: 'a map of keys and values',
  record: 'a map of names, each with its own keys',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

/** `kind` picks the member of a union; other unions bring their own sentence. */
const unionMessage = (issue: z.core.$ZodIssueInvalidUnion, value: unknown): string => {
  const options = (issue as { readonly options?: readonly unknown[] }).options;
  if (options === undefined) return issue.message;
  if (typeof value === 'object') return `needs a kind: one of ${options.join(', ')}`;
  return `must be one of ${options.join(', ')}${didYouMean(String(value), options.map(String))}`;
};
