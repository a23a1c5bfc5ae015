import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerKeys } from '../../src/cli/keys.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const person = (name: string, roles: Person['roles']): Person => ({
  name,
  roles,
  languages: ['en'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
});
const people = [person('ops', ['admin']), person('kim', ['agent'])];

describe('evenhand keys', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(() => sql`delete from ops.api_key`.execute(db.kysely));

  const keys = (line: readonly string[], known: readonly Person[] = []) =>
    runCommand(registerKeys, ['keys', ...line], { db, people: known });

  it('shows a key once and keeps only its hash', async () => {
    const added = await keys(['add', 'helpdesk', '--scopes', 'cases:read,cases:write']);
    expect(added.out).toMatch(/^evh_[0-9a-f]{8}_[\w-]{43}\n$/);
    expect(added.err).toContain('never again');
    const listed = await keys(['list', '--json']);
    expect(JSON.parse(listed.out)).toMatchObject([
      {
        name: 'helpdesk',
        person: null,
        scopes: ['cases:read', 'cases:write'],
        expiresAt: null,
        lastUsedOn: null,
      },
    ]);
    const { rows } = await sql<{ row: string }>`select k::text as row from ops.api_key k`.execute(db.kysely);
    expect(`${rows[0]?.row}${listed.out}`).not.toContain(added.out.trim().slice(13));
  });

  it('keeps the name of a key in force to itself, and gives it free when the key is revoked', async () => {
    await keys(['add', 'helpdesk', '--scopes', 'cases:read']);
    expect(await keys(['add', 'helpdesk', '--scopes', 'cases:read'])).toMatchObject({ code: 2, out: '' });
    expect((await keys(['revoke', 'helpdesk'])).code).toBe(0);
    expect((await keys(['revoke', 'helpdesk'])).err).toContain('no key in force is called "helpdesk"');
    expect((await keys(['add', 'helpdesk', '--scopes', 'cases:read'])).code).toBe(0);
    expect((await keys(['list', '--language', 'de'])).out).toMatch(
      /beendet[\s\S]*nie benutzt|nie benutzt[\s\S]*beendet/,
    );
  });

  it('is for those who run the service, where people are configured', async () => {
    const add = ['add', 'helpdesk', '--scopes', 'cases:read'];
    expect((await keys([...add, '--as', 'kim'], people)).err).toContain('it needs one of the roles admin');
    expect((await keys([...add, '--as', 'eve'], people)).err).toContain('"eve" is none of the people');
    expect((await keys(['list', '--as', 'kim'], people)).code).toBe(2);
    expect((await keys([...add, '--as', 'ops'], people)).code).toBe(0);
  });

  it.each([
    [['add', 'kim', '--scopes', 'cases:read', '--as', 'ops'], '"kim" is one of the people'],
    [['add', 'evenhand', '--scopes', 'cases:read', '--as', 'ops'], 'a word of the activities'],
    [['add', 'a b', '--scopes', 'cases:read', '--as', 'ops'], 'no name for a key'],
    [['add', 'x', '--scopes', 'cases:read', '--as-person', 'eve', '--as', 'ops'], 'add them there first'],
    [['add', 'x', '--scopes', 'followers:read', '--as', 'ops'], '"followers:read" is no scope'],
    [['add', 'x', '--scopes', 'admin', '--expires', 'soon', '--as', 'ops'], '12h or 90d'],
    [['add', 'x', '--scopes', 'admin', '--expires', '0d', '--as', 'ops'], '12h or 90d'],
  ])('refuses %j in a sentence and adds nothing', async (line, sentence) => {
    const { code, err } = await keys(line, people);
    expect([code, err]).toEqual([2, expect.stringContaining(sentence)]);
    expect(JSON.parse((await keys(['list', '--json', '--as', 'ops'], people)).out)).toEqual([]);
  });
});
