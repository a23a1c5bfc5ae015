import { caseName } from '../../domain/case-id.ts';
import { type KeptRun, readErasureRuns } from '../../ingest/erasure-run.store.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { sayErasures } from './texts.ts';

export interface ErasuresOptions extends ActingOptions {
  readonly limit?: number;
  readonly json?: boolean;
}

/** `id`: this one, with its messages; null: the list. */
export const runErasures = async (
  app: App,
  id: string | null,
  options: ErasuresOptions,
): Promise<undefined> => {
  readerWhoMay(app, options.as, 'erase');
  const runs = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => readErasureRuns(tx, { id, limit: options.limit ?? 1 })),
  );
  if (id !== null && runs.length === 0)
    throw new UserError(`there is no erasure ${id}: "evenhand erasures list" shows the numbers`);
  if (options.json === true)
    app.io.out(jsonText(runs.map((run) => ({ ...run, cases: run.cases.map(caseName) }))));
  else app.io.out(`${told(runs, id !== null, options.language)}\n`);
};

const told = (runs: readonly KeptRun[], isWhole: boolean, language: CatalogueLanguage): string => {
  if (runs.length === 0) return sayErasures(language, 'none');
  return runs.flatMap((run) => [row(run, language), ...(isWhole ? messages(run, language) : [])]).join('\n');
};

const row = ({ id, at, posts, cases, notRecalled }: KeptRun, language: CatalogueLanguage): string =>
  sayErasures(language, 'row', {
    id,
    at: at.toISOString(),
    posts: sayErasures(language, 'posts', { count: posts }),
    cases: sayErasures(language, 'cases', { count: cases.length }),
    messages: sayErasures(language, 'messages', { count: notRecalled.length }),
  });

const messages = ({ doneBy, notRecalled }: KeptRun, language: CatalogueLanguage): readonly string[] => [
  doneBy === null ? sayErasures(language, 'again') : sayErasures(language, 'doneBy', { name: doneBy }),
  ...(notRecalled.length === 0 ? [sayErasures(language, 'recalled')] : []),
  ...notRecalled.map(
    ({ channel, id, at, certainty }) =>
      `  ${channel}  ${at ?? ''}  ${sayErasures(language, certainty)}  ${id}`,
  ),
];
