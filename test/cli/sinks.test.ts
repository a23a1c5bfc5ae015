import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { SinkConfig } from '../../config/sink-config.ts';
import { registerSinks } from '../../src/cli/sinks.ts';
import type { Person, Role } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const now = new Date('2026-11-20T09:00:00Z');
const sinks: readonly SinkConfig[] = [
  {
    kind: 'freshdesk',
    name: 'help',
    baseUrl: 'https://desk.example',
    token: 't',
    language: 'en',
    rules: { brands: null, severities: ['low', 'medium', 'high', 'critical'], categories: null },
    mapping: {
      priorities: { critical: '4', high: '3', medium: '2', low: '1' },
      tags: {},
      fields: {},
      statuses: {},
    },
    follow: { by: 'poll', pollMinutes: 10 },
  },
];

const people: readonly Person[] = [
  person('kim', 'agent'),
  person('ops', 'admin'),
  person('pia', 'privacy_officer'),
];

function person(name: string, role: Role): Person {
  return { name, roles: [role], languages: ['en'], brands: null, clearances: [], line: [], email: null };
}

describe('evenhand sinks', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  const run = (...argv: string[]) => runCommand(registerSinks, ['sinks', ...argv], { db, now, sinks });
  const tasks = async () => {
    const { rows } = await sql<{ case_id: string; state: string; attempts: number; subject: string | null }>`
      select case_id, state, attempts, convert_from(body, 'UTF8')::json ->> 'subject' as subject from desk.sink_task
      where kind = 'create' order by case_id`.execute(db.kysely);
    return rows;
  };
  const addCase = async (caseId: number, severity: string, danger: string | null) => {
    await sql`
      insert into desk."case" (case_id, brand, source, complainant, threads, posts, status, severity, danger, categories, opened_at,
        received_at, clock_start, last_post_at, policy, updated_at)
      values (${caseId}, 'velora', 'x', ${`c${caseId}`}, ${[`t${caseId}`]}::text[], '[]', 'new', ${severity}, ${danger}, '{billing}', ${now}, ${now}, ${now}, ${now}, 'p', ${now})`.execute(
      db.kysely,
    );
    await sql`
      insert into desk.sink_ticket (sink, case_id, key, created_at, told_severity, told_posts, changed_at)
      values ('help', ${caseId}, ${`evenhand_0_${caseId}`}, ${now}, 'low', '{}', ${now})`.execute(db.kysely);
    await sql`
      insert into desk.sink_task (sink, case_id, key, kind, body, state, attempts, created_at, next_attempt_at, last_error)
      values ('help', ${caseId}, 'create', 'create', ${Buffer.from('{"subject":"old"}')}, 'failed', 9, ${now}, ${now}, 'http_400')`.execute(
      db.kysely,
    );
  };
  beforeEach(async () => {
    for (const table of ['sink', 'sink_ticket', 'sink_task', '"case"'])
      await sql.raw(`delete from desk.${table}`).execute(db.kysely);
    await sql`
      insert into desk.sink (sink, fed_to, swept_to, mark, mark_at, disabled_at, reason) values ('help', 0, 0, 0, ${now}, ${now}, 'http_401')`.execute(
      db.kysely,
    );
  });

  it('lists tickets with what waits and why, in both languages and as JSON', async () => {
    expect((await run('list')).out).toBe('No case has a ticket in a helpdesk.\n');
    await addCase(12, 'high', null);
    expect((await run('list', 'help', '--failed')).out).toMatch(
      /EH-12\s+help\s+not there yet .*\n\s+1 call was given up: it does not take this as it stands\s+\(400\)/,
    );
    expect((await run('list', '--language', 'de')).out).toMatch(
      /noch nicht dort .*\n\s+1 Aufruf wurde aufgegeben/,
    );
    expect(JSON.parse((await run('list', '--json')).out)).toMatchObject([
      { case: 'EH-12', sink: 'help', ticket: null, failed: 1, notRecalled: 0, reason: 'http_400' },
    ]);
    expect((await run('list', '--not-recalled')).out).toBe('Every helpdesk gave back what it should.\n');
  });

  it('tries again one case or all, with a ticket that is written anew, and switches the helpdesk on', async () => {
    await addCase(12, 'high', null);
    await addCase(13, 'medium', null);
    expect((await run('retry', 'help', 'EH-13')).out).toMatch(/^1 call is due now/);
    expect(await tasks()).toMatchObject([
      { case_id: '12', state: 'failed', subject: 'old' },
      { case_id: '13', state: 'pending', attempts: 0, subject: 'EH-13: billing, medium (velora)' },
    ]);
    expect((await run('retry', 'help', '--all', '--json')).out).toBe('{"retried":1}\n');
    const { rows } = await sql`select disabled_at from desk.sink`.execute(db.kysely);
    expect(rows).toEqual([{ disabled_at: null }]);
  });

  it('is for whoever runs the service, and what was not recalled for whoever erases too', async () => {
    await addCase(12, 'high', null);
    const as = async (name: string, ...argv: string[]) =>
      (await runCommand(registerSinks, ['sinks', ...argv, '--as', name], { db, now, sinks, people })).code;
    for (const line of [['list'], ['retry', 'help', '--all'], ['list', '--not-recalled']])
      expect(await as('kim', ...line)).toBe(2);
    expect(await tasks()).toMatchObject([{ state: 'failed' }]);
    expect([await as('pia', 'list', '--not-recalled'), await as('pia', 'list')]).toEqual([0, 2]);
    expect([await as('ops', 'list'), await as('ops', 'retry', 'help', '--all')]).toEqual([0, 0]);
    expect(await tasks()).toMatchObject([{ state: 'pending' }]);
  });

  it('tries nothing of a case that became danger since', async () => {
    await addCase(12, 'critical', 'product');
    expect((await run('retry', 'help', '--all')).out).toMatch(/^Nothing was given up there/);
    expect(await tasks()).toMatchObject([{ state: 'failed', subject: 'old' }]);
  });

  it.each([
    [['list', 'nobody'], '"nobody" is no helpdesk; there are help'],
    [['retry', 'nobody', '--all'], '"nobody" is no helpdesk; there are help'],
    [['retry', 'help'], 'name one case, or write --all'],
    [['retry', 'help', 'EH-1', '--all'], 'name one case, or write --all'],
    [['retry', 'help', 'EH-x'], 'A case is written 12, EH-12 or #12.'],
  ])('refuses %j with code 2 and a sentence', async (argv, sentence) => {
    const { code, err, out } = await run(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(sentence);
  });
});
