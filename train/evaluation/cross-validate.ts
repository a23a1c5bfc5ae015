import {
  type ComplaintBases,
  type ComplaintStyle,
  complaintScore,
  trainComplaint,
} from '../heads/complaint.ts';
import type { Corpus, IsTrained } from '../heads/corpus-matrix.ts';
import { auc, macroF1 } from '../learn/measures.ts';
import { fitPlatt, type Platt } from './calibrate.ts';
import { fold } from './folds.ts';
import { withRules } from './with-rules.ts';

/** Scores of the two heads for English, each for its rows. */
const englishScorer = (
  corpus: Corpus,
  isTrained: IsTrained,
  bases: ComplaintBases,
): ((row: number) => number) => {
  const headOf = (style: ComplaintStyle) => trainComplaint(corpus, isTrained, bases, { seeds: [1], style });
  const addressed = headOf('addressed');
  const unaddressed = headOf('unaddressed');
  return (row) => complaintScore(corpus, corpus.isAddressed[row] === true ? addressed : unaddressed, row);
};

export interface Scored {
  readonly truth: readonly boolean[];
  readonly scores: readonly number[];
  readonly texts: readonly string[];
}

const scoredBy = (
  { examples }: Corpus,
  rows: readonly number[],
  scoreOf: (row: number) => number,
): Scored => ({
  truth: rows.map((row) => examples[row]?.complaint === true),
  scores: rows.map(scoreOf),
  texts: rows.map((row) => examples[row]?.text ?? ''),
});

/** How scores become probabilities, as building the model fits it. */
export const plattOf = ({ truth, scores }: Scored): Platt => fitPlatt(scores, truth);

/** The same posts as `classify` scores them. */
export const ruled = ({ truth, scores, texts }: Scored, platt: Platt): Scored => ({
  truth,
  texts,
  scores: scores.map((score, at) => withRules(texts[at] ?? '', score, platt)),
});

export const rowsOf = ({ examples }: Corpus, set: string): readonly number[] =>
  examples.flatMap((example, row) => (example.set === set ? [row] : []));

export const notHeld =
  ({ examples }: Corpus): IsTrained =>
  (row) =>
    examples[row]?.isHeld !== true;

/** Ten-fold scores of complaints of X-CI. */
export const complaintFolds = (corpus: Corpus, bases: ComplaintBases): Scored => {
  const folds = 10;
  const rows = rowsOf(corpus, 'xci');
  const foldOf = (row: number): number => fold(corpus.examples[row]?.text ?? '', folds);
  const scorers = Array.from({ length: folds }, (_, nth) =>
    englishScorer(corpus, (row) => notHeld(corpus)(row) && foldOf(row) !== nth, bases),
  );
  return scoredBy(corpus, rows, (row) => scorers[foldOf(row)]?.(row) ?? 0);
};

export interface DomainResult {
  readonly domain: string;
  readonly scored: Scored;
}

/** X-CI with one industry left out of training and tested on, one after the other. */
export const leaveOneDomainOut = (corpus: Corpus, bases: ComplaintBases): readonly DomainResult[] => {
  const rows = rowsOf(corpus, 'xci');
  const domains = [...new Set(rows.map((row) => corpus.examples[row]?.domain ?? ''))]
    .filter((domain) => !['other', 'random_reply', 'random_tweet'].includes(domain))
    .sort();
  return domains.map((domain) => {
    const isOut = (row: number): boolean =>
      corpus.examples[row]?.set === 'xci' && corpus.examples[row]?.domain === domain;
    const scoreOf = englishScorer(corpus, (row) => notHeld(corpus)(row) && !isOut(row), bases);
    return { domain, scored: scoredBy(corpus, rows.filter(isOut), scoreOf) };
  });
};

export const aucOf = ({ truth, scores }: Scored): number => auc(truth, scores);

export const f1Of = ({ truth, scores }: Scored): number =>
  macroF1(
    truth.map(Number),
    scores.map((score) => Number(score > 0)),
    2,
  );
