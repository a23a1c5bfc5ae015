import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Alert } from '../../src/domain/alert.ts';
import type { AlertsContent } from '../../src/notify/content.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import { acknowledge } from '../../src/notify/sent/ack.store.ts';
import type { SilenceMatcher } from '../../src/notify/silences/silence.ts';
import { addSilence, endSilence, listSilences } from '../../src/notify/silences/silences.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { NotifyDeps } from '../../workers/deliver.ts';
import { notify, planAll } from '../../workers/notify.worker.ts';
import { caseAlert, deadlineAlert } from '../notify/support/alerts.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { keepRecord } from '../support/engines.ts';
import { clockAt } from '../support/line.ts';

const start = Date.parse('2026-11-20T09:00:00Z');
const minute = (minutes: number): Date => new Date(start + minutes * 60_000);

describe('alerts that are kept back', () => {
  let db: Database;
  const clock = clockAt('2026-11-20T09:00:00Z');
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  /** What arrived at the receiver: notification and outbox ids. */
  let told: { readonly id: string; readonly cases: readonly string[]; readonly turn: number }[] = [];
  let answer: 'delivered' | 'away' | 'killed' = 'delivered';
  beforeEach(async () => {
    clock.set(minute(0));
    told = [];
    answer = 'delivered';
    await emptyRecord(db);
  });

  const deps = (more: Partial<NotifyDeps> = {}): NotifyDeps => ({
    db,
    clock,
    channels: [
      {
        channel: {
          name: 'desk',
          kind: 'webhook',
          contentType: 'application/json',
          render: (content) => Buffer.from(JSON.stringify(content)),
          send: (frozen) => {
            if (answer === 'away') return Promise.resolve({ kind: 'transient', reason: 'network' });
            const content = JSON.parse(Buffer.from(frozen.body).toString()) as AlertsContent;
            const cases = content.alerts.flatMap(({ alert }) => ('caseId' in alert ? [alert.caseId] : []));
            told.push({ id: frozen.id, cases, turn: content.turn });
            return answer === 'killed'
              ? Promise.reject(new Error('killed before it was noted'))
              : Promise.resolve({ kind: 'delivered' });
          },
        },
        listeners: [
          { channel: 'desk', hearing: 'team', brands: null },
          { channel: 'desk', hearing: 'on_call', brands: null },
        ],
        language: 'en',
        policy: defaultPolicy,
      },
    ],
    fetch: () => Promise.reject(new Error('nothing is fetched')),
    signal: new AbortController().signal,
    timezone: 'UTC',
    onDelivery: () => undefined,
    onError: () => undefined,
    ...more,
  });
  const open = (caseId: string, severity = 'high') =>
    sql`
      insert into desk."case" (case_id, brand, source, complainant, threads, posts, status, severity, opened_at, received_at, clock_start,
        due_at, due_target, last_post_at, policy, updated_at)
      select ${caseId}, 'nordbahn', 'x', ${`x|${caseId}`}, array[${`t${caseId}`}::text], '[]', 'new', ${severity}, t, t, t, ${minute(600)},
        'first_response', t, 'v', t from (select ${clock.now()}::timestamptz as t) as one`.execute(db.kysely);
  const raise = async (alert: Alert & { caseId: string }): Promise<void> => {
    await sql`insert into desk.outbox (alert, case_id, at) values (${JSON.stringify(alert)}::jsonb, ${alert.caseId}, ${clock.now()})`.execute(
      db.kysely,
    );
  };
  const opened = async (caseId: string): Promise<void> => {
    await open(caseId);
    await raise(caseAlert(caseId, { excerpt: null }));
  };
  const silence = (matcher: SilenceMatcher, minutes: number) =>
    db.transaction('desk', (tx) =>
      addSilence(
        tx,
        {
          matcher,
          comment: 'known outage',
          author: 'lea',
          endsAt: new Date(clock.now().getTime() + minutes * 60_000),
        },
        clock.now(),
      ),
    );
  const end = (id: string) =>
    db.transaction('desk', (tx) => endSilence(tx, id, { actor: 'lea', now: clock.now() }));
  const ack = (caseIds: readonly string[], minutes: number) =>
    db.transaction('desk', (tx) =>
      acknowledge(tx, {
        caseIds,
        actor: 'kim',
        now: clock.now(),
        until: new Date(clock.now().getTime() + minutes * 60_000),
      }),
    );
  const take = (caseId: string) =>
    sql`update desk."case" set assignee = 'kim' where case_id = ${caseId}`.execute(db.kysely);
  const at = async (minutes: number): Promise<void> => {
    clock.set(minute(minutes));
    await notify(deps());
  };
  const cases = () => told.map((one) => one.cases.join(' '));
  const unsent = async () => {
    const { rows } = await sql<{ id: string; unsent: string; cause: string | null }>`
      select outbox_id as id, unsent, unsent_cause as cause from desk.outbox where unsent is not null order by outbox_id`.execute(
      db.kysely,
    );
    return rows.map((row) => [row.id, row.unsent, row.cause]);
  };

  it('by a silence stand in the log, and are told when it ends, where their case still waits', async () => {
    const { id } = await silence({ brand: 'nordbahn' }, 120);
    for (const caseId of ['1', '2']) await opened(caseId);
    await at(1);
    expect(cases()).toEqual([]);
    expect(await unsent()).toEqual([
      ['1', 'silenced', id],
      ['2', 'silenced', id],
    ]);
    const [listed] = await db.transaction('desk', (tx) =>
      listSilences(tx, { now: clock.now(), isAll: false, limit: 10 }),
    );
    expect(listed).toMatchObject({ id, alerts: 2, author: 'lea', comment: 'known outage', endedAt: null });
    await take('2');
    await at(119);
    expect(cases()).toEqual([]);
    await at(121);
    expect(cases()).toEqual(['EH-1']);
    expect(await unsent()).toEqual([['2', 'silenced', id]]);
    await at(130);
    expect(cases()).toEqual(['EH-1']);
  });

  it('by a silence that somebody ends are told at once', async () => {
    const { id } = await silence({ severity: 'high' }, 600);
    await opened('1');
    await at(1);
    expect(await end(id)).toBe('ended');
    expect(await end(id)).toBe('over');
    expect(await end('99')).toBe('unknown');
    await at(2);
    expect(cases()).toEqual(['EH-1']);
  });

  it('are not danger, no warning of a deadline, and no other brand', async () => {
    await silence({ brand: 'nordbahn' }, 120);
    await open('1');
    await raise(caseAlert('1', { danger: 'product', severity: 'critical', excerpt: null }));
    await raise(deadlineAlert('1'));
    await at(1);
    await at(2);
    expect(cases().toSorted()).toEqual(['EH-1', 'EH-1']);
  });

  it('leave a message that is written and not tried, and nobody else does', async () => {
    await opened('1');
    await opened('2');
    await planAll(deps());
    expect(await silence({ caseId: '1' }, 120)).toMatchObject({ renewed: 1 });
    await at(1);
    expect(cases()).toEqual(['EH-2']);
    await at(125);
    expect(cases()).toEqual(['EH-2', 'EH-1']);
  });

  it('are told with the same bytes when somebody may have them already', async () => {
    await opened('1');
    answer = 'killed';
    await at(0);
    expect(await silence({ caseId: '1' }, 120)).toMatchObject({ renewed: 0 });
    answer = 'delivered';
    await at(6);
    expect(told.map(({ id }) => id)).toEqual([told[0]?.id, told[0]?.id]);
    await at(125);
    expect(told).toHaveLength(2);
  });

  it('are not repeated while they are silenced', async () => {
    await opened('1');
    await at(0);
    await silence({ caseId: '1' }, 300);
    await at(241);
    expect(cases()).toEqual(['EH-1']);
    await at(301);
    expect(cases()).toEqual(['EH-1', 'EH-1']);
  });

  it('by an acknowledgement are told again when nobody took the case in time', async () => {
    for (const caseId of ['1', '2']) await opened(caseId);
    await at(0);
    expect(await ack(['1', '2'], 60)).toEqual(['1', '2']);
    await at(30);
    await take('2');
    expect(await ack(['2'], 60)).toEqual([]);
    await at(59);
    expect(told).toHaveLength(1);
    await at(60);
    expect(told.map(({ cases: of, turn }) => [of, turn])).toEqual([
      [['EH-1', 'EH-2'], 1],
      [['EH-1'], 2],
    ]);
    await at(200);
    expect(told).toHaveLength(2);
    await at(301);
    expect(told).toHaveLength(3);
  });

  it('by their problem are told by it, and are in the log', async () => {
    await opened('1');
    await opened('2');
    await notify(
      deps({
        readProblems: (_tx, asked) => {
          expect(asked).toEqual(['1', '2']);
          return Promise.resolve(new Map([['1', { problemId: '7', toldAs: 'high' as const }]]));
        },
      }),
    );
    expect(cases()).toEqual(['EH-2']);
    expect(await unsent()).toEqual([['1', 'inhibited', '7']]);
  });

  it('by their problem are not told either where they waited when the team was told of it', async () => {
    await opened('1');
    await at(0);
    clock.set(minute(1));
    for (const caseId of ['2', '3']) await opened(caseId);
    await at(1);
    clock.set(minute(6));
    const problem = { problemId: 'P-7', toldAs: 'high' as const };
    await notify(deps({ readProblems: () => Promise.resolve(new Map([['3', problem]])) }));
    expect(cases()).toEqual(['EH-1', 'EH-2']);
    expect(await unsent()).toEqual([['3', 'inhibited', 'P-7']]);
  });

  it('say in the log when nobody listens', async () => {
    await opened('1');
    const [only] = deps().channels;
    await notify(deps({ channels: only === undefined ? [] : [{ ...only, listeners: [] }] }));
    expect(await unsent()).toEqual([['1', 'no_channel', null]]);
  });

  const steps = fc.array(
    fc.oneof(
      fc.record({ kind: fc.constant('open' as const), n: fc.integer({ min: 1, max: 6 }) }),
      fc.record({
        kind: fc.constant('silence' as const),
        n: fc.integer({ min: 0, max: 6 }),
        minutes: fc.integer({ min: 1, max: 400 }),
      }),
      fc.record({ kind: fc.constant('end' as const), n: fc.integer({ min: 1, max: 4 }) }),
      fc.record({
        kind: fc.constant('ack' as const),
        n: fc.integer({ min: 1, max: 6 }),
        minutes: fc.integer({ min: 1, max: 300 }),
      }),
      fc.record({ kind: fc.constant('take' as const), n: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant('plan' as const) }),
      fc.record({
        kind: fc.constant('send' as const),
        answer: fc.constantFrom(
          'delivered' as const,
          'delivered' as const,
          'away' as const,
          'killed' as const,
        ),
      }),
      fc.record({ kind: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 300 }) }),
    ),
    { maxLength: 14 },
  );
  type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;

  const run = async (step: Step, known: Set<string>): Promise<void> => {
    const name = 'n' in step ? String(step.n) : '';
    if (step.kind === 'open' && !known.has(name)) {
      known.add(name);
      await opened(name);
    }
    if (step.kind === 'silence')
      await silence(name === '0' ? { brand: 'nordbahn' } : { caseId: name }, step.minutes);
    if (step.kind === 'end') await end(name);
    if (step.kind === 'ack') await ack([name], step.minutes);
    if (step.kind === 'take') await take(name);
    if (step.kind === 'plan') await planAll(deps());
    if (step.kind === 'pass') clock.set(new Date(clock.now().getTime() + step.minutes * 60_000));
    if (step.kind === 'send') {
      answer = step.answer;
      await notify(deps());
      answer = 'delivered';
    }
  };

  it('are told once each time and none is lost, whatever is silenced, acknowledged, taken or killed in between', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        clock.set(minute(0));
        told = [];
        await emptyRecord(db);
        const known = new Set<string>();
        for (const step of all) await run(step, known);
        // Every silence and acknowledgement is over by then, and every retry was made.
        for (const hours of [10, 24, 72, 120]) {
          clock.set(new Date(clock.now().getTime() + hours * 3_600_000));
          await notify(deps());
          await notify(deps());
        }
        const { rows } = await sql<{
          case_id: string;
        }>`select case_id from desk."case" where assignee is null`.execute(db.kysely);
        const heard = new Set(told.flatMap((one) => one.cases));
        expect(rows.map(({ case_id: id }) => `EH-${id}`).filter((id) => !heard.has(id))).toEqual([]);
        // The same case stands in two messages of a first telling only as repetitions of the same id.
        const first = told.filter(({ turn }) => turn === 1);
        for (const caseId of heard)
          expect(
            new Set(first.filter(({ cases: of }) => of.includes(caseId)).map(({ id }) => id)).size,
          ).toBeLessThan(2);
        const { rows: pending } = await sql`select from desk.notification where state = 'pending'`.execute(
          db.kysely,
        );
        expect(pending).toEqual([]);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
