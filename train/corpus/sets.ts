import type { Language } from '../../src/domain/classification.ts';
import type { Example, Sentiment, SetName } from './example.ts';
import { bankingCategories, bitextCategories } from './intents.ts';
import { type Row, readLines, stringOf } from './read-lines.ts';

/** A set of `shared/data`, and whether weights that have seen it may be shipped (SOURCES.md). */
export interface LabelledSet {
  readonly name: SetName;
  readonly file: string;
  readonly ship: boolean;
  readonly language: Language;
  /** What a row says beyond its text; null: a row to leave out. */
  readonly labels: (row: Row) => Partial<Example> | null;
}

const bySentiment: Readonly<Record<string, Sentiment>> = { neg: 0, neu: 1, pos: 2 };
const sentimentOf = (text: string): Partial<Example> => {
  const sentiment = bySentiment[text.slice(0, 3).toLowerCase()];
  return sentiment === undefined ? {} : { sentiment };
};
const isOne = (value: unknown): boolean => Number(value) === 1;
const bySentimentLabel = (row: Row): Partial<Example> => sentimentOf(stringOf(row, 'label'));

// Below this mean of 20 ratings people agree on a direction; between the two it is left out.
const clear = 0.7;
const none = 0.4;

const byRating = (row: Row): Partial<Example> | null => {
  const rating = Number(row.rating);
  if (Math.abs(rating) < none) return { sentiment: 1 };
  if (Math.abs(rating) < clear) return null;
  return { sentiment: rating < 0 ? 0 : 2 };
};

const complaintSet = (row: Row): Partial<Example> => ({
  complaint: isOne(row.label),
  ...sentimentOf(stringOf(row, 'sentiment')),
  domain: stringOf(row, 'domain'),
});

export const sets: readonly LabelledSet[] = [
  { name: 'xci', file: 'complaints-en-xci', ship: true, language: 'en', labels: complaintSet },
  { name: 'xfincorp', file: 'complaints-en-xfincorp', ship: true, language: 'en', labels: complaintSet },
  { name: 'cesamard', file: 'complaints-en-cesamard', ship: true, language: 'en', labels: complaintSet },
  { name: 'semeval', file: 'sentiment-en-semeval', ship: true, language: 'en', labels: bySentimentLabel },
  {
    name: 'validation',
    file: 'sentiment-en-validation',
    ship: true,
    language: 'en',
    labels: bySentimentLabel,
  },
  { name: 'vader', file: 'sentiment-en-vader', ship: true, language: 'en', labels: byRating },
  {
    name: 'mobasa',
    file: 'transit-de-mobasa',
    ship: true,
    language: 'de',
    labels: (row) => ({ ...bySentimentLabel(row), isLikeTest: Array.isArray(row.cats) }),
  },
  {
    name: 'banking77',
    file: 'intents-en-banking77',
    ship: true,
    language: 'en',
    labels: (row) => bankingCategories(stringOf(row, 'intent')),
  },
  {
    name: 'bitext',
    file: 'intents-en-bitext',
    ship: true,
    language: 'en',
    labels: (row) => bitextCategories(stringOf(row, 'intent')),
  },
  { name: 'airline', file: 'research-airline-en', ship: false, language: 'en', labels: bySentimentLabel },
  {
    name: 'germeval',
    file: 'research-rail-de-germeval',
    ship: false,
    language: 'de',
    labels: bySentimentLabel,
  },
  { name: 'umsab-de', file: 'sentiment-de-umsab', ship: false, language: 'de', labels: bySentimentLabel },
  {
    name: 'sb10k',
    file: 'research-sentiment-de-sb10k',
    ship: false,
    language: 'de',
    labels: bySentimentLabel,
  },
  {
    name: 'potts',
    file: 'research-sentiment-de-potts',
    ship: false,
    language: 'de',
    labels: bySentimentLabel,
  },
];

// Reviews of several thousand signs would weigh as much as a hundred posts.
const longest = 1_500;

export const readSet = (folder: string, set: LabelledSet): readonly Example[] =>
  readLines(`${folder}/${set.file}.jsonl`).flatMap((row) => {
    const labels = set.labels(row);
    if (labels === null) return [];
    const text = stringOf(row, 'text').replace(/\\n/g, '\n').slice(0, longest);
    return [{ set: set.name, text, language: set.language, ...labels }];
  });
