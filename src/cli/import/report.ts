import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { asCalled } from '../../lib/program.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import type { PassedOver } from '../../sources/source.ts';
import type { ImportFigures } from './figures.store.ts';
import { remarkLines } from './remarks.ts';
import { sayImport } from './texts.ts';

type Mode = 'history' | 'live';

/** One file, imported and decided as far as it went. */
export interface FileReport {
  readonly file: string;
  readonly source: string;
  /** The platform whose recorded traffic it holds; null: it is in our format, or mapped to it. */
  readonly from: string | null;
  readonly choice: Mode;
  /** What `--live` or `--history` asked for; null: the times of its posts chose. */
  readonly asked: Mode | null;
  /** Of this run, as everything below; of recorded traffic the posts. */
  readonly lines: number;
  /** Mentions: a post that concerns two brands is two. */
  readonly matched: number;
  readonly matchedPosts: number;
  readonly unmatched: number;
  readonly figures: ImportFigures;
  readonly refusedLines: number;
  /** Dated in the future: taken as published when they were read. */
  readonly futureLines: number;
  readonly recentPosts: number;
  readonly refused: readonly { readonly at: string; readonly reason: string }[];
  readonly ignoredKeys: Readonly<Record<string, number>>;
  /** Of recorded traffic: what held no post. */
  readonly passedOver: readonly PassedOver[];
  readonly seconds: number;
  readonly alreadyDone: boolean;
  readonly isComplete: boolean;
  /** At its end the database or the queue did not answer. */
  readonly isServerAway: boolean;
  readonly continuedAfterLine: number;
}

const shownRefusals = 10;

export const reportJson = ({ figures, refused, asked, ...report }: FileReport) => ({
  ...report,
  notDone: notDone({ ...report, asked }),
  complaints: figures.complaints,
  cases: figures.cases,
  criticalCases: figures.criticalCases,
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
    ...remarkLines({ passedOver: report.passedOver, future: report.futureLines }, language).map(
      (line) => `  ${line}`,
    ),
    ...refusalLines(report, language, rejectsFile),
    ...historyLines(report, language),
    ...(figures.couldNotBeProcessed === 0 ? [] : [`  ${asCalled(sayImport(language, 'look'))}`]),
    ...(report.isComplete && figures.pending > 0 && !report.isServerAway
      ? [`  ${sayImport(language, 'undecided', { count: undecided(report) })}`]
      : []),
    ...(report.isComplete ? [] : [sayImport(language, 'interrupted', { file })]),
  ].join('\n');
};

const figuresText = (report: FileReport, language: CatalogueLanguage): string => {
  const { figures } = report;
  const n = (what: Counted, count: number): string => sayImport(language, `n.${what}`, { count });
  return [
    n(report.from === null ? 'lines' : 'posts', report.lines),
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
  ].join(', ');
};

type Counted = 'lines' | 'posts' | 'matched' | 'complaints' | 'cases' | 'dead' | 'ignored' | 'refused';

const undecided = ({ matched, figures }: FileReport): number => matched - figures.mentions;

/** Nobody decides the rest until what is away answers again. */
export const isLeftUndecided = ({ figures, isServerAway }: FileReport): boolean =>
  isServerAway && figures.pending > 0;

export const undecidedText = (report: FileReport, language: CatalogueLanguage): string =>
  sayImport(language, 'undecidedAway', { file: report.file, count: undecided(report) });

/** What a file that was imported to its end is not: what was chosen then is kept. null: nothing else was asked for. */
export const notDone = ({
  alreadyDone,
  asked,
  choice,
}: Pick<FileReport, 'alreadyDone' | 'asked' | 'choice'>): Mode | null =>
  alreadyDone && asked !== choice ? asked : null;

/** Another source is another import: the same posts come in anew, with cases of their own. */
export const notDoneText = (report: FileReport, language: CatalogueLanguage): string =>
  sayImport(language, 'notDone', {
    file: report.file,
    source: report.source,
    choice: sayImport(language, `choice.${report.choice}`),
    asked: `--${report.asked ?? report.choice}`,
    other: otherSource(report, report.asked ?? report.choice),
  });

/** As short as a name of a source may be. */
const otherSource = ({ source }: FileReport, mode: Mode): string => `--source ${source.slice(0, 50)}-${mode}`;

/** Nobody is alerted of history, danger included: whoever imports it hears what is in it. */
const historyLines = (report: FileReport, language: CatalogueLanguage): string[] => {
  const { figures, choice, recentPosts, asked } = report;
  if (choice !== 'history') return [];
  const { cases, criticalCases: count } = figures;
  return [
    ...(count === 0 ? [] : [asCalled(sayImport(language, 'critical', { count, cases }))]),
    ...(recentPosts === 0 ? [] : [sayImport(language, 'recent', { count: recentPosts })]),
    ...(cases === 0 || asked !== null
      ? []
      : [sayImport(language, 'startClocks', { other: otherSource(report, 'live') })]),
  ].map((line) => `  ${line}`);
};

/** A person has to mend the lines or, where not one could be read, the mapping. */
export const refusedText = (
  { file, lines, refusedLines }: FileReport,
  language: CatalogueLanguage,
): string => {
  const key = refusedLines === lines ? 'nothingRead' : 'someRefused';
  return sayImport(language, key, { file, count: refusedLines, lines });
};

/** Recorded traffic may hold none; a file of another platform, too. What an earlier run read of it is not known here. */
export const isWithoutPosts = ({
  from,
  lines,
  passedOver,
  continuedAfterLine,
}: Pick<FileReport, 'from' | 'lines' | 'passedOver' | 'continuedAfterLine'>): boolean =>
  from !== null && continuedAfterLine === 0 && lines === 0 && passedOver.length > 0;

export const noPostsText = ({ file, from }: FileReport, language: CatalogueLanguage): string =>
  sayImport(language, 'noPosts', { file, from: from ?? '' });

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
    ...shown.map(({ at, reason }) => `    ${sentenceIn(at, language)}: ${sentenceIn(reason, language)}`),
    ...(count > 0 ? [`    ${more}`] : []),
  ];
};
