import type { Calendar, SlaPolicy, Target } from '../domain/brand.ts';
import { type Severity, severities } from '../domain/severity.ts';
import { dueAt, type Targets } from './deadline.ts';
import { latestStart } from './latest-start.ts';

/** A warning comes when a quarter of the time is left, as before a deadline of an answer. */
const nearPart = 0.75;

/**
 * By when a case should be solved by the policy that the record keeps of it; it orders nothing. null: the policy has no
 * such target for this severity. Throws as `dueAt` does.
 */
export const resolutionUnder = (
  policy: unknown,
  { severity, openedAt }: { readonly severity: Severity; readonly openedAt: Date },
): Date | null => {
  const found = targetOf(policy, severity);
  if (found === null) return null;
  const { target, calendar } = found;
  const targets: Targets = { critical: target, high: target, medium: target, low: target };
  return dueAt(severity, openedAt, targets, calendar);
};

/** Cases of this severity that opened up to these moments: three quarters of their time is over, or all. */
export interface ResolutionStarts {
  readonly severity: Severity;
  readonly nearBefore: Date;
  readonly lateBefore: Date;
}

/** The other way round: which cases of this policy should be solved soon, or should have been, at `now`. */
export const resolutionStarts = (policy: unknown, now: Date): readonly ResolutionStarts[] =>
  severities.flatMap((severity) => {
    const found = targetOf(policy, severity);
    if (found === null) return [];
    const ask = { severity, ...found };
    return [{ severity, nearBefore: latestStart(now, ask, nearPart), lateBefore: latestStart(now, ask, 1) }];
  });

const targetOf = (
  policy: unknown,
  severity: Severity,
): { readonly target: Target; readonly calendar: Calendar } | null => {
  const { sla, calendar } = (policy ?? {}) as { sla?: SlaPolicy; calendar?: Calendar };
  const target = sla?.resolution?.[severity];
  return target === undefined || calendar === undefined ? null : { target, calendar };
};
