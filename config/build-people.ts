import { decidedLanguages } from '../src/domain/classification.ts';
import type { Person } from '../src/domain/person.ts';
import type { PlacedMessage } from './say-issue.ts';
import type { WrittenConfig } from './schema.ts';

type WrittenPeople = NonNullable<WrittenConfig['people']>;

export const buildPeople = (written: WrittenPeople): readonly Person[] =>
  Object.entries(written).map(([name, person]) => ({
    name,
    roles: person.roles,
    languages: person.languages ?? decidedLanguages,
    brands: person.brands ?? null,
    clearances: person.clearances ?? [],
    line: lineOf(name, written),
    email: person.email ?? null,
  }));

/** Ends before somebody who stands in it already; `peopleContradictions` refuses such a line. */
const lineOf = (name: string, written: WrittenPeople): readonly string[] => {
  const line: string[] = [];
  for (let above = written[name]?.reports_to; above !== undefined; above = written[above]?.reports_to) {
    if (line.includes(above)) break;
    line.push(above);
  }
  return line;
};

export function* peopleContradictions(written: WrittenConfig): Generator<PlacedMessage> {
  const people = written.people ?? {};
  for (const [name, { reports_to: above, brands }] of Object.entries(people)) {
    const path = ['people', name];
    for (const brand of brands ?? [])
      if (!(brand in written.brands))
        yield { path: [...path, 'brands'], message: `names "${brand}", which is not one of the brands` };
    if (above === undefined) continue;
    if (!(above in people))
      yield { path: [...path, 'reports_to'], message: `names "${above}", who is not one of the people` };
    else if (lineOf(name, people).includes(name))
      yield {
        path: [...path, 'reports_to'],
        message: 'leads back to the person; somebody must be at the top',
      };
  }
}
