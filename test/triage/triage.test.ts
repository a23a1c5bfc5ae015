import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Classification, Stake } from '../../src/domain/classification.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { type Severity, severities, severityRank } from '../../src/domain/severity.ts';
import { reasonText } from '../../src/lib/reason-texts.ts';
import { reasonCodes } from '../../src/triage/reasons.ts';
import { type TriageInput, triage } from '../../src/triage/triage.ts';
import { anyTriageInput, complaint, customerPost, parentVerdict, words } from './samples.ts';

const decide = (classification: Classification, told: Partial<TriageInput> = {}): Decision =>
  triage({ classification, post: customerPost, parent: null, ...told });

const severityOf = (decision: Decision): Severity | null =>
  decision.kind === 'complaint' ? decision.severity : null;

const reviewOf = (decision: Decision): string | null => (decision.kind === 'review' ? decision.review : null);

const runs = { numRuns: 1_000 };

describe('the severity of a complaint', () => {
  it.each<[Stake, Severity]>([
    ['large_or_dated_loss', 'high'],
    ['dependence', 'high'],
    ['blocked_service', 'medium'],
    ['unanswered_contact', 'medium'],
    ['ordinary_failure', 'medium'],
    ['annoyance', 'low'],
  ])('comes from what is at stake: %s is %s', (stake, severity) => {
    expect(decide(complaint(stake))).toMatchObject({ kind: 'complaint', severity, danger: null });
  });

  it('rises by attempts that nobody answered, because of what it says', () => {
    const told = (count: number | null, days: number | null, isUnanswered = true) => ({
      priorContact: { count, days, isUnanswered },
    });
    expect(severityOf(decide(complaint('annoyance', told(1, null))))).toBe('medium');
    expect(severityOf(decide(complaint('ordinary_failure', told(2, null))))).toBe('medium');
    expect(severityOf(decide(complaint('ordinary_failure', told(7, null))))).toBe('high');
    expect(severityOf(decide(complaint('ordinary_failure', told(null, 21))))).toBe('high');
    expect(severityOf(decide(complaint('large_or_dated_loss', told(7, 21))))).toBe('high');
    expect(severityOf(decide(complaint('ordinary_failure', told(7, 21, false))))).toBe('medium');
  });

  it('says the attempts, the amount and the category with their places in the text', () => {
    const decision = decide(
      complaint('large_or_dated_loss', {
        categories: { billing: 0.7, delivery: 0.4, staff: 0.1 },
        priorContact: { count: 7, days: null, isUnanswered: true },
        evidence: [
          { kind: 'amount', start: 4, end: 9, label: 'EUR 4333' },
          { kind: 'prior_contact', start: 20, end: 38, label: '7 times' },
          { kind: 'category', start: 11, end: 17, label: 'billing' },
        ],
      }),
    );
    expect(decision).toEqual({
      kind: 'complaint',
      severity: 'high',
      danger: null,
      categories: ['billing', 'delivery'],
      reasons: [
        { code: 'large_or_dated_loss', start: 4, end: 9 },
        { code: 'amount', values: { amount: 'EUR 4333' }, start: 4, end: 9 },
        { code: 'prior_contact', values: { count: 7 }, start: 20, end: 38 },
        { code: 'category', values: { category: 'billing' }, start: 11, end: 17 },
        { code: 'category', values: { category: 'delivery' } },
      ],
    });
  });
});

describe('danger', () => {
  it('is a critical complaint in any language, however unsure, relayed or solved', () => {
    const dangers: Partial<Classification>[] = [
      { language: 'fr' },
      { abstained: true, abstainReason: 'language' },
      { relay: true, complaint: 0.1 },
      { solved: true, complaint: 0.2 },
    ];
    for (const told of dangers) {
      expect(decide(words({ danger: 'product', ...told }))).toMatchObject({
        kind: 'complaint',
        severity: 'critical',
        danger: 'product',
        reasons: expect.arrayContaining([{ code: 'danger.product' }]),
      });
    }
  });

  it('is nobody’s case when the brand itself writes of it', () => {
    const post = { ...customerPost, authorRole: 'support' as const };
    expect(reviewOf(decide(words({ danger: 'product' }), { post }))).toBe('own_account');
  });
});

