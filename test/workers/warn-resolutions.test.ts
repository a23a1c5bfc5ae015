import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { actOnCase } from '../../src/cases/action.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { lookAtResolutions } from '../../workers/warn-resolutions.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { keepRecord } from '../support/engines.ts';

describe('the time until a case is resolved', () => {
  let db: Database;
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  const setTarget = (resolution: object) =>
    sql`update desk.policy set policy = jsonb_set(policy, '{sla,resolution}', ${JSON.stringify(resolution)}::jsonb)`.execute(
      db.kysely,
    );
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, [
      { id: 'a', at: 0, by: 'a', decision: complains('high') },
      { id: 'b', at: 0, by: 'b', decision: complains('high') },
      { id: 'c', at: 0, by: 'c', decision: complains('low') },
      { id: 'h', at: 0, by: 'h', isHistory: true, decision: complains('high') },
    ]);
    await setTarget({ high: { kind: 'wall', ms: 8 * 3_600_000 } });
  });

  const told = async () =>
    (
      await sql<{ alert: { kind: string; brand: string; values: object } }>`
        select alert from desk.outbox where alert ->> 'kind' like 'resolution%' order by outbox_id`.execute(
        db.kysely,
      )
    ).rows.map(({ alert }) => [alert.kind, alert.brand, alert.values]);
  const look = (at: number) => lookAtResolutions(db, hour(at));
  const doTo = (caseId: string, action: Parameters<typeof actOnCase>[1]['action'], at: number) =>
    db.transaction('desk', (tx) => actOnCase(tx, { caseId, action, actor: 'kim', now: hour(at), dueUnder }));

  it('warns once when a quarter is left and once when it is over, of what is not resolved, and moves nothing', async () => {
    const rows = () =>
      sql`select case_id, due_at, status, version from desk."case" order by 1`.execute(db.kysely);
    const before = (await rows()).rows;
    expect([await look(5.9), await look(6), await look(6.1)]).toEqual([0, 2, 0]);
    expect(await told()).toEqual([['resolution_near', 'nordbahn', { count: 2, cases: 'EH-1, EH-2' }]]);
    expect((await rows()).rows).toEqual(before);
    await doTo('2', { kind: 'resolve', note: null }, 7);
    expect([await look(7.9), await look(8), await look(9)]).toEqual([0, 1, 0]);
    expect((await told())[1]).toEqual(['resolution_late', 'nordbahn', { count: 1, cases: 'EH-1' }]);
  });

  it('is told anew when a severity changes, and never of a severity without a target', async () => {
    await look(9);
    await doTo('1', { kind: 'severity', to: 'critical', reason: 'no brakes' }, 9);
    expect(await look(90)).toBe(0);
    await doTo('3', { kind: 'severity', to: 'high', reason: 'she waits' }, 91);
    expect(await look(92)).toBe(1);
    expect((await told()).map(([, , values]) => values)).toEqual([
      { count: 2, cases: 'EH-1, EH-2' },
      { count: 1, cases: 'EH-3' },
    ]);
  });

  it('costs nothing where nobody set it', async () => {
    await setTarget({});
    expect(await look(500)).toBe(0);
    expect(await told()).toEqual([]);
  });
});
