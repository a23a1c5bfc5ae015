import type { Calendar, Target } from '../domain/brand.ts';
import type { Severity } from '../domain/severity.ts';
import { dueAt, type Targets } from './deadline.ts';

const dayMs = 86_400_000;
/** Longer than any target that a configuration takes, holidays included. */
const longestMs = 3 * 366 * dayMs;

/**
 * The last moment at which a clock can have started for this part (0 to 1) of its time to be over by `now`, to the
 * millisecond: a deadline never comes earlier for a clock that starts later (but in the hour that a change of the clocks
 * repeats), so that one comparison with it finds all that are. Throws as `dueAt` does. Milliseconds since 1970.
 */
export const latestStart = (
  now: Date,
  {
    severity,
    target,
    calendar,
  }: { readonly severity: Severity; readonly target: Target; readonly calendar: Calendar },
  part: number,
): Date => {
  const targets: Targets = { critical: target, high: target, medium: target, low: target };
  const isOver = (startMs: number): boolean => {
    const dueMs = dueAt(severity, new Date(startMs), targets, calendar).getTime();
    return startMs + (dueMs - startMs) * part <= now.getTime();
  };
  let over = now.getTime() - longestMs;
  let open = now.getTime() + 1;
  while (open - over > 1) {
    const middle = Math.floor((over + open) / 2);
    if (isOver(middle)) over = middle;
    else open = middle;
  }
  return new Date(over);
};
