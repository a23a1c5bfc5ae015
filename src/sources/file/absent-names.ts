import { nearest } from '../../lib/did-you-mean.ts';
import type { FileField } from './file-map.ts';

/** A field whose names, by the mapping, stand nowhere. */
export interface Absent {
  readonly field: FileField;
  readonly wanted: readonly string[];
}

export interface Surroundings {
  /** Where the mapping was written. */
  readonly writtenIn: string;
  readonly holds: 'column' | 'key';
  /** What is there instead. */
  readonly found: readonly string[];
}

/** `has no column "Txt", which map.yaml names for "text"; its columns are "Text", "When"; did you mean "Text"?` */
export const absentText = (absent: readonly Absent[], { writtenIn, holds, found }: Surroundings): string => {
  const [first] = absent;
  const looked =
    absent.length === 1 && first !== undefined
      ? `${soughtText(first, holds)}, which ${writtenIn} names for "${first.field}"`
      : `lacks ${absent.map(({ wanted, field }) => `${listed(wanted)} for "${field}"`).join(', ')}, which ${writtenIn} names`;
  return `${looked}; ${hasInstead[holds]} ${listed(found)}${meant(absent, found)}`;
};

const soughtText = ({ wanted }: Absent, holds: Surroundings['holds']): string =>
  `${wanted.length === 1 ? hasNone[holds] : hasNoneOf[holds]} ${listed(wanted)}`;

const hasNone = { column: 'has no column', key: 'has no key' } as const;
const hasInstead = { column: 'its columns are', key: 'its keys are' } as const;
const hasNoneOf = { column: 'has none of the columns', key: 'has none of the keys' } as const;

const meant = (absent: readonly Absent[], found: readonly string[]): string => {
  const near = absent.flatMap(({ wanted }) => wanted.flatMap((name) => nearest(name, found) ?? []));
  return near.length === 0 ? '' : `; did you mean ${listed([...new Set(near)])}?`;
};

const mostListed = 40;
const longestName = 60;

export const listed = (names: readonly string[]): string => {
  const shown = names.slice(0, mostListed).map((name) => `"${name.slice(0, longestName)}"`);
  return `${shown.join(', ')}${names.length > mostListed ? ', …' : ''}`;
};
