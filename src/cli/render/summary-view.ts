import type { QueueLine, SourceHealth, SummaryModel } from '../../cases/summary.ts';
import {
  dueText,
  headlineTexts,
  healthText,
  longestText,
  type SummaryTextKey,
  saySummary,
  summaryPeriod,
} from '../../cases/summary-texts.ts';
import { durationText } from '../../lib/duration-text.ts';
import { columns } from './columns.ts';
import { coloursOf, type RenderOptions } from './render-options.ts';
import { severityBadge } from './severity-badge.ts';
import { fitText, textWidth } from './text-width.ts';

/** The summary on a terminal; as Markdown it is in cases/summary-markdown.ts. */
export const renderSummary = (model: SummaryModel, options: SummaryOptions): string => {
  const { bold, dim } = coloursOf(options);
  const say = (key: SummaryTextKey): string => saySummary(options.language, key);
  return [
    `${bold(say('title'))}\n${dim(summaryPeriod(model, options.language))}`,
    headline(model, options),
    severityTable(model, options),
    ...(model.brands.length > 1 ? [brandTable(model, options)] : []),
    `${bold(say('oldest.heading'))}\n${oldestTable(model, options)}`,
    `${bold(say('sources.heading'))}\n${sourceTable(model, options)}`,
    nextSteps(model, options),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

/** As many figures on a line as fit, none broken. */
const headline = (model: SummaryModel, options: SummaryOptions): string => {
  const colours = coloursOf(options);
  const lines: string[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const { text, isTrouble } of headlineTexts(model, options.language)) {
    const shown = isTrouble ? colours.red(text) : text;
    const width = textWidth(text) + 3;
    if (used + width > options.width) {
      lines.push(shown);
      used = width;
    } else {
      lines[lines.length - 1] += ` · ${shown}`;
      used += width;
    }
  }
  return lines.join('\n');
};

const nextSteps = (model: SummaryModel, { language }: SummaryOptions): string =>
  [
    ...(model.unsure > 0 ? [saySummary(language, 'next.unsure')] : []),
    ...(model.deadLetters > 0 ? [saySummary(language, 'next.deadLetters')] : []),
    ...(model.differing > 0 ? [saySummary(language, 'next.differing')] : []),
    ...(model.silences > 0 ? [saySummary(language, 'next.silences')] : []),
  ].join('\n');

const severityTable = (model: SummaryModel, options: SummaryOptions): string =>
  columns([
    heads(['head.severity', ...queueHead], options),
    ...model.severities.map((line) => [severityBadge(line.severity, options), ...queueCells(line, options)]),
  ]);

const brandTable = (model: SummaryModel, options: SummaryOptions): string =>
  columns([
    heads(['head.brand', ...queueHead], options),
    ...model.brands.map((line) => [fitText(line.brand, widestName), ...queueCells(line, options)]),
  ]);

const oldestTable = (model: SummaryModel, options: SummaryOptions): string => {
  if (model.oldest.length === 0) return saySummary(options.language, 'oldest.none');
  const { red } = coloursOf(options);
  return columns([
    heads(oldestHead, options),
    ...model.oldest.map((row) => {
      const due = dueText(row, options.language);
      return [
        row.caseId,
        severityBadge(row.severity, options),
        fitText(row.brand, widestName),
        durationText(row.waitedMs, options.language),
        row.lateMs !== null && row.lateMs > 0 ? red(due) : due,
      ];
    }),
  ]);
};

const sourceTable = (model: SummaryModel, options: SummaryOptions): string => {
  if (model.sources.length === 0) return saySummary(options.language, 'sources.none');
  return columns(
    model.sources.map((health) => [fitText(health.source, widestName), healthShown(health, options)]),
  );
};

const healthShown = (health: SourceHealth, options: SummaryOptions): string => {
  const colours = coloursOf(options);
  const said = healthText(health, options.language);
  return health.kind === 'fresh' ? colours.green(said) : colours.yellow(said);
};

const queueCells = (line: QueueLine, options: SummaryOptions): readonly string[] => [
  String(line.opened),
  String(line.waiting),
  line.late > 0 ? coloursOf(options).red(String(line.late)) : '0',
  longestText(line.longestMs, options.language),
];

const heads = (keys: readonly SummaryTextKey[], options: SummaryOptions): readonly string[] =>
  keys.map((key) => coloursOf(options).dim(saySummary(options.language, key)));

type SummaryOptions = Pick<RenderOptions, 'language' | 'isColour' | 'width'>;

const queueHead = ['head.opened', 'head.waiting', 'head.late', 'head.longest'] as const;
const oldestHead = ['head.case', 'head.severity', 'head.brand', 'head.waited', 'head.due'] as const;
const widestName = 24;
