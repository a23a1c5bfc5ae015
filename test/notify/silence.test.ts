import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Alert } from '../../src/domain/alert.ts';
import { severities } from '../../src/domain/severity.ts';
import { judgeInhibition } from '../../src/notify/inhibit.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import {
  isInVain,
  judgeSilence,
  type Silence,
  type SilenceMatcher,
} from '../../src/notify/silences/silence.ts';
import { at, caseAlert, deadlineAlert, hours } from './support/alerts.ts';

const silence = (matcher: SilenceMatcher, changes: Partial<Silence> = {}): Silence => ({
  id: '1',
  matcher,
  comment: 'known outage',
  author: 'lea',
  createdAt: at(0),
  endsAt: at(hours(2)),
  ...changes,
});
const stale: Alert = { kind: 'source_stale', brand: null, values: { source: 'x', since: at(0) } };

const step: Alert = {
  kind: 'escalation_step',
  brand: 'nordbahn',
  caseId: '12',
  severity: 'high',
  danger: null,
  dueAt: null,
  chain: 'late',
  channel: null,
  person: null,
};
const attack: Alert = { kind: 'out_of_band_attack', brand: 'nordbahn', values: {} };
const anyway: Alert = { kind: 'executed_anyway', brand: 'nordbahn', values: {} };

const alerts: fc.Arbitrary<Alert> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom('case_opened', 'severity_raised'),
      severity: fc.constantFrom(...severities),
      danger: fc.constantFrom(null, null, 'child' as const),
      brand: fc.constantFrom('nordbahn', 'seeweg'),
    })
    .map((changes) => caseAlert('12', changes)),
  fc
    .record({
      kind: fc.constantFrom('deadline_near', 'deadline_missed'),
      danger: fc.constantFrom(null, null, 'child' as const),
    })
    .map((changes) => deadlineAlert('12', changes)),
  fc.constantFrom(stale, step, anyway),
);
const matchers: fc.Arbitrary<SilenceMatcher> = fc.record(
  {
    brand: fc.constantFrom('nordbahn', 'seeweg'),
    kind: fc.constantFrom('case_opened', 'deadline_near', 'source_stale'),
    severity: fc.constantFrom(...severities),
    category: fc.constantFrom('billing', 'delivery'),
    caseId: fc.constantFrom('12', '13'),
  },
  { requiredKeys: [] },
);
const silences = fc.array(
  fc
    .record({ matcher: matchers, endsAfter: fc.integer({ min: -5, max: 5 }), id: fc.nat({ max: 9 }) })
    .map(({ matcher, endsAfter, id }) => silence(matcher, { id: String(id), endsAt: at(hours(endsAfter)) })),
  { maxLength: 5 },
);

