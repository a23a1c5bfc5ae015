import { join } from 'node:path';
import { eld } from 'eld/extrasmall';
import type { Model } from '../src/classify/model/model.ts';
import { shippedModel } from '../src/classify/model/shipped-model.ts';
import { read } from '../src/classify/reading/read.ts';
import { packageRoot } from '../src/lib/package-root.ts';
import { UserError } from '../src/lib/user-error.ts';
import type { Example } from './corpus/example.ts';
import { loadTraining, loadUnseen } from './corpus/load.ts';
import { interval } from './evaluation/bootstrap.ts';
import { peers } from './evaluation/peers.ts';
import { predictText, sentimentOf } from './evaluation/zero-shot.ts';
import { accuracy, auc, macroF1, macroRecall } from './learn/measures.ts';
import { asksForHelp, help, parseOptions } from './options.ts';

/** One row of the table of bars: what is measured, on which texts, by which measure. */
interface Bar {
  readonly name: string;
  readonly texts: readonly Example[];
  readonly bar: number;
  readonly measure: 'recall' | 'f1' | 'micro' | 'auc';
}

interface Said {
  /** 0 negative, 1 neutral, 2 positive. */
  readonly said: number;
  readonly negative: number;
}

const measures: Readonly<
  Record<Bar['measure'], (truth: readonly number[], said: readonly Said[]) => number>
> = {
  recall: (truth, said) =>
    macroRecall(
      truth,
      said.map((one) => one.said),
      3,
    ),
  f1: (truth, said) =>
    macroF1(
      truth,
      said.map((one) => one.said),
      3,
    ),
  micro: (truth, said) =>
    accuracy(
      truth,
      said.map((one) => one.said),
    ),
  auc: (truth, said) =>
    auc(
      truth.map((one) => one === 0),
      said.map((one) => one.negative),
    ),
};

const percent = (x: number): string => (100 * x).toFixed(1).padStart(5);

const main = (): void => {
  const { folder } = parseOptions(process.argv.slice(2));
  const model = shippedModel();
  const ours = (text: string): Said => sentimentOf(model, text);
  const own = loadTraining({ folder, ownFolder: join(packageRoot, 'train', 'own'), isResearch: false });
  const unseen = loadUnseen(folder);
  const of = (name: string): readonly Example[] =>
    [...own.examples, ...unseen].filter(
      ({ set, isHeld }) => set === name && (name !== 'own' || isHeld === true),
    );
  const bars: readonly Bar[] = [
    { name: 'TweetEval validation, macro-recall', texts: of('validation'), bar: 65.5, measure: 'recall' },
    { name: 'airline zero-shot, negative AUC', texts: of('airline'), bar: 88, measure: 'auc' },
    { name: 'UMSAB German zero-shot, macro-F1', texts: of('umsab-de'), bar: 52, measure: 'f1' },
    { name: 'GermEval zero-shot, micro-F1', texts: of('germeval'), bar: 69, measure: 'micro' },
    { name: 'MobASA (trained on), negative AUC', texts: of('mobasa'), bar: 95, measure: 'auc' },
    { name: 'own held-out, macro-F1', texts: of('own'), bar: 0, measure: 'f1' },
  ];
  const sides = [['evenhand', ours] as const, ...peers()];
  process.stdout.write(`${''.padEnd(38)}  bar  ${sides.map(([name]) => name.padStart(22)).join('')}\n`);
  for (const bar of bars) process.stdout.write(`${rowOf(bar, sides)}\n`);
  process.stdout.write(`${languagesOf(of('own'), model)}\n`);
  process.stdout.write(`${speedOf(of('validation'), sides)}\n`);
  process.stdout.write(`${wholeSpeed(of('validation'), (text) => predictText(model, text))}\n`);
};

const rowOf = (
  { name, texts, bar, measure }: Bar,
  sides: readonly (readonly [string, (text: string) => Said])[],
): string => {
  const truth = texts.map(({ sentiment }) => sentiment ?? 1);
  const cells = sides.map(([, side]) => {
    const said = texts.map(({ text }) => side(text));
    const [low, high] = interval(truth.length, (rows) =>
      measures[measure](
        rows.map((row) => truth[row] ?? 1),
        rows.map((row) => said[row] as Said),
      ),
    );
    return `${percent(measures[measure](truth, said))} [${percent(low)},${percent(high)}]`.padStart(22);
  });
  return `${name.padEnd(38)} ${String(bar).padStart(4)}  ${cells.join('')}`;
};

/** Right languages of our own short posts: the model and eld's smallest. */
const languagesOf = (texts: readonly Example[], model: Model): string => {
  const short = texts.filter(({ text }) => text.length < 100);
  const right = short.filter(({ text, language }) => predictText(model, text).language === language).length;
  const eldRight = short.filter(({ text, language }) => eld.detect(text).language === language).length;
  return `language of own short posts: ${right} of ${short.length} right, eld/extrasmall ${eldRight}`;
};

/** Texts a second, the whole way from the words. */
const speedOf = (
  texts: readonly Example[],
  sides: readonly (readonly [string, (text: string) => Said])[],
): string => {
  const rates = sides.map(([, side]) => {
    for (const { text } of texts) side(text);
    const begun = performance.now();
    for (const { text } of texts) side(text);
    return Math.round((texts.length / (performance.now() - begun)) * 1_000);
  });
  return `${'texts a second'.padEnd(45)}${rates.map((rate) => String(rate).padStart(22)).join('')}`;
};

const wholeSpeed = (texts: readonly Example[], predict: (text: string) => unknown): string => {
  const timeOf = (run: (text: string) => unknown): number => {
    const begun = performance.now();
    for (const { text } of texts) run(text);
    return ((performance.now() - begun) / texts.length) * 1_000;
  };
  timeOf(predict);
  const reading = Math.min(timeOf(read), timeOf(read));
  const all = Math.min(timeOf(predict), timeOf(predict));
  return `microseconds a text: ${reading.toFixed(1)} reading by the rules, ${(all - reading).toFixed(1)} signs and model`;
};

try {
  if (asksForHelp(process.argv)) process.stdout.write(help);
  else main();
} catch (error) {
  process.stderr.write(`${error instanceof UserError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof UserError ? 2 : 1;
}
