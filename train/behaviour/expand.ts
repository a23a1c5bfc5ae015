import { createRandom } from '../learn/random.ts';

/** Word lists by the name that stands in curly brackets. */
export type Words = Readonly<Record<string, readonly string[]>>;

export const listed = (text: string): readonly string[] =>
  text
    .split(/[\n,]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

/**
 * Sentences of a frame: `{good}` takes a word of that list, `(a|b)` one side, each by a chance that the seed fixes. Two of
 * the same list in one frame may differ. Throws for a list that is not there.
 */
export const expand = (frame: string, words: Words, count: number, seed: number): readonly string[] => {
  const random = createRandom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const one = (): string =>
    frame
      .replace(/\(([^()]*\|[^()]*)\)/g, (_, sides: string) => pick(sides.split('|')))
      .replace(/\{(\w+)\}/g, (_, name: string) => {
        const list = words[name];
        if (list === undefined) throw new Error(`no list of words is called ${name}`);
        return pick(list);
      })
      .replace(/\b([Aa]) (?=[aeiouAEIOU])/g, '$1n ')
      .replace(/ {2,}/g, ' ')
      .trim();
  return [...new Set(Array.from({ length: count }, one))].map(
    (text) => text.slice(0, 1).toUpperCase() + text.slice(1),
  );
};
