import type { Person } from '../../domain/person.ts';

/** The chain that an action came from, and the people whom the complaint behind it is about. */
export interface Chain {
  readonly requestedBy: string | null;
  readonly accused: readonly string[];
}

export type Partiality = 'requester' | 'line_of_requester' | 'accused' | 'line_of_accused';

/**
 * Why somebody may not decide on an action; null: nothing stands in the way. Outside the chain means neither above nor
 * below: who reports to somebody decides no freer than who leads him. Pure.
 */
export const whyPartial = (
  approver: string,
  { requestedBy, accused }: Chain,
  people: readonly Person[],
): Partiality | null => {
  if (requestedBy !== null && isSame(approver, requestedBy)) return 'requester';
  if (accused.some((name) => isSame(approver, name))) return 'accused';
  if (requestedBy !== null && isInLine(approver, requestedBy, people)) return 'line_of_requester';
  return accused.some((name) => isInLine(approver, name, people)) ? 'line_of_accused' : null;
};

const isInLine = (a: string, b: string, people: readonly Person[]): boolean =>
  isAbove(a, b, people) || isAbove(b, a, people);

const isAbove = (above: string, below: string, people: readonly Person[]): boolean =>
  people.some(({ name, line }) => isSame(name, below) && line.some((one) => isSame(one, above)));

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
