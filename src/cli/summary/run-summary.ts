import { readSummaryRows } from '../../cases/summary.store.ts';
import { composeSummary, type SummaryModel } from '../../cases/summary.ts';
import { summaryMarkdown } from '../../cases/summary-markdown.ts';
import { caseName } from '../../domain/case-id.ts';
import { readSourceHealth } from '../../ingest/health.store.ts';
import type { App } from '../app.ts';
import { tellForeseen } from '../cases/tell-foreseen.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { caseReaderOf, readerWhoMay } from '../permission.ts';
import { renderSummary } from '../render/summary-view.ts';

export interface SummaryOptions extends ActingOptions {
  readonly since: number;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

export const runSummary = async (app: App, options: SummaryOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const now = app.clock.now();
  const from = new Date(now.getTime() - options.since);
  const model = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const reader = caseReaderOf(app, person);
      const rows = await readSummaryRows(tx, { from, now, brands: person?.brands ?? null, reader });
      const sources = (await readSourceHealth(tx)).map(
        ({ source, lastOkAt, freshnessTargetMs, lastError, disabledAt, silentSince }) => ({
          source,
          lastReadAt: lastOkAt,
          freshnessTargetMs,
          lastError,
          disabledAt,
          silentSince,
        }),
      );
      return withNames(composeSummary({ ...rows, sources }, now));
    }),
  );
  app.io.out(spoken(model, options, app));
  if (options.json !== true)
    await tellForeseen(
      app,
      model.brands.map(({ brand }) => brand),
      options.language,
    );
};

const withNames = (model: SummaryModel): SummaryModel => ({
  ...model,
  oldest: model.oldest.map((row) => ({ ...row, caseId: caseName(row.caseId) })),
});

const spoken = (model: SummaryModel, options: SummaryOptions, app: App): string => {
  if (options.json === true) return jsonText(model);
  if (options.markdown === true) return summaryMarkdown(model, options.language);
  return `${renderSummary(model, renderOptionsOf(app, options))}\n`;
};
