import { createRequire } from 'node:module';

interface Said {
  readonly said: number;
  readonly negative: number;
}

export type Peer = readonly [string, (text: string) => Said];

const require = createRequire(import.meta.url);

/** Negative below `low`, positive above `high`, neutral between: the defaults of each package. */
const byScore =
  (score: (text: string) => number, edge: number) =>
  (text: string): Said => {
    const value = score(text) || 0;
    return { said: value < -edge ? 0 : value > edge ? 2 : 1, negative: -value };
  };

/** The sentiment lexicons of JavaScript, each as its readme says. */
export const peers = (): readonly Peer[] => {
  const natural = require('natural/lib/natural/sentiment/SentimentAnalyzer.js') as new (
    language: string,
    stemmer: unknown,
    lexicon: string,
  ) => { getSentiment: (words: readonly string[]) => number };
  const { WordTokenizer } = require('natural/lib/natural/tokenizers/index.js') as {
    WordTokenizer: new () => { tokenize: (text: string) => readonly string[] };
  };
  const stemmer: unknown = require('natural/lib/natural/stemmers/porter_stemmer.js');
  const analyzer = new natural('English', stemmer, 'afinn');
  const words = new WordTokenizer();
  const Sentiment = require('sentiment') as new () => { analyze: (text: string) => { comparative: number } };
  const plain = new Sentiment();
  const vader = require('vader-sentiment') as {
    SentimentIntensityAnalyzer: { polarity_scores: (text: string) => { compound: number } };
  };
  const wink = require('wink-sentiment') as (text: string) => { normalizedScore: number };
  return [
    ['natural', byScore((text) => analyzer.getSentiment(words.tokenize(text)), 0)],
    ['sentiment', byScore((text) => plain.analyze(text).comparative, 0)],
    [
      'vader-sentiment',
      byScore((text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05),
    ],
    ['wink-sentiment', byScore((text) => wink(text).normalizedScore, 0)],
  ];
};
