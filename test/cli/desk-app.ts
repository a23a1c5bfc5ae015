import { Readable } from 'node:stream';
import { Command, CommanderError } from 'commander';
import { buildDanger, buildEscalation } from '../../config/build-protection.ts';
import type { Config } from '../../config/config.ts';
import {
  defaultAcknowledgement,
  defaultChannels,
  defaultHttp,
  defaultRetention,
} from '../../config/defaults.ts';
import type { Env } from '../../config/env.ts';
import type { SinkConfig } from '../../config/sink-config.ts';
import type { App } from '../../src/cli/app.ts';
import type { RegisterCommand } from '../../src/cli/command.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { reportFailure } from '../../src/cli/report-failure.ts';
import type { Brand } from '../../src/domain/brand.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Routing } from '../../src/domain/routing.ts';
import type { Database } from '../../src/postgres/database.ts';
import { brands as knownBrands } from '../cases/desk-factory.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Surroundings {
  /** Absent: a command that opens the record fails the test. */
  readonly db?: Database;
  readonly now?: Date;
  readonly stdin?: string;
  readonly width?: number;
  readonly isConfigured?: boolean;
  readonly isDemo?: boolean;
  readonly brands?: readonly Brand[];
  readonly people?: readonly Person[];
  readonly dataDir?: string;
  readonly sinks?: readonly SinkConfig[];
  readonly routing?: Routing;
  /** The whole of it, instead of the parts above. */
  readonly config?: Config;
}

/** One command line as `main.ts` runs it, with everything that it writes kept. */
export const runCommand = async (
  register: RegisterCommand,
  argv: readonly string[],
  surroundings: Surroundings = {},
): Promise<Ran> => {
  const written = { out: '', err: '' };
  const out = (text: string): void => {
    written.out += text;
  };
  const err = (text: string): void => {
    written.err += text;
  };
  const program = new Command('evenhand').exitOverride().configureOutput({ writeOut: out, writeErr: err });
  let code: number = exitCodes.ok;
  register(program, async (work) => {
    code = (await work(appOf(surroundings, { out, err }))) ?? exitCodes.ok;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) code = error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    else code = reportFailure(error, { err });
  }
  return { code, ...written };
};

const protection = { guard: null, escalation: buildEscalation(), danger: buildDanger() };

const appOf = (
  {
    db,
    now = new Date(),
    stdin = '',
    width = 80,
    isConfigured = true,
    isDemo,
    brands = knownBrands,
    people = [],
    dataDir = '/nowhere',
    sinks = [],
    routing = { regions: {}, rules: [] },
    config,
  }: Surroundings,
  { out, err }: { readonly out: (text: string) => void; readonly err: (text: string) => void },
): App => ({
  io: {
    stdin: Readable.from([Buffer.from(stdin)]) as unknown as NodeJS.ReadStream,
    out,
    err,
    isTerminal: false,
    isErrTerminal: false,
    isColour: false,
    width,
  },
  clock: { now: () => now },
  env: {
    engine: isConfigured
      ? { kind: 'embedded', dataDir, isDemo: false }
      : { kind: 'postgres', databaseUrl: 'postgresql://nowhere' },
    cwd: '/nowhere',
    dataDir,
    configPath: isConfigured ? '/nowhere/evenhand.yaml' : null,
  } as Env,
  version: '0.1.0',
  language: 'en',
  isDemo: isDemo === true,
  config: () => ({
    config: config ?? {
      brands,
      sources: [],
      people,
      ...protection,
      sinks,
      acknowledgement: defaultAcknowledgement,
      routing,
      network: { allow: [] },
      channels: defaultChannels,
      digest: { atMinute: 0, dir: '/nowhere', channel: null },
      retention: defaultRetention,
      http: defaultHttp,
    },
    warnings: [],
  }),
  withDatabase: (work) => {
    if (db === undefined) throw new Error('this command opened the record');
    return work(db);
  },
});
