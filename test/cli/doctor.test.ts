import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { checkNode } from '../../src/cli/doctor/check-program.ts';
import { openDatabase } from '../../src/postgres/database.ts';
import { hasPostgres } from '../support/engines.ts';
import { startCluster } from '../support/postgres-cluster.ts';
import { type Folder, makeFolder, oneBrand } from './run-command.ts';

interface Told {
  readonly ok: boolean;
  readonly findings: readonly { level: string; area: string; text: string; todo: string | null }[];
  readonly sql: readonly string[] | null;
}

describe('evenhand doctor', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  const examine = async (env: Record<string, string> = {}): Promise<{ code: number | null; told: Told }> => {
    const { code, out } = await folder.runHere(['doctor', '--json'], { env });
    return { code, told: JSON.parse(out) as Told };
  };

  it('looks at an empty folder without making anything in it', async () => {
    const { code, told } = await examine();
    expect(code).toBe(0);
    expect(told.findings.map(({ area, level }) => `${area} ${level}`)).toEqual([
      'program ok',
      'configuration ok',
      'record warn',
      'queue ok',
    ]);
  });

  it('shows sources, channels and posts that are not well, and what to do', async () => {
    folder.write(
      'evenhand.yaml',
      `${oneBrand}sources:\n  blog: {kind: feed, url: "https://forum.example/feed.xml"}\n`,
    );
    const db = await openDatabase({
      kind: 'embedded',
      directory: join(folder.path, 'data', 'pg'),
      onBusy: 'refuse',
    });
    await db.kysely
      .insertInto('desk.channel')
      .values({ channel: 'leads', disabled_at: new Date(), reason: 'slack_not_in_channel' })
      .execute();
    await db.kysely
      .insertInto('ops.dead_letter')
      .values({
        at: new Date(),
        stage: 'triage',
        source: 'blog',
        native_id: null,
        events: 1,
        is_history: false,
        payload: null,
        error: 'x',
        attempts: 3,
        trace_id: 't',
      })
      .execute();
    const old = new Date(Date.now() - 7_200_000);
    await db.kysely
      .insertInto('sealed.letter')
      .values({
        notification_id: 'digest-1',
        channel: 'press',
        kind: 'letter',
        members: '[]',
        content_type: 'text/plain',
        body: Buffer.from('figures'),
        attempts: 2,
        created_at: old,
        next_attempt_at: old,
      })
      .execute();
    await db.close();
    const { code, told } = await examine();
    expect(code).toBe(0);
    const texts = told.findings.filter(({ level }) => level === 'warn').map(({ text }) => text);
    expect(texts).toEqual(
      expect.arrayContaining([
        'no service is running',
        'blog was never read',
        'leads is switched off: the bot is no member of the channel; invite it there with /invite',
        '1 message to press was not delivered yet, since 2 h',
        expect.stringMatching(/^1 mention, since/),
      ]),
    );
    expect(told.findings.find(({ text }) => text === 'lock 3 (tables and roles) is closed')).toBeDefined();
    expect(told.sql).toBeNull();
  }, 60_000);

  it('says which secret is missing and how to get it, and still looks at the rest', async () => {
    folder.write('evenhand.yaml', `${oneBrand}sources:\n  x: {kind: x}\n`);
    const { code, told } = await examine();
    expect(code).toBe(2);
    const fault = told.findings.find(({ level }) => level === 'fail');
    expect(fault?.text).toMatch(/evenhand\.yaml:8: sources\.x: needs X_BEARER_TOKEN/);
    expect(fault?.todo).toContain('developer.x.com');
    const german = await folder.run(['doctor', '--language', 'de']);
    expect(german.out).toMatch(/sources\.x: braucht X_BEARER_TOKEN; in die Umgebung/);
    expect(told.findings.map(({ area }) => area)).toContain('record');
  });

  it('ends with 3 when neither the database nor Redis answers, and shows no password', async () => {
    folder.write('evenhand.yaml', oneBrand);
    const { code, told } = await examine({
      DATABASE_URL: 'postgres://me:hush@127.0.0.1:1/evenhand',
      REDIS_URL: 'redis://:hush@127.0.0.1:1',
    });
    expect(code).toBe(3);
    expect(told.findings.filter(({ level }) => level === 'fail').map(({ area }) => area)).toEqual([
      'record',
      'queue',
    ]);
    expect(JSON.stringify(told)).not.toContain('hush');
  });

  it('refuses a Node that is too old', () => {
    expect(checkNode('1.0.0', '20.18.3', 'en')).toMatchObject({ level: 'fail', fault: 'configuration' });
    expect(checkNode('1.0.0', '20.19.0', 'de')).toMatchObject({ level: 'ok' });
    expect(checkNode('1.0.0', '24.1.0', 'en')).toMatchObject({ level: 'ok' });
  });

  const itWithPostgres = hasPostgres ? it : it.skip;
  itWithPostgres(
    'prints the SQL where the login may not create roles, and makes no tables by looking',
    async () => {
      const cluster = await startCluster();
      try {
        cluster.createDatabase('evenhand');
        const owner = new pg.Client({ connectionString: cluster.url('evenhand') });
        await owner.connect();
        await owner.query('create role plain login; grant all on database evenhand to plain');
        await owner.end();
        const env = { DATABASE_URL: cluster.url('evenhand').replace('evenhand@', 'plain@') };
        folder.write('evenhand.yaml', oneBrand);
        const before = await examine(env);
        expect(before.code).toBe(0);
        expect(
          before.told.findings.filter(({ area }) => area === 'record').map(({ level }) => level),
        ).toEqual(['ok', 'warn']);
        const db = await openDatabase({ kind: 'postgres', url: env.DATABASE_URL });
        await db.close();
        const after = await examine(env);
        expect(after.code).toBe(0);
        expect(
          after.told.findings.filter(({ text }) => text.startsWith('lock 3 is open')).length,
        ).toBeGreaterThan(0);
        expect(after.told.sql?.join('\n')).toContain('create role evenhand_desk');
      } finally {
        await cluster.stop();
      }
    },
    60_000,
  );
});
