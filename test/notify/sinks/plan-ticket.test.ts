import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { categories } from '../../../src/domain/classification.ts';
import { severities, severityRank } from '../../../src/domain/severity.ts';
import type { SinkSettings } from '../../../src/domain/sink.ts';
import type { CaseFacts } from '../../../src/notify/sinks/case-facts.ts';
import { planTicket, type Told } from '../../../src/notify/sinks/plan-ticket.ts';

const settings: SinkSettings = {
  name: 'help',
  language: 'en',
  rules: { brands: null, severities, categories: null },
  mapping: {
    priorities: { critical: 'urgent', high: 'high', medium: 'normal', low: 'low' },
    tags: { billing: 'money' },
    fields: { topic: { billing: 'invoice', delivery: 'parcel' } },
    statuses: {},
  },
  follow: { by: 'poll', pollMinutes: 10 },
};
const deps = { settings, keyOf: (caseId: string) => `evenhand_0_${caseId}` };

const facts = (more: Partial<CaseFacts> = {}): CaseFacts => ({
  caseId: '12',
  brand: 'acme',
  source: 'x',
  severity: 'medium',
  categories: ['delivery', 'billing'],
  reasons: [{ code: 'unanswered' }],
  openedAt: new Date('2026-11-20T08:00:00Z'),
  dueAt: new Date('2026-11-20T12:00:00Z'),
  isDanger: false,
  inDispute: false,
  isHistory: false,
  end: null,
  mergedInto: null,
  version: 3,
  posts: [{ key: 'x|1', excerpt: 'nobody answers', isErased: false }],
  ...more,
});
const anyFacts = fc.record({
  severity: fc.constantFrom(...severities),
  categories: fc.uniqueArray(fc.constantFrom(...categories), { maxLength: 3 }),
  isDanger: fc.boolean(),
  inDispute: fc.boolean(),
  end: fc.constantFrom(null, 'resolved' as const, 'closed' as const),
  mergedInto: fc.constantFrom(null, '7'),
  version: fc.nat({ max: 9 }),
  posts: fc.uniqueArray(
    fc.record({
      key: fc.constantFrom('x|1', 'x|2', 'x|3'),
      excerpt: fc.constantFrom(null, 'nobody answers'),
      isErased: fc.boolean(),
    }),
    { selector: ({ key }) => key },
  ),
});

/** As the store remembers it: words that a note holds are known by its task, until it is recalled. */
const tellAndKeep = (
  told: Told | null,
  step: CaseFacts,
): { told: Told | null; keys: string[]; words: string[] } => {
  const plan = planTicket(step, told, deps);
  const words = plan.tasks.flatMap((task) =>
    task.kind === 'note' && task.postKey !== null ? [{ key: task.key, postKey: task.postKey }] : [],
  );
  const recalled = new Set(plan.tasks.flatMap((task) => (task.kind === 'recall' ? [task.of] : [])));
  const kept = [...(told?.words ?? []), ...words].filter(({ key }) => !recalled.has(key));
  return {
    told: plan.told === null ? null : { ...plan.told, words: kept },
    keys: plan.tasks.map(({ key }) => key),
    words: words.map(({ postKey }) => postKey),
  };
};

describe('what a helpdesk is told of a case', () => {
  it('is a ticket without words, and the words in a note', () => {
    const { tasks, told } = planTicket(facts(), null, deps);
    expect(tasks).toMatchObject([
      {
        kind: 'create',
        order: {
          key: 'evenhand_0_12',
          subject: 'EH-12: delivery, medium (acme)',
          priority: 'normal',
          tags: ['money'],
          fields: { topic: 'parcel' },
        },
      },
      { kind: 'note', postKey: 'x|1', order: { priority: null } },
    ]);
    expect(JSON.stringify(tasks[0])).not.toContain('nobody answers');
    expect(told).toMatchObject({ severity: 'medium', posts: ['x|1'], isEnded: false });
  });

  it.each([
    ['danger', { isDanger: true }],
    ['a dispute', { inDispute: true }],
    ['a complaint about staff', { categories: ['staff', 'delivery'] }],
    ['history', { isHistory: true }],
    ['a case that is over', { end: 'resolved' }],
    ['a case that was merged', { mergedInto: '7' }],
  ] as const)('is nothing of %s', (_what, more) => {
    expect(planTicket(facts(more as Partial<CaseFacts>), null, deps)).toEqual({ tasks: [], told: null });
  });

  it('is nothing of other brands, severities and categories, and of staff where they are asked for', () => {
    const under = (rules: Partial<SinkSettings['rules']>, more: Partial<CaseFacts> = {}) =>
      planTicket(facts(more), null, {
        ...deps,
        settings: { ...settings, rules: { ...settings.rules, ...rules } },
      }).tasks.length;
    expect(under({ brands: ['bolt'] })).toBe(0);
    expect(under({ severities: ['high'] })).toBe(0);
    expect(under({ categories: ['service'] })).toBe(0);
    expect(under({ categories: ['staff'] }, { categories: ['staff'] })).toBe(2);
    expect(under({ brands: ['acme'], severities: ['medium'], categories: ['billing'] })).toBe(2);
  });

  it('is said once: asked again of the same case there is nothing new', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 6 }), (steps) => {
        let told: Told | null = null;
        for (const step of steps) {
          told = tellAndKeep(told, facts(step)).told;
          expect(tellAndKeep(told, facts(step)).keys).toEqual([]);
        }
      }),
    );
  });

  it('never holds words of a case that is confidential or of a post that was erased, and once withdrawn it says no more', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { minLength: 1, maxLength: 6 }), (steps) => {
        let told: Told | null = null;
        for (const step of steps.map((more) => facts(more))) {
          const wasWithdrawn: boolean = told?.isWithdrawn ?? false;
          const result = tellAndKeep(told, step);
          told = result.told;
          const isSecret = step.isDanger || step.inDispute || step.categories.includes('staff');
          if (isSecret) expect(told?.words ?? []).toEqual([]);
          const erased = step.posts.filter(({ isErased }) => isErased).map(({ key }) => key);
          expect((told?.words ?? []).filter(({ postKey }) => erased.includes(postKey))).toEqual([]);
          if (wasWithdrawn) expect(result.keys.filter((key) => !key.startsWith('recall:'))).toEqual([]);
        }
      }),
    );
  });

  it('tells of a severity only upwards', () => {
    fc.assert(
      fc.property(fc.constantFrom(...severities), fc.constantFrom(...severities), (before, now) => {
        const { told } = tellAndKeep(null, facts({ severity: before }));
        const { keys } = tellAndKeep(told, facts({ severity: now }));
        expect(keys).toEqual(severityRank(now) > severityRank(before) ? [`severity:${now}`] : []);
      }),
    );
  });
});
