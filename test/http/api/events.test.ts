import { afterEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Decision } from '../../../src/domain/decision.ts';
import { watchProblems } from '../../../src/problems/state.store.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { groupCases } from '../../support/group-cases.ts';
import { until } from '../../support/service.ts';
import { keepApi } from './api-service.ts';

interface Heard {
  readonly status: number;
  text(): string;
  isOver(): boolean;
  leave(): void;
}

describe('the stream of events', () => {
  const api = keepApi(usualEngine);
  const open: Heard[] = [];
  afterEach(() => {
    for (const each of open.splice(0)) each.leave();
  });

  it.each([
    ['an event that is none', '', { 'last-event-id': 'xyz' }],
    ['a number that is none', '', { 'last-event-id': '-1' }],
    ['what it does not know', '?foo=1', {}],
  ])('refuses to begin behind, or to be asked for, %s', async (_what, query, headers) => {
    const key = await api.key(['events:read']);
    const { status, body } = await api.ask(`/events${query}`, { key, headers: { ...headers } });
    expect([status, body.status]).toEqual([400, 400]);
    expect(body.errors).toHaveLength(1);
  });

  const listen = async (key: string, headers: Readonly<Record<string, string>> = {}): Promise<Heard> => {
    const controller = new AbortController();
    const response = await fetch(`http://127.0.0.1:${api.port}/api/v1/events`, {
      headers: { authorization: `Bearer ${key}`, ...headers },
      signal: controller.signal,
    });
    let text = '';
    let isOver = false;
    const read = async (): Promise<void> => {
      const decoder = new TextDecoder();
      for await (const chunk of response.body ?? [])
        text += decoder.decode(chunk as Uint8Array, { stream: true });
    };
    void read()
      .catch(() => undefined)
      .finally(() => {
        isOver = true;
      });
    const heard = {
      status: response.status,
      text: () => text,
      isOver: () => isOver,
      leave: () => controller.abort(),
    };
    open.push(heard);
    return heard;
  };
  const openCase = (id: string, brand = 'nordbahn') =>
    commitPosts(api.db, [{ id, at: 0, by: id, brand, text: 'Private words.', decision: complains('high') }]);
  const eventsIn = (text: string) => [...text.matchAll(/^id: (\d+)\nevent: (\S+)\ndata: (.*)$/gm)];

  it('tells what happens from now on, thin, and goes on where a reader was cut off', async () => {
    await openCase('before');
    const key = await api.key(['events:read']);
    const first = await listen(key);
    await openCase('a');
    const [event] = await until(() => eventsIn(first.text()).length > 0 && eventsIn(first.text()));
    expect(event?.[2]).toBe('case.opened');
    const data = JSON.parse(event?.[3] ?? '');
    expect(data).toMatchObject({ type: 'case.opened', case: 'EH-2', brand: 'nordbahn', kind: 'case_opened' });
    expect(Object.keys(data).sort()).toEqual(['at', 'brand', 'case', 'id', 'kind', 'type']);
    first.leave();
    await openCase('b');
    const second = await listen(key, { 'last-event-id': event?.[1] ?? '' });
    const told = await until(() => eventsIn(second.text()).length > 0 && eventsIn(second.text()));
    expect(JSON.parse(told[0]?.[3] ?? '')).toMatchObject({ case: 'EH-3' });
  });

  it('tells what happens to problems in one numbering with the cases, and names no member', async () => {
    const heard = await listen(await api.key(['events:read']));
    const text = 'You took the monthly fee twice from my account and nobody tells me when it comes back';
    await commitPosts(
      api.db,
      ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, at: 0, by: id, text })),
    );
    await groupCases(api.db, hour(0.01));
    await api.db.transaction('desk', (tx) => watchProblems(tx, hour(0.02)));
    const told = await until(() => {
      const events = eventsIn(heard.text());
      return events.some(([, , type]) => type === 'problem.escalating') && events;
    });
    const problems = told.map(([, , , data]) => JSON.parse(data ?? '')).filter(({ problem }) => problem);
    expect(problems).toMatchObject([
      { type: 'problem.opened', problem: 'P-1', brand: 'nordbahn', kind: 'opened', state: null },
      { type: 'problem.escalating', problem: 'P-1', brand: 'nordbahn', kind: 'state', state: 'escalating' },
    ]);
    for (const one of problems)
      expect(Object.keys(one).sort()).toEqual(['at', 'brand', 'id', 'kind', 'problem', 'state', 'type']);
    const ids = told.map(([, id]) => Number(id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('tells nobody of brands that are not theirs', async () => {
    const heard = await listen(await api.key(['events:read'], { person: 'bo' }));
    await openCase('a');
    await openCase('b', 'seeweg');
    const told = await until(() => eventsIn(heard.text()).length > 0 && eventsIn(heard.text()));
    expect(told.map(([, , , data]) => JSON.parse(data ?? '').brand)).toEqual(['seeweg']);
  });

  it('tells of no danger, dispute or complaint about staff to whoever is not trusted with them', async () => {
    const plain = await listen(await api.key(['events:read', 'admin']));
    const kim = await listen(await api.key(['events:read'], { person: 'kim' }));
    const ada = await listen(await api.key(['events:read'], { person: 'ada' }));
    const trusted = await listen(
      await api.key(['events:read', 'danger:read', 'staff-conduct:read', 'disputes:read']),
    );
    await commitPosts(api.db, [
      { id: 'a', at: 0, by: 'a', decision: { ...complains('critical'), danger: 'product' } as Decision },
      { id: 'b', at: 0, by: 'b', decision: complains('high', ['staff']) },
      { id: 'c', at: 0, by: 'c', decision: complains('high') },
    ]);
    const counsel = await api.key(['cases:write'], { person: 'ada' });
    for (const isOn of [true, false])
      await api.ask('/cases/3/dispute', {
        key: counsel,
        json: { isOn, reason: 'a lawyer wrote' },
        headers: { 'if-match': '*' },
      });
    await openCase('d');
    const told = async (heard: Heard) => {
      await until(() => heard.text().includes('EH-4'));
      return eventsIn(heard.text()).map(([, , , data]) => {
        const { case: name, kind } = JSON.parse(data ?? '');
        return `${name} ${kind}`;
      });
    };
    const everybody = ['EH-3 case_opened', 'EH-4 case_opened'];
    expect([await told(plain), await told(kim)]).toEqual([everybody, everybody]);
    expect(await told(ada)).toEqual([
      'EH-1 case_opened',
      'EH-3 case_opened',
      'EH-3 disputed',
      'EH-3 dispute_lifted',
      'EH-4 case_opened',
    ]);
    expect(await told(trusted)).toHaveLength(6);
  });

  it('beats while nothing happens, and ends when the key is revoked', async () => {
    const heard = await listen(await api.key(['events:read']));
    await until(() => heard.text().includes(': beat'));
    await sql`update ops.api_key set revoked_at = now()`.execute(api.db.kysely);
    await until(() => heard.isOver());
    expect(api.errors).toEqual([]);
  });

  it('is bounded for each key, and wants its scope', async () => {
    const key = await api.key(['events:read']);
    for (let count = 0; count < 5; count += 1) expect((await listen(key)).status).toBe(200);
    expect((await api.ask('/events', { key })).body).toMatchObject({ status: 429, code: 'too_many_streams' });
    expect((await api.ask('/events', { key: await api.key(['cases:read']) })).status).toBe(403);
    for (const each of open.splice(0)) each.leave();
    await until(async () => (await listen(key)).status === 200);
  });
});
