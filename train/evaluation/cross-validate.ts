import {
  type ComplaintBases,
  type ComplaintStyle,
  complaintScore,
  trainComplaint,
} from '../heads/complaint.ts';
import type { Corpus, IsTrained } from '../heads/corpus-matrix.ts';
import { negativeShare, sentimentSaid, sentimentScores, trainTransit } from '../heads/sentiment.ts';
import { auc, macroF1 } from '../learn/measures.ts';
import { fold } from './folds.ts';

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
}

const rowsOf = ({ examples }: Corpus, set: string): readonly number[] =>
  examples.flatMap((example, row) => (example.set === set ? [row] : []));

const notHeld =
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
  return {
    truth: rows.map((row) => corpus.examples[row]?.complaint === true),
    scores: rows.map((row) => scorers[foldOf(row)]?.(row) ?? 0),
  };
};

export interface DomainResult {
  readonly domain: string;
  readonly f1: number;
  readonly auc: number;
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
    const out = rows.filter(isOut);
    const scored = {
      truth: out.map((row) => corpus.examples[row]?.complaint === true),
      scores: out.map(scoreOf),
    };
    return { domain, f1: f1Of(scored), auc: auc(scored.truth, scored.scores) };
  });
};

export const f1Of = ({ truth, scores }: Scored): number =>
  macroF1(
    truth.map(Number),
    scores.map((score) => Number(score > 0)),
    2,
  );

export interface TransitResult {
  readonly negativeAuc: number;
  /** Only of the part that the official test set is like. */
  readonly likeTestAuc: number;
  readonly macroF1: number;
}

/** Five-fold sentiment of MobASA. */
export const transitFolds = (corpus: Corpus): TransitResult => {
  const folds = 5;
  const rows = rowsOf(corpus, 'mobasa');
  const truth: number[] = [];
  const said: number[] = [];
  const scores: number[] = [];
  const isLike: boolean[] = [];
  for (let nth = 0; nth < folds; nth++) {
    const foldOf = (row: number): number => fold(corpus.examples[row]?.text ?? '', folds);
    const table = trainTransit(corpus, (row) => notHeld(corpus)(row) && foldOf(row) !== nth, [1]);
    for (const row of rows.filter((one) => foldOf(one) === nth)) {
      const both = sentimentScores(corpus, table, row);
      truth.push(corpus.examples[row]?.sentiment ?? 1);
      said.push(sentimentSaid(both));
      scores.push(negativeShare(both));
      isLike.push(corpus.examples[row]?.isLikeTest === true);
    }
  }
  const only = <T>(list: readonly T[]): readonly T[] => list.filter((_, at) => isLike[at] === true);
  const isNegative = truth.map((one) => one === 0);
  return {
    negativeAuc: auc(isNegative, scores),
    likeTestAuc: auc(only(isNegative), only(scores)),
    macroF1: macroF1(truth, said, 3),
  };
};
