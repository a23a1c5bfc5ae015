import { RegexpTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';
import type { Term, TermOf } from './term.ts';
import { createWordCache } from './word-cache.ts';

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
  const pieceOf = createWordCache((piece) => takeApart(piece, termOf));
  return (text) => {
    const terms: Term[] = [];
    const starts: number[] = [];
    const isWhole = text.includes('<') && markup.test(text);
    for (let from = 0; from < text.length; ) {
      const to = isWhole ? text.length : endOfPiece(text, from);
      let piece: Piece | null = to === from ? null : pieceOf(text, from, to);
      for (; piece !== null && piece.term !== null; piece = piece.rest) {
        terms.push(piece.term);
        starts.push(from + piece.start);
      }
      from = text.charCodeAt(to) === space ? to + 1 : to;
    }
    return { terms, starts };
  };
};

/** No token but markup and a run of new lines holds a space or a new line: elsewhere texts can be cut at them. */
const markup = /<\/?[a-zA-Z]/;
const space = 0x20;
const newLine = 0x0a;

/** Where the next space or new line stands; new lines that follow each other are one piece. */
const endOfPiece = (text: string, from: number): number => {
  let to = from;
  if (text.charCodeAt(from) === newLine) {
    while (text.charCodeAt(to) === newLine) to++;
    return to;
  }
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to);
    if (code === space || code === newLine) break;
  }
  return to;
};

/** The first token of a piece, and what is left of it. */
interface Piece {
  readonly word: string;
  /** Null: a piece without a token, such as a dash. */
  readonly term: Term | null;
  /** Where the token begins, from where the piece begins. */
  readonly start: number;
  readonly rest: Piece | null;
}

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
    piece = { word, term: termOf(tokens[at] ?? ''), start: starts[at] ?? 0, rest: piece };
  return piece ?? { word, term: null, start: 0, rest: null };
};
