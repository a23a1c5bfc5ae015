import type { Capability } from '../domain/may.ts';
import { UserError } from '../lib/user-error.ts';
import type { Transaction } from '../postgres/database.ts';
import type { App } from './app.ts';
import type { ActingOptions } from './desk-options.ts';
import { brandAskedFor } from './known-brand.ts';
import { brandOfReader, readerWhoMay } from './permission.ts';

/** What every list of the desk takes. */
export interface ListPageOptions extends ActingOptions {
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
  readonly needs: Capability;
  /** What is said of such a cursor: which list, and where cursors are found. */
  readonly cursors: string;
}

/** One page of a list of the desk. */
export const readListPage = async <Page>(
  app: App,
  { brand: named, limit, after, as }: ListPageOptions,
  { read, cursors, needs }: ListOf<Page>,
): Promise<Page> => {
  const brand = brandOfReader(readerWhoMay(app, as, needs), named);
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
