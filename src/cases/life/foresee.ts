/** How fast answers were given lately. */
export interface Pace {
  readonly answers: number;
  readonly windowMs: number;
}

export type Outlook =
  /** Too few answers to tell a pace: nobody works, or there is little to do. */
  { readonly kind: 'unknown' } | { readonly kind: 'known'; readonly late: number; readonly pace: Pace };

const fewestAnswers = 3;

/**
 * How many of these waiting cases will be late if they are answered one after the other, in the order of the queue, as
 * fast as answers were given lately. What is late already is not foreseen. It looks at deadlines alone.
 */
export const foreseeLate = (dueAts: readonly Date[], pace: Pace, now: Date): Outlook => {
  if (pace.answers < fewestAnswers) return { kind: 'unknown' };
  const eachMs = pace.windowMs / pace.answers;
  const late = dueAts.filter(
    (dueAt, place) => dueAt > now && now.getTime() + (place + 1) * eachMs > dueAt.getTime(),
  ).length;
  return { kind: 'known', late, pace };
};
