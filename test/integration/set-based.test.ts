import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { storePage } from '../../src/ingest/inbox.store.ts';
import { alertTray, insertFrozen } from '../../src/notify/delivery.store.ts';
import { emptyGroup } from '../../src/notify/group.ts';
import { dropGroups, keepGroups } from '../../src/notify/plan.store.ts';
import type { Database, Transaction } from '../../src/postgres/database.ts';
import type { Role } from '../../src/postgres/roles.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { anyEngine, type Engine } from '../support/engines.ts';

const at = new Date('2031-05-20T09:00:00Z');
const many = [...Array(60).keys()];

describe('many rows', () => {
  let engine: Engine;
  let db: Database;
  beforeAll(async () => {
    engine = await anyEngine();
    db = await engine.open();
  }, 60_000);
  afterAll(async () => {
    await db.close();
    await engine.dispose();
  });
  beforeEach(() => emptyRecord(db));

  /** How many statements the work makes of it. */
  const statements = async (role: Role, work: (tx: Transaction) => Promise<void>): Promise<number> => {
    let count = 0;
    const counting = {
      transformQuery: <Node>({ node }: { node: Node }): Node => {
        count += 1;
        return node;
      },
      transformResult: <Result>({ result }: { result: Result }): Promise<Result> => Promise.resolve(result),
    };
    await db.transaction(role, (tx) => work(tx.withPlugin(counting) as Transaction));
    return count;
  };

  it('of deletions are one statement for posts and one for authors, said twice or not', async () => {
    const deletions = [...many, ...many].flatMap((n) => [
      {
        kind: 'deletion' as const,
        source: 'forum',
        nativeId: `p${n}`,
        author: null,
        receivedAt: at.toISOString(),
      },
      {
        kind: 'deletion' as const,
        source: 'forum',
        nativeId: null,
        author: `a${n}`,
        receivedAt: at.toISOString(),
      },
    ]);
    const page = { source: 'forum', batches: [], batch: { mentions: [], deletions }, cursor: null };
    const store = (receivedAt: Date) => statements('ingest', (tx) => storePage(tx, { ...page, receivedAt }));
    expect(await store(at)).toBe(2);
    expect(await store(new Date(at.getTime() + 60_000))).toBe(2);
    expect(await countRows(db, 'intake.tombstone', `at = '${at.toISOString()}'`)).toBe(60);
    expect(await countRows(db, 'intake.author_tombstone', `at > '${at.toISOString()}'`)).toBe(60);
  });

  it('of frozen messages and of groups are one statement each', async () => {
    const frozen = many.map((n) => ({
      id: `n${n}`,
      channel: 'hook',
      kind: 'alerts' as const,
      memberIds: [String(n)],
      contentType: 'application/json',
      body: new Uint8Array([0, 255, n]),
    }));
    expect(await statements('desk', (tx) => insertFrozen(tx, alertTray, frozen, at))).toBe(1);
    expect(
      await countRows(
        db,
        'desk.notification',
        `body = '\\x00ff' || set_byte('\\x00', 0, substr(notification_id, 2)::int)`,
      ),
    ).toBe(60);
    const groups = many.map((n) => emptyGroup(`high:{${n}}`, `c${n % 2}`, at.toISOString()));
    expect(await statements('desk', (tx) => keepGroups(tx, groups))).toBe(1);
    expect(await countRows(db, 'desk.alert_group')).toBe(60);
    const [first, ...others] = groups;
    expect(await statements('desk', (tx) => dropGroups(tx, others))).toBe(1);
    expect(await countRows(db, 'desk.alert_group', `group_key = '${first?.groupKey}'`)).toBe(1);
    expect(await countRows(db, 'desk.alert_group')).toBe(1);
  });
});
