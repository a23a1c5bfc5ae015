import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerKeys } from '../../src/cli/keys.ts';
import { registerWebhooks } from '../../src/cli/webhooks.ts';
import type { Person } from '../../src/domain/person.ts';
import { addWebhook, newSecret } from '../../src/http/api/webhooks/webhook.store.ts';
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

describe('evenhand webhooks', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  const id = 'wh_0123456789abcdef';
  const webhooks = (line: readonly string[], known: readonly Person[] = []) =>
    runCommand(registerWebhooks, ['webhooks', ...line], { db, people: known });

  const add = (brands: readonly string[] | null) =>
    db.transaction('desk', (tx) =>
      addWebhook(tx, {
        id,
        url: 'https://helpdesk.example/hook',
        events: ['case.opened'],
        brands,
        confidences: [],
        createdAt: new Date('2026-05-04T08:00:00Z'),
        createdBy: 'ops',
        keyId: null,
        secret: newSecret(),
      }),
    );
  afterEach(async () => {
    await sql`delete from desk.webhook`.execute(db.kysely);
  });

  it('knows those of other brands for nobody who works for some alone', async () => {
    await add(['seeweg']);
    const ops = (brands: readonly string[] | null) => people.map((each) => ({ ...each, brands }));
    const rotate = ['rotate', id, '--grace', '0h', '--as', 'ops'];
    for (const brands of [['nordbahn'], []]) {
      expect((await webhooks(['list', '--as', 'ops'], ops(brands))).out).toContain('no webhook');
      expect(await webhooks(rotate, ops(brands))).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining(`there is no webhook "${id}"`),
      });
    }
    const { rows } = await sql`select former_secret from desk.webhook`.execute(db.kysely);
    expect(rows).toEqual([{ former_secret: null }]);
    for (const brands of [['nordbahn', 'seeweg'], null])
      expect((await webhooks(['list', '--as', 'ops'], ops(brands))).out).toContain(id);
    expect((await webhooks(rotate, ops(['seeweg']))).code).toBe(0);
  });

  it('gives one a new secret, shown once, with the old one beside it for a while', async () => {
    expect((await webhooks(['list'])).out).toContain('no webhook');
    await add(null);
    expect((await webhooks(['list'])).out).toMatch(/^wh_0123456789abcdef +https:\S+ +sends\n$/);
    const rotated = await webhooks(['rotate', id, '--grace', '2d']);
    expect(rotated.out).toMatch(/^whsec_[A-Za-z0-9+/=]{44}\n$/);
    expect(rotated.err).toContain('signs too until');
    const { rows } = await sql<{ secret: string; kept: boolean }>`
      select secret, former_secret <> secret and former_until > '2026-01-01' as kept from desk.webhook`.execute(
      db.kysely,
    );
    expect(rows).toEqual([{ secret: rotated.out.trim(), kept: true }]);
    expect((await webhooks(['list', '--json'])).out).not.toContain('whsec_');
    expect((await webhooks(['rotate', 'wh_0000000000000000'])).err).toContain('there is no webhook');
    expect(await webhooks(['rotate', id, '--grace', '8d'])).toMatchObject({ code: 2, out: '' });
    expect(await webhooks(['rotate', id, '--as', 'kim'], people)).toMatchObject({ code: 2, out: '' });
  });
});
