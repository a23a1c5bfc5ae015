import type { Brand } from '../../src/domain/brand.ts';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { english } from '../posts/english.ts';
import { generatePosts } from '../posts/generate-posts.ts';
import { german } from '../posts/german.ts';
import { createRandom } from '../posts/random.ts';

export const matchPhrases: Benchmark = {
  name: 'match-phrases',
  what: 'finding 1,000 phrases in the same posts against finding 10, time',
  bar: 1.5,
  better: 'lower',
  unit: 'x',
  sides: 'both: the matcher in one process, without database or queue',
  run: async (context) => measure(context),
};

const measure = async (context: Context): Promise<Measured> => {
  const { compileWatchList, match } = await built.watchList();
  const { demoBrands } = await built.demo();
  const [brand] = demoBrands;
  if (brand === undefined) throw new Error('the demo has no brand');
  const few = compileWatchList([withPhrases(brand, 10)]);
  const many = compileWatchList([withPhrases(brand, 1_000)]);
  const count = context.isQuick ? 10_000 : 50_000;
  const texts = Array.from(generatePosts({ seed: 1, count, now: new Date() }), ({ text }) => text);
  const matchAll = async (list: typeof few): Promise<number> => {
    const begun = performance.now();
    let found = 0;
    for (const text of texts) found += match(list, text).length;
    const microseconds = ((performance.now() - begun) * 1_000) / texts.length;
    if (found === 0) throw new Error('no post names the brand');
    return microseconds;
  };
  await matchAll(few);
  await matchAll(many);
  const pairs = await interleave(context.rounds, {
    ours: () => matchAll(many),
    plain: () => matchAll(few),
  });
  return { rounds: pairs.ratios, detail: sayPairs(pairs, 'us per post') };
};

/** Phrases of two or three everyday words, so that many of them begin with a word which the posts hold. */
const withPhrases = (brand: Brand, count: number): Brand => {
  const random = createRandom(42);
  const words = [english, german].flatMap(({ words: lists }) => [
    ...(lists.thing ?? []),
    ...(lists.part ?? []),
    ...(lists.quality ?? []),
  ]);
  const phrases = new Set<string>();
  while (phrases.size < count) phrases.add(`${random.pick(words)} ${random.pick(words)}`);
  return { ...brand, phrases: [...phrases] };
};
