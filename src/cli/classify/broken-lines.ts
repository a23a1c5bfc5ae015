import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { Io } from '../io.ts';
import { sayClassify } from './texts.ts';

export interface BrokenLines {
  add(place: string, reason: string): void;
  /** Sums up; true when there was one. `classified`: lines that could be read. */
  end(file: string, classified: number): boolean;
}

/** More are counted only: a file of another kind has nothing but broken lines. */
const mostNamed = 20;

/** Names what could not be read, one sentence a line, on stderr. */
export const createBrokenLines = (io: Pick<Io, 'err'>, language: CatalogueLanguage): BrokenLines => {
  let count = 0;
  const tell = (sentence: string): void => io.err(`evenhand: ${sentence}\n`);
  return {
    add: (place, reason) => {
      count += 1;
      if (count <= mostNamed) tell(`${place}: ${reason}`);
    },
    end: (file, classified) => {
      if (count === 0) return false;
      if (count > mostNamed) tell(sayClassify(language, 'more', { count: count - mostNamed }));
      const key = classified === 0 ? 'nothingRead' : 'broken';
      tell(sayClassify(language, key, { file, count, lines: count + classified }));
      return true;
    },
  };
};
