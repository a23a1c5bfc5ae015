/** One step of a phrase: a word of the text that carries this symbol, or up to `max` words of any kind. */
export type Step = SymbolStep | { readonly kind: 'gap'; readonly max: number };

export interface SymbolStep {
  readonly kind: 'symbol';
  readonly symbol: string;
}

/** A phrase in all its readings, and the label that its line gives after ` = `. */
export interface Phrase {
  readonly readings: readonly (readonly Step[])[];
  readonly label: string | null;
}

/**
 * Reads one line of the lexicon, e.g. `no one (picks|answers) .. phone = unanswered`. Parts: `word`, `word*` (begins
 * with), `*word` (ends with), `~word` (same stem), `$class` (member of a word class), `<n>` (a number or a number word),
 * `(a|b c)` one of them, `part?` may be missing, `..` up to three words of the same sentence between, `...` up to seven.
 */
export const parsePhrase = (line: string): Phrase => {
  const [left = '', label] = line.split(' = ');
  return { readings: sequenceOf(tokensOf(left)), label: label?.trim() ?? null };
};

type Readings = Step[][];

/** Parentheses, bars and optional marks by themselves; `^|` and the like are marks of their own only inside words. */
// A smiley is one word: split at its bracket, `:)` would count every colon as praise.
const tokensOf = (left: string): string[] =>
  left.match(/[:;=]['’]?-?[()DPp/|](?=\s|$)|\)\?|[()|]|[^\s()|]+/g) ?? [];

const sequenceOf = (tokens: string[]): Readings => {
  let readings: Readings = [[]];
  for (
    let token = tokens[0];
    token !== undefined && token !== '|' && !token.startsWith(')');
    token = tokens[0]
  ) {
    tokens.shift();
    const choices = token === '(' ? groupOf(tokens) : wordOf(token);
    readings = follow(readings, choices);
  }
  return readings;
};

/** Each reading goes on with each choice. */
const follow = (readings: Readings, choices: Readings): Readings => {
  const [only] = choices;
  if (only === undefined || choices.length > 1)
    return readings.flatMap((reading) => choices.map((choice) => [...reading, ...choice]));
  for (const reading of readings) reading.push(...only);
  return readings;
};

/** Alternatives of one word become one symbol, so that groups in a row do not multiply. */
const groupOf = (tokens: string[]): Readings => {
  const options: Readings = [];
  let end = '|';
  while (end === '|') {
    options.push(...sequenceOf(tokens));
    end = tokens.shift() ?? ')';
  }
  const merged = mergeWords(options.filter((option) => option.length > 0));
  return end === ')?' ? [...merged, []] : merged;
};

const wordOf = (token: string): Readings => {
  const isOptional = token.length > 1 && token.endsWith('?');
  const step = stepOf(isOptional ? token.slice(0, -1) : token);
  return isOptional ? [[step], []] : [[step]];
};

const mergeWords = (options: Readings): Readings => {
  const words: string[] = [];
  const rest: Readings = [];
  for (const option of options) {
    const [first] = option;
    if (
      option.length === 1 &&
      first?.kind === 'symbol' &&
      first.symbol !== '<n>' &&
      !first.symbol.startsWith('(')
    )
      words.push(first.symbol);
    else rest.push(option);
  }
  if (words.length < 2) return options;
  return [[{ kind: 'symbol', symbol: `(${[...new Set(words)].sort().join(' ')})` }], ...rest];
};

const stepOf = (symbol: string): Step => {
  if (symbol === '..') return { kind: 'gap', max: 3 };
  return symbol === '...' ? { kind: 'gap', max: 7 } : { kind: 'symbol', symbol };
};
