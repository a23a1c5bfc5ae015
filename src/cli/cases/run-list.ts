import { type CaseScope, type ListedCase, listCases } from '../../cases/queue.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { Severity } from '../../domain/severity.ts';
import type { App } from '../app.ts';
import { jsonText, renderOptionsOf } from '../desk-options.ts';
import { teamAskedFor } from '../known-team.ts';
import { type ListPageOptions, nextCursor, readListPage } from '../list-page.ts';
import { caseReaderOf, clearancesOf, readerWhoMay } from '../permission.ts';
import { caseTable } from '../render/case-table.ts';
import { coloursOf } from '../render/render-options.ts';
import { caseJson } from './case-json.ts';
import { sayDesk } from './desk-texts.ts';
import { readForeseen, tellForeseen } from './tell-foreseen.ts';
import { withoutDispute } from './without-dispute.ts';

export interface ListOptions extends ListPageOptions {
  readonly severity?: Severity;
  readonly team?: string;
  readonly all?: boolean;
  readonly history?: boolean;
}

export const runList = async (app: App, options: ListOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const page = await readListPage(app, options, {
    read: async (tx, ask) =>
      listCases(tx, {
        ...ask,
        scope: scopeOf(options),
        severity: options.severity ?? null,
        now: app.clock.now(),
        reader: caseReaderOf(app, person),
        team: await teamAskedFor(tx, app, options.team),
      }),
    needs: 'read_cases',
    cursors: 'this list: take one from "evenhand cases list --json" with the same --all or --history',
  });
  const isCounsel = clearancesOf(person).includes('counsel');
  const cases = isCounsel ? page.cases : page.cases.map(withoutDispute);
  if (options.json === true) {
    const isForeseenLate = await readForeseen(app, cases);
    app.io.out(jsonText(cases.map((one) => ({ ...caseJson(one), isForeseenLate: isForeseenLate(one) }))));
  } else {
    show(app, { ...page, cases }, options);
    if (scopeOf(options) === 'queue')
      await tellForeseen(
        app,
        cases.map(({ brand }) => brand),
        options.language,
      );
  }
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
  for (const { id, swarm } of page.cases)
    if (swarm !== null)
      lines.push(
        sayDesk(options.language, 'list.swarm', { id: caseName(id), swarm: swarm.id, count: swarm.cases }),
      );
  const cursor = nextCursor(page.cases, page.hasMore);
  if (page.cases.length === 0 && scopeOf(options) === 'queue')
    lines.push(sayDesk(options.language, 'list.idle'));
  if (cursor !== null)
    lines.push('', coloursOf(render).dim(sayDesk(options.language, 'list.more', { cursor })));
  app.io.out(`${lines.join('\n')}\n`);
};
