/** Below this, one letter more or less makes another word too often ("price", "prize"). */
const shortest = 7;
const longest = 24;

/** Words by what one wrong letter inside leaves alone: the first letter, the last, and nearly the length. */
export type Shapes = Map<string, string[]>;

export const enterShape = (shapes: Shapes, word: string): void => {
  if (word.length < shortest || word.length > longest) return;
  const shape = shapeOf(word, word.length);
  const list = shapes.get(shape);
  if (list === undefined) shapes.set(shape, [word]);
  else if (!list.includes(word)) list.push(word);
};

/**
 * The one known word from which a long word differs by one letter inside: `disconected`, `Fernwarme`. Null where there is
 * none or more than one. The first and the last letter stand, so that "charger" does not become "charged".
 */
export const misspeltOf = (shapes: Shapes, word: string): string | null => {
  if (word.length < shortest - 1 || word.length > longest) return null;
  let found: string | null = null;
  for (let length = word.length - 1; length <= word.length + 1; length++)
    for (const known of shapes.get(shapeOf(word, length)) ?? none) {
      if (!differsByOne(word, known)) continue;
      if (found !== null) return null;
      found = known;
    }
  return found;
};

const none: readonly string[] = [];

const shapeOf = (word: string, length: number): string => `${word[0] ?? ''}${word.at(-1) ?? ''}${length}`;

/** One letter replaced, missing or too many: what is equal from both ends covers all but that letter. */
const differsByOne = (a: string, b: string): boolean => {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail++;
  return Math.max(a.length, b.length) - head - tail === 1;
};
