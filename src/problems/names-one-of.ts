/**
 * Whether a text names one of these people, in whatever case: by an id, a handle or a number as a word of its own. What
 * is a word to anybody (`support`, and of `@post@forum` the `post`) names nobody unless it stands behind an `@`.
 */
export const namesOneOf = (text: string, names: readonly string[]): boolean =>
  names
    .flatMap((name) => {
      const whole = name.replace(/^@/, '');
      return [whole, whole.split('@', 1)[0] ?? ''];
    })
    .some((name) => name !== '' && isIn(text, name));

const isIn = (text: string, name: string): boolean => {
  const handle = isWord(name) ? `@${literal(name)}` : `@?${literal(name)}`;
  return new RegExp(`(?<![\\p{L}\\p{N}])${handle}(?![\\p{L}\\p{N}])`, 'iu').test(text);
};

/** Letters alone, joined as words are. */
const isWord = (name: string): boolean => /^\p{L}+(?:['’-]\p{L}+)*$/u.test(name);

const literal = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
