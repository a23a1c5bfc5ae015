import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerAlerts } from '../../src/cli/alerts.ts';
import { registerSilences } from '../../src/cli/silences.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Delivery } from '../../src/notify/channels/channel.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { NotifyDeps } from '../../workers/deliver.ts';
import { notify } from '../../workers/notify.worker.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const person = (name: string, changes: Partial<Person>): Person => ({
  name,
  roles: [],
  languages: ['en'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
  ...changes,
});

describe('alerts and silences at the command line', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  let answer: Delivery = { kind: 'delivered' };
  let told: string[] = [];
  const tell = (at: number): Promise<void> =>
    notify({
      db,
      clock: { now: () => hour(at) },
      channels: [
        {
          channel: {
            name: 'desk',
            kind: 'webhook',
            contentType: 'application/json',
            render: (content: unknown) => Buffer.from(JSON.stringify(content)),
            send: (frozen: { readonly id: string }) => {
              if (answer.kind === 'delivered') told.push(frozen.id);
              return Promise.resolve(answer);
            },
          },
          listeners: [{ channel: 'desk', hearing: 'team', brands: null }],
          language: 'en',
          policy: defaultPolicy,
        },
      ],
      signal: new AbortController().signal,
      timezone: 'UTC',
      onDelivery: () => undefined,
      onError: () => undefined,
    } as unknown as NotifyDeps);
  beforeEach(async () => {
    answer = { kind: 'delivered' };
    told = [];
    await emptyRecord(db);
    await commitPosts(db, [
      { id: 'a', at: 1, by: 'a', text: 'no refund', decision: complains('high') },
      { id: 'b', at: 1, by: 'b', text: 'no refund', decision: complains('high') },
      { id: 'c', at: 1, by: 'c', brand: 'seeweg', text: 'no refund', decision: complains('high') },
    ]);
  });
  const people = [
    person('kim', { roles: ['agent'] }),
    person('lea', { roles: ['support_lead'] }),
    person('max', { roles: ['support_lead'], brands: ['seeweg'] }),
    person('cora', { roles: ['comms'] }),
  ];
  const run = (line: readonly string[], more: { at?: number; people?: readonly Person[] } = {}) =>
    runCommand(line[0] === 'silences' ? registerSilences : registerAlerts, line, {
      db,
      now: hour(more.at ?? 1),
      width: 140,
      people: more.people ?? [],
    });
  const json = async (line: readonly string[], at = 1): Promise<unknown> =>
    JSON.parse((await run([...line, '--json'], { at })).out);
  const rows = async (table: 'silence' | 'alert_ack' | 'alert_group') =>
    (await sql<{ n: string }>`select count(*) as n from ${sql.table(`desk.${table}`)}`.execute(db.kysely))
      .rows[0]?.n;

  it('list what was told, where, and what became of it, in both languages', async () => {
    await tell(1);
    const [first] = (await json(['alerts', 'list'])) as { id: string }[];
    expect(await json(['alerts', 'list', '--brand', 'seeweg'])).toMatchObject([
      {
        channel: 'desk',
        kind: 'alerts',
        state: 'delivered',
        attempts: 1,
        alerts: 1,
        cases: ['EH-3'],
        kinds: ['case_opened'],
      },
    ]);
    expect((await run(['alerts'])).out).toMatch(/ntf_\w{12} .*desk +EH-1, EH-2 +delivered today/);
    expect((await run(['alerts', 'list', '--language', 'de'])).out).toMatch(
      /Nachricht .*\n.*zugestellt heute/,
    );
    expect((await run(['alerts', 'show', first?.id.slice(0, 12) ?? ''])).out).toContain('case_opened');
    expect(await json(['alerts', 'show', 'EH-1'])).toMatchObject([
      { case: 'EH-1', kind: 'case_opened', reason: null, messages: [expect.stringMatching(/^ntf_/)] },
    ]);
    expect((await run(['alerts', 'list', '--state', 'failed'])).out).toBe('No message was written yet.\n');
  });

  it('say why nobody was told', async () => {
    await run([
      'silences',
      'add',
      '--brand',
      'nordbahn',
      '--until',
      '2h',
      '--comment',
      'known outage',
      '--as',
      'lea',
    ]);
    await tell(1);
    expect((await run(['alerts', 'list', '--unsent'])).out).toMatch(
      /case_opened +EH-2 +silence 1\n.*EH-1 +silence 1/,
    );
    expect(await json(['alerts', 'list', '--unsent', '--brand', 'nordbahn'])).toMatchObject([
      { case: 'EH-2', reason: 'silenced', cause: '1' },
      { case: 'EH-1', reason: 'silenced', cause: '1' },
    ]);
    expect((await run(['alerts', 'show', 'EH-1', '--language', 'de'])).out).toContain('Stummschaltung 1');
  });

  it('silence what fits every word, until somebody ends it', async () => {
    const added = await run([
      'silences',
      'add',
      '--case',
      'EH-1',
      '--severity',
      'high',
      '--until',
      '2h',
      '--comment',
      'on the phone',
      '--as',
      'kim',
    ]);
    expect(added).toMatchObject({
      code: 0,
      out: expect.stringContaining('Silence 1: severity high, case EH-1, until'),
    });
    expect(added.out).toContain('Danger is told all the same');
    await tell(1);
    expect((await run(['silences'])).out).toMatch(/1 +severity high, case EH-1 .* kim +1 +on the phone/);
    expect(await json(['silences', 'list'])).toMatchObject([
      {
        id: '1',
        matcher: { severity: 'high', case: 'EH-1' },
        alerts: 1,
        comment: 'on the phone',
        endedAt: null,
      },
    ]);
    expect(await run(['silences', 'end', '1', '--as', 'lea'])).toMatchObject({ code: 0 });
    expect((await run(['silences', 'list'])).out).toBe('No alert is silenced.\n');
    expect((await run(['silences', 'list', '--all', '--language', 'de'])).out).toContain('von lea');
    const before = told.length;
    await tell(1.1);
    expect(told).toHaveLength(before + 1);
    expect(await run(['silences', 'end', '1'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('over already'),
    });
  });

  it('write a message anew that was not sent yet', async () => {
    answer = { kind: 'transient', reason: 'network' };
    await sql`insert into desk.channel (channel, disabled_at, reason) values ('desk', ${hour(0)}, 'http_410')`.execute(
      db.kysely,
    );
    await tell(1);
    const added = await run([
      'silences',
      'add',
      '--case',
      '1',
      '--until',
      '1d',
      '--comment',
      'x',
      '--as',
      'lea',
      '--language',
      'de',
    ]);
    expect(added.out).toContain('1 Nachricht, die geschrieben und nicht gesendet war');
    await sql`delete from desk.channel`.execute(db.kysely);
    answer = { kind: 'delivered' };
    await tell(1.1);
    expect(
      ((await json(['alerts', 'list'])) as { cases: string[] }[]).flatMap(({ cases }) => cases).toSorted(),
    ).toEqual(['EH-2', 'EH-3']);
  });

  it.each([
    [['--until', '2h', '--comment', 'all'], 'say what to silence'],
    [['--brand', 'nordbahn', '--until', '31d', '--comment', 'x'], 'at most 30 days'],
    [['--brand', 'nordbahn', '--until', '2020-01-01T10:00', '--comment', 'x'], 'is over already'],
    [['--brand', 'nordbahn', '--until', 'soon', '--comment', 'x'], '30m, 2h or 3d'],
    [['--brand', 'nordbahn', '--until', '2h', '--comment', ' '], '--comment must say something'],
    [['--brand', 'nordbahn', '--until', '2h'], '--comment'],
    [['--brand', 'nordbahn', '--comment', 'x'], '--until'],
    [['--brand', 'nobody', '--until', '2h', '--comment', 'x'], 'there is no such brand'],
    [['--kind', 'out_of_band_attack', '--until', '2h', '--comment', 'x'], 'compliance hears of it'],
    [['--kind', 'follower_count', '--until', '2h', '--comment', 'x'], 'Allowed choices'],
    [['--followers', '100', '--until', '2h', '--comment', 'x'], "unknown option '--followers'"],
    [['--vip', '--until', '2h', '--comment', 'x'], "unknown option '--vip'"],
  ])('refuse a silence of %j, and store nothing', async (line, sentence) => {
    expect(await run(['silences', 'add', ...line])).toMatchObject({
      code: 2,
      err: expect.stringContaining(sentence),
    });
    expect(await rows('silence')).toBe('0');
  });

  it('acknowledge a message or a case, and tell again when nobody took it', async () => {
    await tell(1);
    const [message] = (await json(['alerts', 'list', '--brand', 'nordbahn'])) as { id: string }[];
    expect(await json(['alerts', 'ack', message?.id ?? '', '--as', 'kim'], 1.1)).toMatchObject({
      cases: ['EH-1', 'EH-2'],
      actor: 'kim',
      until: hour(2.1).toISOString(),
    });
    await sql`update desk."case" set assignee = 'kim' where case_id = 1`.execute(db.kysely);
    expect((await run(['alerts', 'ack', 'EH-3', '--until', '30m', '--as', 'kim'], { at: 1.1 })).out).toMatch(
      /^EH-3: not repeated until .* told again\.\n$/,
    );
    told = [];
    await tell(2);
    await tell(2.2);
    expect(
      ((await json(['alerts', 'list', '--limit', '2'])) as { cases: string[] }[]).map(({ cases }) => cases),
    ).toEqual([['EH-2'], ['EH-3']]);
    expect(told).toHaveLength(2);
    expect(await run(['alerts', 'ack', 'EH-1'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('none of its cases waits'),
    });
  });

  it('send a message once more, and not one that is on its way', async () => {
    answer = { kind: 'permanent', reason: 'http_413', disables: false };
    await tell(1);
    const [message] = (await json(['alerts', 'list', '--brand', 'nordbahn'])) as { id: string }[];
    expect((await run(['alerts', 'list', '--state', 'failed'])).out).toContain(
      'given up: the message is too large for it (413)',
    );
    answer = { kind: 'delivered' };
    expect(await json(['alerts', 'resend', message?.id ?? '', '--as', 'lea'])).toMatchObject({
      alerts: 2,
      channel: 'desk',
    });
    await tell(1.1);
    expect(told).toHaveLength(1);
    expect(told).not.toContain(message?.id);
    await run(['alerts', 'resend', message?.id ?? '', '--as', 'lea'], { at: 1.2 });
    await tell(1.2);
    expect(new Set(told).size).toBe(2);
    await sql`update desk.notification set state = 'pending' where notification_id = ${message?.id}`.execute(
      db.kysely,
    );
    expect(await run(['alerts', 'resend', message?.id ?? ''])).toMatchObject({
      code: 2,
      err: expect.stringContaining('is on its way'),
    });
  });

  it('list says in the demo, which has no channel, where to look', async () => {
    await emptyRecord(db);
    const { out } = await runCommand(registerAlerts, ['alerts', 'list'], { db, isDemo: true });
    expect(out).toContain('The demo has no channel');
  });

  it.each([
    [['show', 'ntf_00000000'], 'there is no message'],
    [['show', 'ntf_1'], 'a message is written ntf_'],
    [['show', 'EH-99'], 'there is no case EH-99'],
    [['ack', 'EH-99'], 'there is no case EH-99'],
    [['ack', 'EH-1', '--until', '2d'], 'at most 24h'],
    [['ack', 'EH-1', '--until', '2026-05-04'], 'is over already'],
    [['resend', 'EH-1'], 'a message is written ntf_'],
    [['resend', 'ntf_00000000'], 'there is no message'],
  ])('refuse alerts %j in one sentence', async (line, sentence) => {
    expect(await run(['alerts', ...line])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(sentence),
    });
    expect(await rows('alert_ack')).toBe('0');
  });

  it('are for those who may: leads silence, agents acknowledge, comms does neither', async () => {
    const silence = (as: string, brand: string) =>
      run(['silences', 'add', '--brand', brand, '--until', '2h', '--comment', 'x', '--as', as], { people });
    expect(await silence('kim', 'nordbahn')).toMatchObject({
      code: 2,
      err: expect.stringContaining('support_lead'),
    });
    expect(await silence('max', 'nordbahn')).toMatchObject({
      code: 2,
      err: expect.stringContaining('works for seeweg'),
    });
    expect(await silence('max', 'seeweg')).toMatchObject({ code: 0 });
    expect(
      await run(['silences', 'add', '--severity', 'high', '--until', '2h', '--comment', 'x', '--as', 'max'], {
        people,
      }),
    ).toMatchObject({ code: 2 });
    expect(await run(['alerts', 'ack', 'EH-1', '--as', 'kim'], { people })).toMatchObject({ code: 0 });
    expect(await run(['alerts', 'ack', 'EH-1', '--as', 'cora'], { people })).toMatchObject({ code: 2 });
    expect(await run(['alerts', 'ack', 'EH-1', '--as', 'max'], { people })).toMatchObject({ code: 2 });
    await tell(1);
    expect(await run(['alerts', 'show', told[0] ?? '', '--as', 'max'], { people })).toMatchObject({
      code: 2,
    });
    expect(await run(['silences', 'end', '1', '--as', 'max'], { people })).toMatchObject({ code: 0 });
    expect(await run(['alerts', 'list', '--as', 'cora'], { people })).toMatchObject({ code: 2 });
  });
});
