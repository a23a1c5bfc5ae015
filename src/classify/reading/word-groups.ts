/** Words of one group have the same symbols, and end a sentence or not alike: phrases cannot tell them apart. */
export interface WordGroups {
  /** Numbers from `most` on are shared by all that came when no other was left. */
  readonly groupOf: (symbols: readonly number[], endsSentence: boolean) => number;
  readonly endsSentence: (group: number) => boolean;
  readonly most: number;
}

/** The lexicon makes some thousand groups of the words of a language. */
const most = 0xfffe;

export const createWordGroups = (): WordGroups => {
  const numbers = new Map<string, number>();
  const ends = new Uint8Array(most + 2);
  ends[most + 1] = 1;
  return {
    groupOf: (symbols, endsSentence) => {
      const key = `${symbols.join()}${endsSentence ? '.' : ''}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      if (numbers.size === most) return endsSentence ? most + 1 : most;
      const group = numbers.size;
      numbers.set(key, group);
      ends[group] = endsSentence ? 1 : 0;
      return group;
    },
    endsSentence: (group) => ends[group] === 1,
    most,
  };
};
