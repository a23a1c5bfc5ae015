import { isTeamOfRecord } from '../cases/route.store.ts';
import { UserError } from '../lib/user-error.ts';
import type { Transaction } from '../postgres/database.ts';
import type { App } from './app.ts';

/** The team that the record is asked about; null: of all. One that left the rules is known as long as a case went to it. */
export const teamAskedFor = async (
  tx: Transaction,
  app: App,
  named: string | undefined,
): Promise<string | null> => {
  if (named === undefined) return null;
  if (await isTeamOfRecord(tx, named)) return named;
  const known = [...new Set(app.config().config.routing.rules.map(({ team }) => team))];
  if (known.includes(named)) return named;
  const shown = named === '' ? '""' : named;
  throw new UserError(
    known.length === 0
      ? `--team ${shown}: there is no such team; no rule of routing names one`
      : `--team ${shown}: there is no such team; ${known.length === 1 ? 'the only one is' : 'there are'} ${known.join(', ')}`,
  );
};
