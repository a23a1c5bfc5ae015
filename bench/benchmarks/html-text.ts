import { convert, type HtmlToTextOptions } from 'html-to-text';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { generateHtml } from '../posts/generate-html.ts';
import { perSecondOf } from '../processor-time.ts';

export const htmlText: Benchmark = {
  name: 'html-text',
  what: 'the text that a person reads of HTML against html-to-text, posts per second',
  bar: 1,
  better: 'higher',
  unit: 'x',
  sides:
    'both: one thread, posts per second of processor time; posts of Mastodon, Discourse, Hacker News and blogs, of which both read the same words',
  run: async (context) => measure(context),
};

/** Words alone, as ours: no addresses, no wrapping, headings as they are written. */
const theirs: HtmlToTextOptions = {
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    { selector: 'img', format: 'skip' },
    ...['h1', 'h2', 'h3'].map((selector) => ({ selector, options: { uppercase: false } })),
  ],
};

const measure = async (context: Context): Promise<Measured> => {
  const { htmlToText } = await built.htmlText();
  const pages = generateHtml({ seed: 7, count: context.isQuick ? 2_000 : 10_000 });
  const ours = (html: string): string => htmlToText(html, 'https://blog.example/').text;
  const peer = (html: string): string => convert(html, theirs);
  for (const html of pages) sameWords(ours(html), peer(html));
  const perSecond = (read: (html: string) => string): number => perSecondOf(pages, read);
  perSecond(ours);
  perSecond(peer);
  const pairs = await interleave(context.rounds, {
    ours: () => Promise.resolve(perSecond(ours)),
    plain: () => Promise.resolve(perSecond(peer)),
  });
  return { rounds: pairs.ratios, detail: sayPairs(pairs, 'posts per second') };
};

/** Marks of lists and quotations are no words. */
const wordsOf = (text: string): string => (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

const sameWords = (ours: string, theirText: string): void => {
  if (wordsOf(ours) !== wordsOf(theirText))
    throw new Error(`the two read different words: "${ours.slice(0, 200)}" and "${theirText.slice(0, 200)}"`);
};
