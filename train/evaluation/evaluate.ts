import type { Model } from '../../src/classify/model/model.ts';
import type { Prepared } from '../build-model.ts';
import type { Example, SetName } from '../corpus/example.ts';
import { trainBases } from '../heads/complaint.ts';
import { auc, mean } from '../learn/measures.ts';
import { complaintFolds, f1Of, leaveOneDomainOut, transitFolds } from './cross-validate.ts';
import { testComplaint, testSentiment } from './zero-shot.ts';

export interface EvaluateInput {
  readonly prepared: Prepared;
  readonly model: Model;
  readonly unseen: readonly Example[];
  readonly say: (what: string) => void;
}

const percent = (x: number): string => (100 * x).toFixed(1);

/** Everything that can be said of the model with what is at hand, as lines of text. */
export const evaluate = ({ prepared, model, unseen, say }: EvaluateInput): string => {
  const { corpus } = prepared;
  const lines: string[] = [];
  const line = (name: string, figures: string): void => {
    lines.push(`${name.padEnd(58)} ${figures}`);
  };
  say('cross-validation: complaints');
  const bases = trainBases(corpus, (row) => corpus.examples[row]?.isHeld !== true, [1]);
  const folds = complaintFolds(corpus, bases);
  line(
    'complaint, X-CI, 10-fold: macro-F1 / AUC',
    `${percent(f1Of(folds))} / ${percent(auc(folds.truth, folds.scores))}`,
  );
  say('cross-validation: one industry left out');
  const domains = leaveOneDomainOut(corpus, bases);
  line(
    'complaint, X-CI, leave one domain out: macro-F1 / AUC, means',
    `${percent(mean(domains.map(({ f1 }) => f1)))} / ${percent(mean(domains.map((one) => one.auc)))}`,
  );
  for (const { domain, f1, auc: area } of domains)
    line(`  without ${domain}`, `${percent(f1)} / ${percent(area)}`);
  say('cross-validation: transit');
  const transit = transitFolds(corpus);
  line(
    'negative or not, MobASA, 5-fold: AUC (part like the test set)',
    `${percent(transit.negativeAuc)} (${percent(transit.likeTestAuc)})`,
  );
  line('sentiment, MobASA, 5-fold: macro-F1', percent(transit.macroF1));
  say('texts that no weight has seen');
  const sentiment = (title: string, examples: readonly Example[]): void => {
    const { recall, f1, accuracy, negativeAuc, count } = testSentiment(model, examples);
    line(
      `sentiment, ${title} (${count})`,
      `R ${percent(recall)} F1 ${percent(f1)} micro-F1 ${percent(accuracy)} neg AUC ${percent(negativeAuc)}`,
    );
  };
  const of = (examples: readonly Example[], name: SetName) => examples.filter(({ set }) => set === name);
  sentiment('TweetEval validation', of(corpus.examples, 'validation'));
  sentiment('airline, zero-shot', of(unseen, 'airline'));
  sentiment('UMSAB German, zero-shot', of(unseen, 'umsab-de'));
  sentiment('GermEval, zero-shot', of(unseen, 'germeval'));
  for (const language of ['en', 'de'] as const) {
    const held = corpus.examples.filter((one) => one.isHeld === true && one.language === language);
    sentiment(`own held, ${language}`, held);
    const told = held.filter(({ kind }) => kind !== 'same_problem');
    const { f1, auc: area, count } = testComplaint(model, told);
    line(`complaint, own held, ${language} (${count})`, `macro-F1 / AUC ${percent(f1)} / ${percent(area)}`);
  }
  return `${lines.join('\n')}\n`;
};
