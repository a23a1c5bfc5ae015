import pg from 'pg';

/** `16.4`, asked before anything is opened: an old server would fail on our tables with a sentence of its own. */
export const readServerVersion = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A connection that ends while nobody asks it anything is no fault of the program.
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]?.server_version.split(' ')[0] ?? '';
  } finally {
    await client.end();
  }
};
