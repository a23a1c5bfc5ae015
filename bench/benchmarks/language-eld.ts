import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { shortPosts } from '../posts/short-posts.ts';
import { perSecondOf } from '../processor-time.ts';

export const languageEld: Benchmark = {
  name: 'language-eld',
  what: 'the language of 400 posts of two to twelve words against eld/extrasmall, posts/s; 0 where eld has more of them right',
  bar: 5,
  better: 'higher',
  unit: 'x',
  sides: 'both: one thread, from the text to the language, posts per second of processor time',
  run: async (context) => measure(context),
};

type Detect = (text: string) => string;

const measure = async (context: Context): Promise<Measured> => {
  const ours = await languageHead();
  const { eld } = await import('eld/extrasmall');
  const theirs: Detect = (text) => eld.detect(text).language;
  const [right, theirRight] = [rightOf(ours), rightOf(theirs)];
  const repeats = context.isQuick ? 20 : 100;
  const texts = Array.from({ length: repeats }, () => shortPosts.map(({ text }) => text)).flat();
  const fewer = texts.slice(0, texts.length / 5);
  perSecondOf(texts, ours);
  perSecondOf(fewer, theirs);
  const pairs = await interleave(context.rounds, {
    ours: async () => perSecondOf(texts, ours),
    plain: async () => perSecondOf(fewer, theirs),
  });
  return {
    rounds: right < theirRight ? pairs.ratios.map(() => 0) : pairs.ratios,
    detail: `right ${right} against ${theirRight} of ${shortPosts.length}; ${sayPairs(pairs, 'posts/s')}`,
  };
};

/** The head alone, with the words that it needs and without phrases and rules. */
const languageHead = async (): Promise<Detect> => {
  const { compiled } = await built.compiled();
  const { detectLanguage } = await built.detectLanguage();
  const { shippedModel } = await built.shippedModel();
  const model = shippedModel();
  return (text) => {
    const { terms } = compiled.tokenize(text);
    return detectLanguage(terms, { likely: model.languagesOf(terms), declared: null, fallback: 'en' });
  };
};

const rightOf = (detect: Detect): number =>
  shortPosts.filter(({ text, language }) => detect(text) === language).length;
