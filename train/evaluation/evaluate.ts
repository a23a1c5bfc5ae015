import type { Model } from '../../src/classify/model/model.ts';
import { behaviourLines } from '../behaviour/report.ts';
import { type Outcome, runTest, type Said } from '../behaviour/run.ts';
import { behaviourTests } from '../behaviour/suite.ts';
import type { Prepared } from '../build-model.ts';
import type { Agreement } from '../corpus/agreement.ts';
import type { Example, SetName } from '../corpus/example.ts';
import { trainBases } from '../heads/complaint.ts';
import type { Corpus } from '../heads/corpus-matrix.ts';
import { mean } from '../learn/measures.ts';
import {
  aucOf,
  complaintFolds,
  f1Of,
  leaveOneDomainOut,
  plattOf,
  ruled,
  type Scored,
} from './cross-validate.ts';
import { transitFolds } from './transit-folds.ts';
import { type Found, testCategories, testComplaint, testRelay, testSentiment } from './zero-shot.ts';

export interface EvaluateInput {
  readonly prepared: Prepared;
  readonly model: Model;
  /** What the tests of behaviour ask. */
  readonly ask: (text: string) => Said;
  readonly unseen: readonly Example[];
  readonly agreements: readonly Agreement[];
  readonly say: (what: string) => void;
}

const percent = (x: number): string => (100 * x).toFixed(1);

type Line = (name: string, figures: string) => void;

/** Everything that can be said of the model with what is at hand, as lines of text. */
export const evaluate = (input: EvaluateInput): string => {
  const { prepared, say } = input;
  const lines: string[] = [];
  const line: Line = (name, figures) => {
    lines.push(`${name.padEnd(58)} ${figures}`);
  };
  crossValidate(prepared.corpus, line, say);
  say('texts that no weight has seen');
  testUnseen(input, line);
  say('own sentences held for testing');
  for (const language of ['en', 'de'] as const) testOwn(input, language, line);
  say('behaviour');
  lines.push(...behaviourLines(behaviourOf(input)));
  for (const { language, label, kappa, count } of input.agreements)
    line(`agreement of two passes, ${language}, ${label} (${count})`, `kappa ${kappa.toFixed(2)}`);
  return `${lines.join('\n')}\n`;
};

const both = (all: readonly Scored[]): string =>
  `${percent(mean(all.map(f1Of)))} / ${percent(mean(all.map(aucOf)))}`;

const crossValidate = (corpus: Corpus, line: Line, say: EvaluateInput['say']): void => {
  say('cross-validation: complaints');
  const bases = trainBases(corpus, (row) => corpus.examples[row]?.isHeld !== true, [1]);
  const folds = complaintFolds(corpus, bases);
  const platt = plattOf(folds);
  line('complaint, X-CI, 10-fold: macro-F1 / AUC', both([folds]));
  line('  with the rules above it', both([ruled(folds, platt)]));
  say('cross-validation: one industry left out');
  const domains = leaveOneDomainOut(corpus, bases);
  line(
    'complaint, X-CI, leave one domain out: macro-F1 / AUC, means',
    both(domains.map(({ scored }) => scored)),
  );
  line('  with the rules above it', both(domains.map(({ scored }) => ruled(scored, platt))));
  for (const { domain, scored } of domains) line(`  without ${domain}`, both([scored]));
  say('cross-validation: transit');
  const transit = transitFolds(corpus);
  line(
    'negative or not, MobASA, 5-fold: AUC (part like the test set)',
    `${percent(transit.negativeAuc)} (${percent(transit.likeTestAuc)})`,
  );
  line('sentiment, MobASA, 5-fold: macro-F1', percent(transit.macroF1));
};

const sentimentLine = (model: Model, title: string, examples: readonly Example[], line: Line): void => {
  const { recall, f1, accuracy, negativeAuc, count } = testSentiment(model, examples);
  line(
    `sentiment, ${title} (${count})`,
    `R ${percent(recall)} F1 ${percent(f1)} micro-F1 ${percent(accuracy)} neg AUC ${percent(negativeAuc)}`,
  );
};

const testUnseen = ({ prepared, model, unseen }: EvaluateInput, line: Line): void => {
  const of = (examples: readonly Example[], name: SetName) => examples.filter(({ set }) => set === name);
  sentimentLine(model, 'TweetEval validation', of(prepared.corpus.examples, 'validation'), line);
  sentimentLine(model, 'airline, zero-shot', of(unseen, 'airline'), line);
  sentimentLine(model, 'UMSAB German, zero-shot', of(unseen, 'umsab-de'), line);
  sentimentLine(model, 'GermEval, zero-shot', of(unseen, 'germeval'), line);
};

const heldOf = ({ prepared }: EvaluateInput): readonly Example[] =>
  prepared.corpus.examples.filter(({ set, isHeld }) => set === 'own' && isHeld === true);

const testOwn = (input: EvaluateInput, language: 'de' | 'en', line: Line): void => {
  const { model } = input;
  const held = heldOf(input).filter((one) => one.language === language);
  sentimentLine(model, `own held, ${language}`, held, line);
  // Short answers to a post are nothing without that post: thread rules tell them.
  const told = held.filter(({ kind }) => kind !== 'same_problem');
  const { f1, auc: area, count } = testComplaint(model, told);
  line(`complaint, own held, ${language} (${count})`, `macro-F1 / AUC ${percent(f1)} / ${percent(area)}`);
  const found = (title: string, one: Found): void =>
    line(
      `${title} (${one.count})`,
      `precision ${percent(one.precision)} recall ${percent(one.recall)} AUC ${percent(one.auc)}`,
    );
  found(`relay, own held, ${language}`, testRelay(model, held));
  for (const one of testCategories(model, told))
    found(`  category ${one.category}, own held, ${language}`, one);
};

const behaviourOf = (input: EvaluateInput): readonly Outcome[] =>
  behaviourTests(heldOf(input).filter(({ kind }) => kind !== 'same_problem'))
    .filter(({ cases }) => cases.length > 0)
    .map((test) => runTest(input.ask, test));
