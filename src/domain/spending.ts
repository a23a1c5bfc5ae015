/** What was spent for one purpose; `mills` are thousandths of a US dollar, `posts` what came of it. */
export interface Spending {
  readonly purpose: string;
  readonly mills: number;
  readonly posts: number;
}

/** What a source has spent, in UTC days and months. */
export interface Spent {
  /** `2026-11-20`. */
  readonly day: string;
  /** Of this day, by purpose. */
  readonly today: ReadonlyMap<string, Spending>;
  /** Of the month, this day included. */
  readonly monthMills: number;
}
