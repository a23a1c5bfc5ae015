import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { addSilence } from '../../../src/notify/silences/silences.store.ts';
import { addStatement } from '../../../src/problems/statement.store.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { groupCases } from '../../support/group-cases.ts';
import { keepApi } from './api-service.ts';

const text = 'You took the monthly fee twice from my account and nobody tells me when it comes back';

/** Much of one brand must not hide the little of another, nor be cut off where nothing leads on. */
describe('lists of the API, page by page', () => {
  const api = keepApi(usualEngine);
  let [bo, lee] = ['', ''];
  beforeEach(async () => {
    await commitPosts(api.db, [
      ...['a', 'b', 'c'].map((id) => ({ id, at: 0, by: id, text })),
      { id: 's', at: 0, by: 's', text, brand: 'seeweg' },
    ]);
    bo = await api.key(['admin'], { person: 'bo' });
    lee = await api.key(['admin'], { person: 'lee' });
  });

  const ids = async (path: string, key: string): Promise<string[]> => {
    const found: string[] = [];
    let after: string | null = '';
    for (let pages = 0; after !== null && pages < 20; pages += 1) {
      const more: string = after === '' ? '' : `&after=${after}`;
      const { body, status } = await api.ask(`${path}${path.includes('?') ? '&' : '?'}limit=2${more}`, {
        key,
      });
      expect([status, api.errors]).toEqual([200, []]);
      found.push(...body.items.map(({ id }: { id: string | number }) => String(id)));
      after = body.next;
    }
    return found;
  };

  it('gives the swarms of a brand, the oldest first, however many another has', async () => {
    for (let n = 1; n <= 5; n += 1)
      await sql`insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at)
        values (${n}, ${n === 5 ? 'seeweg' : 'nordbahn'}, 20, ${hour(n === 4 ? 0 : 1)}, ${hour(1)}, ${hour(1)})`.execute(
        api.db.kysely,
      );
    expect(await ids('/swarms', lee)).toEqual(['S-4', 'S-1', 'S-2', 'S-3', 'S-5']);
    expect(await ids('/swarms', bo)).toEqual(['S-5']);
    expect((await api.ask('/swarms?after=x', { key: lee })).body).toMatchObject({ code: 'bad_cursor' });
  });

  it('gives the statements of a brand, the newest first, and none on a case of which the reader may not know', async () => {
    const about = { problem: null, text: 'We are sorry.', author: 'col', now: hour(1) };
    const subjects = [
      ['seeweg', '4'],
      ['nordbahn', '1'],
      ['nordbahn', '2'],
      ['nordbahn', '3'],
      ['nordbahn', '3'],
    ] as const;
    for (const [brand, caseId] of subjects)
      await api.db.transaction('desk', (tx) => addStatement(tx, { ...about, brand, caseId }));
    await sql`update desk."case" set danger = 'product' where case_id = 2`.execute(api.db.kysely);
    const col = await api.key(['admin'], { person: 'col' });
    expect(await ids('/statements', col)).toEqual(['5', '4', '2', '1']);
    expect(await ids('/statements', await api.key(['problems:read']))).toEqual(['5', '4', '2', '1']);
    expect(await ids('/statements', await api.key(['problems:read', 'danger:read']))).toHaveLength(5);
  });

  it('gives the silences that a reader may know of, those in force first', async () => {
    const matchers = [
      { brand: 'nordbahn' },
      { brand: 'seeweg' },
      { kind: 'deadline_near' },
      { caseId: '1' },
      { caseId: '4' },
      { brand: 'seeweg', severity: 'low' },
    ] as const;
    for (const [nth, matcher] of matchers.entries())
      await api.db.transaction('desk', (tx) =>
        addSilence(
          tx,
          {
            matcher: matcher as never,
            comment: 'known',
            author: 'lee',
            endsAt: hour(nth === 5 ? 1.5 : 9 - nth),
          },
          hour(1),
        ),
      );
    await sql`update desk."case" set danger = 'product' where case_id = 1`.execute(api.db.kysely);
    api.at(2);
    expect(await ids('/silences', lee)).toEqual(['5', '3', '2', '1']);
    expect(await ids('/silences?all=true', lee)).toEqual(['5', '3', '2', '1', '6']);
    expect(await ids('/silences?all=true', bo)).toEqual(['5', '3', '2', '6']);
    expect((await api.ask('/silences?after=queue.1', { key: lee })).status).toBe(400);
  });

  it('gives neither a problem nor a swarm of which every member is confidential to the reader', async () => {
    await groupCases(api.db, hour(0.5));
    await sql`insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at) values (1, 'nordbahn', 20, ${hour(0)}, ${hour(0)}, ${hour(0)})`.execute(
      api.db.kysely,
    );
    await sql`insert into desk.swarm_member (mention_id, swarm_id, case_id) select mention_id, 1, case_id from desk.mention where case_id < 4`.execute(
      api.db.kysely,
    );
    await sql`update desk."case" set categories = '{staff}' where case_id < 4`.execute(api.db.kysely);
    const sam = await api.key(['admin'], { person: 'sam' });
    for (const [key, problems, swarms, status] of [
      [lee, [], [], 404],
      [sam, ['P-1'], ['S-1'], 200],
    ] as const) {
      expect(await ids('/problems', key)).toEqual(problems);
      expect(await ids('/swarms', key)).toEqual(swarms);
      for (const path of ['/problems/P-1', '/problems/P-1/parity', '/swarms/S-1'])
        expect([path, (await api.ask(path, { key })).status]).toEqual([path, status]);
    }
    const act = (key: string) => api.ask('/problems/P-1/review', { key, json: {} });
    expect((await act(lee)).body).toMatchObject({ status: 404, code: 'no_problem' });
    expect((await act(sam)).status).toBe(200);
    const decided = { decision: 'one_by_one', reason: 'each another order' };
    expect((await api.ask('/swarms/S-1/decide', { key: lee, json: decided })).status).toBe(404);
  });
});
