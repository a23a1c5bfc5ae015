import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { englishTexts } from '../posts/english-texts.ts';
import { perSecondOf } from '../processor-time.ts';

export const classifyLinear: Benchmark = {
  name: 'classify-linear',
  what: 'an article of 100 kB against its hundred parts of 1 kB, time',
  bar: 1.3,
  better: 'lower',
  unit: 'x',
  sides: 'both: `classify` in one thread, processor time',
  run: async (context) => measure(context),
};

const parts = 100;
const partLength = 1_000;

const measure = async (context: Context): Promise<Measured> => {
  const { classify } = await built.classify();
  const ours = (text: string): unknown => classify({ text, parentText: null });
  const pieces = partsOfText(englishTexts(1, parts * 8).join('\n'));
  const article = [pieces.join('\n')];
  const times = context.isQuick ? 20 : 100;
  const articles = Array.from({ length: times }, () => article).flat();
  const manyPieces = Array.from({ length: times }, () => pieces).flat();
  /** Milliseconds for all that the article says. */
  const whole = (): number => 1_000 / perSecondOf(articles, ours);
  const apart = (): number => (1_000 * parts) / perSecondOf(manyPieces, ours);
  whole();
  apart();
  const pairs = await interleave(context.rounds, { ours: async () => whole(), plain: async () => apart() });
  return { rounds: pairs.ratios, detail: sayPairs(pairs, 'ms') };
};

const partsOfText = (text: string): readonly string[] =>
  Array.from({ length: parts }, (_, n) => text.slice(n * partLength, (n + 1) * partLength));
