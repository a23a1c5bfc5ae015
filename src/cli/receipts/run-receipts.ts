import { readWorkDays } from '../../cases/lease/receipts.store.ts';
import { reportWork, smallestGroup, type WorkFigures, type WorkReport } from '../../cases/lease/receipts.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { readerWhoMay } from '../permission.ts';
import { sayReceipts } from './receipts-texts.ts';

export interface ReceiptsOptions extends ActingOptions {
  /** Milliseconds. */
  readonly since: number;
  readonly json?: boolean;
}

export const runReceipts = async (app: App, options: ReceiptsOptions): Promise<undefined> => {
  readerWhoMay(app, options.as, 'read_work_reports');
  const until = app.clock.now();
  const since = new Date(until.getTime() - options.since);
  const days = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => readWorkDays(tx, { since, until, key: await readInstanceKey(tx) })),
  );
  const report = reportWork(days);
  app.io.out(
    options.json === true
      ? jsonText({ since, until, ...report })
      : `${reportLines(report, options.language).join('\n')}\n`,
  );
};

const reportLines = (report: WorkReport, language: CatalogueLanguage): readonly string[] => {
  if (report.kind === 'too_few') return [sayReceipts(language, 'tooFew', { count: smallestGroup })];
  const figures = (told: WorkFigures): string => sayReceipts(language, 'figures', { ...told });
  return [
    figures(report.whole),
    ...Object.entries(report.byReason).map(([reason, count]) => `  ${reason}  ${count}`),
    ...report.days.map(({ day, ...told }) => `${day}  ${figures(told)}`),
    ...(report.rest === null
      ? []
      : [`${sayReceipts(language, 'rest', { count: report.restDays })}  ${figures(report.rest)}`]),
  ];
};
