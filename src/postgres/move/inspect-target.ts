import pg from 'pg';

/** What a database is to a move, before anything is done there. */
export type Target =
  | { readonly kind: 'fit' }
  | { readonly kind: 'too_old'; readonly version: string }
  /** A schema that bears a name of ours and is somebody else's. */
  | { readonly kind: 'foreign'; readonly schema: string };

const oldestVersion = 150_000;

export const inspectTarget = async (url: string): Promise<Target> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ number: string; version: string; foreign: string | null }>(`
      select current_setting('server_version_num') as number, current_setting('server_version') as version,
        case when to_regclass('ops.kysely_migration') is null then
          (select min(nspname) from pg_namespace where nspname in ('intake', 'desk', 'sealed', 'ops')) end as foreign`);
    const [found] = rows;
    if (found === undefined || Number(found.number) < oldestVersion)
      return { kind: 'too_old', version: found?.version.split(' ')[0] ?? '?' };
    return found.foreign === null ? { kind: 'fit' } : { kind: 'foreign', schema: found.foreign };
  } finally {
    await client.end();
  }
};
