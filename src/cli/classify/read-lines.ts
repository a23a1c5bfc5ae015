import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import { cannotRead } from '../../lib/file-trouble.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Words } from './decided-words.ts';

const line = z.object({ text: z.string(), parent: z.string().nullish() });

/** The texts of a file, line by line; a line that is none is named. Empty lines are passed over. */
export const readWordLines = async function* (file: string, stdin: Readable): AsyncGenerator<Words> {
  const input = file === '-' ? stdin : createReadStream(file);
  const failed = new Promise<never>((_, reject) => input.once('error', reject));
  failed.catch(() => undefined);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })[Symbol.asyncIterator]();
  const name = file === '-' ? 'standard input' : file;
  for (let number = 1; ; number += 1) {
    const next = await Promise.race([lines.next(), failed]).catch((cause: unknown) => {
      throw cannotRead(name, cause, 'name a file with one JSON object a line');
    });
    if (next.done === true) return;
    const text = number === 1 ? next.value.replace(/^\uFEFF/, '') : next.value;
    if (text.trim() !== '') yield parseLine(text, `${name}:${number}`);
  }
};

const parseLine = (text: string, place: string): Words => {
  const parsed = line.safeParse(jsonOf(text, place));
  if (parsed.success) return { text: parsed.data.text, parent: parsed.data.parent ?? null };
  const [issue] = parsed.error.issues;
  throw new UserError(
    `${place}: ${issue?.path.join('.') || 'the line'}: ${issue?.message ?? 'is not as expected'}; write {"text": "…"}, with "parent" where it is a reply`,
  );
};

const jsonOf = (text: string, place: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new UserError(`${place}: is not JSON; write one object {"text": "…"} a line`, { cause });
  }
};
