import { afterEach, describe, expect, it } from '@jest/globals';
import { createOutages, type Outages } from '../../workers/outages.ts';
import { until } from '../support/service.ts';

const refused = Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:6379'), { code: 'ECONNREFUSED' });

describe('a server that is away', () => {
  let outages: Outages | null = null;
  afterEach(() => outages?.stop());

  const prepare = () => {
    const said: string[] = [];
    const state = { isAway: true, now: 0 };
    const probe = () => (state.isAway ? Promise.reject(refused) : Promise.resolve());
    outages = createOutages({
      probes: { 'the database': probe, 'the queue': () => Promise.reject(refused) },
      say: (sentence) => said.push(sentence),
      elapsed: () => state.now,
      probeEveryMs: 5,
    });
    return { outages, said, state };
  };

  it('is told once, however often it fails, and once more when it answers again', async () => {
    const { outages, said, state } = prepare();
    for (let look = 0; look < 50; look += 1) {
      expect(outages.covers('the database', refused)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(said).toEqual([
      'the database does not answer (connect ECONNREFUSED 127.0.0.1:6379 (ECONNREFUSED)): what needs it waits until it does',
    ]);
    state.isAway = false;
    state.now = 192_000;
    await until(() => said.length === 2);
    expect(said[1]).toBe('the database answers again, after 3 min');
    expect(outages.isAnyAway()).toBe(false);
    outages.covers('the database', refused);
    expect(said).toHaveLength(3);
  });

  it('is told apart from another one', () => {
    const { outages, said } = prepare();
    outages.covers('the database', new Error('Connection terminated unexpectedly'));
    outages.covers('the queue', new Error('Connection is closed.'));
    expect(said.map((sentence) => sentence.split(' (')[0])).toEqual([
      'the database does not answer',
      'the queue does not answer',
    ]);
    expect(outages.isAnyAway()).toBe(true);
  });

  it('is no other trouble, and none of a database that is full', () => {
    const { outages, said } = prepare();
    const full = Object.assign(new Error('could not extend file'), { code: '53100' });
    expect([outages.covers('the database', full), outages.covers('the database', new Error('oh'))]).toEqual([
      false,
      false,
    ]);
    expect(said).toEqual([]);
  });
});
