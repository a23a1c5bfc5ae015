import fc from 'fast-check';
import type { Classification, Stake } from '../../src/domain/classification.ts';
import type { ParentVerdict } from '../../src/domain/decision.ts';
import { severities } from '../../src/domain/severity.ts';
import type { PostFacts, TriageInput } from '../../src/triage/triage.ts';
import { abstainReasons, categories, dangerKinds, languages, outOfBandKinds, stakes } from './vocabulary.ts';

/** Words that say nothing; a test names only what matters to it. */
export const words = (told: Partial<Classification> = {}): Classification => ({
  language: 'en',
  complaint: 0.1,
  sentiment: { negative: 0.2, neutral: 0.6, positive: 0.2 },
  categories: {},
  danger: null,
  stake: null,
  priorContact: null,
  sameProblem: false,
  namesOtherProblem: false,
  solved: false,
  relay: false,
  identifiers: [],
  outOfBand: null,
  abstained: false,
  abstainReason: null,
  evidence: [],
  ...told,
});

export const complaint = (stake: Stake, told: Partial<Classification> = {}): Classification =>
  words({ complaint: 0.9, stake, categories: { delivery: 0.8 }, ...told });

export const customerPost: PostFacts = {
  authorRole: 'customer',
  repostOf: null,
  hasImage: false,
  brandLanguages: ['en', 'de'],
};

export const parentVerdict = (told: Partial<ParentVerdict> = {}): ParentVerdict => ({
  nativeId: 'p1',
  revision: 0,
  textHash: '00ff',
  severity: 'high',
  categories: ['billing'],
  ...told,
});

const anyContact = fc.option(
  fc.record({
    count: fc.option(fc.integer({ min: 1, max: 12 })),
    days: fc.option(fc.integer({ min: 1, max: 90 })),
    isUnanswered: fc.boolean(),
  }),
);

const anyEvidence = fc.array(
  fc.record({
    kind: fc.constantFrom('complaint', 'category', 'praise', 'question', 'relay', 'amount', 'danger'),
    start: fc.nat(40),
    end: fc.integer({ min: 41, max: 80 }),
    label: fc.constantFrom('billing', 'EUR 4333', 'product'),
  } as const),
  { maxLength: 4 },
);

const anyWords: fc.Arbitrary<Classification> = fc
  .record({
    language: fc.constantFrom(...languages),
    complaint: fc.double({ min: 0, max: 1, noNaN: true }),
    stake: fc.constantFrom(...stakes.filter((stake) => stake !== 'danger')),
    danger: fc.option(fc.constantFrom(...dangerKinds), { freq: 5 }),
    categories: fc.dictionary(fc.constantFrom(...categories), fc.double({ min: 0.05, max: 1, noNaN: true })),
    priorContact: anyContact,
    sameProblem: fc.boolean(),
    namesOtherProblem: fc.boolean(),
    solved: fc.boolean(),
    relay: fc.boolean(),
    outOfBand: fc.option(fc.constantFrom(...outOfBandKinds)),
    abstained: fc.boolean(),
    abstainReason: fc.option(fc.constantFrom(...abstainReasons)),
    evidence: anyEvidence,
  })
  .map(({ stake, ...told }) => words({ ...told, stake: told.complaint < 0.5 ? null : stake }));

export const anyTriageInput: fc.Arbitrary<TriageInput> = fc.record({
  classification: anyWords,
  post: fc.record({
    authorRole: fc.constantFrom('customer', 'customer', 'customer', 'support', 'brand', 'executive', 'staff'),
    repostOf: fc.option(fc.constant('r1'), { freq: 4 }),
    hasImage: fc.boolean(),
    brandLanguages: fc.constantFrom(['en', 'de'] as const, ['en'] as const, [] as const),
  }),
  parent: fc.oneof(
    fc.constantFrom(null, 'not_seen' as const),
    fc
      .record({
        severity: fc.option(fc.constantFrom(...severities)),
        categories: fc.uniqueArray(fc.constantFrom(...categories), { maxLength: 3 }),
      })
      .map(parentVerdict),
  ),
});
