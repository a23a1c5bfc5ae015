import type { Spending, Spent } from '../domain/spending.ts';

/**
 * The one account of a source's money: whoever reads from it, in whatever process, books before it asks. So no restart,
 * no page that is never committed and no second reader can spend what is not there.
 */
export interface Ledger {
  /** Decides by what is spent and adds the spending that was decided on, at once; null: nothing, and nothing is added. */
  book(at: Date, decide: (spent: Spent) => Spending | null): Promise<Spending | null>;
}

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
export const monthOf = (at: Date): string => at.toISOString().slice(0, 7);

const spentOn = (day: string, rows: readonly (Spending & { readonly day: string })[]): Spent => ({
  day,
  today: new Map(rows.filter((row) => row.day === day).map((row) => [row.purpose, row])),
  monthMills: rows.reduce((sum, row) => sum + row.mills, 0),
});

/** Where nothing is stored: an account that ends with the process. */
export const createMemoryLedger = (): Ledger => {
  const rows = new Map<string, Spending & { readonly day: string }>();
  return {
    book: async (at, decide) => {
      const day = dayOf(at);
      const month = monthOf(at);
      const spending = decide(
        spentOn(
          day,
          [...rows.values()].filter((row) => row.day.startsWith(month)),
        ),
      );
      if (spending === null) return null;
      const key = `${day} ${spending.purpose}`;
      const before = rows.get(key) ?? { mills: 0, posts: 0 };
      rows.set(key, {
        day,
        purpose: spending.purpose,
        mills: before.mills + spending.mills,
        posts: before.posts + spending.posts,
      });
      return spending;
    },
  };
};
