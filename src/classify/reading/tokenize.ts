import { RegexpTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';
import { createBoundedCache } from './bounded-cache.ts';
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
    String.raw`\p{N}[\p{L}\p{N}]*(?:[.,:\-][\p{L}\p{N}]+)*`,
    String.raw`[\p{L}_](?:['’‘´\u200B-\u200F\u00AD\u2060]?[\p{L}\p{M}\p{N}_]+)*(?:-\p{N}[\p{L}\p{N}\-]*)?`,
    String.raw`\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|[\u{1F3FB}-\u{1F3FF}])*`,
    `[:;=]['’]?-?[()DPp/|]`,
    String.raw`\n+|\.{2,}|[.,;:!?…()"„“”«»€$£¥%+#=<>…]`,
  ].join('|'),
  'gu',
);
const tokenizer = new RegexpTokenizer({ pattern, gaps: false });

/** No token but markup holds white space: all others stand in one of these. */
const pieces = new RegexpTokenizer({ pattern: /\n+|\S+/g, gaps: false });

/** The tokens of a piece, one after the other. */
interface Chain {
  readonly term: Term;
  /** Counted from where the piece begins. */
  readonly start: number;
  readonly next: Chain | null;
}

export type Tokenize = (text: string) => Tokens;

/**
 * Takes texts apart. What stands between white space ("kaputt.", "order:") mostly came before, so that its tokens are
 * kept: that takes half the time of matching each token anew. What lies between tokens never begins one.
 */
export const createTokenizer = (termOf: TermOf): Tokenize => {
  const tokensOf = createBoundedCache((piece) => takeApart(piece, termOf));
  return (text) => {
    const terms: Term[] = [];
    const starts: number[] = [];
    let from = 0;
    for (const piece of piecesOf(text)) {
      const first = piece.charCodeAt(0);
      while (text.charCodeAt(from) !== first) from++;
      for (let token = tokensOf(piece); token !== null; token = token.next) {
        terms.push(token.term);
        starts.push(from + token.start);
      }
      from += piece.length;
    }
    return { terms, starts };
  };
};

const piecesOf = (text: string): readonly string[] =>
  text.includes('<') ? [text] : (pieces.tokenize(text) ?? []);

/** Null: a piece without a token, such as a dash. */
const takeApart = (piece: string, termOf: TermOf): Chain | null => {
  const words = tokenizer.tokenize(piece) ?? [];
  const starts: number[] = [];
  let from = 0;
  for (const word of words) {
    const start = piece.indexOf(word, from);
    starts.push(start);
    from = start + word.length;
  }
  let chain: Chain | null = null;
  for (let at = words.length - 1; at >= 0; at--)
    chain = { term: termOf(words[at] ?? ''), start: starts[at] ?? 0, next: chain };
  return chain;
};
