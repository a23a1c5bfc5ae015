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
  const pieceAt = createPieceCache((word) => takeApart(word, termOf));
  // Filled for each text and copied once: arrays that grow are copied three times.
  const terms: Term[] = [];
  const starts: number[] = [];
  return (text) => {
    if (text.includes('<') && markup.test(text)) return tokensOf(takeApart(text, termOf));
    let count = 0;
    for (let from = 0; from < text.length; ) {
      const first = pieceAt(text, from);
      if (first === null) {
        from++;
        continue;
      }
      for (let piece: Piece | null = first; piece !== null && piece.term !== null; piece = piece.rest) {
        terms[count] = piece.term;
        starts[count++] = from + piece.start;
      }
      const to = from + first.length;
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

/** The first token of a piece, and what is left of it. */
interface Piece {
  readonly word: string;
  /** Of the whole piece, in UTF-16 code units. */
  readonly length: number;
  /** Null: a piece without a token, such as a dash. */
  readonly term: Term | null;
  /** Where the token begins, from where the piece begins. */
  readonly start: number;
  readonly rest: Piece | null;
}

/** The tokens of a text that is one piece. */
const tokensOf = (first: Piece): Tokens => {
  const terms: Term[] = [];
  const starts: number[] = [];
  for (let piece: Piece | null = first; piece !== null && piece.term !== null; piece = piece.rest) {
    terms.push(piece.term);
    starts.push(piece.start);
  }
  return { terms, starts };
};

const takeApart = (word: string, termOf: TermOf): Piece => {
  const tokens = tokenizer.tokenize(word) ?? [];
  const starts: number[] = [];
  let from = 0;
  for (const token of tokens) {
    const start = word.indexOf(token, from);
    starts.push(start);
    from = start + token.length;
  }
  let piece: Piece | null = null;
  for (let at = tokens.length - 1; at >= 0; at--)
    piece = pieceOf(word, termOf(tokens[at] ?? ''), starts[at] ?? 0, piece);
  return piece ?? pieceOf(word, null, 0, null);
};

const pieceOf = (word: string, term: Term | null, start: number, rest: Piece | null): Piece => ({
  term,
  start,
  rest,
  length: word.length,
  word,
});
