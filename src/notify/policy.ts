import type { Alert } from '../domain/alert.ts';
import { caseName } from '../domain/case-id.ts';
import type { Severity } from '../domain/severity.ts';

/**
 * Who hears: everybody who works cases; only the people on call, who alone may see a danger case; or compliance alone,
 * for whom nobody stands in, because whoever asked for an action could be among the others.
 */
export type Hearing = 'team' | 'on_call' | 'compliance';

/** A route in Alertmanager's words. The first one that matches takes the alert; it knows words, never reach. */
export interface Route {
  readonly name: string;
  readonly match: {
    readonly kinds: readonly Alert['kind'][];
    readonly severities?: readonly Severity[];
    readonly isDanger?: boolean;
  };
  readonly hearing: Hearing;
  /** Alerts that agree in all of these stand in one message. `case`: each case has a message of its own. */
  readonly groupBy: readonly GroupLabel[];
  /** From the first alert of a group to its message. */
  readonly groupWaitMs: number;
  /** From one message of a group to the next with new alerts. */
  readonly groupIntervalMs: number;
  /** From a message to its repetition while a case is neither taken nor answered; null: said once. */
  readonly repeatIntervalMs: number | null;
}
export type GroupLabel = 'brand' | 'kind' | 'severity' | 'category' | 'source' | 'case';

export interface NotifyPolicy {
  readonly routes: readonly Route[];
  /** Messages that are later than this, because nothing ran, are put into one catch-up message per channel. */
  readonly catchUpAfterMs: number;
}

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const caseKinds = ['case_opened', 'severity_raised'] as const;

// group_wait 30 s, group_interval 5 m and repeat_interval 4 h are Alertmanager's own defaults.
export const defaultPolicy: NotifyPolicy = {
  catchUpAfterMs: 15 * minute,
  routes: [
    {
      name: 'danger',
      match: { kinds: [...caseKinds, 'deadline_near', 'deadline_missed', 'escalation_step'], isDanger: true },
      hearing: 'on_call',
      groupBy: ['brand', 'case', 'kind'],
      groupWaitMs: 0,
      groupIntervalMs: 0,
      repeatIntervalMs: 4 * hour,
    },
    {
      name: 'critical',
      match: { kinds: caseKinds, severities: ['critical'] },
      hearing: 'team',
      groupBy: ['brand', 'case'],
      groupWaitMs: 0,
      groupIntervalMs: 0,
      repeatIntervalMs: 4 * hour,
    },
    {
      name: 'high',
      match: { kinds: caseKinds, severities: ['high'] },
      hearing: 'team',
      groupBy: ['brand', 'severity'],
      groupWaitMs: 0,
      groupIntervalMs: 5 * minute,
      repeatIntervalMs: 4 * hour,
    },
    {
      name: 'deadlines',
      match: { kinds: ['deadline_near', 'deadline_missed'] },
      hearing: 'team',
      groupBy: ['brand'],
      groupWaitMs: 30 * second,
      groupIntervalMs: 5 * minute,
      repeatIntervalMs: null,
    },
    {
      name: 'guard',
      match: { kinds: ['approval_needed', 'executed_anyway', 'executed_late', 'executed_unasked'] },
      hearing: 'compliance',
      groupBy: ['kind'],
      groupWaitMs: 0,
      groupIntervalMs: 0,
      repeatIntervalMs: null,
    },
    {
      name: 'out_of_band',
      match: { kinds: ['out_of_band_refusal', 'out_of_band_attack', 'out_of_band_unclear'] },
      hearing: 'compliance',
      groupBy: ['brand', 'kind'],
      groupWaitMs: 0,
      groupIntervalMs: 5 * minute,
      repeatIntervalMs: null,
    },
    {
      name: 'escalation',
      match: { kinds: ['escalation_step'] },
      hearing: 'team',
      groupBy: ['brand', 'case', 'kind'],
      groupWaitMs: 0,
      groupIntervalMs: 0,
      repeatIntervalMs: null,
    },
    {
      name: 'executive_danger',
      match: { kinds: ['escalation_requested', 'escalation_overdue'], isDanger: true },
      hearing: 'on_call',
      groupBy: ['brand', 'kind'],
      groupWaitMs: 0,
      groupIntervalMs: 0,
      repeatIntervalMs: null,
    },
    {
      name: 'executive',
      match: { kinds: ['escalation_requested', 'escalation_overdue', 'escalation_unheard'] },
      hearing: 'team',
      groupBy: ['brand', 'kind'],
      groupWaitMs: 0,
      groupIntervalMs: 0,
      repeatIntervalMs: null,
    },
    {
      name: 'service',
      match: {
        kinds: [
          'source_stale',
          'source_off',
          'source_gap',
          'source_silent',
          'source_heard',
          'caught_up',
          'budget_used',
          'budget_warning',
          'replay_differs',
          'resolution_near',
          'resolution_late',
          'late_foreseen',
          'route_quota',
        ],
      },
      hearing: 'team',
      groupBy: ['brand', 'kind'],
      groupWaitMs: 30 * second,
      groupIntervalMs: 5 * minute,
      repeatIntervalMs: null,
    },
    {
      name: 'problem',
      match: { kinds: ['problem_escalating', 'problem_regressed'] },
      hearing: 'team',
      groupBy: ['brand', 'kind'],
      groupWaitMs: 0,
      groupIntervalMs: 5 * minute,
      repeatIntervalMs: null,
    },
    {
      name: 'all_well',
      match: { kinds: ['all_well'] },
      hearing: 'team',
      groupBy: ['brand', 'kind'],
      groupWaitMs: 0,
      groupIntervalMs: 0,
      repeatIntervalMs: null,
    },
  ],
};

/** The route of an alert; null: it stands in the summary only (cases of medium and low severity). */
export const routeOf = (alert: Alert, routes: readonly Route[]): Route | null =>
  routes.find(({ match }) => {
    if (!match.kinds.includes(alert.kind)) return false;
    if (match.isDanger !== undefined && match.isDanger !== isDanger(alert)) return false;
    return (
      match.severities === undefined || ('severity' in alert && match.severities.includes(alert.severity))
    );
  }) ?? null;

/** What compliance alone is told. */
export const complianceKinds: ReadonlySet<Alert['kind']> = new Set(
  defaultPolicy.routes.flatMap(({ hearing, match }) => (hearing === 'compliance' ? match.kinds : [])),
);

export const isDanger = (alert: Alert): boolean => 'danger' in alert && (alert.danger ?? null) !== null;

/** Cases that stand alone in their messages are told singly even after an outage. */
export const isSingle = (route: Route): boolean => route.groupBy.includes('case');

/** `high:{brand="nordbahn",severity="high"}`: stable, because rows are found by it again. */
export const groupKeyOf = (route: Route, alert: Alert): string => {
  const labels = route.groupBy.map((label) => `${label}=${JSON.stringify(labelOf(label, alert))}`);
  return `${route.name}:{${labels.join(',')}}`;
};

const labelOf = (label: GroupLabel, alert: Alert): string => {
  if (label === 'brand') return alert.brand ?? '';
  if (label === 'kind') return alert.kind;
  if (label === 'case') return 'caseId' in alert ? caseName(alert.caseId) : '';
  if (label === 'category') return 'categories' in alert ? (alert.categories[0] ?? '') : '';
  if (label === 'source') return 'source' in alert ? alert.source : '';
  return 'severity' in alert ? alert.severity : '';
};
