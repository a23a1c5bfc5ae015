import { type CaseScope, type ListedCase, listCases } from '../../cases/queue.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Severity } from '../../domain/severity.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf, type SpokenOptions } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { caseTable } from '../render/case-table.ts';
import { coloursOf } from '../render/render-options.ts';
import { caseJson } from './case-json.ts';
import { sayDesk } from './desk-texts.ts';

export interface ListOptions extends SpokenOptions {
  readonly brand?: string;
  readonly severity?: Severity;
  readonly all?: boolean;
  readonly history?: boolean;
  readonly limit: number;
  readonly after?: string;
  readonly json?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const page = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) =>
      listCases(tx, {
        scope: scopeOf(options),
        brand: await brandAskedFor(tx, app, options.brand),
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

/** History is listed whatever its status, so that `--history --all` says the same twice. */
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
