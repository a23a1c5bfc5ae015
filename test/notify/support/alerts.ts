import type { Alert, CaseAlert, DeadlineAlert } from '../../../src/domain/alert.ts';
import type { AlertsContent, LetterContent } from '../../../src/notify/content.ts';
import type { OutboxAlert } from '../../../src/notify/plan.ts';

const start = Date.parse('2026-11-23T07:00:00.000Z');
export const seconds = (count: number): number => count * 1_000;
export const minutes = (count: number): number => count * 60_000;
export const hours = (count: number): number => count * 3_600_000;
export const at = (afterMs: number): string => new Date(start + afterMs).toISOString();

export const caseAlert = (caseId: string, changes: Partial<CaseAlert> = {}): CaseAlert => ({
  kind: 'case_opened',
  brand: 'nordbahn',
  caseId,
  severity: 'high',
  danger: null,
  categories: ['billing'],
  reasons: [
    { code: 'large_or_dated_loss' },
    { code: 'prior_contact', values: { count: 7, days: 21 } },
    { code: 'amount', values: { amount: 'EUR 4333' } },
  ],
  source: 'owners-forum',
  openedAt: at(0),
  dueAt: at(hours(4)),
  excerpt: 'They took the deposit three weeks ago and nobody picks up the phone.',
  ...changes,
});

export const deadlineAlert = (caseId: string, changes: Partial<DeadlineAlert> = {}): DeadlineAlert => ({
  kind: 'deadline_near',
  brand: 'nordbahn',
  caseId,
  severity: 'medium',
  danger: null,
  dueAt: at(minutes(20)),
  ...changes,
});

export const row = (id: string, alert: Alert, afterMs = 0): OutboxAlert => ({
  id,
  raisedAt: at(afterMs),
  alert,
});

export const contentOf = (alerts: readonly Alert[], changes: Partial<AlertsContent> = {}): AlertsContent => ({
  kind: 'alerts',
  id: 'ntf_0123456789abcdef0123456789abcdef',
  groupKey: 'high:{brand="nordbahn",severity="high"}',
  thread: 'grp_0123456789abcdef0123456789abcdef',
  turn: 1,
  alerts: alerts.map((alert, index) => row(String(index + 1), alert)),
  later: 0,
  writtenAt: at(minutes(13)),
  timezone: 'Europe/Berlin',
  ...changes,
});

export const letter = (paragraphs: readonly string[]): LetterContent => ({
  kind: 'letter',
  quotes: [],
  id: 'ntf_fedcba9876543210fedcba9876543210',
  name: 'digest',
  title: 'nordbahn, 23 November',
  paragraphs,
  writtenAt: at(0),
  timezone: 'Europe/Berlin',
});

/** Every kind of message once, for what must hold for all of them. */
export const everyContent: readonly AlertsContent[] = [
  contentOf([caseAlert('EH-12', { severity: 'critical' })]),
  contentOf([caseAlert('EH-12', { kind: 'severity_raised', severity: 'critical' })]),
  contentOf([caseAlert('EH-12')], { turn: 2 }),
  contentOf([caseAlert('EH-13', { danger: 'product', severity: 'critical', dueAt: null })]),
  contentOf([caseAlert('EH-13', { danger: 'child', severity: 'critical' })], { turn: 3 }),
  contentOf([caseAlert('EH-12'), caseAlert('EH-14')]),
  contentOf([caseAlert('EH-12'), caseAlert('EH-14')], { turn: 2 }),
  contentOf([deadlineAlert('EH-9')]),
  contentOf([deadlineAlert('EH-9', { kind: 'deadline_missed' })]),
  contentOf([deadlineAlert('EH-9'), deadlineAlert('EH-8', { kind: 'deadline_missed' })]),
  contentOf([caseAlert('EH-1'), deadlineAlert('EH-2'), caseAlert('EH-3', { severity: 'low' })], {
    kind: 'catch_up',
  }),
  contentOf([caseAlert('EH-1'), caseAlert('EH-3')], { kind: 'catch_up', later: 2_800 }),
  contentOf([{ kind: 'all_well', brand: null, values: { read: 812, cases: 14 } }]),
  contentOf([{ kind: 'source_stale', brand: null, values: { source: 'x', since: at(0) } }]),
  contentOf([
    { kind: 'source_off', brand: null, values: { source: 'x', since: at(0), reason: 'it is gone' } },
  ]),
  contentOf([{ kind: 'source_gap', brand: null, values: { source: 'x', gap: 'older than seven days' } }]),
  contentOf([{ kind: 'caught_up', brand: null, values: { count: 40, since: at(0) } }]),
  contentOf([
    { kind: 'replay_differs', brand: null, values: { different: 2, posts: 300, cases: 'EH-3, EH-8' } },
  ]),
  contentOf([{ kind: 'late_foreseen', brand: 'nordbahn', values: { count: 7, answers: 5, hours: 2 } }]),
  contentOf([{ kind: 'resolution_near', brand: 'nordbahn', values: { count: 1, cases: 'EH-3' } }]),
  contentOf([{ kind: 'resolution_late', brand: 'nordbahn', values: { count: 2, cases: 'EH-3, EH-8' } }]),
  contentOf([
    {
      kind: 'problem_escalating',
      brand: 'nordbahn',
      values: { problem: 'P-17', brand: 'nordbahn', people: 12, usual: 4 },
    },
    {
      kind: 'problem_escalating',
      brand: 'nordbahn',
      values: { problem: 'P-40', brand: 'nordbahn', people: 6, usual: 4 },
    },
  ]),
  contentOf([{ kind: 'out_of_band_attack', brand: 'nordbahn', values: { brand: 'nordbahn', count: 1 } }]),
  contentOf([
    { kind: 'out_of_band_refusal', brand: 'nordbahn', values: { brand: 'nordbahn', count: 2 } },
    { kind: 'out_of_band_unclear', brand: 'nordbahn', values: { brand: 'nordbahn', count: 3 } },
  ]),
  contentOf([
    { kind: 'problem_regressed', brand: 'nordbahn', values: { problem: 'P-17', brand: 'nordbahn' } },
  ]),
  contentOf([
    { kind: 'budget_used', brand: null, values: { source: 'x', since: at(0), seen: 61, until: at(0) } },
  ]),
  contentOf([{ kind: 'route_quota', brand: null, values: { rule: 'parcels', count: 200 } }]),
];