describe('a "same here"', () => {
  const sameHere = (told: Partial<Classification> = {}) =>
    words({ sameProblem: true, complaint: 0.3, ...told });

  it.each(severities)('takes the category and the severity of the post that it answers: %s', (severity) => {
    const decision = decide(sameHere(), { parent: parentVerdict({ severity }) });
    expect(decision).toMatchObject({ kind: 'complaint', severity, categories: ['billing'] });
    expect(decision.reasons[0]).toEqual({ code: 'same_problem' });
  });

  it('may raise the severity by its own words and never lowers it', () => {
    const low = parentVerdict({ severity: 'low' });
    expect(severityOf(decide(complaint('dependence', { sameProblem: true }), { parent: low }))).toBe('high');
    expect(
      severityOf(decide(complaint('annoyance', { sameProblem: true }), { parent: parentVerdict() })),
    ).toBe('high');
    const fiveCalls = { priorContact: { count: 5, days: null, isUnanswered: true } };
    expect(severityOf(decide(sameHere(fiveCalls), { parent: low }))).toBe('high');
  });

  it('is understood in a language that the brand does not name, and when the classifier abstained', () => {
    const unsure = sameHere({ language: 'other', abstained: true, abstainReason: 'unsure' });
    expect(severityOf(decide(unsure, { parent: parentVerdict() }))).toBe('high');
  });

  it('carries the danger of the post that it answers to the same people', () => {
    const parent = { ...parentVerdict({ severity: 'critical' }), danger: 'product' as const };
    expect(decide(sameHere(), { parent })).toMatchObject({ severity: 'critical', danger: 'product' });
  });

  it('that names another problem, or whose own is solved, is decided by its own words alone', () => {
    const parent = parentVerdict({ severity: 'critical' });
    const other = complaint('annoyance', { sameProblem: true, namesOtherProblem: true });
    expect(decide(other, { parent })).toMatchObject({ severity: 'low', categories: ['delivery'] });
    expect(reviewOf(decide(sameHere({ solved: true }), { parent }))).toBe('solved');
  });

  it('waits for a post that was not decided yet, unless its own words suffice', () => {
    expect(reviewOf(decide(sameHere(), { parent: 'not_seen' }))).toBe('waiting_for_parent');
    const own = decide(complaint('blocked_service', { sameProblem: true }), { parent: 'not_seen' });
    expect(own).toMatchObject({ kind: 'complaint', severity: 'medium' });
    expect(own.reasons).toContainEqual({ code: 'review.waiting_for_parent' });
  });

  it('below a post that is no complaint is decided by its own words, else listed for review', () => {
    const parent = parentVerdict({ severity: null, categories: [] });
    expect(reviewOf(decide(sameHere(), { parent }))).toBe('parent_not_a_complaint');
    expect(severityOf(decide(complaint('dependence', { sameProblem: true }), { parent }))).toBe('high');
  });

  it('that answers nothing is for a person', () => {
    expect(decide(sameHere())).toMatchObject({ review: 'unsure', isUnsure: true });
  });
});

describe('the review list', () => {
  it.each(['support', 'brand', 'executive', 'staff'] as const)(
    'takes every post of a %s account',
    (authorRole) => {
      const post = { ...customerPost, authorRole };
      expect(reviewOf(decide(complaint('dependence'), { post }))).toBe('own_account');
    },
  );

  it('takes reposts that the platform declares, and tells of somebody else’s complaint', () => {
    expect(reviewOf(decide(complaint('dependence'), { post: { ...customerPost, repostOf: '9' } }))).toBe(
      'repost',
    );
    expect(reviewOf(decide(complaint('dependence', { relay: true })))).toBe('relay');
  });

  it('takes other languages and abstentions as unsure', () => {
    expect(decide(complaint('dependence', { language: 'it' }))).toMatchObject({
      review: 'language',
      isUnsure: true,
    });
    const german = { ...customerPost, brandLanguages: [] };
    expect(severityOf(decide(complaint('dependence', { language: 'de' }), { post: german }))).toBe('high');
    for (const abstainReason of ['language', 'no_text', 'image_only', 'unsure'] as const) {
      const decision = decide(complaint('dependence', { abstained: true, abstainReason }));
      expect(decision).toMatchObject({ review: abstainReason, isUnsure: true });
    }
    const picture = { ...customerPost, hasImage: true };
    const noText = words({ abstained: true, abstainReason: 'no_text' });
    expect(reviewOf(decide(noText, { post: picture }))).toBe('image_only');
  });

  it.each([
    ['praise', 'praise'],
    ['question', 'question'],
    ['opinion', 'opinion'],
    ['advert', 'advert'],
    ['category', 'not_a_complaint'],
  ] as const)('says why a post with words of %s opened no case: %s', (kind, review) => {
    const decision = decide(words({ evidence: [{ kind, start: 0, end: 4 }] }));
    expect(decision).toMatchObject({ kind: 'review', review, isUnsure: false });
  });
});

describe('every decision', () => {
  it('is total, gives a reason, and a reason that both catalogues can say', () => {
    const codes = new Set(reasonCodes);
    for (const code of codes)
      for (const language of ['en', 'de'] as const) {
        const values = { category: 'billing', amount: 'EUR 1' };
        expect(reasonText({ code, values }, language)).not.toBe(code);
      }
    fc.assert(
      fc.property(anyTriageInput, (input) => {
        const { reasons } = triage(input);
        expect(reasons.length).toBeGreaterThan(0);
        for (const { code } of reasons) expect(codes).toContain(code);
      }),
      runs,
    );
  });

  it('decided again with the post that it answers goes upwards only', () => {
    fc.assert(
      fc.property(anyTriageInput, fc.constantFrom(...severities), (input, severity) => {
        const early = triage({ ...input, parent: 'not_seen' });
        const late = triage({ ...input, parent: parentVerdict({ severity }) });
        const rank = (decision: Decision) =>
          decision.kind === 'complaint' ? severityRank(decision.severity) : -1;
        expect(rank(late)).toBeGreaterThanOrEqual(rank(early));
      }),
      runs,
    );
  });

  it('makes every danger of a customer’s own post critical', () => {
    fc.assert(
      fc.property(anyTriageInput, (input) => {
        const post = { ...input.post, authorRole: 'customer' as const, repostOf: null };
        const classification = { ...input.classification, danger: 'child' as const };
        expect(triage({ ...input, post, classification })).toMatchObject({
          severity: 'critical',
          danger: 'child',
        });
      }),
      runs,
    );
  });
});
