import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { commitPosts } from '../../cases/desk-factory.ts';
import { hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { groupCases } from '../../support/group-cases.ts';
import { keepApi } from './api-service.ts';

const text =
  'A Mr Hollmann at the desk promised my money back in March and since then nobody has answered me';

describe('whom a customer names', () => {
  const api = keepApi(usualEngine);

  it('is black for a program wherever it may read words, and known at the desk', async () => {
    await commitPosts(
      api.db,
      ['a', 'b'].map((id) => ({ id, at: 0, by: id, text })),
    );
    await groupCases(api.db, hour(0.5));
    for (const statement of [
      sql`insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at) values (1, 'nordbahn', 20, ${hour(0)}, ${hour(0)}, ${hour(0)})`,
      sql`insert into desk.swarm_member (mention_id, swarm_id, case_id) select mention_id, 1, case_id from desk.mention`,
    ])
      await statement.execute(api.db.kysely);
    const kim = await api.key(['cases:read', 'problems:read'], { person: 'kim' });
    const program = await api.key(['cases:read', 'problems:read']);
    const read = async (path: string, key: string): Promise<string> =>
      JSON.stringify((await api.ask(path, { key })).body);
    for (const path of ['/cases/EH-1', '/problems/P-1', '/swarms/S-1']) {
      expect([path, await read(path, kim)]).toEqual([path, expect.stringContaining('Mr Hollmann')]);
      expect([path, await read(path, program)]).toEqual([path, expect.stringContaining('A Mr ████████ at')]);
      expect([path, await read(path, program)]).toEqual([path, expect.not.stringContaining('Hollmann')]);
    }
  });
});
