import { audienceFields } from './audience.ts';
import type { FileMap } from './file-map.ts';
import { type FileLine, maxLineBytes } from './lines.ts';
import type { PageBuilder } from './page.ts';
import { toEvent } from './to-event.ts';
import { type LineContext, type LineValues, toMention } from './to-mention.ts';

/** Takes lines in our format, or in one that a mapping leads to it. */
export const createLineReader = (page: PageBuilder, { map, hash }: { map: FileMap; hash: string }) => {
  const context: LineContext = { hash, time: map.time, ignore: page.ignore };
  const eventOf = map.fields === null ? toEvent : mappedReader(map.fields);
  return ({ bytes, line }: FileLine): void => {
    if (bytes === null) {
      page.add(`is longer than ${maxLineBytes / 1_048_576} MB`, line, 0);
      return;
    }
    const told = bytes.toString('utf8');
    const value = parseObject(told);
    if (value === 'blank') return;
    if (typeof value === 'string') page.add(value, line, bytes.length);
    else page.add(eventOf(value, line, context), line, bytes.length);
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

type ReadEvent = typeof toEvent;

/** The file's own keys by a mapping; keys of the audience are single numbers then. */
const mappedReader = (fields: NonNullable<FileMap['fields']>): ReadEvent => {
  const wanted = new Set(Object.values(fields));
  return (value, line, context) => {
    for (const key in value) if (!wanted.has(key)) context.ignore(key);
    const at = (key: string | undefined): unknown =>
      key !== undefined && Object.hasOwn(value, key) ? value[key] : undefined;
    const values: LineValues = {
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
    return toMention(values, line, context);
  };
};
