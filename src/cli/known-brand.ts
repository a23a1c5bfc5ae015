import { isBrandOfRecord } from '../cases/brand.store.ts';
import type { Brand } from '../domain/brand.ts';
import { UserError } from '../lib/user-error.ts';
import type { Transaction } from '../postgres/database.ts';
import type { App } from './app.ts';

/** The brand that was named, by its key or by one of its names in any case; throws a UserError that names the known ones. */
export const configuredBrand = (brands: readonly Brand[], named: string): Brand => {
  const asked = named.trim().toLowerCase();
  const found = brands.find(({ id, names }) => [id, ...names].some((name) => name.toLowerCase() === asked));
  if (found !== undefined) return found;
  const known = brands.map(({ id }) => id);
  throw new UserError(
    `--brand ${named === '' ? '""' : named}: there is no such brand; ${known.length === 1 ? 'the only one is' : 'there are'} ${known.join(', ')}`,
  );
};

/** What the brand is called by whoever speaks of it. */
export const namesOf = ({ id, names, handles }: Brand): readonly string[] => [id, ...names, ...handles];

/**
 * The key of the brand that the record is asked about; null: of all. One that left the configuration is known as long
 * as the record holds something of it, so that the configuration is looked at last.
 */
export const brandAskedFor = async (
  tx: Transaction,
  app: App,
  named: string | undefined,
): Promise<string | null> => {
  if (named === undefined) return null;
  const key = named.trim().toLowerCase();
  return (await isBrandOfRecord(tx, key)) ? key : configuredBrand(app.config().config.brands, named).id;
};
