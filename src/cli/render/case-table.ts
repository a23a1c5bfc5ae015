import type { CaseStatus, Disposition } from '../../cases/fold-types.ts';
import type { Category } from '../../domain/classification.ts';
import type { Reason } from '../../domain/decision.ts';
import type { Severity } from '../../domain/severity.ts';
import { durationText } from '../../lib/duration-text.ts';
import { categoryText, reasonText } from '../../lib/reason-texts.ts';
import { columns, columnsWidth } from './columns.ts';
import { dueTime } from './relative-time.ts';
import { coloursOf, type RenderOptions } from './render-options.ts';
import { sayRender } from './render-texts.ts';
import { severityBadge } from './severity-badge.ts';
import { fitText } from './text-width.ts';

/** Cases in the order given. Where the terminal is narrow, what a case is about stands below it. */
export const caseTable = (rows: readonly CaseTableRow[], options: RenderOptions): string => {
  if (rows.length === 0) return sayRender(options.language, 'cases.none');
  const dim = coloursOf(options).dim;
  const head = facts.map((key) => dim(sayRender(options.language, `head.${key}`)));
  const cells = fitNames([head, ...rows.map((row) => factCells(row, options))], options.width);
  const left = options.width - columnsWidth(cells);
  return left >= roomForWhy ? wideTable(rows, cells, options) : narrowTable(rows, cells, options);
};

const wideTable = (
  rows: readonly CaseTableRow[],
  cells: readonly Cells[],
  options: RenderOptions,
): string => {
  const left = options.width - columnsWidth(cells);
  const title = coloursOf(options).dim(sayRender(options.language, 'head.why'));
  const why = [title, ...rows.map((row) => fitText(whyText(row, options), left))];
  return columns(cells.map((line, index) => [...line, why[index] ?? '']));
};

const narrowTable = (
  rows: readonly CaseTableRow[],
  cells: readonly Cells[],
  options: RenderOptions,
): string => {
  const dim = coloursOf(options).dim;
  const [head = '', ...lines] = columns(cells).split('\n');
  // Of a dispute nothing is told: no line stands for it.
  const below = rows.map((row) => {
    const why = whyText(row, options);
    return why === '' ? [] : [dim(`  ${fitText(why, options.width - 2)}`)];
  });
  return [head, ...lines.flatMap((line, index) => [line, ...(below[index] ?? [])])].join('\n');
};

const factCells = (row: CaseTableRow, options: RenderOptions): Cells => {
  const { language, now } = options;
  const colours = coloursOf(options);
  const due = row.isHistory || row.dueAt === null ? '–' : dueTime(row.dueAt, now, language);
  const isLate = !row.isHistory && row.dueAt !== null && row.dueAt < now;
  return [
    colours.bold(row.id),
    severityBadge(row.severity, options),
    isLate ? colours.red(due) : due,
    durationText(now.getTime() - row.waitingSince.getTime(), language),
    fitText(row.brand, widestBrand),
    fitText(statusText(row, options), widestStatus),
  ];
};

/** Brand and status may be cut; times and severity may not. */
const fitNames = (cells: readonly Cells[], width: number): readonly Cells[] => {
  const fixed = cells.map((line) => line.slice(0, -2));
  const left = width - columnsWidth(fixed) - 4;
  const brand = Math.min(widestBrand, Math.max(narrowestName, Math.floor(left / 2)));
  const status = Math.min(widestStatus, Math.max(narrowestName, left - brand));
  return cells.map((line, index) => {
    const [name = '', standing = ''] = line.slice(-2);
    const isHead = index === 0;
    return [
      ...line.slice(0, -2),
      isHead ? name : fitText(name, brand),
      isHead ? standing : fitText(standing, status),
    ];
  });
};

/** What ends a case says more than its status; a dispute says more than both. */
export const statusText = (row: CaseStanding, { language }: Pick<RenderOptions, 'language'>): string => {
  if (row.inDispute) return sayRender(language, 'status.in_dispute');
  if (row.disposition !== null) return sayRender(language, `status.${row.disposition}`);
  if (row.isHistory) return sayRender(language, 'status.history');
  return sayRender(language, `status.${row.status}`);
};

/** Reasons first: they say what is at stake, and a narrow line is cut at its end. Categories are told once. */
export const whyText = (
  row: Pick<CaseTableRow, 'categories' | 'reasons'>,
  { language }: Pick<RenderOptions, 'language'>,
): string => {
  const about = row.categories.map((category) => categoryText(category, language)).join(', ');
  const reasons = row.reasons
    .filter((reason) => reason.code !== 'category')
    .map((reason) => reasonText(reason, language));
  return [...reasons, ...(about === '' ? [] : [about])].join(' · ');
};

export interface CaseStanding {
  readonly status: CaseStatus;
  readonly disposition: Disposition | null;
  readonly inDispute: boolean;
  readonly isHistory: boolean;
}

/** A case as a table shows it: no author and nothing of the audience. */
export interface CaseTableRow extends CaseStanding {
  readonly id: string;
  readonly severity: Severity;
  readonly brand: string;
  /** Start of the clock that runs, or ran last. */
  readonly waitingSince: Date;
  readonly dueAt: Date | null;
  readonly categories: readonly Category[];
  readonly reasons: readonly Reason[];
}

type Cells = readonly string[];

const facts = ['case', 'severity', 'due', 'waiting', 'brand', 'status'] as const;
/** Below this many columns a reason is cut to nothing that helps. */
const roomForWhy = 36;
const widestBrand = 16;
const narrowestName = 6;
const widestStatus = 22;
