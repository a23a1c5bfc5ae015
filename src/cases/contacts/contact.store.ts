import { sql } from 'kysely';
import type { LoggedContact } from '../../domain/contact.ts';
import type { Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { contactName, identifierHash } from './identifier-hash.ts';
import type { Attempt } from './weigh-contacts.ts';

export interface TakenContacts {
  readonly taken: number;
  /** In the record before; `answered` of them are answered now. */
  readonly known: number;
  readonly answered: number;
}

/**
 * Writes contacts once each, by the log's own id; one that was unanswered before may be answered now. Batches that read
 * contacts are waited for, so that whoever looks for cases after this has committed sees all that read without them.
 */
export const writeContacts = async (
  tx: Transaction,
  contacts: readonly LoggedContact[],
  now: Date,
): Promise<TakenContacts> => {
  await sql`select pg_advisory_xact_lock(${contactLock})`.execute(tx);
  const key = await readInstanceKey(tx);
  const rows = [...new Map(contacts.map((contact) => [contact.externalId, contact])).values()].map((one) => ({
    external_id: contactName(key, one.externalId),
    identifier: identifierHash(key, one.identifier),
    plain: one.identifier,
    at: one.at,
    kind: one.kind,
    is_answered: one.isAnswered,
  }));
  const { rows: written } = await sql<{ isNew: boolean }>`
    insert into desk.contact (external_id, identifier, at, kind, is_answered, plain, received_at)
    select r.external_id, r.identifier, r.at, r.kind, r.is_answered, r.plain, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (external_id text, identifier text, at timestamptz, kind text, is_answered boolean, plain text)
    order by r.external_id
    on conflict (external_id) do update set is_answered = true where not contact.is_answered and excluded.is_answered
    returning (xmax = 0) as "isNew"`.execute(tx);
  const taken = written.filter(({ isNew }) => isNew).length;
  return { taken, known: contacts.length - taken, answered: written.length - taken };
};

const contactLock = 2064122719;

/** Until this transaction ends no contact is written: what is read here is all that there is. */
export const holdContacts = async (tx: Transaction): Promise<void> => {
  await sql`select pg_advisory_xact_lock_shared(${contactLock})`.execute(tx);
};

/** Attempts by identifier, of those that the log knows; the identifiers are plain, as posts gave them. */
export const readAttempts = async (
  tx: Transaction,
  identifiers: readonly string[],
): Promise<ReadonlyMap<string, readonly Attempt[]>> => {
  if (identifiers.length === 0) return new Map();
  const key = await readInstanceKey(tx);
  const plain = new Map(identifiers.map((identifier) => [identifierHash(key, identifier), identifier]));
  const { rows } = await sql<{ identifier: string } & Attempt>`
    select identifier, at, is_answered as "isAnswered" from desk.contact
    where identifier = any(${[...plain.keys()]}::text[]) order by at, contact_id`.execute(tx);
  const found = new Map<string, Attempt[]>();
  for (const { identifier, ...attempt } of rows) {
    const name = plain.get(identifier) ?? identifier;
    found.set(name, [...(found.get(name) ?? []), attempt]);
  }
  return found;
};

/** Contacts for which no case was looked for yet, the oldest first; of those with these external ids, where they are named. */
export const readUnheeded = async (
  tx: Transaction,
  { limit, of }: { readonly limit: number; readonly of: readonly string[] | null },
): Promise<readonly Unheeded[]> => {
  const among = of === null ? sql`true` : sql`external_id = any(${await namesOf(tx, of)}::text[])`;
  const { rows } = await sql<Unheeded>`
    select contact_id as id, plain as identifier from desk.contact where plain is not null and ${among}
    order by contact_id limit ${limit}`.execute(tx);
  return rows;
};

const namesOf = async (tx: Transaction, externalIds: readonly string[]): Promise<string[]> => {
  const key = await readInstanceKey(tx);
  return externalIds.map((id) => contactName(key, id));
};

/** Of these the ones that nobody else looks at: theirs until the transaction ends. */
export const claimUnheeded = async (
  tx: Transaction,
  seen: readonly Unheeded[],
): Promise<readonly Unheeded[]> => {
  const { rows } = await sql<Unheeded>`
    select contact_id as id, plain as identifier from desk.contact
    where contact_id = any(${seen.map(({ id }) => id)}::bigint[]) and plain is not null
    order by contact_id for update skip locked`.execute(tx);
  return rows;
};

interface Unheeded {
  readonly id: string;
  readonly identifier: string;
}

/** From now on the identifier is known by its hash alone. */
export const markHeeded = async (tx: Transaction, ids: readonly string[]): Promise<void> => {
  await sql`update desk.contact set plain = null where contact_id = any(${[...ids]}::bigint[])`.execute(tx);
};

/** What the log told before `before` goes; returns how many. */
export const dropContacts = async (tx: Transaction, before: Date, limit: number): Promise<number> => {
  const gone = await sql`
    delete from desk.contact where contact_id in (select contact_id from desk.contact where at < ${before} order by at limit ${limit})`.execute(
    tx,
  );
  return Number(gone.numAffectedRows ?? 0);
};

/** Of identifiers that are erased with the posts that gave them. */
export const eraseContacts = async (tx: Transaction, identifiers: readonly string[]): Promise<number> => {
  if (identifiers.length === 0) return 0;
  const key = await readInstanceKey(tx);
  const hashes = identifiers.map((identifier) => identifierHash(key, identifier));
  const gone = await sql`delete from desk.contact where identifier = any(${hashes}::text[])`.execute(tx);
  return Number(gone.numAffectedRows ?? 0);
};

/** What the posts of an erasure give away of their customers, before it is gone. */
export const readGivenIdentifiers = async (
  tx: Transaction,
  {
    source,
    nativeIds,
    authors,
  }: Readonly<Record<'nativeIds' | 'authors', readonly string[]>> & { readonly source: string },
): Promise<readonly string[]> => {
  const { rows } = await sql<{ identifier: string }>`
    select distinct i as identifier from desk.mention m, unnest(m.identifiers) as i
    where m.source = ${source} and (m.native_id = any(${[...nativeIds]}::text[]) or m.author = any(${[...authors]}::text[]))`.execute(
    tx,
  );
  return rows.map(({ identifier }) => identifier);
};
