import { isAboutAccess } from '../../src/classify/model/expert.ts';
import { read } from '../../src/classify/reading/read.ts';
import type { Corpus, IsTrained } from '../heads/corpus-matrix.ts';
import {
  negativeShare,
  neutralLead,
  sentimentSaid,
  sentimentScores,
  trainSentiment,
  trainTransit,
} from '../heads/sentiment.ts';
import { auc, macroF1 } from '../learn/measures.ts';
import { notHeld, rowsOf } from './cross-validate.ts';
import { fold } from './folds.ts';

export interface TransitResult {
  readonly negativeAuc: number;
  /** Only of the part that the official test set is like. */
  readonly likeTestAuc: number;
  readonly macroF1: number;
}

/** Scores against neutral as the model gives them: see `isAboutAccess`. */
const transitScorer = (
  corpus: Corpus,
  isTrained: IsTrained,
): ((row: number) => readonly [number, number]) => {
  const german = trainSentiment(corpus, isTrained, { language: 'de', seeds: [1] });
  const { access, rail } = trainTransit(corpus, isTrained, { seeds: [1], german });
  return (row) => {
    const [negative, positive] = sentimentScores(corpus, access, row);
    if (isAboutAccess(read(corpus.examples[row]?.text ?? '').terms)) return [negative, positive];
    return [sentimentScores(corpus, rail, row)[0] - neutralLead, positive];
  };
};

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
    const scoresOf = transitScorer(corpus, (row) => notHeld(corpus)(row) && foldOf(row) !== nth);
    for (const row of rows.filter((one) => foldOf(one) === nth)) {
      const both = scoresOf(row);
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
