import { join, relative } from 'node:path';
import { type Env, loadEnv } from '../../config/env.ts';
import { type LoadedConfig, loadConfig } from '../../config/load-config.ts';
import { type CatalogueLanguage, createSay, type Message } from '../lib/catalogue.ts';
import { type Clock, systemClock } from '../lib/clock.ts';
import { UserError } from '../lib/user-error.ts';
import { type Database, openDatabase } from '../postgres/database.ts';
import { isReady } from '../postgres/embedded/prepare-directory.ts';
import { refuseForgottenRecord } from '../postgres/forgotten-record.ts';
import { type Io, processIo } from './io.ts';

/** What a command is given: the environment, read when first asked for, and the record. */
export interface App {
  readonly io: Io;
  readonly clock: Clock;
  readonly env: Env;
  readonly version: string;
  /** What the command was asked to speak. */
  readonly language: CatalogueLanguage;
  config(): LoadedConfig;
  /**
   * Opens the record, or reaches the service that owns it, for one command. Says so when it is the demo's. Use
   * `withDatabase` of the commands, and never a second open.
   */
  withDatabase<T>(work: (db: Database) => Promise<T>): Promise<T>;
  readonly isDemo: boolean;
}

/** Instead of the process's own, for a command line that is run inside another process. */
export interface Inside {
  readonly io: Io;
  readonly loadEnv: (options: { readonly configPath: string | undefined }) => Env;
}

export const createApp = (
  options: {
    readonly configPath: string | undefined;
    readonly version: string;
    readonly language: CatalogueLanguage;
  } & Partial<Inside>,
): App => {
  const env = (options.loadEnv ?? loadEnv)({ configPath: options.configPath });
  let loaded: LoadedConfig | null = null;
  const io = options.io ?? processIo(env.color);
  const isDemo = env.engine.kind === 'embedded' && env.engine.isDemo;
  return {
    io,
    env,
    isDemo,
    clock: systemClock,
    version: options.version,
    language: options.language,
    config: () => {
      loaded ??= loadConfig(env);
      return loaded;
    },
    withDatabase: async (work) => {
      if (isDemo) io.err(`${say(options.language, 'demo', { folder: demoFolder(env) })}\n`);
      const db = await openForCommand(env);
      try {
        return await work(db);
      } finally {
        await db.close();
      }
    },
  };
};

const demoFolder = (env: Env): string => relative(env.cwd, env.dataDir) || '.';

/** Where the embedded database of this environment lies. */
export const embeddedDirectory = (env: Env): string => join(env.dataDir, 'pg');

export const openForCommand = async (env: Env): Promise<Database> => {
  const { engine } = env;
  if (engine.kind !== 'embedded') {
    await refuseForgottenRecord({ ...env, url: engine.databaseUrl });
    return openDatabase({ kind: 'postgres', url: engine.databaseUrl, maxConnections: 3 });
  }
  const directory = embeddedDirectory(env);
  if (!isReady(directory))
    throw new UserError(
      engine.isDemo
        ? 'there is nothing here yet: start the demo with "npm start", or write a configuration with "evenhand init"'
        : `there is no database in ${directory} yet: start the service with "npm start", or import a file with "evenhand import FILE"`,
    );
  return openDatabase({ kind: 'embedded', directory, onBusy: 'join' });
};

const en = {
  demo: 'This is the demo in {folder} (no evenhand.yaml here; "evenhand init" writes one).',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  demo: 'Dies ist die Demo in {folder} (hier liegt keine evenhand.yaml; "evenhand init" schreibt eine).',
};

const say = createSay<keyof typeof en>({ en, de });
