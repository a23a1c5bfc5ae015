import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { categories, languages } from '../../src/domain/classification.ts';
import { type RouteFacts, type RouteMatch, type RouteRule, routeStates } from '../../src/domain/routing.ts';
import { severities } from '../../src/domain/severity.ts';
import { backtest, type PastCase, sumUp } from '../../src/triage/backtest.ts';
import { differs, findShadowed, routeCase } from '../../src/triage/routing.ts';

const everything: RouteMatch = { brands: [], categories: [], languages: [], regions: [], severities: [] };
const rule = (
  name: string,
  match: Partial<RouteMatch> = {},
  changes: Partial<RouteRule> = {},
): RouteRule => ({
  name,
  state: 'live',
  expires: null,
  match: { ...everything, ...match },
  team: `team-${name}`,
  channel: null,
  quotaPerDay: null,
  ...changes,
});
const facts: RouteFacts = {
  brand: 'acme',
  source: 'owners-forum',
  categories: ['delivery', 'billing'],
  language: 'de',
  severity: 'high',
};
const regions = { dach: ['owners-forum'], uk: ['uk-forum'] };
const moment = { day: '2026-11-21', taken: () => 0 };
const route = (rules: readonly RouteRule[], changes: Partial<RouteFacts> = {}, more = {}) =>
  routeCase({ regions, rules }, { ...facts, ...changes }, { ...moment, ...more });

const someOf = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
const rules = fc
  .array(
    fc.record({
      state: fc.constantFrom(...routeStates),
      expires: fc.constantFrom(null, '2026-11-21', '2027-01-01'),
      quotaPerDay: fc.constantFrom(null, 1, 3),
      match: fc.record({
        brands: someOf(['acme', 'other']),
        categories: someOf(categories),
        languages: someOf(languages),
        regions: someOf(['dach', 'uk']),
        severities: someOf(severities),
      }),
    }),
    { maxLength: 8 },
  )
  .map((all) => all.map((one, index) => rule(`r${index}`, one.match, one)));
const anyFacts: fc.Arbitrary<RouteFacts> = fc.record({
  brand: fc.constantFrom('acme', 'other'),
  source: fc.constantFrom('owners-forum', 'uk-forum', 'x'),
  categories: someOf(categories),
  language: fc.constantFrom(null, ...languages),
  severity: fc.constantFrom(...severities),
});

