import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { cannotRead } from '../../lib/file-trouble.ts';
import type { Words } from './decided-words.ts';
import { sayClassify } from './texts.ts';

/** A line of a file: its words, or where it stands and why it has none. */
export type WordLine =
  | { readonly kind: 'words'; readonly words: Words }
  | { readonly kind: 'broken'; readonly place: string; readonly reason: string };

export interface WordFile {
  /** `-`: standard input. */
  readonly file: string;
  readonly stdin: Readable;
  readonly language: CatalogueLanguage;
}

/** The texts of a file, line by line; empty lines are passed over. Throws a UserError for a file that cannot be read. */
export const readWordLines = async function* ({ file, stdin, language }: WordFile): AsyncGenerator<WordLine> {
  const input = file === '-' ? stdin : createReadStream(file);
  const failed = new Promise<never>((_, reject) => input.once('error', reject));
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  const name = file === '-' ? sayClassify(language, 'standardInput') : file;
  for (let number = 1; ; number += 1) {
    const next = await Promise.race([lines.next(), failed]).catch((cause: unknown) => {
      throw cannotRead(name, cause, 'name a file with one JSON object a line');
    });
    if (next.done === true) return;
    const text = number === 1 ? next.value.replace(/^\uFEFF/, '') : next.value;
    if (text.trim() === '') continue;
    const words = wordsIn(text);
    yield typeof words === 'string'
      ? { kind: 'broken', place: `${name}:${number}`, reason: sayClassify(language, words) }
      : { kind: 'words', words };
  }
};

/** The words, or why there are none, as a key of the texts. */
const wordsIn = (line: string): Words | Parameters<typeof sayClassify>[1] => {
  const value = parsed(line);
  if (value === undefined) return 'notJson';
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'notAnObject';
  const { text, parent = null } = value as { readonly text?: unknown; readonly parent?: unknown };
  if (text === undefined || text === null) return 'noText';
  if (typeof text !== 'string') return 'textIsNoString';
  if (parent !== null && typeof parent !== 'string') return 'parentIsNoString';
  return { text, parent };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
