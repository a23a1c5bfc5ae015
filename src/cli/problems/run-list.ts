import type { ProblemId, ProblemState } from '../../domain/problem.ts';
import { problemName } from '../../domain/problem-id.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import { readProblemFile } from '../../problems/problem-file.store.ts';
import { listProblems } from '../../problems/problem-list.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { brandOfReader, caseReaderOf, keepToBrand, readerWhoMay } from '../permission.ts';
import { problemJson, problemRowJson } from './problem-json.ts';
import { sayProblem } from './problem-texts.ts';
import { problemTable, problemView } from './problem-view.ts';

export interface ListOptions extends ActingOptions {
  readonly brand?: string;
  readonly state?: ProblemState;
  readonly all?: boolean;
  readonly limit: number;
  readonly after?: ProblemId;
  readonly json?: boolean;
}

export interface ShowOptions extends ActingOptions {
  readonly json?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const { state = null, all = false, limit, after = null, language } = options;
  const rows = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandAskedFor(tx, app, brandOfReader(person, options.brand));
      const reader = caseReaderOf(app, person);
      return listProblems(tx, { brand, reader, state, all, limit: limit + 1, after });
    }),
  );
  const page = rows.slice(0, limit);
  if (options.json === true) {
    app.io.out(jsonText(page.map(problemRowJson)));
    return;
  }
  const last = page.at(-1);
  const more =
    rows.length > limit && last !== undefined
      ? [sayProblem(language, 'more', { id: problemName(last.id) })]
      : [];
  app.io.out(`${[problemTable(page, renderOptionsOf(app, options)), ...more].join('\n\n')}\n`);
};

export const runShow = async (app: App, id: ProblemId, options: ShowOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const file = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => readProblemFile(tx, id, caseReaderOf(app, person))),
  );
  if (file === null) throw unknownProblem(id, options.language);
  keepToBrand(person, file.brand);
  app.io.out(
    options.json === true
      ? jsonText(problemJson(file))
      : `${problemView(file, renderOptionsOf(app, options))}\n`,
  );
};

export const unknownProblem = (id: ProblemId, language: CatalogueLanguage): UserError =>
  new UserError(sayProblem(language, 'no_problem', { id: problemName(id) }));
