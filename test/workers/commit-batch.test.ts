import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains } from '../cases/fold-samples.ts';
import { type Engine, embeddedEngine } from '../support/engines.ts';

describe('a committed batch', () => {
  let engine: Engine;
  let db: Database;
  beforeAll(async () => {
    engine = embeddedEngine();
    db = await engine.open();
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await engine.dispose();
  });

  it('tells which cases opened, and which older ones became more severe', async () => {
    const first = await commitPosts(db, [{ id: 'a', at: 0, by: 'kim', decision: complains('low') }]);
    expect([first.opened.map(({ severity }) => severity), first.raised]).toEqual([['low'], []]);
    const same = { by: 'kim', thread: 'a', parent: 'a' } as const;
    const second = await commitPosts(db, [{ ...same, id: 'b', at: 1, decision: complains('high') }]);
    expect(second.opened).toEqual([]);
    expect(second.raised.map(({ id, severity }) => [id, severity])).toEqual([[first.opened[0]?.id, 'high']]);
    const third = await commitPosts(db, [{ ...same, id: 'c', at: 2, decision: complains('low') }]);
    expect(third.raised).toEqual([]);
  });
});
