import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';

const peopleOf = (people: string) =>
  parseConfig(`brands: { acme: { names: [Acme] } }\npeople:\n${people}`, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: () => undefined,
  }).config.people;

describe('people who work here', () => {
  it('get every decided language and brand, no clearance and no line unless one is written', () => {
    expect(peopleOf('  kim: { roles: [agent] }')).toEqual([
      {
        name: 'kim',
        roles: ['agent'],
        languages: ['en', 'de'],
        brands: null,
        clearances: [],
        line: [],
        email: null,
      },
    ]);
  });

  it('have a line from the nearest to the top', () => {
    const people = peopleOf(`  kim: { roles: [agent], reports_to: lea }
  lea: { roles: [support_lead], reports_to: max }
  max: { roles: [admin] }`);
    expect(people.map(({ name, line }) => [name, line])).toEqual([
      ['kim', ['lea', 'max']],
      ['lea', ['max']],
      ['max', []],
    ]);
  });

  it('are refused with a line that leads back, leads to nobody, or a brand that is none', () => {
    expect(() =>
      peopleOf(`  kim: { roles: [agent], reports_to: lea }
  lea: { roles: [agent], reports_to: kim }`),
    ).toThrow('evenhand.yaml:3: people.kim.reports_to: leads back to the person');
    expect(() => peopleOf('  kim: { roles: [agent], reports_to: lea }')).toThrow(
      'names "lea", who is not one of the people',
    );
    expect(() => peopleOf('  kim: { roles: [agent], brands: [other] }')).toThrow(
      'people.kim.brands: names "other", which is not one of the brands',
    );
  });

  it.each([
    ['a role that is none', '{ roles: [boss] }', 'must be one of admin'],
    ['no role', '{ languages: [en] }', 'people.kim.roles: is missing'],
    ['a language that is not decided', '{ roles: [agent], languages: [fr] }', 'must be one of en, de'],
    ['an address that is none', '{ roles: [agent], email: kim }', 'is not an address'],
  ])('are refused with %s', (_, person, message) => {
    expect(() => peopleOf(`  kim: ${person}`)).toThrow(message);
  });
});
