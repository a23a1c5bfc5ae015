import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { CaseAlert } from '../../src/domain/alert.ts';
import { defaultPolicy, type Hearing } from '../../src/notify/policy.ts';
import { withdrawWords } from '../../src/notify/withdraw.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { NotifyDeps, WiredChannel } from '../../workers/deliver.ts';
import { planAll } from '../../workers/notify.worker.ts';
import { putMentions } from '../digest/digest-desk.ts';
import { caseAlert } from '../notify/support/alerts.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { keepRecord } from '../support/engines.ts';
import { clockAt } from '../support/line.ts';

const wired = (name: string, hearing: Hearing): WiredChannel => ({
  channel: {
    name,
    kind: 'webhook',
    contentType: 'application/json',
    render: (content) => Buffer.from(JSON.stringify(content)),
    send: () => Promise.reject(new Error('nothing is sent')),
  },
  listeners: [{ channel: name, hearing, brands: null }],
  language: 'en',
  policy: defaultPolicy,
});

describe('messages that are frozen and not sent', () => {
  let db: Database;
  const clock = clockAt('2026-11-20T09:00:00Z');
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    clock.set('2026-11-20T09:00:00Z');
    await emptyRecord(db);
    await putMentions(
      db,
      ['p1', 'p2'].map((id) => ({ native_id: id, text: `these are words of ${id}` })),
    );
  });

  const planned = (...channels: WiredChannel[]) =>
    planAll({
      db,
      clock,
      channels,
      signal: new AbortController().signal,
      timezone: 'UTC',
      onDelivery: () => undefined,
    } as unknown as NotifyDeps);
  const raise = async (caseId: string, changes: Partial<CaseAlert> = {}): Promise<void> => {
    const alert = JSON.stringify(caseAlert(caseId, { excerpt: null, ...changes }));
    await sql`
      insert into desk.outbox (alert, case_id, post_key, at)
      values (${alert}::jsonb, ${caseId}, ${`x|p${caseId}`}, ${clock.now()})`.execute(db.kysely);
  };
  const withdraw = (post: string) => db.transaction('desk', (tx) => withdrawWords(tx, [post], clock.now()));
  /** Channel, alerts and whose words. */
  const waiting = async () => {
    const { rows } = await sql<{ channel: string; members: string[]; body: string }>`
      select channel, members, convert_from(body, 'UTF8') as body from desk.notification where state = 'pending' order by 1, created_at`.execute(
      db.kysely,
    );
    return rows.map(({ channel, members, body }) => [channel, members, body.match(/words of p\d/g) ?? []]);
  };
  const team = wired('desk', 'team');
  const duty = wired('duty', 'on_call');

  describe('of a case that turned out to be danger', () => {
    const danger = { kind: 'severity_raised', danger: 'product', severity: 'critical' } as const;

    it.each<readonly [string, () => Promise<unknown>]>([
      ['its group remembers it', () => Promise.resolve()],
      ['its group is forgotten', () => sql`truncate desk.alert_group`.execute(db.kysely)],
    ])('tell of the other cases only, when %s', async (_when, meanwhile) => {
      await raise('1');
      await raise('2');
      await planned(team, duty);
      expect(await waiting()).toEqual([['desk', ['1', '2'], ['words of p1', 'words of p2']]]);
      await meanwhile();
      clock.set('2026-11-20T09:01:00Z');
      await raise('1', danger);
      await planned(team, duty);
      expect(await waiting()).toEqual([
        ['desk', ['2'], ['words of p2']],
        ['duty', ['3'], []],
      ]);
    });

    it('are told of nobody when they told of it alone, catch-up messages too', async () => {
      await raise('1');
      await raise('1', { kind: 'severity_raised' });
      clock.set('2026-11-20T11:00:00Z');
      await raise('2');
      await planned(team, duty);
      await sql`update desk.notification set kind = 'catch_up'`.execute(db.kysely);
      await raise('1', danger);
      await raise('2', danger);
      await planned(team, duty);
      expect((await waiting()).map(([channel]) => channel)).toEqual(['duty', 'duty']);
    });
  });

  it('say after an outage how many waited in all', async () => {
    for (let n = 1; n <= 203; n += 1) await raise(String(n), { brand: n > 201 ? 'other' : 'nordbahn' });
    await raise('204', { severity: 'medium' });
    clock.set('2026-11-20T12:00:00Z');
    await planned({ ...team, listeners: [{ channel: 'desk', hearing: 'team', brands: ['nordbahn'] }] });
    const [caughtUp] = await db.kysely.selectFrom('desk.notification').select(['kind', 'body']).execute();
    expect(caughtUp?.kind).toBe('catch_up');
    expect(JSON.parse(String(caughtUp?.body))).toMatchObject({ later: 1 });
  });

  describe('whose words are withdrawn when their group is forgotten', () => {
    const forget = () => sql`truncate desk.alert_group`.execute(db.kysely);

    it('are told again where they wait, and nowhere else', async () => {
      await raise('1');
      await planned(team, wired('others', 'team'));
      await sql`update desk.notification set state = 'delivered', body = null where channel = 'others'`.execute(
        db.kysely,
      );
      await forget();
      await sql`update desk.mention set text = null where native_id = 'p1'`.execute(db.kysely);
      expect(await withdraw('x|p1')).toBe(1);
      await planned(team, wired('others', 'team'));
      expect(await waiting()).toEqual([['desk', ['1'], []]]);
      clock.set('2026-11-20T10:00:00Z');
      await planned(team, wired('others', 'team'));
      expect(await waiting()).toHaveLength(1);
      expect(await db.kysely.selectFrom('desk.alert_group').selectAll().execute()).toEqual([]);
    });

    it('are told again though a chain told somebody of the case since', async () => {
      await raise('1');
      await planned(team);
      await forget();
      const step = { kind: 'escalation_step', chain: 'late', channel: null, person: null };
      await raise('1', step as unknown as Partial<CaseAlert>);
      expect(await withdraw('x|p1')).toBe(1);
      await planned(team);
      expect((await waiting()).map(([, members]) => String(members)).toSorted()).toEqual(['1', '2']);
    });

    it('are not told again when a newer alert speaks of the case', async () => {
      await raise('1');
      await planned(team);
      await forget();
      await raise('1', { kind: 'severity_raised', severity: 'critical' });
      await planned(team);
      await sql`update desk.notification set state = 'delivered', body = null where members ? '2'`.execute(
        db.kysely,
      );
      expect(await withdraw('x|p1')).toBe(1);
      await planned(team);
      expect(await waiting()).toEqual([]);
      clock.set('2026-11-20T13:00:00Z');
      await planned(team);
      expect((await waiting()).map(([, members]) => members)).toEqual([['2']]);
    });
  });
});
