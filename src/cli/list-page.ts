import { UserError } from '../lib/user-error.ts';
import type { Transaction } from '../postgres/database.ts';
import type { App } from './app.ts';
import type { SpokenOptions } from './desk-options.ts';
import { brandAskedFor } from './known-brand.ts';

/** What every list of the desk takes. */
export interface ListPageOptions extends SpokenOptions {
  readonly brand?: string;
  readonly limit: number;
  readonly after?: string;
  readonly json?: boolean;
}

/** Which page is asked for, as the stores ask for it. */
interface PageAsk {
  readonly brand: string | null;
  readonly limit: number;
  readonly after: string | null;
}

interface ListOf<Page> {
  /** null: `after` is no cursor of this list. */
  readonly read: (tx: Transaction, ask: PageAsk) => Promise<Page | null>;
  /** What is said of such a cursor: which list, and where cursors are found. */
  readonly cursors: string;
}

/** One page of a list of the desk. */
export const readListPage = async <Page>(
  app: App,
  { brand, limit, after }: ListPageOptions,
  { read, cursors }: ListOf<Page>,
): Promise<Page> => {
  const page = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) =>
      read(tx, { brand: await brandAskedFor(tx, app, brand), limit, after: after ?? null }),
    ),
  );
  if (page === null) throw new UserError(`--after "${after}" is no cursor of ${cursors}`);
  return page;
};

/** The cursor behind which the list goes on; null: this page ends it. */
export const nextCursor = (rows: readonly { readonly cursor: string }[], hasMore: boolean): string | null =>
  hasMore ? (rows.at(-1)?.cursor ?? null) : null;
