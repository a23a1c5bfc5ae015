import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { commitPosts } from '../../cases/desk-factory.ts';
import { hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { groupCases } from '../../support/group-cases.ts';
import { keepApi } from './api-service.ts';

const charged = 'You took the monthly fee twice from my account and nobody tells me when it comes back';

describe('problems through the API', () => {
  const api = keepApi(usualEngine);
  let [kim, lee, program] = ['', '', ''];
  beforeEach(async () => {
    await commitPosts(api.db, [
      ...['a', 'b', 'c'].map((id) => ({ id, at: 0, by: id, text: charged })),
      {
        id: 'd',
        at: 0,
        by: 'd',
        text: 'The charging station behind the town hall has been dark since Sunday',
      },
      { id: 's', at: 0, by: 's', text: charged, brand: 'seeweg' },
    ]);
    await groupCases(api.db, hour(0.5));
    kim = await api.key(['problems:read', 'problems:write'], { person: 'kim' });
    lee = await api.key(['problems:read', 'problems:write'], { person: 'lee' });
    program = await api.key(['problems:read', 'problems:write']);
  });

  const post = (path: string, json: object, key = lee) => api.ask(path, { key, json });
  const get = async (path: string, key = lee) => (await api.ask(path, { key })).body;
  const membersOf = async (key = lee): Promise<string[]> =>
    (await get('/problems/P-1', key)).members.map((member: { case: string }) => member.case);

  it('lists problems by age and shows the members of one with the words that made them', async () => {
    expect(await get('/problems')).toMatchObject({
      items: [{ id: 'P-1', brand: 'nordbahn', state: 'new', confirmed: 3, suggested: 0 }],
      next: null,
    });
    expect(await get('/problems/1?limit=2')).toMatchObject({
      id: 'P-1',
      hasMore: true,
      members: [
        { case: 'EH-1', kind: 'founder', text: charged },
        { case: 'EH-2', kind: 'exact', alike: 'EH-1', isAutomated: true },
      ],
    });
    expect(await get('/problems?after=nothing')).toMatchObject({ status: 400, code: 'bad_cursor' });
    expect(await get('/problems/99')).toMatchObject({ status: 404, code: 'no_problem' });
  });

  it('keeps from the uncleared that there are members in danger, in dispute or about staff', async () => {
    await sql`update desk."case" set danger = 'product' where case_id = 1`.execute(api.db.kysely);
    await sql`update desk."case" set in_dispute = true where case_id = 2`.execute(api.db.kysely);
    for (const key of [lee, program]) {
      expect(await membersOf(key)).toEqual(['EH-3']);
      expect((await get('/problems', key)).items).toMatchObject([{ confirmed: 1 }]);
      expect(JSON.stringify(await get('/problems/P-1', key))).not.toMatch(/EH-[12]"/);
    }
    const ada = await api.key(['problems:read', 'problems:write'], { person: 'ada' });
    expect(await membersOf(ada)).toEqual(['EH-1', 'EH-2', 'EH-3']);
    expect((await post('/problems/1/eject', { case: 'EH-1', reason: 'x' })).body).toMatchObject({
      status: 404,
      code: 'unknown_case',
    });
    await sql`update desk."case" set categories = '{staff}', danger = null where case_id = 1`.execute(
      api.db.kysely,
    );
    expect(await membersOf(ada)).toEqual(['EH-2', 'EH-3']);
    await post('/cases/EH-3/remedies', { kind: 'refund' });
    const parity = await get('/problems/1/parity');
    expect(parity.members.map((member: { case: string }) => member.case)).toEqual(['EH-3']);
    expect(parity.isOwed).toBe(true);
    const resolved = await post('/problems/1/resolve', {});
    expect(resolved.body).toMatchObject({ status: 409, code: 'owed_confidential' });
    expect(resolved.body.detail).not.toMatch(/EH-/);
  });

  it('confirms, ejects, merges and separates with a reason, under the key of whoever may', async () => {
    expect((await post('/problems/1/confirm', { case: 'EH-4' }, kim)).body).toMatchObject({
      id: 'P-1',
      isChanged: true,
    });
    expect((await post('/problems/1/eject', { case: '4', reason: 'another matter' }, kim)).status).toBe(200);
    expect(await membersOf()).toEqual(['EH-1', 'EH-2', 'EH-3']);
    expect((await post('/problems/1/merge', { other: 'P-4b', reason: 'one depot' }, kim)).body).toMatchObject(
      {
        status: 403,
      },
    );
    expect((await post('/problems/1/merge', { other: 'P-4b', reason: 'one depot' })).status).toBe(200);
    expect(await membersOf()).toHaveLength(4);
    expect((await post('/problems/P-4b/unmerge', { reason: 'two' })).status).toBe(200);
    expect(await membersOf()).toHaveLength(3);
    const { events } = await get('/problems/1');
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'merged', actor: 'lee', value: 'P-4b', note: 'one depot' }),
    );
  });

  it('owes each member what one got, until a person has settled with each', async () => {
    const given = await post('/cases/EH-1/remedies', { kind: 'refund', amount: 'EUR 40.00' }, kim);
    expect(given).toMatchObject({ status: 201, body: { band: 'EUR 25–50', problem: 'P-1' } });
    expect((await get('/problems/1/parity')).members).toMatchObject([
      { case: 'EH-1', owed: [], given: [{ kind: 'refund', band: 'EUR 25–50' }] },
      { case: 'EH-2', owed: ['refund'] },
      { case: 'EH-3', owed: ['refund'] },
    ]);
    expect((await post('/problems/1/resolve', {})).body).toMatchObject({
      status: 409,
      code: 'owed',
      detail: expect.stringContaining('EH-2, EH-3'),
    });
    const settle = (json: object, key = kim) => post('/problems/1/settle', json, key);
    expect((await settle({ case: 'EH-2', outcome: 'asked' }, program)).body).toMatchObject({
      status: 403,
      code: 'people_only',
    });
    expect((await settle({ case: 'EH-2', outcome: 'exempt' })).body).toMatchObject({ code: 'exempt_why' });
    expect((await settle({ case: 'EH-2', outcome: 'asked', reason: 'declined' })).status).toBe(422);
    expect((await settle({ case: 'EH-1', outcome: 'asked' })).body).toMatchObject({ code: 'not_owed' });
    expect((await settle({ case: 'EH-2', outcome: 'asked' })).status).toBe(200);
    expect((await settle({ case: 'EH-3', outcome: 'exempt', reason: 'declined' })).body.isOwed).toBe(false);
    expect((await post('/problems/1/resolve', { note: 'paid back' })).status).toBe(200);
    api.at(2);
    expect((await post('/cases/EH-1/marks', { kind: 'promise', note: 'she called' }, kim)).status).toBe(201);
    expect(await get('/problems/1')).toMatchObject({ state: 'regressed' });
  });

  it('tells people of compliance what was said out of band, and takes their word for what it was', async () => {
    await commitPosts(api.db, [
      {
        id: 'boss',
        at: 0.9,
        by: 'boss',
        authorRole: 'executive',
        thread: 'a',
        parent: 'a',
        text: 'I see to it.',
        decision: { kind: 'review', review: 'own_account', isUnsure: false, reasons: [] },
      },
    ]);
    await post('/cases/EH-2/marks', { kind: 'attack', note: 'shouted at her' });
    const cleo = await api.key(['problems:read', 'problems:write'], { person: 'cleo' });
    expect((await get('/compliance/marks', lee)).status).toBe(403);
    expect((await get('/compliance/marks', program)).code).toBe('people_only');
    const { items } = await get('/compliance/marks', cleo);
    expect(items).toMatchObject([
      { case: 'EH-2', kind: 'attack', note: 'shouted at her', isByHand: true },
      { case: 'EH-1', kind: null, text: 'I see to it.', isByHand: false },
    ]);
    expect((await get('/problems/1/parity')).isOwed).toBe(true);
    const decide = ({ id }: { id: string }) =>
      post(`/compliance/marks/${id}/decide`, { kind: 'apology', note: 'sorry alone' }, cleo);
    expect((await decide({ id: '99' })).body).toMatchObject({ status: 404, code: 'unknown_mark' });
    expect((await decide(items[1])).body).toEqual({ id: items[1].id, case: 'EH-1', kind: 'apology' });
    expect((await decide(items[1])).body).toMatchObject({ status: 409, code: 'nothing_unclear' });
    expect((await get('/problems/1/parity')).isOwed).toBe(false);
    expect((await get('/compliance/marks', cleo)).items).toMatchObject([{ case: 'EH-2' }]);
    expect((await get('/compliance/marks?all=true', cleo)).items).toHaveLength(2);
    await sql`update desk."case" set danger = 'child' where case_id = 2`.execute(api.db.kysely);
    expect((await get('/compliance/marks', cleo)).items).toMatchObject([
      { id: null, case: null, text: null, note: null },
    ]);
    expect((await decide(items[0])).status).toBe(404);
  });

  it('does a request with an Idempotency-Key once', async () => {
    const once = () =>
      api.ask('/cases/EH-1/remedies', {
        key: kim,
        json: { kind: 'credit' },
        headers: { 'idempotency-key': 'r1' },
      });
    const first = await once();
    expect((await once()).body).toEqual(first.body);
    expect((await get('/problems/1/parity')).members[0].given).toHaveLength(1);
  });

  it('counts a statement once a second person has read it', async () => {
    const said = await post('/statements', { problem: 'P-1', text: 'We are sorry.' });
    expect(said).toMatchObject({
      status: 201,
      body: { id: 1, problem: 'P-1', author: 'lee', approvedBy: null },
    });
    expect((await post('/statements', { text: 'x' })).body).toMatchObject({ code: 'one_of' });
    expect((await post('/statements/1/approve', {})).body).toMatchObject({ status: 409, code: 'own' });
    expect((await post('/statements/1/approve', {}, program)).body).toMatchObject({ code: 'people_only' });
    const col = await api.key(['problems:read', 'problems:write'], { person: 'col' });
    expect((await post('/statements/1/approve', {}, col)).body).toMatchObject({ approvedBy: 'col' });
    expect((await get('/statements', col)).items).toHaveLength(1);
    expect((await post('/statements/1/withdraw', {}, col)).body).toMatchObject({ withdrawnBy: 'col' });
    expect((await get('/statements', kim)).status).toBe(403);
  });

  it('shows a sample of a swarm, takes one out of it and lets a lead decide', async () => {
    for (const statement of [
      sql`insert into desk.swarm (swarm_id, brand, authors, first_at, last_at, found_at) values (1, 'nordbahn', 20, ${hour(0)}, ${hour(0)}, ${hour(0)})`,
      sql`insert into desk.swarm_member (mention_id, swarm_id, case_id) select mention_id, 1, case_id from desk.mention where case_id < 4`,
      sql`update desk."case" set danger = 'product' where case_id = 3`,
    ])
      await statement.execute(api.db.kysely);
    expect((await get('/swarms')).items).toMatchObject([{ id: 'S-1', cases: 2, authors: 2, decision: null }]);
    const ada = await api.key(['problems:read'], { person: 'ada' });
    expect((await get('/swarms', ada)).items).toMatchObject([{ cases: 3, authors: 20 }]);
    expect((await get('/swarms/S-1')).sample.map(({ case: id }: { case: string }) => id).sort()).toEqual([
      'EH-1',
      'EH-2',
    ]);
    const decision = { decision: 'one_by_one', reason: 'each another order' };
    expect((await post('/swarms/1/decide', decision, kim)).status).toBe(403);
    expect((await post('/swarms/1/decide', decision)).body).toMatchObject({ decision: 'one_by_one' });
    expect((await post('/swarms/1/take-out', { case: 'EH-1', reason: 'stranded' }, kim)).body).toMatchObject({
      cases: 1,
    });
    expect((await post('/swarms/1/take-out', { case: 'EH-1', reason: 'x' }, kim)).body).toMatchObject({
      status: 409,
      code: 'not_in_swarm',
    });
  });

  it('knows nothing of other brands for somebody who works for one', async () => {
    const bo = await api.key(['problems:read', 'problems:write'], { person: 'bo' });
    expect((await get('/problems', bo)).items).toEqual([]);
    for (const [path, json] of [
      ['/problems/1/confirm', { case: 'EH-5' }],
      ['/problems/5/confirm', { case: 'EH-1' }],
      ['/cases/EH-1/remedies', { kind: 'refund' }],
      ['/cases/EH-1/marks', { kind: 'attack', note: 'x' }],
    ] as const)
      expect((await post(path, json, bo)).status).toBe(404);
    expect(await get('/problems/1', bo)).toMatchObject({ status: 404 });
  });
});
