import { readFile } from 'node:fs/promises';
import { IANAZone } from 'luxon';
import { parse } from 'yaml';
import { z } from 'zod';
import { didYouMean } from '../../lib/did-you-mean.ts';
import { cannotRead } from '../../lib/file-trouble.ts';
import { UserError } from '../../lib/user-error.ts';
import { audienceFields } from './audience.ts';
import type { TimeReading } from './parse-time.ts';

export const fileFields = [
  'text',
  'id',
  'author',
  'at',
  'thread',
  'parent',
  'url',
  'lang',
  'image',
  ...audienceFields,
  // Of mappings alone: what stands before the words, and the time of day where `at` is the day.
  'title',
  'time',
] as const;
export type FileField = (typeof fileFields)[number];

/** Our field to the column or key of the file, or to several: the first that holds something counts, none must be there. */
export type FieldNames = Readonly<Partial<Record<FileField, string | readonly string[]>>>;

/** How a file of somebody else's making is read. */
export interface FileMap {
  /** null: the file uses our names. */
  readonly fields: FieldNames | null;
  readonly time: TimeReading;
  /** CSV: one character; found at the file's beginning when absent. */
  readonly delimiter?: string;
  /** Character set; found at the file's beginning when absent. */
  readonly encoding?: string;
  /** Where the mapping was written, for sentences about it. */
  readonly writtenIn: string | null;
}

export const plainMap: FileMap = { fields: null, time: { zone: 'UTC' }, writtenIn: null };

/** A mapping given in the configuration; an empty one means our own names. */
export const mapOf = (fields: FieldNames): FileMap =>
  Object.keys(fields).length === 0 ? plainMap : { ...plainMap, fields };

/** Reads a mapping in YAML or JSON: `{ text: "Full Text", id: "Post ID", timezone: Europe/Berlin }`. */
export const loadFileMap = async (path: string): Promise<FileMap> => {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw cannotRead(`the mapping ${path}`, cause, 'check its name');
  });
  const { timezone, delimiter, encoding, at_format: format, ...fields } = check(path, parseYaml(path, text));
  return {
    fields: Object.fromEntries(Object.entries(fields).filter(([, column]) => column !== undefined)),
    time: { zone: timezone ?? 'UTC', ...(format === undefined ? {} : { format }) },
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
    writtenIn: path,
  };
};

const parseYaml = (path: string, text: string): unknown => {
  try {
    return parse(text);
  } catch (cause) {
    const problem = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new UserError(`the mapping ${path} is neither YAML nor JSON: ${problem}`, { cause });
  }
};

const columnHint = 'must be the name of a column, or a list of names';
const oneColumn = z.union([z.string().min(1), z.number().transform(String)], { error: columnHint });
const column = z.union([oneColumn, z.array(oneColumn).min(1)], { error: columnHint }).optional();
const textHint = 'must be the name of the column with the words of a post, or a list of names';

const schema = z.strictObject({
  ...(Object.fromEntries(fileFields.map((field) => [field, column])) as Record<FileField, typeof column>),
  text: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], { error: textHint }),
  timezone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), { error: 'must be a zone such as Europe/Berlin' })
    .optional(),
  delimiter: z
    .string()
    .transform((told) => (told === 'tab' || told === '\\t' ? '\t' : told))
    .refine((told) => /^[\t\x20-\x7e]$/.test(told) && told !== '"', {
      error: 'must be one character, or tab',
    })
    .optional(),
  encoding: z.string().optional(),
  at_format: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
});

const check = (path: string, written: unknown): z.infer<typeof schema> => {
  const parsed = schema.safeParse(written);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  if (issue?.code === 'unrecognized_keys')
    throw new UserError(
      `the mapping ${path} has the unknown key "${issue.keys[0]}"; it may hold ${Object.keys(schema.shape).join(', ')}${didYouMean(String(issue.keys[0]), Object.keys(schema.shape))}`,
    );
  const key = issue?.path.join('.') ?? '';
  throw new UserError(
    key === ''
      ? `the mapping ${path} must name our fields and your columns, for example text: "Full Text"`
      : `the mapping ${path}: "${key}" ${issue?.message}`,
  );
};
