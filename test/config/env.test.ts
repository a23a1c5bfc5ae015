import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadEnv } from '../../config/env.ts';
import { UserError } from '../../src/lib/user-error.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'evenhand-env-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const load = (variables: Record<string, string> = {}) => loadEnv({ cwd, variables });
const write = (path: string, text = '') => writeFileSync(join(cwd, path), text);
const database = 'postgres://u:geheim@localhost/db';

describe('which engine', () => {
  it('is the demo in its own folder without file and database', () => {
    expect(load()).toMatchObject({
      configPath: null,
      engine: { kind: 'embedded', dataDir: join(cwd, 'data-demo'), isDemo: true },
    });
  });

  it('never puts the demo into the folder of the real data', () => {
    expect(load({ EVENHAND_DATA: '/var/lib/evenhand/' }).dataDir).toBe('/var/lib/evenhand-demo');
  });

  it('is embedded with a file', () => {
    write('evenhand.yaml');
    expect(load()).toMatchObject({
      configPath: join(cwd, 'evenhand.yaml'),
      engine: { kind: 'embedded', dataDir: join(cwd, 'data'), isDemo: false },
    });
  });

  it('is PostgreSQL with its address, production with both', () => {
    expect(load({ DATABASE_URL: database }).engine).toEqual({ kind: 'postgres', databaseUrl: database });
    const redisUrl = 'redis://a:7000,redis://b:7000';
    expect(load({ DATABASE_URL: database, REDIS_URL: redisUrl }).engine).toEqual({
      kind: 'production',
      databaseUrl: database,
      redisUrl,
    });
  });

  it('takes an empty variable for an absent one', () => {
    expect(load({ DATABASE_URL: '', REDIS_URL: ' ' }).engine.kind).toBe('embedded');
  });
});

describe('what is refused in one sentence', () => {
  it.each([
    [{ REDIS_URL: 'redis://localhost' }, /^REDIS_URL is set without DATABASE_URL: .*set DATABASE_URL too/],
    [
      { DATABASE_URL: 'localhost:5432' },
      /^The environment variable DATABASE_URL must be an address such as postgres:/,
    ],
    [
      { DATABASE_URL: 'mysql://u:geheim@localhost/db' },
      /^The environment variable DATABASE_URL must be an address/,
    ],
    [
      { DATABASE_URL: database, REDIS_URL: 'localhost' },
      /^The environment variable REDIS_URL must be an address/,
    ],
    [{ EVENHAND_PORT: '80a' }, /EVENHAND_PORT must be a port/],
    [{ EVENHAND_PORT: '65536' }, /EVENHAND_PORT must be a port/],
    [{ EVENHAND_HEARTBEAT_URL: 'ftp://a.example' }, /EVENHAND_HEARTBEAT_URL must be an address/],
    [{ EVENHAND_INGEST_TOKEN: 'short' }, /EVENHAND_INGEST_TOKEN must have at least 16 characters/],
    [{ LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of error, warn, info, debug/],
    [
      { EVENHAND_PROT: '1' },
      /^The environment variable EVENHAND_PROT is unknown; did you mean "EVENHAND_PORT"\?$/,
    ],
    [
      { EVENHAND_CONFIG: 'nowhere.yaml' },
      /^EVENHAND_CONFIG names .*nowhere\.yaml, which is not a file; write one there/,
    ],
  ])('%j', (variables, message) => {
    expect(() => load(variables as Record<string, string>)).toThrow(UserError);
    expect(() => load(variables as Record<string, string>)).toThrow(message);
    expect(() => load(variables as Record<string, string>)).not.toThrow(/geheim/);
  });

  it('a .env that is a folder', () => {
    mkdirSync(join(cwd, '.env'));
    expect(() => load()).toThrow(/\.env cannot be read .*make it a readable file or remove it/);
  });
});

describe('where a variable comes from', () => {
  it('is the environment, then .env beside evenhand.yaml, then .env of the working directory', () => {
    mkdirSync(join(cwd, 'conf'));
    write('conf/evenhand.yaml');
    write('.env', 'EVENHAND_CONFIG=conf/evenhand.yaml\nA=cwd\nB=cwd\nC=cwd\n');
    write('conf/.env', 'B=beside\nC=beside\nLOG_LEVEL=debug\n');
    const env = load({ C: 'own' });
    expect(env.configPath).toBe(join(cwd, 'conf', 'evenhand.yaml'));
    expect(['A', 'B', 'C', 'D'].map(env.lookup)).toEqual(['cwd', 'beside', 'own', undefined]);
    expect(env.logLevel).toBe('debug');
  });

  it('prefers the path of the command line', () => {
    write('other.yaml');
    expect(loadEnv({ cwd, configPath: 'other.yaml', variables: { EVENHAND_CONFIG: 'no' } }).configPath).toBe(
      join(cwd, 'other.yaml'),
    );
  });

  it('leaves the environment of the process as it is', () => {
    write('.env', 'EVENHAND_TEST_LEFT_ALONE=1\n');
    expect(load().lookup('EVENHAND_TEST_LEFT_ALONE')).toBe('1');
    expect(process.env.EVENHAND_TEST_LEFT_ALONE).toBeUndefined();
  });

  it('finds nothing under the names of every object', () => {
    expect(load().lookup('constructor')).toBeUndefined();
  });
});

describe('the value', () => {
  it('is frozen and shows no secret when it is printed', () => {
    const env = load({ EVENHAND_INGEST_TOKEN: 'x'.repeat(20), X_BEARER_TOKEN: 'tok', EVENHAND_PORT: '0' });
    expect(Object.isFrozen(env)).toBe(true);
    expect(env.port).toBe(0);
    expect([env.ingestToken(), env.xBearerToken()]).toEqual(['x'.repeat(20), 'tok']);
    expect(JSON.stringify(env)).not.toMatch(/xxxx|tok"/);
  });

  it.each([
    [{}, 'auto'],
    [{ FORCE_COLOR: '1' }, 'always'],
    [{ FORCE_COLOR: '0' }, 'never'],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, 'never'],
  ])('colours of %j are %s', (variables, color) => {
    expect(load(variables as Record<string, string>).color).toBe(color);
  });
});
