import pg from 'pg';

/** What a database is to a move, before anything is done there. */
export type Target =
  | { readonly kind: 'fit' }
  | { readonly kind: 'too_old'; readonly version: string }
  /** A schema that bears a name of ours and is somebody else's. */
  | { readonly kind: 'foreign'; readonly schema: string }
  /** Somebody else's tables beside ours. */
  | { readonly kind: 'shared'; readonly table: string };

const oldestVersion = 150_000;

export const inspectTarget = async (url: string): Promise<Target> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Found>(`
      select current_setting('server_version_num') as number, current_setting('server_version') as version,
        case when to_regclass('ops.kysely_migration') is null then
          (select min(nspname) from pg_namespace where nspname in ('intake', 'desk', 'sealed', 'ops')) end as foreign,
        (select min(format('%I.%I', n.nspname, c.relname)) from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('intake', 'desk', 'sealed', 'ops', 'bullmq', 'information_schema')
            and n.nspname not like 'pg\\_%' and not exists (
              select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')) as others`);
    const [found] = rows;
    if (found === undefined || Number(found.number) < oldestVersion)
      return { kind: 'too_old', version: found?.version.split(' ')[0] ?? '?' };
    if (found.foreign !== null) return { kind: 'foreign', schema: found.foreign };
    return found.others === null ? { kind: 'fit' } : { kind: 'shared', table: found.others };
  } finally {
    await client.end();
  }
};

interface Found {
  readonly number: string;
  readonly version: string;
  readonly foreign: string | null;
  /** What an extension brought along is nobody's. */
  readonly others: string | null;
}
