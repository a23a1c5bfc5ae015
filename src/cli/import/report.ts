import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { ImportFigures } from './figures.store.ts';
import { sayImport } from './texts.ts';

/** One file, imported and decided as far as it went. */
export interface FileReport {
  readonly file: string;
  readonly source: string;
  readonly choice: 'history' | 'live';
  /** Of this run, as everything below. */
  readonly lines: number;
  /** Mentions: a post that concerns two brands is two. */
  readonly matched: number;
  readonly matchedPosts: number;
  readonly unmatched: number;
  readonly figures: ImportFigures;
  readonly refusedLines: number;
  /** Dated in the future: taken as published when they were read. */
  readonly futureLines: number;
  readonly refused: readonly { readonly at: string; readonly reason: string }[];
  readonly ignoredKeys: Readonly<Record<string, number>>;
  readonly seconds: number;
  readonly alreadyDone: boolean;
  readonly isComplete: boolean;
  readonly continuedAfterLine: number;
}

const shownRefusals = 10;

export const reportJson = ({ figures, refused, ...report }: FileReport) => ({
  ...report,
  complaints: figures.complaints,
  cases: figures.cases,
  couldNotBeProcessed: figures.couldNotBeProcessed,
  undecided: figures.pending > 0,
  refused: refused.slice(0, shownRefusals),
});

/** `rejectsFile`: where all refused lines stand; null: nowhere. */
export const reportText = (
  report: FileReport,
  { language, rejectsFile }: { language: CatalogueLanguage; rejectsFile: string | null },
): string => {
  const { file, figures } = report;
  if (report.alreadyDone)
    return sayImport(language, 'alreadyDone', {
      file,
      choice: sayImport(language, `choice.${report.choice}`),
    });
  const keys = Object.entries(report.ignoredKeys);
  return [
    ...(report.continuedAfterLine === 0
      ? []
      : [sayImport(language, 'continued', { file, line: report.continuedAfterLine })]),
    sayImport(language, 'summary', { file, choice: sayImport(language, report.choice) }),
    `  ${figuresText(report, language)}`,
    ...(keys.length === 0
      ? []
      : [`  ${sayImport(language, 'ignored', { keys: keys.map(([key, n]) => `${key} ×${n}`).join(', ') })}`]),
    ...refusalLines(report, language, rejectsFile),
    ...(figures.couldNotBeProcessed === 0 ? [] : [`  ${sayImport(language, 'look')}`]),
    ...(report.isComplete && figures.pending > 0
      ? [`  ${sayImport(language, 'undecided', { count: report.matched - figures.mentions })}`]
      : []),
    ...(report.isComplete ? [] : [sayImport(language, 'interrupted', { file })]),
  ].join('\n');
};

const figuresText = (report: FileReport, language: CatalogueLanguage): string => {
  const { figures } = report;
  const n = (what: Counted, count: number): string => sayImport(language, `n.${what}`, { count });
  return [
    n('lines', report.lines),
    n('matched', report.matched),
    n('complaints', figures.complaints),
    n('cases', figures.cases),
    `${report.seconds.toFixed(1)} s`,
    n('dead', figures.couldNotBeProcessed),
    n(
      'ignored',
      Object.values(report.ignoredKeys).reduce((sum, count) => sum + count, 0),
    ),
    n('refused', report.refusedLines),
    ...(report.futureLines === 0 ? [] : [n('future', report.futureLines)]),
  ].join(', ');
};

type Counted = 'lines' | 'matched' | 'complaints' | 'cases' | 'dead' | 'ignored' | 'refused' | 'future';

/** A person has to mend the lines or, where not one could be read, the mapping. */
export const refusedText = (
  { file, lines, refusedLines }: FileReport,
  language: CatalogueLanguage,
): string => {
  const key = refusedLines === lines ? 'nothingRead' : 'someRefused';
  return sayImport(language, key, { file, count: refusedLines, lines });
};

const refusalLines = (
  { refused, refusedLines }: FileReport,
  language: CatalogueLanguage,
  rejectsFile: string | null,
): string[] => {
  if (refusedLines === 0) return [];
  const shown = refused.slice(0, shownRefusals);
  const count = refusedLines - shown.length;
  const more =
    rejectsFile === null
      ? sayImport(language, 'more', { count })
      : sayImport(language, 'moreWritten', { count, file: rejectsFile });
  return [
    `  ${sayImport(language, 'refused')}`,
    ...shown.map(({ at, reason }) => `    ${at}: ${reason}`),
    ...(count > 0 ? [`    ${more}`] : []),
  ];
};
