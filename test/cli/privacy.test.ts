import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { defaultRetention } from '../../config/defaults.ts';
import type { App } from '../../src/cli/app.ts';
import { registerAuthor } from '../../src/cli/author.ts';
import { registerCases } from '../../src/cli/cases.ts';
import { registerDigest } from '../../src/cli/digest.ts';
import { registerErase } from '../../src/cli/erase.ts';
import { registerErasures } from '../../src/cli/erasures.ts';
import { registerHolds } from '../../src/cli/holds.ts';
import { registerLabel } from '../../src/cli/label.ts';
import { eraseAgain } from '../../src/cli/start/erase-again.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { applyRetention } from '../../workers/retention.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const person = (name: string, known: Partial<Person>): Person => ({
  name,
  roles: [],
  languages: ['en'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
  ...known,
});
const danger = { ...complains('critical'), danger: 'product' } as ReturnType<typeof complains>;

const people = [
  person('pia', { roles: ['privacy_officer'] }),
  person('dora', { roles: ['agent'], clearances: ['danger'] }),
  person('kim', { roles: ['agent'] }),
];

describe('what is erased stays erased, and what has to stay is known', () => {
  let db: Database;
  let dataDir: string;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await sql`delete from ops.erasure; delete from ops.erasure_run`.execute(db.kysely);
    await sql`delete from desk.hold; delete from desk.objection`.execute(db.kysely);
    dataDir = mkdtempSync(join(tmpdir(), 'evenhand-privacy-'));
    await commitPosts(db, [
      {
        id: 'a',
        at: 0,
        by: 'ann',
        text: 'The charger melts.',
        decision: danger,
      },
      { id: 'b', at: 0, by: 'bob', text: 'Charged twice.', decision: complains('high') },
    ]);
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const at = { now: hour(2) };
  const run = (register: typeof registerErase, line: readonly string[], as = 'pia') =>
    runCommand(register, [...line, '--as', as], { db, dataDir, people, ...at });
  const source = async (): Promise<string> =>
    (await sql<{ source: string }>`select source from desk.mention limit 1`.execute(db.kysely)).rows[0]
      ?.source ?? '';
  const erase = async (author: string) =>
    run(registerErase, ['erase', '--author', `${await source()}/${author}`, '--yes', '--json']);
  const app = (ledger: string | null = null): App =>
    ({
      env: { configPath: '/nowhere/evenhand.yaml', dataDir },
      clock: { now: () => at.now },
      config: () => ({ config: { retention: { ...defaultRetention, ledger } } }),
    }) as unknown as App;
  const words = async (author: string): Promise<number> =>
    countRows(db, 'desk.mention', `author = '${author}'`);

  describe('after an older backup was restored', () => {
    /** The tables as they were before, which is what a restored dump is. */
    const restoreOlder = async (): Promise<() => Promise<void>> => {
      const { rows } = await sql<{ row: string }>`select m::text as row from desk.mention m`.execute(
        db.kysely,
      );
      const cases = await sql<{ row: string }>`select c::text as row from desk."case" c`.execute(db.kysely);
      return async () => {
        await sql`delete from desk.mention; delete from desk."case"; delete from ops.erasure`.execute(
          db.kysely,
        );
        await sql`delete from intake.author_tombstone`.execute(db.kysely);
        for (const { row } of rows)
          await sql`insert into desk.mention overriding system value select (${row}::desk.mention).*`.execute(
            db.kysely,
          );
        for (const { row } of cases.rows)
          await sql`insert into desk."case" select (${row}::desk."case").*`.execute(db.kysely);
        await sql`
          insert into sealed.sample (source, native_id, observed_at, likes) select source, native_id, received_at, 7 from desk.mention`.execute(
          db.kysely,
        );
        await sql`
          insert into desk.notification (notification_id, channel, kind, members, content_type, body, created_at, next_attempt_at)
          select 'waits', 'leads', 'cases', jsonb_agg(outbox_id::text), 'text/plain', 'The charger melts.'::bytea, ${at.now}::timestamptz, ${at.now}::timestamptz
          from desk.outbox`.execute(db.kysely);
      };
    };

    it('a start erases again what the ledger names, its samples and waiting bytes too, and only once', async () => {
      const restore = await restoreOlder();
      expect((await erase('ann')).code).toBe(0);
      await restore();
      expect(await words('ann')).toBe(1);
      expect(await eraseAgain(app(), db)).toMatch(
        /older than 1 of the erasures in .*erasures\.ndjson.*1 posts, 1 samples/,
      );
      expect([await words('ann'), await words('bob')]).toEqual([0, 1]);
      expect(await countRows(db, 'sealed.sample', `native_id = 'a'`)).toBe(0);
      expect(await countRows(db, 'desk.notification', `convert_from(body, 'UTF8') like '%melts%'`)).toBe(0);
      expect(await countRows(db, 'desk.mention', `text like '%melts%'`)).toBe(0);
      expect(await countRows(db, 'intake.author_tombstone', `author = 'ann'`)).toBe(1);
      expect(await eraseAgain(app(), db)).toBeNull();
    });

    it('is asked for by hand with --again', async () => {
      const restore = await restoreOlder();
      await erase('ann');
      await restore();
      const { code, out } = await run(registerErase, ['erase', '--again', '--json']);
      expect([code, JSON.parse(out).mentions]).toEqual([0, 1]);
      expect(await words('ann')).toBe(0);
    });

    it('leaves a record that is not older alone, and lines of another installation', async () => {
      await erase('ann');
      const runs = await countRows(db, 'ops.erasure_run');
      expect(await eraseAgain(app(), db)).toBeNull();
      const line = {
        kind: 'post',
        key: 'a'.repeat(64),
        at: hour(1).toISOString(),
        installation: 'b'.repeat(16),
      };
      writeFileSync(join(dataDir, 'theirs.ndjson'), `${JSON.stringify(line)}\n`);
      expect(await eraseAgain(app(join(dataDir, 'theirs.ndjson')), db)).toBeNull();
      expect(await countRows(db, 'ops.erasure_run')).toBe(runs);
    });

    it('tells nobody in the ledger or the record who it was', async () => {
      await erase('ann');
      const { rows } = await sql`select * from ops.erasure_run`.execute(db.kysely);
      expect(readFileSync(join(dataDir, 'erasures.ndjson'), 'utf8')).not.toMatch(/ann/);
      expect(JSON.stringify(rows)).not.toMatch(/ann/);
      expect(existsSync(join(dataDir, 'erasures.ndjson'))).toBe(true);
    });
  });

  it('keeps the list of what was sent and not called back, with the numbers of the erasures', async () => {
    for (const [id, receipt] of [
      ['mail', '<1@example.org>'],
      ['slack', 'C1/17.4'],
      ['hook', null],
    ])
      await sql`
        insert into desk.notification (notification_id, channel, kind, members, content_type, state, attempts, created_at, next_attempt_at, delivered_at, receipt)
        select ${id}, ${id}, 'cases', jsonb_agg(outbox_id::text), 'text/plain', 'delivered', 1, ${at.now}::timestamptz, ${at.now}::timestamptz, ${at.now}::timestamptz, ${receipt}
        from desk.outbox`.execute(db.kysely);
    for (const name of ['EH-1', 'EH-2'])
      await sql`
        insert into ops.api_request values ('key', ${name}, 'bytes', 200, '{}', ${JSON.stringify({ id: name })}, ${at.now}::timestamptz)`.execute(
        db.kysely,
      );
    await erase('ann');
    // An answer that the API keeps for repeated requests says what the case held.
    expect(await countRows(db, 'ops.api_request', `idempotency_key = 'EH-1'`)).toBe(0);
    expect(await countRows(db, 'ops.api_request')).toBe(1);
    await sql`delete from ops.api_request`.execute(db.kysely);
    const [listed] = JSON.parse((await run(registerErasures, ['erasures', 'list', '--json'])).out);
    expect(listed).toMatchObject({ posts: 1, cases: ['EH-1'], doneBy: 'pia' });
    const shown = await run(registerErasures, ['erasures', 'show', listed.id]);
    expect(shown.out).toContain('3 messages not recalled');
    expect(shown.out).toMatch(/mail {2}\S+ {2}delivered {2}mail/);
    expect(shown.out).toMatch(/slack {2}\S+ {2}the running service takes the words out there {2}slack/);
    expect((await run(registerErasures, ['erasures', 'show', '999999'])).err).toContain(
      'there is no erasure 999999',
    );
    expect((await run(registerErasures, ['erasures', 'list'], 'kim')).err).toContain('may not do this');
  });

  it('takes words back from tickets in a helpdesk, and names the tickets', async () => {
    await sql`
      insert into desk.sink_ticket (sink, case_id, key, external_id, created_at, told_severity, told_posts, changed_at)
      values ('helpdesk', 1, 'EH-1', '4711', ${at.now}::timestamptz, 'critical', '{}', ${at.now}::timestamptz)`.execute(
      db.kysely,
    );
    await sql`
      insert into desk.sink_task (sink, case_id, key, kind, post_key, state, created_at, next_attempt_at, external_id)
      select 'helpdesk', 1, 'note 1', 'note', source || '|a', 'done', ${at.now}::timestamptz, ${at.now}::timestamptz, '1'
      from desk.mention where native_id = 'a'`.execute(db.kysely);
    const { notRecalled } = JSON.parse((await erase('ann')).out);
    expect(notRecalled).toEqual([
      { channel: 'helpdesk', id: 'EH-1 (4711)', at: null, certainty: 'changing' },
    ]);
    expect(await countRows(db, 'desk.sink_task', `kind = 'recall' and state = 'pending'`)).toBe(1);
    await sql`delete from desk.sink_task; delete from desk.sink_ticket`.execute(db.kysely);
  });

  describe('a hold', () => {
    const facts = ['--component', 'charger', '--hazard', 'melts', '--reason', 'recall is examined'];
    const add = (line: readonly string[], as = 'dora') => run(registerHolds, ['holds', 'add', ...line], as);

    it('keeps component, hazard and day when the words are erased, and goes on its last day', async () => {
      const { code, out } = await add(['1', ...facts, '--until', '2026-06-30', '--on', '2026-05-03']);
      expect([code, out]).toEqual([
        0,
        'EH-1: charger, melts, 2026-05-03 are kept until 2026-06-30, whatever happens to the words.\n',
      ]);
      await erase('ann');
      expect(await words('ann')).toBe(0);
      const list = async () => JSON.parse((await run(registerHolds, ['holds', 'list', '--json'])).out);
      expect(await list()).toMatchObject([
        {
          case: 'EH-1',
          component: 'charger',
          hazard: 'melts',
          happenedOn: '2026-05-03',
          until: '2026-06-30',
          holder: 'dora',
        },
      ]);
      const retain = (now: string) =>
        applyRetention({ db, clock: { now: () => new Date(now) }, retention: defaultRetention });
      expect(await retain('2026-06-30T23:00:00Z')).toMatchObject({ holds: 0 });
      expect(await countRows(db, 'desk.hold')).toBe(1);
      expect(await retain('2026-07-01T00:00:00Z')).toMatchObject({ holds: 1 });
      expect(await countRows(db, 'desk.hold')).toBe(0);
    });

    it('needs an end, a case of danger, somebody who may, and is one for each case', async () => {
      expect((await add(['1', ...facts])).err).toContain('a hold needs an end: say --until YYYY-MM-DD');
      expect((await add(['1', ...facts, '--until', '2026-05-04'])).code).toBe(0);
      expect((await add(['1', ...facts, '--until', '2026-06-01'])).err).toContain('EH-1 is held already');
      expect((await add(['2', ...facts, '--until', '2026-06-01'])).err).toContain(
        'EH-2 is no case of danger',
      );
      expect((await add(['9', ...facts, '--until', '2026-06-01'])).code).toBe(2);
      expect((await add(['1', ...facts, '--until', '2026-02-30'])).err).toContain('is no day');
      expect((await add(['1', ...facts, '--until', '2046-06-01'])).err).toContain(
        'must lie ahead, by at most 10 years',
      );
      expect((await add(['1', ...facts, '--until', '2026-06-01'], 'kim')).err).toContain(
        'it needs one of the roles privacy_officer, or the clearance danger',
      );
      expect((await run(registerHolds, ['holds', 'end', '1'])).code).toBe(0);
      expect((await run(registerHolds, ['holds', 'end', '1'])).err).toContain('nothing of EH-1 is held');
      expect(await countRows(db, 'desk.hold', 'ended_at is null')).toBe(0);
    });
  });

  describe('an author', () => {
    const author = async (line: readonly string[], as = 'pia') =>
      run(registerAuthor, ['author', ...line, '--source', await source()], as);

    it('is told everything that is kept, and no name of anybody who works here', async () => {
      await runCommand(registerCases, ['cases', 'take', '2', '--as', 'kim'], { db, people, ...at });
      const note = ['cases', 'note', '2', 'Kim called, pia knows; refund kimono', '--as', 'kim'];
      await runCommand(registerCases, note, { db, people, ...at });
      await sql`insert into sealed.sample (source, native_id, observed_at, followers) select source, native_id, received_at, 12 from desk.mention`.execute(
        db.kysely,
      );
      const { code, out } = await author(['export', '--author', 'bob']);
      expect(code).toBe(0);
      const told = JSON.parse(out);
      expect(told.posts).toMatchObject([{ id: 'b', text: 'Charged twice.', case: '2', severity: 'high' }]);
      expect(told.cases).toMatchObject([{ case: '2', severity: 'high' }]);
      expect(told.audience).toMatchObject([{ id: 'b', followers: '12' }]);
      expect(
        told.activities.map(({ kind, actor }: { kind: string; actor: string }) => [kind, actor]),
      ).toEqual([
        ['case_opened', 'evenhand'],
        ['taken', '[staff]'],
        ['note', '[staff]'],
      ]);
      expect(told.activities.at(-1).note).toBe('[staff] called, [staff] knows; refund kimono');
      expect(out).not.toMatch(/melts|"kim"|ann/);
      expect(JSON.parse((await author(['export', '--author', 'nobody'])).out)).toMatchObject({
        posts: [],
        cases: [],
      });
      expect((await author(['export', '--author', 'bob'], 'kim')).err).toContain('may not do this');
      expect(
        (await run(registerAuthor, ['author', 'export', '--source', 'y', '--author', 'b'])).err,
      ).toContain('nothing was ever read from it');
    });

    it('who objects is answered and taught from, sampled and shown no more, until they withdraw or are erased', async () => {
      const label = () =>
        runCommand(registerLabel, ['label', 'EH-2', '--complaint', 'yes', '--as', 'kim'], {
          db,
          people,
          ...at,
        });
      const exported = async (): Promise<string> =>
        (await runCommand(registerLabel, ['label', 'export'], { db, ...at })).out;
      const digested = async (): Promise<string> =>
        (await runCommand(registerDigest, ['digest', '--json'], { db, ...at })).out;
      expect((await label()).code).toBe(0);
      expect(await exported()).toContain('Charged twice');
      expect(await digested()).toContain('Charged twice');
      expect((await author(['object', '--author', 'bob'])).err).toContain('--reason is missing');
      const { out } = await author(['object', '--author', 'bob', '--reason', 'letter of 4 May']);
      expect(out).toContain('1 label of their posts was erased');
      expect(await exported()).toBe('');
      expect(await digested()).not.toContain('Charged twice');
      expect((await label()).err).toContain('is of an author who objected');
      const shown = await runCommand(registerCases, ['cases', 'show', '2'], { db, ...at });
      expect(shown.out).toContain('Charged twice.');
      expect(JSON.parse((await author(['export', '--author', 'bob'])).out).objection).toMatchObject({
        reason: 'letter of 4 May',
      });
      expect((await author(['object', '--author', 'bob', '--withdraw'])).code).toBe(0);
      expect((await author(['object', '--author', 'bob', '--withdraw'])).err).toContain('no objection of');
      expect((await label()).code).toBe(0);
      await author(['object', '--author', 'bob', '--reason', 'again']);
      await erase('bob');
      expect(await countRows(db, 'desk.objection')).toBe(0);
    });
  });
});
