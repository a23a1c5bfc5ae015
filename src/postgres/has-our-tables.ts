import pg from 'pg';

/** Whether the database at `url` was ever used by Evenhand. */
export const hasOurTables = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ found: boolean }>(
      `select to_regclass('intake.inbox') is not null as found`,
    );
    return rows[0]?.found === true;
  } finally {
    await client.end();
  }
};
