import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { rulesVersion } from '../../src/classify/rules-version.ts';
import { registerVerify } from '../../src/cli/verify.ts';
import type { Database } from '../../src/postgres/database.ts';
import { decisionVersion } from '../../src/triage/decision-version.ts';
import { commitBatch } from '../../workers/commit-batch.ts';
import { decideAll } from '../../workers/decide.ts';
import { toDecidedBatch } from '../../workers/decided-batch.ts';
import { loadPolicies } from '../../workers/policies.ts';
import { brands } from '../cases/desk-factory.ts';
import { hour, say, type Told } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const angry = 'My refund of 300 euros never came. I called 5 times and nobody answers!';

describe.each(engines)('evenhand verify on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  /** Decided and committed as the triage worker does it, by the words alone. */
  const decide = async (posts: readonly (Told & { readonly id: string; readonly text: string })[]) => {
    const policies = await loadPolicies(db, brands, hour(0));
    const mentions = posts.map(({ id, ...told }) => say(id, told).mention);
    const decided = toDecidedBatch(decideAll(mentions, [], { languagesOf: () => ['en', 'de'] }), [], {
      decisionVersion: decisionVersion({
        rulesVersion: rulesVersion(),
        policyHash: JSON.stringify(policies.versions),
        engineVersion: '0.1.0',
      }),
      key: 'test',
      languages: [],
      policies: policies.versions,
    });
    await db.transaction('desk', (tx) =>
      commitBatch(tx, {
        source: 'forum',
        decided,
        traceId: 't',
        now: hour(9),
        isAgain: false,
        deadlineOf: policies.deadlineOf,
        alertFloor: 'high',
      }),
    );
  };
  const evenhand = (...line: string[]) =>
    runCommand(registerVerify, ['verify', ...line], { db, now: hour(10) });
  const outcomes = async (id: string) => {
    const { out, code } = await evenhand(id, '--json');
    const { posts } = JSON.parse(out) as { posts: { outcome: string }[] };
    return [code, ...posts.map(({ outcome }) => outcome)];
  };

  it('comes out the same, byte for byte, for a post and for a reply that has its problem', async () => {
    await decide([
      { id: 'a', at: 0, by: 'a', text: angry },
      { id: 'b', at: 1, by: 'b', thread: 'a', parent: 'a', text: 'same here' },
    ]);
    expect(await outcomes('EH-1')).toEqual([0, 'same']);
    expect(await outcomes('EH-2')).toEqual([0, 'same']);
    expect((await evenhand('1')).out).toContain('One decision, the same byte for byte.');
  });

  it('shows where a stored decision is not what the words give, and exits with 2', async () => {
    await decide([{ id: 'a', at: 0, by: 'a', text: angry }]);
    const { rows } = await sql<{ severity: string }>`select severity from desk.mention`.execute(db.kysely);
    for (const [column, value] of [
      ['severity', 'low'],
      ['categories', ['staff']],
      ['reasons', JSON.stringify([{ code: 'annoyance' }])],
    ] as const) {
      const before = await db.kysely.selectFrom('desk.mention').select(column).executeTakeFirstOrThrow();
      await db.kysely
        .updateTable('desk.mention')
        .set({ [column]: value })
        .execute();
      expect(await outcomes('1')).toEqual([2, 'different']);
      if (column === 'severity') {
        const { out } = await evenhand('1');
        expect(out).toContain(`then {"severity":"low"}, now {"severity":"${rows[0]?.severity}"}`);
      }
      const back = column === 'reasons' ? JSON.stringify(before[column as never]) : before[column as never];
      await db.kysely
        .updateTable('desk.mention')
        .set({ [column]: back })
        .execute();
    }
    expect(await outcomes('1')).toEqual([0, 'same']);
  });

  it('says which version or words are gone, and claims nothing', async () => {
    await decide([
      { id: 'a', at: 0, by: 'a', text: angry },
      { id: 'b', at: 1, by: 'b', thread: 'a', parent: 'a', text: 'same here' },
    ]);
    await sql`update desk.mention set text = 'edited since', revision = 1 where native_id = 'a'`.execute(
      db.kysely,
    );
    expect(await outcomes('2')).toEqual([2, 'answered_text_gone']);
    await sql`update desk.mention set text = null where native_id = 'a'`.execute(db.kysely);
    expect(await outcomes('1')).toEqual([2, 'text_gone']);
    expect(await outcomes('2')).toEqual([2, 'answered_text_gone']);
    await sql`update desk.mention set decision_version = 'older' where native_id = 'b'`.execute(db.kysely);
    expect(await outcomes('2')).toEqual([2, 'version_gone']);
    expect((await evenhand('2')).out).toContain('version older decided it');
    expect((await evenhand('2', '--language', 'de')).out).toContain('Version older hat entschieden');
  });

  it('knows no case that is not there', async () => {
    expect(await evenhand('EH-99')).toMatchObject({
      code: 2,
      out: '',
      err: 'evenhand: there is no case EH-99; "evenhand cases list --all" shows all\n',
    });
  });
});
