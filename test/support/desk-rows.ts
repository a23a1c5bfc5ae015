import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';

/** What the record holds, read with the rights of the tests' login. */
export interface StoredMention {
  readonly native_id: string;
  readonly brand: string;
  readonly revision: number;
  readonly author: string | null;
  readonly author_role: string;
  readonly text: string | null;
  readonly outcome: 'complaint' | 'review';
  readonly review_reason: string | null;
  readonly severity: string | null;
  readonly parent_pending: boolean;
  readonly case_id: string | null;
  readonly erased_at: Date | null;
}

export const readMentions = async (db: Database): Promise<StoredMention[]> => {
  const { rows } = await sql<StoredMention>`
    select native_id, brand, revision, author, author_role, text, outcome, review_reason, severity, parent_pending, case_id, erased_at
    from desk.mention order by native_id, brand`.execute(db.kysely);
  return rows;
};

export const readMention = async (db: Database, nativeId: string): Promise<StoredMention | undefined> =>
  (await readMentions(db)).find((row) => row.native_id === nativeId);

export interface StoredCase {
  readonly case_id: string;
  readonly complainant: string;
  readonly threads: string[];
  readonly posts: readonly { readonly key: string; readonly role: string; readonly url: string | null }[];
  readonly severity: string;
  readonly status: string;
  readonly due_at: Date | null;
  readonly due_target: string | null;
  readonly first_response_at: Date | null;
}

export const readCases = async (db: Database): Promise<StoredCase[]> => {
  const { rows } = await sql<StoredCase>`
    select case_id, complainant, threads, posts, severity, status, due_at, due_target, first_response_at
    from desk."case" order by case_id`.execute(db.kysely);
  return rows;
};

export const readActivities = async (
  db: Database,
): Promise<
  { case_id: string; kind: string; actor: string; post_key: string | null; value: string | null }[]
> => {
  const { rows } = await sql<{
    case_id: string;
    kind: string;
    actor: string;
    post_key: string | null;
    value: string | null;
  }>`select case_id, kind, actor, post_key, value from desk.activity order by activity_id`.execute(db.kysely);
  return rows;
};

export const countRows = async (db: Database, table: string, where = 'true'): Promise<number> => {
  const { rows } = await sql<{
    n: string;
  }>`select count(*) as n from ${sql.raw(table)} where ${sql.raw(where)}`.execute(db.kysely);
  return Number(rows[0]?.n ?? -1);
};

/** Back to an empty record with its numbers from 1; policies and settings stay. */
export const emptyRecord = async (db: Database): Promise<void> => {
  await sql.raw(emptying).execute(db.kysely);
};

const tables: readonly string[] = [
  ...['inbox', 'cursor', 'tombstone', 'author_tombstone', 'thread'].map((name) => `intake.${name}`),
  ...[
    'complainant',
    'mention',
    'label',
    '"case"',
    'case_merge',
    'activity',
    'activity_seal',
    'rollup_hour',
  ].map((name) => `desk.${name}`),
  ...['lease', 'skip', 'queue_jump', 'accused'].map((name) => `desk.${name}`),
  ...['case_route', 'route_trip'].map((name) => `desk.${name}`),
  ...['outbox', 'alert_group', 'notification', 'silence', 'alert_ack'].map((name) => `desk.${name}`),
  ...['contact', 'adverse_action', 'breach', 'escalation_run', 'escalation_step', 'escalation'].map(
    (name) => `desk.${name}`,
  ),
  ...['problem', 'problem_member', 'problem_constraint', 'problem_event', 'problem_progress'].map(
    (name) => `desk.${name}`,
  ),
  ...['swarm', 'swarm_member', 'remedy', 'problem_parity', 'statement'].map((name) => `desk.${name}`),
  ...['inbox', 'sample', 'letter'].map((name) => `sealed.${name}`),
  ...['dead_letter', 'source_health', 'log_root'].map((name) => `ops.${name}`),
];

/** Rows, not files: TRUNCATE makes the files of every table anew, which takes PGlite ten times as long. */
/** The log refuses to be deleted from: a superuser may, who is nobody else than the tests. */
export const asSuperuser = `set local session_replication_role = replica`;

const emptying = [
  asSuperuser,
  ...tables.map((table) => `delete from ${table}`),
  `delete from ops.setting where key = 'log_mark'`,
  `select setval(format('%I.%I', schemaname, sequencename), 1, false) from pg_sequences
   where schemaname in ('intake', 'desk', 'sealed', 'ops') and last_value is not null`,
].join('; ');
