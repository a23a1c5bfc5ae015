import { resolve } from 'node:path';
import { readKeptLabels } from '../../cases/label-list.store.ts';
import { type Exported, type LeftOut, leftOutReasons, toTrainingLine } from '../../cases/training-line.ts';
import type { Database } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import type { ActingOptions, SpokenOptions } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { writeWhole } from '../write-whole.ts';
import { sayLabel } from './label-texts.ts';

/** What was written and what was left out is told on stderr: a script may read the lines from the standard output. */
export const runExport = async (
  app: App,
  file: string,
  { language, as }: ActingOptions,
): Promise<undefined> => {
  readerWhoMay(app, as, 'export_labels');
  const exported = await app.withDatabase(readAll);
  const lines = exported.flatMap((one) => (one.kind === 'line' ? [`${JSON.stringify(one.line)}\n`] : []));
  const told = [
    write(app, { file, text: lines.join('') }, { count: lines.length, language }),
    ...leftOutReasons.flatMap((why) => {
      const left = countOf(exported, why);
      return left === 0 ? [] : [sayLabel(language, `leftOut.${why}`, { count: left })];
    }),
  ];
  app.io.err(`${told.join('\n')}\n`);
};

/** What is said of it. */
const write = (
  { io, env }: App,
  { file, text }: { readonly file: string; readonly text: string },
  { count, language }: SpokenOptions & { readonly count: number },
): string => {
  if (file === '-') {
    io.out(text);
    return sayLabel(language, 'exported', { count });
  }
  const path = resolve(env.cwd, file);
  writeWhole({ named: file, path, mode: 0o600 }, text);
  return sayLabel(language, 'written', { count, path });
};

const countOf = (exported: readonly Exported[], why: LeftOut): number =>
  exported.filter((one) => one.kind === 'left_out' && one.why === why).length;

/** As the blind role: what is sealed could not be read here, whatever is asked. */
const readAll = async (db: Database): Promise<readonly Exported[]> => {
  const found: Exported[] = [];
  for (let last = '0'; ; ) {
    const after = last;
    const slice = await db.transaction('desk', (tx) => readKeptLabels(tx, after, sliceSize));
    found.push(...slice.map(toTrainingLine));
    if (slice.length < sliceSize) return found;
    last = slice.at(-1)?.labelId ?? last;
  }
};

const sliceSize = 1_000;
