import type { Alert } from '../../domain/alert.ts';
import type { Category } from '../../domain/classification.ts';
import type { Severity } from '../../domain/severity.ts';
import { complianceKinds, isDanger } from '../policy.ts';

/** What a silence covers: alerts to which each of its words applies. At least one word stands in it; none knows reach. */
export interface SilenceMatcher {
  readonly brand?: string;
  readonly kind?: Alert['kind'];
  readonly severity?: Severity;
  readonly category?: Category;
  /** A number, as in `desk.case`. */
  readonly caseId?: string;
}

export interface Silence {
  readonly id: string;
  readonly matcher: SilenceMatcher;
  readonly comment: string;
  readonly author: string;
  /** ISO 8601 UTC as `toISOString` writes them. */
  readonly createdAt: string;
  readonly endsAt: string;
}

/** Why an alert is told or kept back. */
export type Silenced =
  | { readonly kind: 'told'; readonly reason: 'no_silence' | 'danger' | 'compliance' | 'kind_not_named' }
  | { readonly kind: 'silenced'; readonly silence: Silence };

/**
 * Danger is never silenced, nor what compliance alone is told. News of a case is
 * silenced by any silence that covers it; everything else, above all a warning of a deadline, only by one that names its
 * kind: whoever wants quiet about a brand means the news, not that a promise to a customer breaks unseen. Of several
 * silences the last to end counts.
 */
export const judgeSilence = (alert: Alert, silences: readonly Silence[], now: string): Silenced => {
  const covering = silences
    .filter(({ endsAt, matcher }) => endsAt > now && covers(matcher, alert))
    .toSorted(
      (a, b) => b.endsAt.localeCompare(a.endsAt) || a.id.localeCompare(b.id, 'en', { numeric: true }),
    );
  if (covering.length === 0) return { kind: 'told', reason: 'no_silence' };
  if (isDanger(alert)) return { kind: 'told', reason: 'danger' };
  if (complianceKinds.has(alert.kind)) return { kind: 'told', reason: 'compliance' };
  const [silence] = news.has(alert.kind)
    ? covering
    : covering.filter(({ matcher }) => matcher.kind === alert.kind);
  return silence === undefined ? { kind: 'told', reason: 'kind_not_named' } : { kind: 'silenced', silence };
};

const news: ReadonlySet<Alert['kind']> = new Set(['case_opened', 'severity_raised']);

/** Whether it names a kind that is told all the same: to take it would promise a quiet that never comes. */
export const isInVain = ({ kind }: SilenceMatcher): boolean =>
  kind !== undefined && complianceKinds.has(kind);

/** An alert that does not know a word is not covered by it. */
const covers = ({ kind, brand, severity, caseId, category }: SilenceMatcher, alert: Alert): boolean =>
  [undefined, alert.kind].includes(kind) &&
  (brand === undefined || brand === alert.brand) &&
  [undefined, 'severity' in alert ? alert.severity : null].includes(severity) &&
  [undefined, 'caseId' in alert ? alert.caseId : null].includes(caseId) &&
  (category === undefined || ('categories' in alert && alert.categories.includes(category)));
