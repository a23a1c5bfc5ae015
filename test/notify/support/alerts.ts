import type { Alert, CaseAlert, DeadlineAlert } from '../../../src/domain/alert.ts';
import type { OutboxAlert } from '../../../src/notify/plan.ts';

export const start = Date.parse('2026-11-23T07:00:00.000Z');
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
  dueAt: at(minutes(20)),
  ...changes,
});

export const row = (id: string, alert: Alert, afterMs = 0): OutboxAlert => ({
  id,
  raisedAt: at(afterMs),
  alert,
});
