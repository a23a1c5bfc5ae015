import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { config as readDotenv } from 'dotenv';
import { didYouMean } from '../src/lib/did-you-mean.ts';
import { UserError } from '../src/lib/user-error.ts';
import { type EnvVariables, parseEnvVariables, variableNames } from './env-variables.ts';

/** The environment, read once. Secrets stand behind `lookup`, so that printing this value shows none. */
export interface Env {
  readonly cwd: string;
  /** Absolute path of evenhand.yaml; null when there is none. */
  readonly configPath: string | null;
  readonly engine: Engine;
  /** Absolute; the folder for digests and the like, and of the embedded database. */
  readonly dataDir: string;
  readonly host: string | null;
  readonly port: number | null;
  readonly heartbeatUrl: string | null;
  readonly logLevel: EnvVariables['LOG_LEVEL'];
  /** `auto`: colours when the output is a terminal. */
  readonly color: 'always' | 'never' | 'auto';
  /** Bearer token of `POST /ingest`; null: the route is closed. */
  ingestToken(): string | null;
  xBearerToken(): string | null;
  /** A variable that evenhand.yaml refers to as `${NAME}`; undefined when unset or empty. */
  lookup(name: string): string | undefined;
}

/** Which databases carry the record and the queue (DESIGN.md 5). */
export type Engine =
  | { readonly kind: 'embedded'; readonly dataDir: string; readonly isDemo: boolean }
  | { readonly kind: 'postgres'; readonly databaseUrl: string }
  | { readonly kind: 'production'; readonly databaseUrl: string; readonly redisUrl: string };

export interface LoadEnvOptions {
  readonly cwd?: string;
  /** From the command line; wins over EVENHAND_CONFIG. */
  readonly configPath?: string | undefined;
  /** Instead of the process's own environment. */
  readonly variables?: Readonly<Record<string, string | undefined>>;
}

/**
 * Reads the environment, then `.env` beside evenhand.yaml, then `.env` of the working directory; the first that names a
 * variable wins. Throws a UserError for what a person has to mend. Nothing else in the project reads process.env.
 */
export const loadEnv = (options: LoadEnvOptions = {}): Env => {
  const cwd = options.cwd ?? process.cwd();
  const own = withoutEmpty(options.variables ?? process.env);
  const beside = { ...readEnvFile(join(cwd, '.env')), ...own };
  const configPath = findConfig(cwd, options.configPath, beside.EVENHAND_CONFIG);
  const folder = configPath === null ? cwd : dirname(configPath);
  const merged = folder === cwd ? beside : { ...beside, ...readEnvFile(join(folder, '.env')), ...own };
  refuseUnknownNames(merged);
  const variables = parseEnvVariables(merged);
  const isDemo = configPath === null && variables.DATABASE_URL === undefined;
  const dataDir = resolve(cwd, `${variables.EVENHAND_DATA}${isDemo ? '-demo' : ''}`);
  return Object.freeze<Env>({
    cwd,
    configPath,
    dataDir,
    engine: Object.freeze(engineOf(variables, dataDir, isDemo)),
    host: variables.EVENHAND_HOST ?? null,
    port: variables.EVENHAND_PORT ?? null,
    heartbeatUrl: variables.EVENHAND_HEARTBEAT_URL ?? null,
    logLevel: variables.LOG_LEVEL,
    color: colorOf(merged),
    ingestToken: () => variables.EVENHAND_INGEST_TOKEN ?? null,
    xBearerToken: () => variables.X_BEARER_TOKEN ?? null,
    lookup: (name) => (Object.hasOwn(merged, name) ? merged[name] : undefined),
  });
};

type Variables = Readonly<Record<string, string>>;

/** `REDIS_URL=` in a compose file means: not set. */
const withoutEmpty = (variables: Readonly<Record<string, string | undefined>>): Variables =>
  Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== ''),
  );

const readEnvFile = (path: string): Variables => {
  if (!existsSync(path)) return {};
  const read: Record<string, string> = {};
  const { error } = readDotenv({ path, quiet: true, processEnv: read });
  if (error !== undefined) {
    throw new UserError(`${path} cannot be read (${error.message}); make it a readable file or remove it.`);
  }
  return withoutEmpty(read);
};

const findConfig = (cwd: string, asked: string | undefined, variable: string | undefined): string | null => {
  const named = asked ?? variable;
  if (named === undefined) {
    const usual = join(cwd, 'evenhand.yaml');
    return existsSync(usual) ? usual : null;
  }
  const path = resolve(cwd, named);
  if (existsSync(path) && statSync(path).isFile()) return path;
  const origin = asked === undefined ? 'EVENHAND_CONFIG names' : 'The command line names';
  throw new UserError(
    `${origin} ${path}, which is not a file; write one there with "evenhand init", or correct the path.`,
  );
};

const refuseUnknownNames = (variables: Variables): void => {
  for (const name of Object.keys(variables)) {
    if (!name.startsWith('EVENHAND_') || name.startsWith('EVENHAND_TEST_')) continue;
    if (variableNames.includes(name)) continue;
    const hint = didYouMean(name, variableNames) || '; remove it, or give it a name without EVENHAND_.';
    throw new UserError(`The environment variable ${name} is unknown${hint}`);
  }
};

const engineOf = (variables: EnvVariables, dataDir: string, isDemo: boolean): Engine => {
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = variables;
  if (databaseUrl === undefined) {
    if (redisUrl === undefined) return { kind: 'embedded', dataDir, isDemo };
    throw new UserError(
      'REDIS_URL is set without DATABASE_URL: the record needs PostgreSQL, so set DATABASE_URL too, or unset REDIS_URL to run embedded.',
    );
  }
  return redisUrl === undefined
    ? { kind: 'postgres', databaseUrl }
    : { kind: 'production', databaseUrl, redisUrl };
};

/** no-color.org: any value that is not empty counts; NO_COLOR wins over FORCE_COLOR. `FORCE_COLOR=0` means off. */
const colorOf = (variables: Variables): Env['color'] => {
  if (variables.NO_COLOR !== undefined || variables.FORCE_COLOR === '0') return 'never';
  return variables.FORCE_COLOR === undefined ? 'auto' : 'always';
};
