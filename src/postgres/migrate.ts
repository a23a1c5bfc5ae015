import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { foundation } from './migrations/0001-foundation.ts';
import { desk } from './migrations/0002-desk.ts';
import { digest } from './migrations/0003-digest.ts';
import { leanWriting } from './migrations/0004-lean-writing.ts';
import { sealedLetters } from './migrations/0005-sealed-letters.ts';
import { relatedCases } from './migrations/0006-related-cases.ts';
import { labelTables } from './migrations/0007-labels.ts';
import { pushTables } from './migrations/0008-pushes.ts';
import { spendTables } from './migrations/0009-x.ts';
import { toldByOthers } from './migrations/0010-told-by-others.ts';
import { quotas } from './migrations/0011-quotas.ts';
import { threadTables } from './migrations/0012-threads.ts';
import { silenceTables } from './migrations/0013-silence.ts';
import { followedMessages } from './migrations/0014-followed-messages.ts';
import { caseLife } from './migrations/0015-case-life.ts';
import { leaseTables } from './migrations/0016-leases.ts';
import { logTables } from './migrations/0016-log.ts';
import { problemTables } from './migrations/0017-problems.ts';
import { apiTables } from './migrations/0018-api.ts';
import { protection } from './migrations/0019-protection.ts';
import { alertTables } from './migrations/0020-alerts.ts';
import { sinkTables } from './migrations/0021-sinks.ts';
import { privacyTables } from './migrations/0022-privacy.ts';
import { mergedAndStopped } from './migrations/0023-merged-and-stopped.ts';
import { problemMarks } from './migrations/0024-problem-marks.ts';
import { confidences } from './migrations/0025-confidences.ts';
import { agedAnswers } from './migrations/0026-aged-answers.ts';
import { cheapLooks } from './migrations/0027-cheap-looks.ts';
import { webhookMakers } from './migrations/0028-webhook-makers.ts';
import { marksAndAsks } from './migrations/0029-marks-and-asks.ts';
import { oneLease } from './migrations/0030-one-lease.ts';
import { grantStatements, roleStatements } from './roles.ts';

const migrations: Readonly<Record<string, Migration>> = {
  '0001-foundation': foundation,
  '0002-desk': desk,
  '0003-digest': digest,
  '0004-lean-writing': leanWriting,
  '0005-sealed-letters': sealedLetters,
  '0006-related-cases': relatedCases,
  '0007-labels': labelTables,
  '0008-pushes': pushTables,
  '0009-x': spendTables,
  '0010-told-by-others': toldByOthers,
  '0011-quotas': quotas,
  '0012-threads': threadTables,
  '0013-silence': silenceTables,
  '0014-followed-messages': followedMessages,
  '0015-case-life': caseLife,
  '0016-leases': leaseTables,
  '0016-log': logTables,
  '0017-problems': problemTables,
  '0018-api': apiTables,
  '0019-protection': protection,
  '0020-alerts': alertTables,
  '0021-sinks': sinkTables,
  '0022-privacy': privacyTables,
  '0023-merged-and-stopped': mergedAndStopped,
  '0024-problem-marks': problemMarks,
  '0025-confidences': confidences,
  '0026-aged-answers': agedAnswers,
  '0027-cheap-looks': cheapLooks,
  '0028-webhook-makers': webhookMakers,
  '0029-marks-and-asks': marksAndAsks,
  '0030-one-lease': oneLease,
};

export type RolesOutcome = { readonly kind: 'in_force' } | { readonly kind: 'open'; readonly reason: string };

export const createMigrator = (db: Kysely<never>): Migrator =>
  new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
    migrationTableSchema: 'ops',
  });

/** Brings the tables up to this version; one process at a time, the others wait. Throws what the database says. */
export const migrate = async (db: Kysely<never>): Promise<RolesOutcome> => {
  if (await isUpToDate(db)) return ensureRoles(db, false);
  const { error, results } = await createMigrator(db).migrateToLatest();
  if (error !== undefined) throw error;
  return ensureRoles(db, (results ?? []).length > 0);
};

/**
 * One question in place of the migrator's ten, which every command would wait for. Whatever is not exactly as it should
 * be is the migrator's to mend or to refuse.
 */
const isUpToDate = async (db: Kysely<never>): Promise<boolean> => {
  const here = await sql<{
    is: boolean;
  }>`select to_regclass('ops.kysely_migration') is not null as is`.execute(db);
  if (here.rows[0]?.is !== true) return false;
  const { rows } = await sql<{ name: string }>`select name from ops.kysely_migration order by name`.execute(
    db,
  );
  const known = Object.keys(migrations).sort();
  return rows.length === known.length && rows.every(({ name }, i) => name === known[i]);
};

/** Where the login may not create roles the service runs all the same, and `doctor` says that lock 3 is open. */
const ensureRoles = async (db: Kysely<never>, hasNewTables: boolean): Promise<RolesOutcome> => {
  if (!hasNewTables && (await areRolesMembers(db)) && (await areTablesGranted(db)))
    return { kind: 'in_force' };
  try {
    await db.transaction().execute(async (tx) => {
      await sql`select pg_advisory_xact_lock(2064122713)`.execute(tx);
      for (const statement of [...roleStatements, ...grantStatements]) await sql.raw(statement).execute(tx);
    });
    return { kind: 'in_force' };
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    return { kind: 'open', reason: error instanceof Error ? error.message : String(error) };
  }
};

const areRolesMembers = async (db: Kysely<never>): Promise<boolean> => {
  const found = await sql<{ n: string }>`
    select count(*) as n from pg_roles
    where rolname in ('evenhand_ingest', 'evenhand_desk', 'evenhand_reach', 'evenhand_audit')
      and pg_has_role(current_user, oid, 'member')`.execute(db);
  return found.rows[0]?.n === '4';
};

/** A process that was killed between its migration and its grants left tables that no role may read. */
const areTablesGranted = async (db: Kysely<never>): Promise<boolean> => {
  const found = await sql<{ n: string }>`
    select count(*) as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and (
      (n.nspname in ('intake', 'desk', 'ops') and not has_table_privilege('evenhand_desk', c.oid, 'select'))
      or (n.nspname = 'sealed' and not has_table_privilege('evenhand_reach', c.oid, 'select')))`.execute(db);
  return found.rows[0]?.n === '0';
};