describe('a silence', () => {
  it.each<readonly [string, SilenceMatcher, Alert, boolean]>([
    ['of a brand covers its cases', { brand: 'nordbahn' }, caseAlert('12'), true],
    ['of a brand covers no other', { brand: 'seeweg' }, caseAlert('12'), false],
    ['of a case', { caseId: '12' }, caseAlert('12'), true],
    [
      'of a severity and a category, both',
      { severity: 'high', category: 'delivery' },
      caseAlert('12'),
      false,
    ],
    ['of a category', { category: 'billing' }, caseAlert('12'), true],
    ['of a brand covers no warning of a deadline', { brand: 'nordbahn' }, deadlineAlert('12'), false],
    ['that names a warning of a deadline covers it', { kind: 'deadline_near' }, deadlineAlert('12'), true],
    ['of a case covers no warning either', { caseId: '12' }, deadlineAlert('12'), false],
    ['of a category covers nothing that has none', { category: 'billing' }, stale, false],
    ['of a kind covers notices about sources', { kind: 'source_stale' }, stale, true],
    ['of a brand covers no step of a chain', { brand: 'nordbahn' }, step, false],
    ['that names the steps of chains covers them', { kind: 'escalation_step' }, step, true],
    ['covers nothing that compliance is told', { kind: 'executed_anyway' }, anyway, false],
    ['covers no attack on a customer', { kind: 'out_of_band_attack' }, attack, false],
    ['covers no danger', { brand: 'nordbahn' }, caseAlert('12', { danger: 'product' }), false],
    [
      'covers no danger that it names',
      { kind: 'case_opened', caseId: '12' },
      caseAlert('12', { danger: 'product' }),
      false,
    ],
  ])('%s', (_name, matcher, alert, isSilenced) => {
    expect(judgeSilence(alert, [silence(matcher)], at(hours(1))).kind).toBe(isSilenced ? 'silenced' : 'told');
  });

  it('covers nothing that a route has compliance alone hear, and names none of it', () => {
    for (const { hearing, match } of defaultPolicy.routes)
      for (const kind of match.kinds) {
        const alert = { kind, brand: 'nordbahn', values: {} } as Alert;
        const judged = judgeSilence(alert, [silence({ kind })], at(0));
        expect([kind, judged.kind]).toEqual([kind, hearing === 'compliance' ? 'told' : 'silenced']);
        expect([kind, isInVain({ kind })]).toEqual([kind, hearing === 'compliance']);
      }
  });

  it('is over when it is over, and of several the last to end counts', () => {
    const short = silence({ brand: 'nordbahn' });
    const long = silence({ caseId: '12' }, { id: '2', endsAt: at(hours(9)) });
    expect(judgeSilence(caseAlert('12'), [short], at(hours(2)))).toEqual({
      kind: 'told',
      reason: 'no_silence',
    });
    expect(judgeSilence(caseAlert('12'), [short, long], at(0))).toEqual({ kind: 'silenced', silence: long });
  });

  it('never keeps danger back, nor a deadline that no silence names, and only while one is in force', () => {
    fc.assert(
      fc.property(alerts, silences, (alert, all) => {
        const judged = judgeSilence(alert, all, at(0));
        if (judged.kind === 'told') return;
        expect('danger' in alert ? alert.danger : null).toBeNull();
        expect(judged.silence.endsAt > at(0)).toBe(true);
        if (!('openedAt' in alert)) expect(judged.silence.matcher.kind).toBe(alert.kind);
        expect(alert.kind).not.toBe('executed_anyway');
      }),
    );
  });

  it('decides the same in whichever order silences were added', () => {
    fc.assert(
      fc.property(alerts, silences, (alert, all) => {
        const unlike = all.filter((one, index) => all.findIndex(({ id }) => id === one.id) === index);
        expect(judgeSilence(alert, unlike.toReversed(), at(0))).toEqual(judgeSilence(alert, unlike, at(0)));
      }),
    );
  });
});

describe('a problem', () => {
  const told = (toldAs: 'high' | 'medium' | null) => ({ problemId: '7', toldAs });

  it.each([
    ['of which nobody belongs', caseAlert('12'), null, 'no_problem'],
    ['that was told quiets an alert as severe', caseAlert('12'), told('high'), null],
    ['does not quiet one that is more severe', caseAlert('12'), told('medium'), 'more_severe'],
    ['of which nobody was told quiets nobody', caseAlert('12'), told(null), 'problem_not_told'],
    ['never quiets a critical case', caseAlert('12', { severity: 'critical' }), told('high'), 'critical'],
    ['never quiets danger', caseAlert('12', { danger: 'child' }), told('high'), 'danger'],
    ['never quiets a rise', caseAlert('12', { kind: 'severity_raised' }), told('high'), 'not_first_alert'],
    ['never quiets a deadline', deadlineAlert('12'), told('high'), 'not_first_alert'],
  ] as const)('%s', (_name, alert, problem, reason) => {
    expect(judgeInhibition(alert, problem)).toEqual(
      reason === null ? { kind: 'inhibited', problemId: '7' } : { kind: 'told', reason },
    );
  });

  it('quiets nothing but a first alert below critical, whatever the alert', () => {
    fc.assert(
      fc.property(alerts, fc.constantFrom(...severities), (alert, toldAs) => {
        if (judgeInhibition(alert, { problemId: '7', toldAs }).kind === 'told') return;
        expect(alert).toMatchObject({ kind: 'case_opened', danger: null });
        expect('severity' in alert && alert.severity).not.toBe('critical');
      }),
    );
  });
});
