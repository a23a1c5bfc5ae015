import { generatePosts } from './generate-posts.ts';

/** English texts of 140 to 280 signs. */
export const englishTexts = (seed: number, count: number): readonly string[] => {
  const texts: string[] = [];
  for (const { text, lang } of generatePosts({ seed, count: count * 3, now: new Date() })) {
    if (lang !== 'en' || text.length < 140 || text.length > 280) continue;
    texts.push(text);
    if (texts.length === count) return texts;
  }
  throw new Error(`only ${texts.length} of ${count} generated texts are English`);
};
