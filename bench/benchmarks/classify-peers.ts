import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { englishTexts } from '../posts/english-texts.ts';
import { perSecondOf } from '../processor-time.ts';

const shared = {
  better: 'higher',
  unit: 'x',
  sides:
    'both: one thread, texts that were read before, posts per second of processor time; what posts never read before cost is told too',
} as const;

export const classifyNatural: Benchmark = {
  ...shared,
  name: 'classify-natural',
  what: "`classify`, all heads and rules, against natural's SentimentAnalyzer (PorterStemmer, afinn, WordTokenizer), posts/s",
  bar: 8,
  run: async (context) => measure(context, { posts: 6_000, peer: await analyzer() }),
};

export const classifyBayes: Benchmark = {
  ...shared,
  name: 'classify-bayes',
  what: "the same against natural's BayesClassifier with 5,000 terms of generated posts",
  bar: 60,
  run: async (context) => measure(context, { posts: 600, peer: await bayes() }),
};

export const classifyVader: Benchmark = {
  ...shared,
  name: 'classify-vader',
  what: 'the same against vader-sentiment',
  bar: 30,
  run: async (context) => measure(context, { posts: 1_500, peer: await ofVader() }),
};

type Peer = (text: string) => unknown;

// Loaded by the benchmark that asks for them: together they take half a second.
const analyzer = async (): Promise<Peer> => {
  const { default: SentimentAnalyzer } = await import('natural/lib/natural/sentiment/SentimentAnalyzer.js');
  const { default: PorterStemmer } = await import('natural/lib/natural/stemmers/porter_stemmer.js');
  const { WordTokenizer } = await import('natural/lib/natural/tokenizers/regexp_tokenizer.js');
  const tokenizer = new WordTokenizer();
  const sentiment = new SentimentAnalyzer('English', PorterStemmer, 'afinn');
  return (text) => sentiment.getSentiment(tokenizer.tokenize(text));
};

const ofVader = async (): Promise<Peer> => {
  const { default: vader } = await import('vader-sentiment');
  return (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text);
};

const mostTerms = 5_000;

/** The labels are ours: what a peer has learnt changes its time as little as that of a table its contents. */
const bayes = async (): Promise<Peer> => {
  const { classify } = await built.classify();
  const { default: BayesClassifier } = await import('natural/lib/natural/classifiers/bayes_classifier.js');
  const classifier = new BayesClassifier();
  for (const text of englishTexts(77, 5_000)) {
    const isComplaint = classify({ text, parentText: null }).complaint >= 0.5;
    classifier.addDocument(text, isComplaint ? 'complaint' : 'other');
    if (Object.keys(classifier.features).length >= mostTerms) break;
  }
  classifier.train();
  return (text) => classifier.classify(text);
};

/** Posts after which the compiler has nothing more to do. */
const warmAfter = 50_000;

interface Compared {
  readonly peer: Peer;
  /** How many posts it reads in a round: some tenths of a second. */
  readonly posts: number;
}

const measure = async (context: Context, { peer, posts }: Compared): Promise<Measured> => {
  const { classify } = await built.classify();
  const ours = (text: string): unknown => classify({ text, parentText: null });
  const texts = englishTexts(1, context.isQuick ? 3_000 : 10_000);
  const fewer = texts.slice(0, context.isQuick ? Math.ceil(posts / 3) : posts);
  const unread: number[] = [];
  for (let read = 0; read < warmAfter; read += texts.length) perSecondOf(texts, ours);
  perSecondOf(fewer, peer);
  const pairs = await interleave(context.rounds, {
    ours: async () => perSecondOf(texts, ours),
    plain: async () => perSecondOf(fewer, peer),
    onRound: (round) => unread.push(perSecondOf(englishTexts(100 + round, 2_000), ours)),
  });
  const never = Math.round(unread.reduce((sum, value) => sum + value, 0) / unread.length);
  return {
    rounds: pairs.ratios,
    detail: `${sayPairs(pairs, 'posts/s')}; ${never.toLocaleString('en')} of posts never read before`,
  };
};
