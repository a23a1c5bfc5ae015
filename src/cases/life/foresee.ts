/** How fast answers were given lately. */
export interface Pace {
  readonly answers: number;
  readonly windowMs: number;
}

export type Outlook =
  /** Too few answers to tell a pace: nobody works, or there is little to do. */
  | { readonly kind: 'unknown' }
  /** `late`: ids of cases, in the order of the queue. */
  | { readonly kind: 'known'; readonly late: readonly string[]; readonly pace: Pace };

/** In the order of the queue. */
export interface Waiting {
  readonly id: string;
  readonly dueAt: Date;
}

const fewestAnswers = 3;

/**
 * Which of these waiting cases will be late if they are answered one after the other, in the order of the queue, as
 * fast as answers were given lately. What is late already is not foreseen. It looks at deadlines alone.
 */
export const foreseeLate = (waiting: readonly Waiting[], pace: Pace, now: Date): Outlook => {
  if (pace.answers < fewestAnswers) return { kind: 'unknown' };
  const eachMs = pace.windowMs / pace.answers;
  const late = waiting.filter(
    ({ dueAt }, place) => dueAt > now && now.getTime() + (place + 1) * eachMs > dueAt.getTime(),
  );
  return { kind: 'known', late: late.map(({ id }) => id), pace };
};
