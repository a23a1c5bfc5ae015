import type { CatalogueLanguage } from '../lib/catalogue.ts';
import { durationText } from '../lib/duration-text.ts';
import type { QueueLine, SummaryModel } from './summary.ts';
import {
  dueText,
  headlineTexts,
  healthText,
  longestText,
  type SummaryTextKey,
  saySummary,
  summaryPeriod,
} from './summary-texts.ts';

/** The summary as Markdown; for the terminal there is cli/render/summary-view.ts. */
export const summaryMarkdown = (model: SummaryModel, language: CatalogueLanguage): string =>
  `${[
    `# ${saySummary(language, 'title')}`,
    summaryPeriod(model, language),
    headlineTexts(model, language)
      .map(({ text, isTrouble }) => (isTrouble ? `**${text}**` : text))
      .join(' · '),
    table(language, ['head.severity', ...queueHead], severityRows(model, language)),
    ...(model.brands.length > 1
      ? [table(language, ['head.brand', ...queueHead], brandRows(model, language))]
      : []),
    `## ${saySummary(language, 'oldest.heading')}`,
    model.oldest.length === 0
      ? saySummary(language, 'oldest.none')
      : table(language, oldestHead, oldestRows(model, language)),
    `## ${saySummary(language, 'sources.heading')}`,
    model.sources.length === 0
      ? saySummary(language, 'sources.none')
      : table(language, ['head.source', 'head.health'], sourceRows(model, language)),
    ...nextSteps(model, language),
  ].join('\n\n')}\n`;

const severityRows = (model: SummaryModel, language: CatalogueLanguage): readonly Cells[] =>
  model.severities.map((line) => [
    saySummary(language, `severity.${line.severity}`),
    ...queueCells(line, language),
  ]);

const brandRows = (model: SummaryModel, language: CatalogueLanguage): readonly Cells[] =>
  model.brands.map((line) => [line.brand, ...queueCells(line, language)]);

const oldestRows = (model: SummaryModel, language: CatalogueLanguage): readonly Cells[] =>
  model.oldest.map((row) => [
    row.caseId,
    saySummary(language, `severity.${row.severity}`),
    row.brand,
    durationText(row.waitedMs, language),
    dueText(row, language),
  ]);

const sourceRows = (model: SummaryModel, language: CatalogueLanguage): readonly Cells[] =>
  model.sources.map((health) => [health.source, healthText(health, language)]);

const queueCells = (line: QueueLine, language: CatalogueLanguage): Cells => [
  String(line.opened),
  String(line.waiting),
  String(line.late),
  longestText(line.longestMs, language),
];

const nextSteps = (model: SummaryModel, language: CatalogueLanguage): readonly string[] => {
  const steps: SummaryTextKey[] = [];
  if (model.unsure > 0) steps.push('next.unsure');
  if (model.deadLetters > 0) steps.push('next.deadLetters');
  if (model.differing > 0) steps.push('next.differing');
  if (model.silences > 0) steps.push('next.silences');
  return steps.map((key) => saySummary(language, key));
};

const table = (
  language: CatalogueLanguage,
  head: readonly SummaryTextKey[],
  rows: readonly Cells[],
): string => {
  const titles = head.map((key) => saySummary(language, key));
  return [titles, titles.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`)
    .join('\n');
};

/** Brand and source names come from the configuration; a bar in one must not move the columns. */
const escapeCell = (text: string): string => text.replace(/\|/g, '\\|');

type Cells = readonly string[];

const queueHead = ['head.opened', 'head.waiting', 'head.late', 'head.longest'] as const;
const oldestHead = ['head.case', 'head.severity', 'head.brand', 'head.waited', 'head.due'] as const;
