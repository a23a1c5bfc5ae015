// Peers without types of their own, and deep paths of `natural`, whose root loads 1,268 modules.
declare module 'natural/lib/natural/tokenizers/regexp_tokenizer.js' {
  export class WordTokenizer {
    tokenize(text: string): string[];
  }
}
declare module 'natural/lib/natural/sentiment/SentimentAnalyzer.js' {
  export default class SentimentAnalyzer {
    constructor(language: string, stemmer: { stem(word: string): string }, vocabulary: string);
    getSentiment(words: readonly string[]): number;
  }
}
declare module 'natural/lib/natural/classifiers/bayes_classifier.js' {
  export default class BayesClassifier {
    /** How often each stem was seen. */
    readonly features: Readonly<Record<string, number>>;
    addDocument(text: string, label: string): void;
    train(): void;
    classify(text: string): string;
  }
}
declare module 'vader-sentiment' {
  const vader: {
    readonly SentimentIntensityAnalyzer: {
      polarity_scores(text: string): { readonly compound: number };
    };
  };
  export default vader;
}
