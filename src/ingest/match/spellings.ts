import { SPACE } from './fold.ts';

type Codes = readonly number[];

/** A phrase of many umlauts would have thousands of spellings; past this number only the written one goes on. */
const MAX_SPELLINGS = 64;

/**
 * Every way in which a folded phrase is commonly typed: Müller, Mueller, Muller; Straße, Strasse; McDonald's,
 * McDonalds. Written with ue, it is found with ü; written with u, it is not, since that would be another word.
 */
export const spellingsOf = (phrase: Codes): readonly Codes[] => {
  let spellings: number[][] = [[]];
  for (let i = 0; i < phrase.length; ) {
    const { length, ways } = waysAt(phrase, i);
    const first = ways[0] ?? [];
    const others = spellings.length * ways.length <= MAX_SPELLINGS ? ways.slice(1) : [];
    spellings = [
      ...spellings.map((begun) => [...begun, ...first]),
      ...others.flatMap((way) => spellings.map((begun) => [...begun, ...way])),
    ];
    i += length;
  }
  const kept = spellings.map(withSingleSpaces).filter((codes) => codes.length > 0);
  return [...new Map(kept.map((codes) => [codes.join(), codes])).values()];
};

/** In a hashtag the words of a phrase stand without blanks; null for a single word. */
export const closedSpelling = (phrase: Codes): Codes | null =>
  phrase.includes(SPACE) ? phrase.filter((code) => code !== SPACE) : null;

interface Ways {
  /** How much of the phrase these ways replace. */
  readonly length: number;
  readonly ways: readonly Codes[];
}

const codesOf = (text: string): Codes => Array.from(text, (char) => char.charCodeAt(0));

/** The written way stands first. */
const table: ReadonlyMap<string, readonly Codes[]> = new Map(
  [
    ['ä', 'a', 'ae'],
    ['ö', 'o', 'oe'],
    ['ü', 'u', 'ue'],
    ['ß', 'ss'],
    ['ae', 'ä'],
    ['oe', 'ö'],
    ['ue', 'ü'],
    ['ss', 'ß'],
    ["'", ''],
  ].map((ways) => [codesOf(ways[0] ?? '').join(), ways.map(codesOf)]),
);

const waysAt = (phrase: Codes, index: number): Ways => {
  for (const length of [2, 1]) {
    const ways = table.get(phrase.slice(index, index + length).join());
    if (ways !== undefined && index + length <= phrase.length) return { length, ways };
  }
  return { length: 1, ways: [phrase.slice(index, index + 1)] };
};

/** Without an apostrophe that stood alone, two blanks meet. */
const withSingleSpaces = (codes: Codes): Codes => {
  const single = codes.filter((code, i) => code !== SPACE || (i > 0 && codes[i - 1] !== SPACE));
  return single.at(-1) === SPACE ? single.slice(0, -1) : single;
};
