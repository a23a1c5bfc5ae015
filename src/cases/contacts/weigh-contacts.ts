import type { PriorContact } from '../../domain/classification.ts';
import type { LoggedContact } from '../../domain/contact.ts';
import { raisedByContact } from '../../domain/prior-contact.ts';
import { raiseTo } from '../fold-clock.ts';
import type { ActivityRow, CaseRow, FoldDeps } from '../fold-types.ts';
import { changeBetween } from '../life/replay.ts';

export type Attempt = Pick<LoggedContact, 'at' | 'isAnswered'>;

/**
 * What the company's own log says of a case: how often the customer tried since somebody last answered, there or here,
 * and for how many days. null: no attempt is open. Pure.
 */
export const openAttempts = (
  attempts: readonly Attempt[],
  { lastResponseAt, now }: { readonly lastResponseAt: Date | null; readonly now: Date },
): (PriorContact & { readonly count: number; readonly days: number }) | null => {
  const answers = attempts.filter(({ isAnswered }) => isAnswered).map(({ at }) => at.getTime());
  const heardAt = Math.max(lastResponseAt?.getTime() ?? Number.NEGATIVE_INFINITY, ...answers);
  const open = attempts.filter(({ at, isAnswered }) => !isAnswered && at.getTime() > heardAt && at <= now);
  if (open.length === 0) return null;
  const since = Math.min(...open.map(({ at }) => at.getTime()));
  return { count: open.length, days: Math.floor((now.getTime() - since) / dayMs), isUnanswered: true };
};

const dayMs = 86_400_000;

export interface Weighed {
  readonly row: CaseRow;
  readonly activities: readonly ActivityRow[];
}

/**
 * Raises a case by attempts that nobody answered, by the ladder that words are weighed by (docs/adr/0012), never above
 * high and never back; a running deadline moves earlier only. null: the log changes nothing. Pure.
 */
export const weighContacts = (
  row: CaseRow,
  attempts: readonly Attempt[],
  deps: Pick<FoldDeps, 'now' | 'deadlineOf'>,
): Weighed | null => {
  if (isOver(row)) return null;
  const open = openAttempts(attempts, { lastResponseAt: row.lastResponseAt, now: deps.now });
  if (open === null) return null;
  const severity = raisedByContact(row.severity, open);
  if (severity === row.severity) return null;
  const reason = { code: 'contact_log', values: { count: open.count, days: open.days } };
  const raised = raiseTo(row, severity, { ...deps, newCaseId: noCase });
  return {
    row: { ...raised, reasons: [reason, ...row.reasons.filter(({ code }) => code !== reason.code)] },
    activities: [
      activity(
        row.id,
        { kind: 'contacts_found', previous: null, value: String(open.count), change: null },
        deps.now,
      ),
      activity(
        row.id,
        {
          kind: 'severity_raised',
          previous: row.severity,
          value: severity,
          change: changeBetween(row, raised),
        },
        deps.now,
      ),
    ],
  };
};

const isOver = ({ status, disposition, mergedInto }: CaseRow): boolean =>
  status === 'resolved' || status === 'closed' || disposition !== null || mergedInto !== null;

const activity = (
  caseId: string,
  event: Pick<ActivityRow, 'kind' | 'previous' | 'value' | 'change'>,
  at: Date,
): ActivityRow => ({
  ...event,
  key: `${caseId}|${event.kind}|contacts|${event.value}|${at.toISOString()}`,
  caseId,
  at,
  actor: 'evenhand',
  isAutomated: true,
  isInternal: true,
  postKey: null,
});

const noCase = (): string => {
  throw new Error('no call opens a case');
};
