type Random = () => number;

const below = (random: Random, count: number): number => Math.floor(random() * count);
const wordsOf = (text: string): string[] => text.split(/\s+/);
const isPlainWord = (word: string): boolean => /^\p{L}{2,}$/u.test(word);

/** What happens to a text between two posts, each as the issue names it. `words` are those to put in. */
export const edits: Readonly<
  Record<string, (text: string, random: Random, words: readonly string[]) => string>
> = {
  repost: (text) => `RT @somebody_else: ${text}`,
  url: (text, random) => `${text} https://t.example/${below(random, 1e9).toString(36)}`,
  mention: (text, random) =>
    `@one${below(random, 1e3)} ${text.replace(/@\w+/g, '@other')} @two${below(random, 1e3)}`,
  'dropped word': (text, random) =>
    wordsOf(text)
      .toSpliced(below(random, wordsOf(text).length), 1)
      .join(' '),
  typo: (text, random) => {
    const letters = Array.from(text);
    const places = [...letters.keys()].filter((at) => /\p{L}/u.test(letters[at] ?? ''));
    letters[places[below(random, places.length)] ?? 0] = 'etaoinshr'[below(random, 9)] ?? '';
    return letters.join('');
  },
  truncation: (text) => `${text.slice(0, Math.ceil(text.length * 0.8))}…`,
  'three changed words': (text, random, words) => {
    const changed = wordsOf(text);
    const places = [...changed.keys()].filter((at) => isPlainWord(changed[at] ?? ''));
    for (let n = 0; n < 3 && places.length > 0; n += 1) {
      const [at = 0] = places.splice(below(random, places.length), 1);
      changed[at] = words[below(random, words.length)] ?? '';
    }
    return changed.join(' ');
  },
};

/** The words of texts that hold letters alone. */
export const plainWords = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => wordsOf(text).filter(isPlainWord));
