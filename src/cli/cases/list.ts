import { type Command, Option } from 'commander';
import { caseName } from '../../cases/case-id.ts';
import { type CaseScope, type ListedCase, listCases } from '../../cases/queue.store.ts';
import type { Severity } from '../../domain/severity.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import type { Act } from '../command.ts';
import {
  addLanguage,
  jsonText,
  limitArgument,
  renderOptionsOf,
  type SpokenOptions,
  severityArgument,
} from '../desk-options.ts';
import { caseTable } from '../render/case-table.ts';
import { coloursOf } from '../render/render-options.ts';
import { caseJson } from './case-json.ts';
import { sayDesk } from './desk-texts.ts';

interface ListOptions extends SpokenOptions {
  readonly brand?: string;
  readonly severity?: Severity;
  readonly all?: boolean;
  readonly history?: boolean;
  readonly limit: number;
  readonly after?: string;
  readonly json?: boolean;
}

export const registerList = (cases: Command, act: Act): void => {
  addLanguage(
    cases
      .command('list')
      .description('the queue: who waits, in the order in which they are owed an answer')
      .option('--brand <name>', 'only this brand')
      .option('--severity <severity>', 'only low, medium, high or critical', severityArgument)
      .addOption(new Option('--all', 'every case, also answered and closed ones, the newest first'))
      .addOption(new Option('--history', 'only what was imported as past').conflicts('all'))
      .option('--limit <n>', 'rows of a page', limitArgument, 50)
      .option('--after <cursor>', 'the page after the row with this cursor')
      .option('--json', 'an array; each row carries the cursor of the page after it'),
  )
    .addHelpText(
      'after',
      `
Examples:
  evenhand cases list
  evenhand cases list --brand voltara --severity critical
  evenhand cases list --all --language de
  evenhand cases list --json | jq -r '.[] | [.id, .severity, .dueAt] | @tsv'
  evenhand cases list --limit 50 --after "$(evenhand cases list --limit 50 --json | jq -r '.[-1].cursor')"`,
    )
    .action((options: ListOptions) => act((app) => list(app, options)));
};

const list = async (app: App, options: ListOptions): Promise<undefined> => {
  const page = await app.withDatabase((db) =>
    db.transaction('desk', (tx) =>
      listCases(tx, {
        scope: scopeOf(options),
        brand: options.brand ?? null,
        severity: options.severity ?? null,
        limit: options.limit,
        after: options.after ?? null,
      }),
    ),
  );
  if (page === null)
    throw new UserError(
      `--after "${options.after}" is no cursor of this list: take one from "evenhand cases list --json" with the same --all or --history`,
    );
  if (options.json === true) app.io.out(jsonText(page.cases.map(caseJson)));
  else show(app, page, options);
};

const scopeOf = ({ all, history }: ListOptions): CaseScope => {
  if (history === true) return 'history';
  return all === true ? 'all' : 'queue';
};

const show = (
  app: App,
  page: { readonly cases: readonly ListedCase[]; readonly hasMore: boolean },
  options: ListOptions,
): void => {
  const render = renderOptionsOf(app, options);
  const rows = page.cases.map((row) => ({ ...row, id: caseName(row.id), waitingSince: row.clockStart }));
  const lines = [caseTable(rows, render)];
  const last = page.cases.at(-1);
  if (last === undefined && scopeOf(options) === 'queue') lines.push(sayDesk(options.language, 'list.idle'));
  if (last !== undefined && page.hasMore)
    lines.push('', coloursOf(render).dim(sayDesk(options.language, 'list.more', { cursor: last.cursor })));
  app.io.out(`${lines.join('\n')}\n`);
};
