import { absentText } from './absent-names.ts';
import { audienceFields } from './audience.ts';
import { type FieldNames, type FileMap, fileFields } from './file-map.ts';
import { type FileLine, maxLineBytes } from './lines.ts';
import { joinValues, namesFor, valueAt } from './mapped-values.ts';
import type { PageBuilder } from './page.ts';
import { toEvent } from './to-event.ts';
import { type LineContext, toMention } from './to-mention.ts';

/** Takes lines in our format, or in one that a mapping leads to it. */
export const createLineReader = (page: PageBuilder, { map, hash }: { map: FileMap; hash: string }) => {
  const context: LineContext = { hash, time: map.time, ignore: page.ignore };
  const eventOf = map.fields === null ? toEvent : mappedReader(map.fields, map.writtenIn);
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

/** The file's own keys by a mapping; keys of the audience are single numbers then. */
const mappedReader = (fields: FieldNames, writtenIn: string | null): typeof toEvent => {
  const names = fileFields.map((field) => [field, namesFor(fields, field)] as const);
  const wanted = new Set(names.flatMap(([, all]) => all.flatMap((name) => [name, name.split('.', 1)[0]])));
  return (value, line, context) => {
    for (const key in value) if (!wanted.has(key)) context.ignore(key);
    const found = Object.fromEntries(names.map(([field, all]) => [field, firstOf(value, all)]));
    const audience = Object.fromEntries(audienceFields.map((field) => [field, found[field] ?? null]));
    const values = joinValues({ ...found, audience });
    if (values.text === undefined && holdsNone(value, namesFor(fields, 'text')))
      return absentText([{ field: 'text', wanted: namesFor(fields, 'text') }], {
        writtenIn: writtenIn ?? 'the mapping',
        holds: 'key',
        found: Object.keys(value),
      });
    return toMention(values, line, context);
  };
};

/** One that is there and empty is another trouble than one that is spelt otherwise. */
const holdsNone = (value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean =>
  names.every((name) => valueAt(value, name) === undefined);

const firstOf = (value: Readonly<Record<string, unknown>>, names: readonly string[]): unknown => {
  for (const name of names) {
    const found = valueAt(value, name);
    if (found !== undefined && found !== null && found !== '') return found;
  }
  return undefined;
};
