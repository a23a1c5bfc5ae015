import { languageAt, type Model } from '../../src/classify/model/model.ts';
import { read } from '../../src/classify/reading/read.ts';
import { withoutManners } from '../../src/classify/rules/courtesy.ts';
import { findDanger } from '../../src/classify/rules/danger.ts';
import { features, featuresOf } from '../../src/classify/rules/features.ts';
import { categories } from '../../src/domain/classification.ts';
import type { Said } from '../behaviour/run.ts';
import type { Example } from '../corpus/example.ts';
import { accuracy, auc, macroF1, macroRecall } from '../learn/measures.ts';

const signs = new Float64Array(features.length);

/** What the packed model says of a text, as the classifier will ask it. */
export const predictText = (model: Model, text: string) => {
  const reading = read(text);
  featuresOf(reading, findDanger(reading) !== null, signs);
  const language = languageAt(model.languagesOf(reading.terms));
  return { language, ...structuredClone(model.predict(withoutManners(reading), signs, language)) };
};

export interface SentimentResult {
  readonly count: number;
  readonly recall: number;
  readonly f1: number;
  readonly accuracy: number;
  readonly negativeAuc: number;
}

/** 0 negative, 1 neutral, 2 positive. */
export const sentimentOf = (
  model: Model,
  text: string,
): { readonly said: number; readonly negative: number } => {
  const { negative, neutral, positive } = predictText(model, text).sentiment;
  const said = negative >= neutral && negative >= positive ? 0 : neutral >= positive ? 1 : 2;
  return { said, negative };
};

export const testSentiment = (model: Model, examples: readonly Example[]): SentimentResult => {
  const truth = examples.map(({ sentiment }) => sentiment ?? 1);
  const results = examples.map(({ text }) => sentimentOf(model, text));
  const said = results.map((one) => one.said);
  return {
    count: truth.length,
    recall: macroRecall(truth, said, 3),
    f1: macroF1(truth, said, 3),
    accuracy: accuracy(truth, said),
    negativeAuc: auc(
      truth.map((one) => one === 0),
      results.map(({ negative }) => negative),
    ),
  };
};

export const testComplaint = (model: Model, examples: readonly Example[]) => {
  const truth = examples.map(({ complaint }) => complaint === true);
  const scores = examples.map(({ text }) => predictText(model, text).complaint);
  return {
    count: truth.length,
    f1: macroF1(
      truth.map(Number),
      scores.map((score) => Number(score >= 0.5)),
      2,
    ),
    auc: auc(truth, scores),
  };
};

/** What the tests of behaviour look at. */
export const sayOf = (model: Model, text: string): Said => {
  const { sentiment, complaint } = predictText(model, text);
  const { negative, neutral, positive } = sentiment;
  const tone = negative >= neutral && negative >= positive ? 0 : neutral >= positive ? 1 : 2;
  return { tone, isComplaint: complaint >= 0.5, balance: positive - negative, others: {} };
};

export interface Found {
  /** How many there are to find. */
  readonly count: number;
  readonly precision: number;
  readonly recall: number;
  readonly auc: number;
}

const foundOf = (truth: readonly boolean[], scores: readonly number[]): Found => {
  const count = truth.filter(Boolean).length;
  const said = scores.filter((score) => score >= 0.5).length;
  const right = scores.filter((score, at) => score >= 0.5 && truth[at] === true).length;
  return {
    count,
    precision: right / Math.max(said, 1),
    recall: right / Math.max(count, 1),
    auc: auc(truth, scores),
  };
};

export const testRelay = (model: Model, examples: readonly Example[]): Found =>
  foundOf(
    examples.map(({ relay }) => relay === true),
    examples.map(({ text }) => predictText(model, text).relay),
  );

/** Of complaints: what they are about. */
export const testCategories = (model: Model, examples: readonly Example[]) => {
  const told = examples.filter(({ complaint }) => complaint === true);
  const said = told.map(({ text }) => predictText(model, text).categories);
  return categories.map((category) => ({
    category,
    ...foundOf(
      told.map((one) => one.categories?.includes(category) === true),
      said.map((one) => one[categories.indexOf(category)] ?? 0),
    ),
  }));
};
