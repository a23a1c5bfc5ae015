/** Time that decides is read once through a clock and passed on as `now`; tests inject another. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
