import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildQueries, type SearchedBrand } from '../../../src/sources/x/build-queries.ts';

const brand = (given: Partial<SearchedBrand>): SearchedBrand => ({
  names: [],
  phrases: [],
  handles: [],
  accounts: { support: [], brand: [], executives: [], staff: [] },
  ...given,
});

const nordbahn = brand({
  names: ['Nordbahn'],
  phrases: ['nord bahn', '#nordbahnfrust', 'OR'],
  handles: ['nordbahn', 'hilfe@forum.example'],
  accounts: {
    support: ['nordbahn_hilft'],
    brand: ['4711'],
    executives: ['chefin_nord'],
    staff: ['schaffner_kai'],
  },
});

describe('searches on X', () => {
  it('find names, phrases and handles, and the answers of the own accounts that speak for the brand', () => {
    expect(buildQueries([nordbahn])).toEqual([
      '(Nordbahn OR "nord bahn" OR #nordbahnfrust OR "OR" OR @nordbahn) -is:retweet',
      '(from:nordbahn_hilft OR from:4711 OR from:chefin_nord) is:reply',
    ]);
  });

  it('read every phrase as words: nothing in it becomes an operator', () => {
    const queries = buildQueries([
      brand({ phrases: ['x" OR min_likes:5 "', 'from:me', '-nordbahn', '(a)', '  '] }),
    ]);
    expect(queries).toEqual(['("x OR min_likes:5" OR "from:me" OR "-nordbahn" OR "(a)") -is:retweet']);
  });

  it('name a term once, whatever its case, also across brands', () => {
    expect(buildQueries([brand({ names: ['Suedbahn'] }), brand({ phrases: ['suedbahn'] })])).toEqual([
      '(suedbahn) -is:retweet',
    ]);
  });

  it('refuse a phrase that fits into no search, in one sentence that names it', () => {
    expect(() => buildQueries([brand({ phrases: ['so long '.repeat(100)] })])).toThrow(
      /^The phrase "so long .* is too long/,
    );
  });

  it('hold every term exactly once, within the length, without an operator of reach or against replies', () => {
    const word = fc.stringMatching(/^[a-zäöü]{1,20}$/);
    const phrases = fc.uniqueArray(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
      {
        maxLength: 200,
      },
    );
    fc.assert(
      fc.property(phrases, fc.integer({ min: 130, max: 512 }), (given, maxLength) => {
        const queries = buildQueries([brand({ phrases: given })], maxLength);
        const terms = queries.flatMap((query) =>
          (/^\((.*)\) -is:retweet$/.exec(query)?.[1] ?? '').split(' OR '),
        );
        expect(terms.map((term) => term.replaceAll('"', '')).filter((term) => term !== '')).toEqual(given);
        for (const query of queries) {
          expect(query.length).toBeLessThanOrEqual(maxLength);
          expect(query).not.toMatch(/min_|followers|likes|-is:reply|sort|verified/);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are few: a group is closed only when the next term does not fit', () => {
    const phrases = Array.from({ length: 100 }, (_, index) => `brand number ${index}`);
    const queries = buildQueries([brand({ phrases })]);
    expect(queries).toHaveLength(5);
    expect(queries.slice(0, -1).every((query) => query.length > 512 - 25)).toBe(true);
  });
});