describe('a routing rule', () => {
  it.each<readonly [string, Partial<RouteMatch>, boolean]>([
    ['that says nothing takes every case', {}, true],
    ['of a brand', { brands: ['acme'] }, true],
    ['of another brand', { brands: ['other'] }, false],
    ['of one of its categories', { categories: ['billing', 'staff'] }, true],
    ['of none of its categories', { categories: ['staff'] }, false],
    ['of its language', { languages: ['de'] }, true],
    ['of another language', { languages: ['en'] }, false],
    ['of the region of its source', { regions: ['dach'] }, true],
    ['of another region', { regions: ['uk'] }, false],
    ['of its severity', { severities: ['high'] }, true],
    ['of all of it but one', { brands: ['acme'], regions: ['dach'], severities: ['low'] }, false],
  ])('%s', (_name, match, isTaken) => {
    expect(route([rule('a', match)]).kind).toBe(isTaken ? 'routed' : 'default');
  });

  it('that stands first decides, and no language is not every language', () => {
    expect(route([rule('a', { brands: ['other'] }), rule('b'), rule('c')])).toEqual({
      kind: 'routed',
      rule: 'b',
      team: 'team-b',
      channel: null,
    });
    expect(route([rule('a', { languages: ['de'] })], { language: null }).kind).toBe('default');
  });

  it('decides while it is live and not expired; drafts and the background when they are asked', () => {
    for (const state of routeStates) {
      const only = [rule('a', {}, { state })];
      expect(route(only).kind).toBe(state === 'live' ? 'routed' : 'default');
      expect(route(only, {}, { as: 'background' }).kind).toBe(
        state === 'live' || state === 'background' ? 'routed' : 'default',
      );
      expect(route(only, {}, { as: 'draft' }).kind).toBe(state === 'expired' ? 'default' : 'routed');
    }
    expect(route([rule('a', {}, { expires: '2026-11-21' })]).kind).toBe('default');
    expect(route([rule('a', {}, { expires: '2026-11-22' })]).kind).toBe('routed');
  });

  it('that has used its quota lets go to the default, and to no later rule', () => {
    const limited = [rule('a', {}, { quotaPerDay: 2 }), rule('b')];
    expect(route(limited, {}, { taken: () => 1 })).toMatchObject({ kind: 'routed', rule: 'a' });
    expect(route(limited, {}, { taken: () => 2 })).toEqual({ kind: 'default', reason: 'quota', rule: 'a' });
  });

  it('that never decides is named, and it does not', () => {
    expect(
      findShadowed([rule('a', { brands: ['acme'] }), rule('b', { brands: ['acme'], languages: ['de'] })]),
    ).toEqual([{ rule: 'b', by: 'a' }]);
    expect(findShadowed([rule('a', {}, { state: 'background' }), rule('b')])).toEqual([]);
    fc.assert(
      fc.property(rules, anyFacts, (all, some) => {
        const never = new Set(findShadowed(all).map((one) => one.rule));
        const found = routeCase({ regions, rules: all }, some, { ...moment, as: 'draft' });
        if (found.kind === 'routed') expect(never.has(found.rule)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('names what the written rules name, and the first that fits', () => {
    fc.assert(
      fc.property(rules, anyFacts, (all, some) => {
        const found = routeCase({ regions, rules: all }, some, moment);
        if (found.kind !== 'routed') return;
        const index = all.findIndex(({ name }) => name === found.rule);
        expect(all[index]).toMatchObject({ state: 'live', team: found.team });
        const before = all.slice(0, index).filter(({ quotaPerDay }) => quotaPerDay === null);
        expect(routeCase({ regions, rules: before }, some, moment).kind).toBe('default');
      }),
    );
  });

  it('in the background makes no difference where it leads to the same people', () => {
    const to = (team: string, channel: string | null) =>
      ({ kind: 'routed', rule: team, team, channel }) as const;
    expect(differs(to('a', null), { ...to('a', null), rule: 'other' })).toBe(false);
    expect(differs(to('a', null), to('a', 'desk'))).toBe(true);
    expect(differs(to('a', null), { kind: 'default', reason: 'no_rule' })).toBe(true);
  });
});

describe('trying rules on history', () => {
  const past = (n: number, day: number, changes: Partial<PastCase> = {}): PastCase => ({
    ...facts,
    caseId: String(n),
    openedAt: new Date(Date.UTC(2026, 10, day, 12)),
    team: null,
    ...changes,
  });

  it('counts by rule, with quotas by the day, and what went elsewhere', () => {
    const written = {
      regions,
      rules: [rule('de', { languages: ['de'] }, { state: 'draft' as const, quotaPerDay: 2 }), rule('rest')],
    };
    const cases = [
      past(1, 1),
      past(2, 1, { team: 'team-de' }),
      past(3, 1),
      past(4, 2),
      past(5, 2, { language: 'en' }),
    ];
    expect(sumUp(backtest(written)(cases), written)).toEqual([
      { rule: 'de', team: 'team-de', cases: 3, moved: 2, beyondQuota: 1, mostADay: 2 },
      { rule: 'rest', team: 'team-rest', cases: 1, moved: 1, beyondQuota: 0, mostADay: 1 },
      { rule: null, team: null, cases: 1, moved: 0, beyondQuota: 0, mostADay: 1 },
    ]);
  });

  it('says the same in one page or in many, and loses no case', () => {
    fc.assert(
      fc.property(rules, fc.array(anyFacts, { maxLength: 30 }), fc.nat(30), (all, some, cut) => {
        const cases = some.map((one, index) => past(index, 1 + (index % 3), one));
        const written = { regions, rules: all };
        const paged = backtest(written);
        const tried = [...paged(cases.slice(0, cut)), ...paged(cases.slice(cut))];
        expect(tried).toEqual(backtest(written)(cases));
        const sum = sumUp(tried, written).reduce((total, line) => total + line.cases, 0);
        expect(sum).toBe(cases.length);
      }),
    );
  });
});
