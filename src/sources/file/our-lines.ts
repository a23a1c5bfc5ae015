import { audienceFields } from './audience.ts';
import type { FileMap } from './file-map.ts';
import { type FileLine, maxLineBytes } from './lines.ts';
import type { PageBuilder } from './page.ts';
import { type LineContext, type LineValues, toMention } from './to-mention.ts';

/** Takes lines in our format, or in one that a mapping leads to it. */
export const createLineReader = (page: PageBuilder, { map, hash }: { map: FileMap; hash: string }) => {
  const context: LineContext = { hash, time: map.time, ignore: page.ignore };
  const valuesOf = map.fields === null ? readOurKeys : mappedReader(map.fields);
  return ({ bytes, line }: FileLine): void => {
    if (bytes === null) {
      page.add(`is longer than ${maxLineBytes / 1_048_576} MB`, line, 0);
      return;
    }
    const told = bytes.toString('utf8');
    const value = parseObject(told);
    if (value === 'blank') return;
    if (typeof value === 'string') page.add(value, line, bytes.length);
    else page.add(toMention(valuesOf(value, page.ignore), line, context), line, bytes.length);
  };
};

const parseObject = (told: string): Record<string, unknown> | string => {
  if (told.trim() === '') return 'blank';
  try {
    const value: unknown = JSON.parse(told);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not a JSON object';
    return value as Record<string, unknown>;
  } catch {
    return 'is not JSON';
  }
};

type ReadValues = (value: Readonly<Record<string, unknown>>, ignore: (key: string) => void) => LineValues;

const ourKeys = new Set(['text', 'id', 'author', 'at', 'thread', 'parent', 'url', 'lang', 'audience']);

const readOurKeys: ReadValues = (value, ignore) => {
  for (const key in value) if (!ourKeys.has(key)) ignore(key);
  return value;
};

/** The file's own keys by a mapping; keys of the audience are single numbers then. */
const mappedReader = (fields: NonNullable<FileMap['fields']>): ReadValues => {
  const wanted = new Set(Object.values(fields));
  return (value, ignore) => {
    for (const key in value) if (!wanted.has(key)) ignore(key);
    const at = (key: string | undefined): unknown =>
      key !== undefined && Object.hasOwn(value, key) ? value[key] : undefined;
    return {
      text: at(fields.text),
      id: at(fields.id),
      author: at(fields.author),
      at: at(fields.at),
      thread: at(fields.thread),
      parent: at(fields.parent),
      url: at(fields.url),
      lang: at(fields.lang),
      audience: Object.fromEntries(audienceFields.map((field) => [field, at(fields[field]) ?? null])),
    };
  };
};
