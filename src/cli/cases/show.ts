import type { Command } from 'commander';
import { type CaseFile, readCaseFile } from '../../cases/case-file.store.ts';
import { caseName } from '../../cases/case-id.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import type { Act } from '../command.ts';
import {
  addLanguage,
  caseIdArgument,
  jsonText,
  renderOptionsOf,
  type SpokenOptions,
} from '../desk-options.ts';
import { caseFileJson } from './case-json.ts';
import { caseFileView } from './case-view.ts';
import { sayDesk } from './desk-texts.ts';

interface ShowOptions extends SpokenOptions {
  readonly onCall?: boolean;
  readonly json?: boolean;
}

export const registerShow = (cases: Command, act: Act): void => {
  addLanguage(
    cases
      .command('show')
      .description('one case: words, reasons, clocks, what happened, and what can be done')
      .argument('<id>', '12, EH-12 or #12', caseIdArgument)
      .option('--on-call', 'you are on call: also show the words of somebody who may be in danger')
      .option('--json', 'one object'),
  )
    .addHelpText(
      'after',
      `
Examples:
  evenhand cases show EH-12
  evenhand cases show 12 --json | jq .activities
  evenhand cases show 12 --language de`,
    )
    .action((id: string, options: ShowOptions) => act((app) => show(app, id, options)));
};

const show = async (app: App, id: string, options: ShowOptions): Promise<undefined> => {
  const file = await app.withDatabase((db) => db.transaction('desk', (tx) => readCaseFile(tx, id)));
  if (file === null) throw unknownCase(id, options.language);
  const isHidden = isForOthers(file, options);
  app.io.out(
    options.json === true
      ? jsonText(caseFileJson(file, isHidden))
      : `${caseFileView(file, isHidden, renderOptionsOf(app, options))}\n`,
  );
};

/** Danger is confidential by default (DESIGN.md 4): its words are for the people on call, who say that they are. */
const isForOthers = ({ row }: CaseFile, { onCall }: ShowOptions): boolean =>
  row.danger !== null && onCall !== true;

export const unknownCase = (id: string, language: CatalogueLanguage): UserError =>
  new UserError(sayDesk(language, 'unknown', { id: caseName(id) }));
