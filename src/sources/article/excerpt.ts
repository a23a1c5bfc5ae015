/** Of an article that belongs to somebody else no more is kept: what concerns the brand, and how it begins. */
const LONGEST = 4_000;
const OPENING = 2;
/** A complaint is told around the name, not only in the sentence that has it. */
const AROUND = 2;

/**
 * The paragraphs that are kept of an article: its first two, and those that name what is watched with two on either side;
 * at most 4,000 characters. `[…]` stands for what was left out between them.
 */
export const excerptOf = (paragraphs: readonly string[], isWatched: (text: string) => boolean): string => {
  const watched = paragraphs.flatMap((text, at) => (isWatched(text) ? [at] : []));
  const near = (at: number): boolean => watched.some((one) => Math.abs(one - at) <= AROUND);
  const kept = paragraphs.flatMap((_text, at) => (at < OPENING || near(at) ? [at] : []));
  let room = LONGEST;
  let last = -1;
  const parts: string[] = [];
  for (const at of kept) {
    const text = (paragraphs[at] ?? '').slice(0, room);
    room -= text.length;
    if (text === '') break;
    parts.push(at === last + 1 ? text : `[…] ${text}`);
    last = at;
  }
  return parts.join('\n\n');
};
