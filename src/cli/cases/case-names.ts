import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { parseCaseId } from '../../domain/case-id.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';

/** Cases as they were typed, and a file that names more of them. */
export interface AskedCases {
  readonly ids?: readonly string[] | undefined;
  readonly file?: string | undefined;
}

/** As many as one command works through: a day of a large desk. */
const mostCases = 10_000;

/** Every case that was asked for, once, in the order of asking; throws a UserError before anything is done. */
export const namedCases = async (app: App, { ids = [], file }: AskedCases): Promise<readonly string[]> => {
  const named = [...new Set([...ids, ...(file === undefined ? [] : await idsOfFile(app, file))])];
  if (named.length === 0) throw new UserError('name a case, or a file of cases with --file');
  if (named.length > mostCases)
    throw new UserError(`that is ${named.length} cases: name at most ${mostCases} at once`);
  return named;
};

const idsOfFile = async (app: App, file: string): Promise<readonly string[]> => {
  const lines = (await contentOf(app, file)).split(/\r?\n/);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const id = parseCaseId(line);
    if (id === null)
      throw new UserError(`${file}, line ${index + 1}: a case is written 12, EH-12 or #12, one a line`);
    return [id];
  });
};

const contentOf = async (app: App, file: string): Promise<string> => {
  if (file === '-') return text(app.io.stdin);
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as { code?: string };
    throw new UserError(`the file ${file} cannot be read (${code ?? String(error)}): correct --file`);
  }
};
