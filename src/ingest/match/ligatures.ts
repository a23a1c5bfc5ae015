import { foldTable, LIGATURE } from './fold.ts';

/** A text with every ligature (ﬁ) written out, and where each of its units stood. */
export interface SpreadText {
  readonly text: string;
  readonly at: readonly number[];
}

export const spreadLigatures = (text: string): SpreadText => {
  const table = foldTable();
  const at: number[] = [];
  let spread = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const letters = table[text.charCodeAt(i)] === LIGATURE ? unit.normalize('NFKC') : unit;
    spread += letters;
    for (let letter = 0; letter < letters.length; letter++) at.push(i);
  }
  return { text: spread, at };
};
