import { RegexpTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';
import type { Term, TermOf } from './term.ts';

/** A word, number, mark or emoji of the text with its place in UTF-16 code units. */
export interface Token {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
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

/** Tokens in the order of the text. What lies between them (spaces, hyphens, decoration) never begins a token. */
export const tokenize = (text: string, termOf: TermOf): readonly Token[] => {
  const words = tokenizer.tokenize(text);
  if (words === null) return [];
  const tokens: Token[] = [];
  let from = 0;
  for (const word of words) {
    const start = text.indexOf(word, from);
    from = start + word.length;
    tokens.push({ term: termOf(word), start, end: from });
  }
  return tokens;
};
