import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accuse } from '../../../src/cases/lease/accused.store.ts';
import { registerCases } from '../../../src/cli/cases.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { runCommand } from '../../cli/desk-app.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { keepApi, people } from './api-service.ts';

/** EH-2 of one customer is merged into EH-1, which turns out to be about kim. */
describe('a case that goes on in one which is kept from the reader', () => {
  const api = keepApi(usualEngine);
  const keys = new Map<string, string>();
  const known = people.map((each) =>
    each.name === 'kim' ? { ...each, roles: ['agent', 'support_lead'] as const } : each,
  );
  beforeEach(async () => {
    await commitPosts(api.db, [
      { id: 'a', at: 0, by: 'a', decision: complains('high') },
      { id: 'b', at: 0.5, by: 'a', decision: complains('high') },
    ]);
    for (const person of ['kim', 'lee', 'all']) keys.set(person, await api.key(['admin'], { person }));
    const merged = await api.ask('/cases/EH-2/merge', {
      key: keys.get('all') ?? '',
      json: { into: 'EH-1' },
      headers: { 'if-match': '*' },
    });
    expect(merged.status).toBe(200);
    await api.db.transaction('desk', (tx) =>
      accuse(tx, { caseId: '1', person: 'kim', by: 'sam', at: hour(1) }),
    );
  });

  const ask = (path: string, as: string, json?: object) =>
    api.ask(path, {
      key: keys.get(as) ?? '',
      ...(json === undefined ? {} : { json, headers: { 'if-match': '*' } }),
    });
  const evenhand = async (line: string, as: string): Promise<string> => {
    const { out, err } = await runCommand(registerCases, [...line.split(' '), '--as', as], {
      db: api.db,
      now: hour(1),
      people: known,
    });
    return out + err;
  };

  it('names it in the API to those who may know of it, and says nothing of it to the others', async () => {
    expect((await ask('/cases/EH-2', 'lee')).body).toMatchObject({ mergedInto: 'EH-1' });
    const shown = (await ask('/cases/EH-2', 'kim')).body;
    expect(shown).toMatchObject({ id: 'EH-2', mergedInto: null });
    expect(shown.activities).toContainEqual(expect.objectContaining({ kind: 'merged', value: null }));
    const told = async (as: string) => (await ask('/cases/EH-2/resolve', as, {})).body;
    expect(await told('lee')).toMatchObject({
      status: 409,
      code: 'merged',
      detail: expect.stringContaining('EH-1'),
    });
    expect(await told('kim')).toMatchObject({
      status: 409,
      code: 'merged',
      detail: 'EH-2 was merged into another case: work on that one',
    });
    await sql`update desk."case" set danger = 'product' where case_id = 1`.execute(api.db.kysely);
    const parted = (await ask('/cases/EH-2/unmerge', 'lee', {})).body;
    expect(parted).toMatchObject({ status: 403, code: 'kept' });
    expect(JSON.stringify([shown, parted])).not.toMatch(/EH-1\b|"1"/);
  });

  it('says nothing of it in the commands either, nor parts it for them', async () => {
    for (const line of ['cases show 2', 'cases show 2 --json', 'cases export', 'cases resolve 2']) {
      expect([line, await evenhand(line, 'all')]).toEqual([line, expect.stringContaining('EH-1')]);
      expect([line, await evenhand(line, 'kim')]).toEqual([line, expect.not.stringMatching(/EH-1\b|"1"/)]);
    }
    const parted = await evenhand('cases unmerge 2', 'kim');
    expect(parted).toContain('EH-2 is only for people with a clearance');
    expect(parted).not.toContain('EH-1');
    const { rows } = await sql`select merged_into from desk."case" where case_id = 2`.execute(api.db.kysely);
    expect(rows).toEqual([{ merged_into: '1' }]);
    expect(await evenhand('cases unmerge 2', 'all')).toContain('EH-1');
  });

  it('does not name what it goes on from, either', async () => {
    await sql`update desk."case" set linked_to = 1, merged_into = null where case_id = 2`.execute(
      api.db.kysely,
    );
    expect((await ask('/cases/EH-2', 'lee')).body.linkedTo).toBe('EH-1');
    expect((await ask('/cases/EH-2', 'kim')).body.linkedTo).toBeNull();
  });
});
