import type { LoggedContact } from '../../domain/contact.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import type { DeadlineAsk } from '../fold-types.ts';
import { type TakenContacts, writeContacts } from './contact.store.ts';
import { heedNewContacts } from './heed-contacts.store.ts';

/** Contacts that one transaction writes. */
const sliceRows = 500;

export interface ContactsOutcome extends TakenContacts {
  /** Ids of the cases that rose. */
  readonly raised: readonly string[];
}

export interface HeedDeps {
  readonly now: Date;
  /** Deadlines by the policies under which cases were opened. */
  readonly readDeadlines: (tx: Transaction) => Promise<(ask: DeadlineAsk) => Date>;
}

/**
 * Takes contacts of the company's log and raises the cases that they belong to. They are written first, in transactions
 * of their own: whoever reads cases meanwhile has either seen them or is seen by what follows.
 */
export const takeContacts = async (
  db: Database,
  contacts: readonly LoggedContact[],
  deps: HeedDeps,
): Promise<ContactsOutcome> => {
  const total = { taken: 0, known: 0, answered: 0 };
  for (let from = 0; from < contacts.length; from += sliceRows) {
    const slice = contacts.slice(from, from + sliceRows);
    const done = await db.transaction('desk', (tx) => writeContacts(tx, slice, deps.now));
    total.taken += done.taken;
    total.known += done.known;
    total.answered += done.answered;
  }
  return { ...total, raised: await heedAll(db, deps) };
};

/** Of so many as one request may bring; the rest, and what is held by somebody else now, is left to whoever heeds all. */
export const heedOf = async (
  db: Database,
  externalIds: readonly string[],
  { now, readDeadlines }: HeedDeps,
): Promise<void> => {
  await db.transaction('desk', async (tx) => {
    const deadlineOf = await readDeadlines(tx);
    await heedNewContacts(tx, { now, deadlineOf }, externalIds);
  });
};

/** Also what a process that died left behind. */
export const heedAll = async (db: Database, { now, readDeadlines }: HeedDeps): Promise<readonly string[]> => {
  const raised: string[] = [];
  for (;;) {
    const done = await db.transaction('desk', async (tx) => {
      const deadlineOf = await readDeadlines(tx);
      return heedNewContacts(tx, { now, deadlineOf });
    });
    raised.push(...done.raised);
    if (done.heeded === 0) return [...new Set(raised)];
  }
};
