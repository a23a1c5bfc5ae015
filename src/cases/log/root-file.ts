import { z } from 'zod';
import { caseName, parseCaseId } from '../../domain/case-id.ts';
import type { Head } from './chain.ts';
import type { LogRoot } from './root.store.ts';

/** What leaves the database each day: the root, and the head of each case that it covers anew, a line each. */
export interface RootFile {
  readonly day: string;
  readonly root: string;
  readonly previous: string;
  readonly upTo: string;
  readonly heads: readonly Head[];
}

/** Its first line, and then the heads in any portions. */
export const rootLine = (root: LogRoot): string =>
  lineOf({ day: root.day, root: root.root, previous: root.previous, upTo: root.upTo, cases: root.cases });

export const headLines = (heads: readonly Head[]): string =>
  heads.map(({ caseId, seq, hash }) => lineOf({ case: caseName(caseId), seq, hash })).join('');

const lineOf = (fields: object): string => `${JSON.stringify(fields)}\n`;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const first = z.strictObject({
  day: z.iso.date(),
  root: hex,
  previous: z.union([hex, z.literal('')]),
  upTo: z.string().regex(/^\d{1,18}$/),
  cases: z.int().min(0),
});
const head = z.strictObject({
  case: z.string().transform((text, context) => {
    const id = parseCaseId(text);
    if (id === null) context.addIssue('not a case');
    return id ?? '';
  }),
  seq: z.int().min(1),
  hash: hex,
});

/** The number of the first line that is not one of ours, or null where the file breaks off. */
export type RootFileFault = { readonly line: number };

export const parseRootFile = (text: string): RootFile | RootFileFault => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const root = first.safeParse(jsonOf(lines[0] ?? ''));
  if (!root.success) return { line: 1 };
  const heads: Head[] = [];
  for (const [index, line] of lines.slice(1).entries()) {
    const parsed = head.safeParse(jsonOf(line));
    if (!parsed.success) return { line: index + 2 };
    heads.push({ caseId: parsed.data.case, seq: parsed.data.seq, hash: parsed.data.hash });
  }
  if (heads.length !== root.data.cases) return { line: lines.length + 1 };
  const { cases: _, ...fields } = root.data;
  return { ...fields, heads };
};

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
