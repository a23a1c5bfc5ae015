import { InvalidArgumentError } from 'commander';
import { caseName } from '../cases/case-id.ts';
import { readSummaryRows } from '../cases/summary.store.ts';
import { composeSummary, type SummaryModel } from '../cases/summary.ts';
import { summaryMarkdown } from '../cases/summary-markdown.ts';
import { readSourceHealth } from '../ingest/health.store.ts';
import type { App } from './app.ts';
import type { RegisterCommand } from './command.ts';
import { addLanguage, jsonText, renderOptionsOf, type SpokenOptions } from './desk-options.ts';
import { renderSummary } from './render/summary-view.ts';

interface SummaryOptions extends SpokenOptions {
  readonly since: number;
  readonly markdown?: boolean;
  readonly json?: boolean;
}

export const registerSummary: RegisterCommand = (program, act) => {
  addLanguage(
    program
      .command('summary')
      .description('for support leads: new, waiting, late, oldest, unsure, not processed, sources; no reach')
      .option(
        '--since <time>',
        'the period in which new cases count: 90m, 24h, 7d',
        periodArgument,
        24 * hourMs,
      )
      .option('--markdown', 'as Markdown, for a message or a wiki')
      .option('--json', 'one object'),
  )
    .addHelpText(
      'after',
      `
Examples:
  evenhand summary
  evenhand summary --since 7d --markdown --language de
  evenhand summary --json | jq '{waiting, late}'`,
    )
    .action((options: SummaryOptions) => act((app) => summarise(app, options)));
};

const summarise = async (app: App, options: SummaryOptions): Promise<undefined> => {
  const now = app.clock.now();
  const from = new Date(now.getTime() - options.since);
  const model = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const rows = await readSummaryRows(tx, { from, now });
      const sources = (await readSourceHealth(tx)).map(({ source, lastOkAt, freshnessTargetMs }) => ({
        source,
        lastReadAt: lastOkAt,
        freshnessTargetMs,
      }));
      return withNames(composeSummary({ ...rows, sources }, now));
    }),
  );
  app.io.out(spoken(model, options, app));
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

const hourMs = 3_600_000;
const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: hourMs, d: 24 * hourMs };
const longestMs = 366 * 24 * hourMs;

const periodArgument = (text: string): number => {
  const [, number = '', unit = ''] = /^(\d{1,6})(m|h|d)$/.exec(text) ?? [];
  const ms = Number(number) * (unitMs[unit] ?? Number.NaN);
  if (!(ms > 0 && ms <= longestMs))
    throw new InvalidArgumentError('A period is written 90m, 24h or 7d, at most 366d.');
  return ms;
};
