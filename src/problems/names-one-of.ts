/** Whether a text holds one of these ids, handles or numbers as a word of its own, in whatever case; of `@ann@forum` also `ann`. */
export const namesOneOf = (text: string, names: readonly string[]): boolean => {
  const words = names.flatMap((name) => [name, name.replace(/^@/, '').split('@', 1)[0] ?? '']);
  return words.some(
    (word) =>
      word !== '' && new RegExp(`(?<![\\p{L}\\p{N}])${literal(word)}(?![\\p{L}\\p{N}])`, 'iu').test(text),
  );
};

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
