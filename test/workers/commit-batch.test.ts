import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KyselyPlugin } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';
import { commitBatch } from '../../workers/commit-batch.ts';
import { toDecidedBatch } from '../../workers/decided-batch.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains } from '../cases/fold-samples.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import type { Engine } from '../support/engines.ts';

describe('a committed batch', () => {
  let engine: Engine;
  let db: Database;
  beforeAll(async () => {
    engine = await usualEngine();
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

  it('takes the lock of planning after every lock of complainants, as everybody does', async () => {
    await commitPosts(db, [{ id: 'gone', at: 0, by: 'lou', decision: complains('high') }]);
    const said: string[] = [];
    const hearing: KyselyPlugin = {
      transformQuery: ({ node, queryId: _queryId }) => {
        if (node.kind === 'RawNode') said.push(node.sqlFragments.join('?'));
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    };
    const decided = toDecidedBatch(
      [],
      [{ kind: 'deletion', source: 'forum', nativeId: 'gone', author: null }],
      {
        decisionVersion: 'version-1',
        key: 'test',
        languages: [],
        policies: [],
      },
    );
    await db.transaction('desk', (tx) =>
      commitBatch(tx.withPlugin(hearing), {
        source: 'forum',
        decided,
        traceId: 'trace-2',
        now: new Date('2026-05-04T12:00:00Z'),
        isAgain: false,
        deadlineOf: () => new Date('2026-05-04T13:00:00Z'),
        alertFloor: 'high',
      }),
    );
    const places = (what: RegExp) => said.flatMap((one, place) => (what.test(one) ? [place] : []));
    const locks = places(/desk\.complainant[\s\S]*for update/);
    const planning = places(/pg_advisory_xact_lock/);
    expect([locks.length > 0, planning.length]).toEqual([true, 1]);
    expect(planning[0]).toBeGreaterThan(locks.at(-1) ?? -1);
  });
});
