import { partialTo } from '../../domain/case-reader.ts';
import type { Clearance, Person } from '../../domain/person.ts';
import type { CaseRow } from '../fold-types.ts';
import { type Kept, type Untold, whyUntold } from './why-untold.ts';

/** Whom a case may be handed to. */
export interface DeskPerson {
  readonly name: string;
  /** null: no people are configured, and whoever has a shell here may do everything. */
  readonly rights: Rights | null;
}

export interface Rights {
  readonly languages: readonly string[];
  /** Languages that somebody reads: a case in none of them is handed to everybody, or it would wait for ever. */
  readonly spoken: readonly string[];
  /** null: every brand. */
  readonly brands: readonly string[] | null;
  readonly clearances: readonly Clearance[];
  /** Complaints about one of these are kept from the person: they are the person, stand above, or stand below. */
  readonly partialTo: readonly string[];
}

export const anybody = (name: string): DeskPerson => ({ name, rights: null });

export const deskPerson = (person: Person, people: readonly Person[]): DeskPerson => ({
  name: person.name,
  rights: {
    languages: person.languages,
    spoken: [...new Set(people.flatMap(({ languages }) => languages))],
    brands: person.brands,
    clearances: person.clearances,
    partialTo: partialTo(person, people),
  },
});

/** Somebody of whom it is known that they may. Where no people are configured it is anybody. */
export const personNamed = (name: string, people: readonly Person[]): DeskPerson => {
  const person = people.find((each) => each.name === name);
  return person === undefined ? anybody(name) : deskPerson(person, people);
};

/** What somebody must be trusted with to be handed this case. */
export const clearancesFor = ({ danger, inDispute, categories }: Kept): readonly Clearance[] => [
  ...(danger === null ? [] : (['danger'] as const)),
  ...(inDispute ? (['counsel'] as const) : []),
  ...(categories.includes('staff') ? (['staff_conduct'] as const) : []),
];

export type KeptBecause = Untold | 'brand';

/** What is said of it: the accused are told what everybody else is told. */
export const keptCodes: Readonly<Record<KeptBecause, 'kept' | 'in_dispute' | 'other_brand'>> = {
  danger: 'kept',
  kept: 'kept',
  dispute: 'in_dispute',
  brand: 'other_brand',
};

/**
 * Why a case is kept from a person who would work it; null: it is not. Who is told of it for their role alone, as of
 * danger, is not handed it. `accused` are those whom a complaint about staff is about. Without configured people nothing
 * is kept from anybody.
 */
export const keptBecause = (
  state: Kept & Pick<CaseRow, 'brand'>,
  accused: readonly string[],
  { rights }: DeskPerson,
): KeptBecause | null => {
  if (rights === null) return null;
  if (rights.brands !== null && !rights.brands.includes(state.brand)) return 'brand';
  return whyUntold(state, accused, {
    danger: rights.clearances.includes('danger'),
    dispute: rights.clearances.includes('counsel'),
    staff: rights.clearances.includes('staff_conduct'),
    partialTo: rights.partialTo,
  });
};
