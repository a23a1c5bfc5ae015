import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { commitFamous, famous } from '../../cases/famous-case.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { keepApi } from './api-service.ts';

describe('who wrote a case that nobody has taken', () => {
  const api = keepApi(usualEngine);
  beforeEach(() => commitFamous(api.db));
  const read = async (path: string): Promise<string> => {
    const key = await api.key(['cases:read', 'problems:read'], { person: 'all' });
    const { status, body } = await api.ask(path, { key });
    expect([path, status]).toEqual([path, 200]);
    return JSON.stringify(body);
  };

  it.each(['/cases', '/cases/EH-1', '/problems/P-1', '/swarms/S-1', '/compliance/marks'])(
    'stands nowhere in %s, for a person either',
    async (path) => {
      const told = await read(path);
      expect(told).not.toMatch(famous);
      expect(told).not.toMatch(/knownAs|customers/);
    },
  );

  it('is told once it is taken', async () => {
    await sql`update desk."case" set assignee = 'kim' where case_id = 1`.execute(api.db.kysely);
    for (const path of ['/cases/EH-1', '/problems/P-1', '/swarms/S-1', '/compliance/marks'])
      expect([path, await read(path)]).toEqual([path, expect.stringMatching(famous)]);
  });

  it('stands nowhere in statements and in the case that is handed over', async () => {
    const person = await api.key(['problems:read', 'cases:write'], { person: 'col' });
    const statements = JSON.stringify((await api.ask('/statements', { key: person })).body);
    expect(statements).toContain('we were wrong');
    expect(statements).not.toMatch(famous);
    const kim = await api.key(['cases:read', 'cases:write'], { person: 'kim' });
    const handed = await api.ask('/queue/next', { method: 'POST', key: kim });
    expect(handed.body.case.id).toBe('EH-1');
    expect(JSON.stringify(handed.body)).not.toMatch(famous);
  });
});
