import pg from 'pg';

/** Whether the database at `url` was ever opened by Evenhand. */
export const hasOurTables = (url: string): Promise<boolean> =>
  ask(
    url,
    async (client) =>
      (await client.query(`select where to_regclass('intake.inbox') is not null`)).rowCount === 1,
  );

/** Whether an installation lives there: a move that was interrupted leaves tables and nothing in them. */
export const hasOurRecord = (url: string): Promise<boolean> =>
  ask(url, async (client) => {
    const tables = await client.query(`select where to_regclass('ops.setting') is not null`);
    if (tables.rowCount !== 1) return false;
    const rows = await client.query(
      `select where exists (select from ops.setting) or exists (select from intake.cursor) or exists (select from intake.inbox)`,
    );
    return rows.rowCount === 1;
  });

const ask = async (url: string, question: (client: pg.Client) => Promise<boolean>): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await question(client);
  } finally {
    await client.end();
  }
};
