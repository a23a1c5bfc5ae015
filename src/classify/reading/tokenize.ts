import { RegexpTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';
import { createPieceCache } from './piece-cache.ts';
import type { Term, TermOf } from './term.ts';

/** The words, numbers, marks and emoji of a text in its order. */
export interface Tokens {
  readonly terms: readonly Term[];
  /** Where each begins, in UTF-16 code units. */
  readonly starts: readonly number[];
}

// Every alternative either fits in a few characters or eats all that it looked at, so the scan stays linear.
const pattern = new RegExp(
  [
    String.raw`https?:\/\/\S+|www\.\S+`,
    String.raw`<\/?[a-zA-Z][^<>\n]{0,200}>|&[a-z]{2,6};|&#\d{1,6};`,
    String.raw`@[\p{L}\p{N}_.]*[\p{L}\p{N}_]`,
    String.raw`\p{N}[\p{L}\p{N}]*(?:[.,:\-][\p{L}\p{N}]+|['’]\p{N}{3})*`,
    String.raw`[\p{L}_](?:['’‘´\u200B-\u200F\u00AD\u2060]?[\p{L}\p{M}\p{N}_]+)*(?:-\p{N}[\p{L}\p{N}\-]*)?`,
    String.raw`\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*`,
    `[:;=]['’]?-?[()DPp/|]`,
    String.raw`\n+|\.{2,}|[.,;:!?…()"„“”«»€$£¥₹%+#=<>…]`,
  ].join('|'),
  'gu',
);
const tokenizer = new RegexpTokenizer({ pattern, gaps: false });

export type Tokenize = (text: string) => Tokens;

/**
 * Takes texts apart, piece by piece: what stands between spaces ("kaputt.", "order:") mostly came before, and then its
 * tokens are at hand. What lies between tokens never begins one.
 */
export const createTokenizer = (termOf: TermOf): Tokenize => {
  const pieceAt = createPieceCache((word) => pieceOf(word, termOf));
  // Filled for each text and copied once: arrays that grow are copied three times.
  const terms: Term[] = [];
  const starts: number[] = [];
  return (text) => {
    if (text.includes('<') && markup.test(text)) return takeApart(text, termOf);
    let count = 0;
    for (let from = 0; from < text.length; ) {
      const found = pieceAt(text, from);
      if (found === null) {
        from++;
        continue;
      }
      if (isTerm(found)) {
        terms[count] = found;
        starts[count++] = from;
      } else {
        const { terms: some, starts: offsets } = found;
        for (let nth = 0; nth < some.length; nth++) {
          terms[count] = some[nth] as Term;
          starts[count++] = from + (offsets[nth] ?? 0);
        }
      }
      const to = from + found.word.length;
      // Asked beyond the end, `charCodeAt` says NaN, and the compiler then gives up on small numbers.
      from = to < text.length && text.charCodeAt(to) === space ? to + 1 : to;
    }
    const tokens = { terms: terms.slice(0, count), starts: starts.slice(0, count) };
    if (count > mostKept) terms.length = starts.length = 0;
    return tokens;
  };
};

/** Of longer texts nothing is kept: posts have some fifty tokens. */
const mostKept = 1_000;

/** No token but markup and a run of new lines holds a space or a new line: elsewhere texts can be cut at them. */
const space = 0x20;
const markup = /<\/?[a-zA-Z]/;

/** A piece of several tokens, or of none, such as a dash; their places are told from its own. */
interface Piece extends Tokens {
  readonly word: string;
  /** No term has it. */
  readonly number: typeof noTerm;
}

const noTerm = -1;

/** Most pieces are a word and nothing else. */
const isTerm = (found: Piece | Term): found is Term => found.number !== noTerm;

const pieceOf = (word: string, termOf: TermOf): Piece | Term => {
  const { terms, starts } = takeApart(word, termOf);
  const [term] = terms;
  if (term !== undefined && term.word.length === word.length) return term;
  return { word, number: noTerm, terms, starts };
};

const takeApart = (word: string, termOf: TermOf): Tokens => {
  const tokens = tokenizer.tokenize(word) ?? [];
  const starts: number[] = [];
  let from = 0;
  for (const token of tokens) {
    const start = word.indexOf(token, from);
    starts.push(start);
    from = start + token.length;
  }
  return { terms: tokens.map((token) => termOf(token)), starts };
};
