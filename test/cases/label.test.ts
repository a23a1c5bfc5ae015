import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  completed,
  contradictionIn,
  type LabelVerdict,
  labelName,
  moods,
  parseLabelId,
} from '../../src/cases/label.ts';
import { type KeptLabel, toTrainingLine } from '../../src/cases/training-line.ts';
import { categories, dangerKinds } from '../../src/domain/classification.ts';
import { severities } from '../../src/domain/severity.ts';

const yesOrNo = fc.boolean();
const anyVerdict: fc.Arbitrary<LabelVerdict> = fc.record(
  {
    complaint: yesOrNo,
    sentiment: fc.constantFrom(...moods),
    categories: fc.uniqueArray(fc.constantFrom(...categories), { maxLength: 3 }),
    severity: fc.constantFrom(...severities),
    danger: fc.constantFrom(...dangerKinds, 'none' as const),
    relay: yesOrNo,
    sameProblem: yesOrNo,
  },
  { requiredKeys: ['complaint'] },
);
const words = fc.option(fc.string());
const anyLabel: fc.Arbitrary<KeptLabel> = fc.record({
  labelId: fc.bigInt(1n, 10n ** 12n).map(String),
  language: fc.option(fc.constantFrom('en', 'de', 'other')),
  text: words,
  parent: words,
  verdict: anyVerdict,
  isDanger: yesOrNo,
  isParentDanger: yesOrNo,
  isOwnAccount: yesOrNo,
  isConfidential: yesOrNo,
  isParentConfidential: yesOrNo,
});

const kept = (more: Partial<KeptLabel> = {}): KeptLabel => ({
  labelId: '12',
  language: 'en',
  text: 'No heating since [number]',
  parent: null,
  verdict: { complaint: true },
  isDanger: false,
  isParentDanger: false,
  isOwnAccount: false,
  isConfidential: false,
  isParentConfidential: false,
  ...more,
});
const lineOf = (more: Partial<KeptLabel> = {}) => {
  const exported = toTrainingLine(kept(more));
  return exported.kind === 'line' ? exported.line : exported.why;
};

describe('what a person says of a post', () => {
  it.each<[LabelVerdict, string | null]>([
    [{ complaint: true, severity: 'high', categories: ['billing'], danger: 'none' }, null],
    [{ complaint: false, relay: true, sentiment: 'negative', categories: ['delivery'] }, null],
    [{ complaint: true, sameProblem: true, relay: false }, null],
    [{ complaint: true, danger: 'child', severity: 'critical' }, null],
    [{ complaint: false, severity: 'low' }, 'severityOfNone'],
    [{ complaint: false, danger: 'product' }, 'dangerOfNone'],
    [{ complaint: false, sameProblem: true }, 'sameProblemOfNone'],
    [{ complaint: true, relay: true }, 'relayComplains'],
    [{ complaint: true, danger: 'product', severity: 'high' }, 'dangerIsCritical'],
    [{ complaint: true, severity: 'critical' }, 'criticalIsDanger'],
  ])('%j: %s', (verdict, contradiction) => {
    expect(contradictionIn(verdict)).toBe(contradiction);
  });

  it('is critical where it is danger, and otherwise stays as it was said', () => {
    expect(completed({ complaint: true, danger: 'child' })).toEqual({
      complaint: true,
      danger: 'child',
      severity: 'critical',
    });
    fc.assert(
      fc.property(anyVerdict, (verdict) => {
        const { severity: _, ...rest } = completed(verdict);
        const { severity: __, ...before } = verdict;
        expect(rest).toEqual(before);
        expect(contradictionIn(completed(verdict)) === null || contradictionIn(verdict) !== null).toBe(true);
      }),
    );
  });

  it('has a number that is read as it is written', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 18n - 1n), (n) => {
        expect(parseLabelId(labelName(String(n)))).toBe(String(n));
      }),
    );
    expect(['7', ' #7 ', 'LABEL-007', 'EH-7', '0', '-1', 'x'].map(parseLabelId)).toEqual([
      '7',
      '7',
      '7',
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('a line for the training', () => {
  it('says what was said and what follows from it, in the order of our own sentences', () => {
    const line = lineOf({
      parent: 'My parcel is late',
      verdict: {
        complaint: true,
        sentiment: 'neutral',
        categories: ['delivery'],
        severity: 'medium',
        danger: 'none',
        sameProblem: true,
      },
    });
    expect(JSON.stringify(line)).toBe(
      '{"id":"label-12","text":"No heating since [number]","lang":"en","complaint":1,"sentiment":"neu","categories":["delivery"],"severity":"medium","danger":null,"relay":0,"sameProblem":1,"parent":"My parcel is late"}',
    );
    expect(lineOf()).toEqual({
      id: 'label-12',
      text: 'No heating since [number]',
      lang: 'en',
      complaint: 1,
      relay: 0,
    });
    expect(lineOf({ language: null, verdict: { complaint: false, relay: true } })).toEqual({
      id: 'label-12',
      text: 'No heating since [number]',
      complaint: 0,
      severity: null,
      danger: null,
      relay: 1,
      sameProblem: 0,
    });
  });

  it('is none of danger, of an own account, or of a "same here" that stands alone', () => {
    expect(lineOf({ isDanger: true })).toBe('danger');
    expect(lineOf({ text: null })).toBe('danger');
    expect(lineOf({ verdict: { complaint: true, danger: 'child', severity: 'critical' } })).toBe('danger');
    expect(lineOf({ isOwnAccount: true })).toBe('ownAccount');
    const same: LabelVerdict = { complaint: true, sameProblem: true };
    expect(lineOf({ verdict: same })).toBe('noParent');
    expect(lineOf({ verdict: same, parent: 'it burns', isParentDanger: true })).toBe('noParent');
    expect(lineOf({ parent: 'it burns', isParentDanger: true })).not.toHaveProperty('parent');
  });

  it('holds nothing but the fields of the training, whatever else a row carries', () => {
    const allowed = new Set([
      'id',
      'text',
      'lang',
      'complaint',
      'sentiment',
      'categories',
      'severity',
      'danger',
      'relay',
      'sameProblem',
      'parent',
    ]);
    const audience = fc.record({
      author: fc.constant('SECRET'),
      handle: fc.constant('SECRET'),
      url: fc.constant('https://x.example/SECRET'),
      followers: fc.integer({ min: 1 }),
      isVerified: yesOrNo,
      views: fc.integer(),
      actor: fc.constant('SECRET'),
      note: fc.constant('SECRET'),
    });
    fc.assert(
      fc.property(anyLabel, audience, (label, more) => {
        const exported = toTrainingLine({ ...more, ...label });
        expect(exported).toEqual(toTrainingLine(label));
        if (exported.kind !== 'line') return;
        expect(Object.keys(exported.line).filter((key) => !allowed.has(key))).toEqual([]);
        expect(label.isDanger || label.isOwnAccount).toBe(false);
        expect(exported.line.danger ?? null).toBeNull();
        if (!label.verdict.complaint) expect(exported.line.severity).toBeNull();
      }),
    );
  });
});
