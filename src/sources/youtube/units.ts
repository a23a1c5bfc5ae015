import { DateTime } from 'luxon';
import type { SourceQuota } from '../../domain/source-quota.ts';
import { SourceError } from '../source.ts';

/** Units that were spent on a day of the platform, which ends at midnight Pacific time (facts/sources.md 8). */
export interface SpentUnits {
  /** `2026-11-21` in California. */
  readonly day: string;
  readonly units: number;
}

const ZONE = 'America/Los_Angeles';

const pacific = (now: Date): DateTime => DateTime.fromJSDate(now, { zone: ZONE });

export const spentToday = (spent: SpentUnits | undefined, now: Date): SpentUnits => {
  const day = pacific(now).toFormat('yyyy-MM-dd');
  return spent?.day === day ? spent : { day, units: 0 };
};

export const spend = (spent: SpentUnits, units: number, now: Date): SpentUnits => {
  const today = spentToday(spent, now);
  return { ...today, units: today.units + units };
};

/** The midnight that comes next in California, whether the clocks change before it or not. */
export const nextMidnight = (now: Date): Date => pacific(now).startOf('day').plus({ days: 1 }).toJSDate();

export const quotaOf = (spent: SpentUnits, limit: number, now: Date): SourceQuota => ({
  unit: 'units',
  used: spentToday(spent, now).units,
  limit,
  resetsAt: nextMidnight(now).toISOString(),
});

export const usedUpError = (name: string, limit: number, now: Date): SourceError => {
  const until = nextMidnight(now);
  return new SourceError(
    'budget',
    `The ${limit} units of source ${name} are used for today; reading goes on at ${until.toISOString()}, after midnight in California.`,
    {
      retryAfterMs: until.getTime() - now.getTime(),
      cause: { code: 'budget_used', values: { budget: `${limit} units`, until: until.toISOString() } },
    },
  );
};
