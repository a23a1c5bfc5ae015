import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Lock 3 of reach-blindness, as the database itself sees it: what each role may do by grants of its own, by those of
 * PUBLIC and by roles that it belongs to. An empty answer: the lock is closed. Each sentence names one opening.
 */
export const readOpenLocks = async (db: Pick<Database, 'kysely' | 'roles'>): Promise<readonly string[]> => [
  ...(db.roles.kind === 'open'
    ? [`transactions run without a role, because the login may not create roles (${db.roles.reason})`]
    : []),
  ...(await readMissingRoles(db)),
  ...(await readOpenTables(db)),
  ...(await readOpenSchemas(db)),
  ...(await readMemberships(db)),
  ...(await readSideDoors(db)),
  ...(await readLettersAtDesk(db)),
];

type Asked = Pick<Database, 'kysely'>;

const readMissingRoles = async ({ kysely }: Asked): Promise<string[]> => {
  const { rows } = await sql<{ role: string }>`
    select role from unnest(${roles}::text[]) as role
    where not exists (select from pg_roles where rolname = role) order by role`.execute(kysely);
  return rows.map(({ role }) => `the role ${role} does not exist`);
};

interface Privilege {
  readonly role: string;
  readonly schema: string;
  readonly table: string;
  readonly privilege: string;
}

/** A privilege on one column counts as one on the table. */
const readOpenTables = async ({ kysely }: Asked): Promise<string[]> => {
  const { rows } = await sql<Privilege>`
    select r.rolname as role, n.nspname as schema, c.relname as table, lower(p) as privilege
    from pg_roles r, pg_class c join pg_namespace n on n.oid = c.relnamespace,
      unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES', 'DELETE', 'TRUNCATE', 'TRIGGER']) as p
    where r.rolname = any(${roles}::text[]) and n.nspname in ('intake', 'desk', 'sealed', 'ops')
      and c.relkind in ('r', 'p', 'v', 'm', 'f')
      and case when p in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
        then has_any_column_privilege(r.oid, c.oid, p) else has_table_privilege(r.oid, c.oid, p) end
    order by role, schema, "table", privilege`.execute(kysely);
  return rows
    .filter(isForbidden)
    .map(({ role, schema, table, privilege }) => `${role} may ${privilege} on ${schema}.${table}`);
};

/** The blind roles see nothing sealed, and those who see it change no decision. */
const isForbidden = ({ role, schema, table, privilege }: Privilege): boolean => {
  const isWriting = privilege !== 'select';
  if (role === 'evenhand_desk') return schema === 'sealed';
  if (role === 'evenhand_ingest')
    return schema === 'sealed' && !(table === 'inbox' && privilege === 'insert');
  if (role === 'evenhand_reach') return schema === 'desk' && isWriting;
  return isWriting;
};

const readOpenSchemas = async ({ kysely }: Asked): Promise<string[]> => {
  const { rows } = await sql<{ role: string; schema: string; privilege: string }>`
    select r.rolname as role, n.nspname as schema, lower(p) as privilege
    from pg_roles r, pg_namespace n, unnest(array['USAGE', 'CREATE']) as p
    where r.rolname = any(${roles}::text[]) and n.nspname in ('intake', 'desk', 'sealed', 'ops')
      and (p = 'CREATE' or (r.rolname = 'evenhand_desk' and n.nspname = 'sealed'))
      and has_schema_privilege(r.oid, n.oid, p)
    order by role, schema, privilege`.execute(kysely);
  return rows.map(({ role, schema, privilege }) => `${role} has ${privilege} of schema ${schema}`);
};

/** A member may become the other role with one statement, whether or not it inherits. */
const readMemberships = async ({ kysely }: Asked): Promise<string[]> => {
  const { rows } = await sql<{ role: string; other: string }>`
    select r.rolname as role, o.rolname as other from pg_roles r, pg_roles o
    where r.rolname = any(${roles}::text[]) and r.oid <> o.oid and not r.rolsuper
      and pg_has_role(r.oid, o.oid, 'MEMBER') order by role, other`.execute(kysely);
  return rows.map(({ role, other }) => `${role} is a member of ${other}`);
};

/** A view, or a function with its owner's rights, hands on what the caller itself may not read. */
const readSideDoors = async ({ kysely }: Asked): Promise<string[]> => {
  const { rows } = await sql<{ name: string; kind: string }>`
    select distinct vn.nspname || '.' || v.relname as name, 'view' as kind
    from pg_rewrite w join pg_class v on v.oid = w.ev_class join pg_namespace vn on vn.oid = v.relnamespace
      join pg_depend d on d.objid = w.oid and d.classid = 'pg_rewrite'::regclass
      join pg_class c on d.refobjid = c.oid and d.refclassid = 'pg_class'::regclass
      join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'sealed' and vn.nspname in ('intake', 'desk', 'ops')
    union all
    select n.nspname || '.' || p.proname, 'function with its owner''s rights'
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.prosecdef and n.nspname in ('intake', 'desk', 'sealed', 'ops')
    order by 2, 1`.execute(kysely);
  return rows.map(({ name, kind }) => `the ${kind} ${name} leads out of schema sealed`);
};

/** The bytes of a letter hold figures of reach: the desk's tray has to refuse them, and to hold none from before. */
const readLettersAtDesk = async ({ kysely }: Asked): Promise<string[]> => {
  const { rows } = await sql<{ is_closed: boolean }>`
    select exists (select from pg_constraint where conrelid = 'desk.notification'::regclass
      and conname = 'notification_is_no_letter' and contype = 'c' and convalidated) as is_closed`.execute(
    kysely,
  );
  return rows[0]?.is_closed === true ? [] : ['desk.notification takes letters, which hold figures of reach'];
};

const roles = ['evenhand_ingest', 'evenhand_desk', 'evenhand_reach', 'evenhand_audit'];
