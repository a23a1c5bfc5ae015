import { may, seesDanger } from './may.ts';
import type { Person } from './person.ts';

/** What somebody may know of confidential cases: danger, disputes, complaints about staff. null: everything. */
export type CaseReader = {
  readonly danger: boolean;
  readonly dispute: boolean;
  readonly staff: boolean;
  /** Complaints about one of these are kept from the reader: they are the reader, stand above, or stand below. */
  readonly partialTo: readonly string[];
} | null;

export const caseReader = (person: Person, people: readonly Person[]): CaseReader => ({
  danger: seesDanger(person),
  dispute: may(person, 'dispute_cases'),
  staff: person.clearances.includes('staff_conduct'),
  partialTo: partialTo(person, people),
});

/** A person, whoever stands above, and whoever stands below. */
export const partialTo = ({ name, line }: Person, people: readonly Person[]): readonly string[] => [
  name,
  ...line,
  ...people.filter((other) => other.line.includes(name)).map((other) => other.name),
];
