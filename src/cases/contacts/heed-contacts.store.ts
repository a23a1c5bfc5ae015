import { sql } from 'kysely';
import { severityRank } from '../../domain/severity.ts';
import type { Transaction } from '../../postgres/database.ts';
import { insertActivities, lockComplainants, updateCases } from '../case.store.ts';
import { type CaseRecord, fromRecord } from '../case-record.ts';
import type { AlertFact, CaseRow, FoldDeps, FoldResult } from '../fold-types.ts';
import { type OutboxEntry, writeOutbox } from '../outbox.store.ts';
import { claimUnheeded, holdContacts, markHeeded, readAttempts, readUnheeded } from './contact.store.ts';
import { type Attempt, type Weighed, weighContacts } from './weigh-contacts.ts';

type Deps = Pick<FoldDeps, 'now' | 'deadlineOf'>;

/**
 * What the log holds about cases that a batch opens, or in which a customer gives an identifier now: they are raised
 * before they are written. A batch without identifiers costs nothing here.
 */
export const heedKnownContacts = async (
  tx: Transaction,
  folded: FoldResult,
  deps: Deps,
): Promise<FoldResult> => {
  const told = [...folded.opened, ...folded.changed.filter(gainsIdentifier).map(({ after }) => after)];
  const identifiers = [...new Set(told.flatMap((row) => row.identifiers))];
  if (identifiers.length === 0) return folded;
  await holdContacts(tx);
  const attempts = await readAttempts(tx, identifiers);
  const weighed = new Map(
    told.flatMap((row) => {
      const found = weighContacts(row, attemptsOf(row, attempts), deps);
      return found === null ? [] : [[row.id, found] as const];
    }),
  );
  return weighed.size === 0 ? folded : withWeighed(folded, weighed);
};

const gainsIdentifier = ({ before, after }: FoldResult['changed'][number]): boolean =>
  after.identifiers.length > before.identifiers.length;

const attemptsOf = (
  { identifiers }: CaseRow,
  attempts: ReadonlyMap<string, readonly Attempt[]>,
): readonly Attempt[] => identifiers.flatMap((identifier) => attempts.get(identifier) ?? []);

const withWeighed = (folded: FoldResult, weighed: ReadonlyMap<string, Weighed>): FoldResult => {
  const rowOf = (row: CaseRow): CaseRow => weighed.get(row.id)?.row ?? row;
  const alerted = new Set(folded.alerts.map(({ caseId }) => caseId));
  const changed = folded.changed.map(({ before, after }) => ({ before, after: rowOf(after) }));
  const raised = changed.flatMap(({ after }) =>
    weighed.has(after.id) && !alerted.has(after.id) && isTold(after) ? [alertOf(after)] : [],
  );
  return {
    ...folded,
    opened: folded.opened.map(rowOf),
    changed,
    activities: [...folded.activities, ...[...weighed.values()].flatMap(({ activities }) => activities)],
    alerts: [
      ...folded.alerts.map((alert) => {
        const row = weighed.get(alert.caseId)?.row;
        return row === undefined ? alert : { ...alertOf(row), kind: alert.kind, postKey: alert.postKey };
      }),
      ...raised,
    ],
  };
};

/** A case in dispute is for counsel, but danger is not; history is not told of. */
const isTold = (row: CaseRow): boolean => !row.isHistory && (!row.inDispute || row.danger !== null);

const alertOf = (row: CaseRow): AlertFact => ({
  kind: 'severity_raised',
  brand: row.brand,
  caseId: row.id,
  severity: row.severity,
  danger: row.danger,
  categories: row.categories,
  reasons: row.reasons,
  source: row.source,
  openedAt: row.openedAt.toISOString(),
  dueAt: row.dueAt?.toISOString() ?? null,
  postKey: row.posts.find(({ role }) => role === 'customer')?.key ?? '',
});

/** Contacts looked at by one transaction: each may have several cases. */
const slice = 500;

/**
 * Looks for the cases of contacts that came after them, and raises those. Returns how many contacts were looked at and
 * the cases that rose; a contact is looked at once, and one whose process died before is found again here. `of`: those with
 * these external ids alone.
 */
export const heedNewContacts = async (
  tx: Transaction,
  deps: Deps,
  of: readonly string[] | null = null,
): Promise<{ readonly heeded: number; readonly raised: readonly string[] }> => {
  const seen = await readUnheeded(tx, { limit: slice, of });
  if (seen.length === 0) return { heeded: 0, raised: [] };
  // Customers first, as every batch locks them, and only then the contacts, for which nobody waits.
  const owners = await readOwners(tx, [...new Set(seen.map(({ identifier }) => identifier))]);
  await lockComplainants(tx, owners);
  const waiting = await claimUnheeded(tx, seen);
  if (waiting.length === 0) return { heeded: 0, raised: [] };
  const raised = await raiseCases(tx, owners, deps);
  await markHeeded(
    tx,
    waiting.map(({ id }) => id),
  );
  return { heeded: waiting.length, raised };
};

/** Of customers who are locked. */
const raiseCases = async (tx: Transaction, owners: readonly Owner[], deps: Deps): Promise<string[]> => {
  const rows = await lockCases(
    tx,
    owners.map(({ caseId }) => caseId),
  );
  const attempts = await readAttempts(tx, [...new Set(rows.flatMap((row) => row.identifiers))]);
  const weighed = rows.flatMap((before) => {
    const found = weighContacts(before, attemptsOf(before, attempts), deps);
    return found === null ? [] : [{ before, ...found }];
  });
  await updateCases(
    tx,
    weighed.map(({ before, row }) => ({ before, after: row })),
    deps.now,
  );
  await insertActivities(
    tx,
    weighed.flatMap(({ activities }) => activities),
  );
  const alerts = weighed.flatMap(({ row }) => (isTold(row) && isLoud(row) ? [outboxEntry(row)] : []));
  await writeOutbox(tx, alerts, deps.now);
  return weighed.map(({ row }) => row.id);
};

/** Lesser cases stand in the summary, whatever channels want. */
const isLoud = ({ severity }: CaseRow): boolean => severityRank(severity) >= severityRank('high');

const outboxEntry = (row: CaseRow): OutboxEntry => {
  const { postKey, ...alert } = alertOf(row);
  return { alert: { ...alert, excerpt: null }, postKey: postKey === '' ? null : postKey, traceId: null };
};

interface Owner {
  readonly caseId: string;
  readonly brand: string;
  readonly complainant: string;
}

/** Cases in which the customer gave one of these, while somebody works on them. */
const readOwners = async (tx: Transaction, identifiers: readonly string[]): Promise<Owner[]> => {
  const { rows } = await sql<Owner>`
    select case_id as "caseId", brand, complainant from desk."case"
    where identifiers <> '{}' and identifiers && ${[...identifiers]}::text[]
      and status in ('new', 'open', 'pending', 'on_hold') and disposition is null and merged_into is null
    order by brand, complainant, case_id`.execute(tx);
  return rows;
};

const lockCases = async (tx: Transaction, caseIds: readonly string[]): Promise<CaseRow[]> => {
  if (caseIds.length === 0) return [];
  const { rows } = await sql<CaseRecord>`
    select * from desk."case" where case_id = any(${[...caseIds]}::bigint[]) order by case_id for update`.execute(
    tx,
  );
  return rows.map(fromRecord);
};
