import { describe, expect, it } from '@jest/globals';
import { claimTurn } from '../../src/ingest/turn.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { keepRecord } from '../support/engines.ts';

describe('a turn that one process takes for all', () => {
  let db: Database;
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });

  const at = (second: number, name = 'sweep') =>
    db.transaction('desk', (tx) =>
      claimTurn(tx, name, new Date(Date.UTC(2031, 4, 20, 9, 0, second)), 45_000),
    );

  it('is one of many that ask at once, and the next comes when its time is over', async () => {
    const asked = await Promise.all([0, 0, 0, 0, 0].map((second) => at(second)));
    expect(asked.filter(Boolean)).toHaveLength(1);
    expect([await at(20), await at(44), await at(45), await at(60)]).toEqual([false, false, true, false]);
  });

  it('is another one by another name', async () => {
    expect([await at(46, 'other'), await at(47, 'other')]).toEqual([true, false]);
  });

  it('comes back after a clock that ran ahead', async () => {
    expect(await at(3_600, 'wrong')).toBe(true);
    expect([await at(0, 'wrong'), await at(1, 'wrong')]).toEqual([true, false]);
  });
});
