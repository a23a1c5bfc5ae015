import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accuse } from '../../../src/cases/lease/accused.store.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { groupCases } from '../../support/group-cases.ts';
import { keepApi } from './api-service.ts';

const words = 'Your Kim swore at me when the parcel came and nobody tells me when it is delivered again';

describe('a complaint that no rule took for one about staff', () => {
  const api = keepApi(usualEngine);
  let [kim, lee, program] = ['', '', ''];
  beforeEach(async () => {
    await commitPosts(
      api.db,
      ['a', 'b'].map((id) => ({ id, at: 0, by: id, text: words })),
    );
    await groupCases(api.db, hour(0.5));
    for (const statement of [
      sql`insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at) values (1, 'nordbahn', 20, ${hour(0)}, ${hour(0)}, ${hour(0)})`,
      sql`insert into desk.swarm_member (mention_id, swarm_id, case_id) select mention_id, 1, case_id from desk.mention`,
      sql`update desk."case" set categories = '{delivery}'`,
    ])
      await statement.execute(api.db.kysely);
    await api.db.transaction('desk', (tx) =>
      accuse(tx, { caseId: '1', person: 'kim', by: 'sam', at: hour(1) }),
    );
    const scopes = ['admin'] as const;
    kim = await api.key(scopes, { person: 'kim' });
    lee = await api.key(scopes, { person: 'lee' });
    program = await api.key(scopes);
  });

  const answers = async (key: string): Promise<readonly string[]> =>
    Promise.all(
      [
        '/cases/EH-1',
        '/cases?list=queue',
        '/cases?list=all',
        '/problems/P-1',
        '/problems/P-1/parity',
        '/swarms/S-1',
      ].map(async (path) => JSON.stringify((await api.ask(path, { key })).body)),
    );
  const namesIt = (answer: string): boolean => /"EH-1"/.test(answer);

  it('is told on no way to the accused, and to everybody else on all of them', async () => {
    expect((await answers(lee)).map(namesIt)).toEqual([true, true, true, true, true, true]);
    expect((await answers(kim)).map(namesIt)).toEqual([false, false, false, false, false, false]);
    expect((await answers(program)).map(namesIt)).toEqual([true, true, true, true, true, true]);
    expect((await api.ask('/cases/EH-1', { key: kim })).body).toMatchObject({
      status: 404,
      code: 'unknown_case',
    });
  });

  it('is told in no event to the accused', async () => {
    expect(await heardBy(lee)).toMatch(/"case":"EH-1"/);
    const heard = await heardBy(kim);
    expect(heard).toMatch(/"case":"EH-2"/);
    expect(heard).not.toMatch(/"case":"EH-1"/);
  });

  it('stays unknown to the accused when it is in dispute or in danger as well', async () => {
    await sql`update desk."case" set in_dispute = true where case_id = 1`.execute(api.db.kysely);
    expect((await api.ask('/cases/EH-1', { key: kim })).status).toBe(404);
    expect((await api.ask('/cases/EH-1', { key: lee })).body).toMatchObject({ code: 'in_dispute' });
    await sql`update desk."case" set danger = 'product' where case_id = 1`.execute(api.db.kysely);
    expect((await api.ask('/cases/EH-1', { key: lee })).status).toBe(404);
  });

  /** What the stream tells of everything since the beginning, up to the second case. */
  const heardBy = async (key: string): Promise<string> => {
    const aborted = new AbortController();
    const response = await fetch(`http://127.0.0.1:${api.port}/api/v1/events`, {
      headers: { authorization: `Bearer ${key}`, 'last-event-id': '0' },
      signal: aborted.signal,
    });
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true });
      if (text.includes('"case":"EH-2"')) break;
    }
    aborted.abort();
    return text;
  };
});
