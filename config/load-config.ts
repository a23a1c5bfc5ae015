import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, relative } from 'node:path';
import { UserError } from '../src/lib/user-error.ts';
import { type BuildPlace, buildConfig } from './build-config.ts';
import { peopleContradictions } from './build-people.ts';
import { routingContradictions } from './build-routing.ts';
import { sinkContradictions } from './build-sinks.ts';
import { findContradictions, findWarnings } from './check-config.ts';
import { protectionContradictions } from './check-protection.ts';
import type { Config } from './config.ts';
import { createDemoConfig } from './demo.ts';
import type { Env } from './env.ts';
import { fillVariables } from './fill-variables.ts';
import { findReachWords } from './reach-lock.ts';
import { type PlacedMessage, sayIssue } from './say-issue.ts';
import { schema } from './schema.ts';
import { readYaml, type YamlDocument } from './yaml-document.ts';

export interface LoadedConfig {
  readonly config: Config;
  /** Sentences for the log and for `config check`: it works, but probably not as meant. */
  readonly warnings: readonly string[];
}

/** The configuration of this environment: evenhand.yaml, or the demo's. Throws a UserError with a line for each fault. */
export const loadConfig = (env: Env): LoadedConfig => {
  if (env.engine.kind === 'embedded' && env.engine.isDemo)
    return { config: createDemoConfig(env), warnings: [] };
  if (env.configPath === null) {
    throw new UserError(
      `DATABASE_URL is set, but there is no evenhand.yaml in ${env.cwd}; write one with "evenhand init", or name one in EVENHAND_CONFIG.`,
    );
  }
  const away = relative(env.cwd, env.configPath);
  const file = away.startsWith('..') || isAbsolute(away) ? env.configPath : away;
  return parseConfig(readText(env.configPath, file), {
    file,
    folder: dirname(env.configPath),
    dataDir: env.dataDir,
    host: env.host,
    port: env.port,
    lookup: env.lookup,
  });
};

export interface ParseOptions extends BuildPlace {
  /** As it is called in messages. */
  readonly file: string;
  lookup(name: string): string | undefined;
}

/** Text of an evenhand.yaml to a checked value; faults are named `evenhand.yaml:12: brands.acme.hours.mon: …`. */
export const parseConfig = (text: string, options: ParseOptions): LoadedConfig => {
  const { file } = options;
  const document = readYaml(text);
  if (document.problems.length > 0) throw faults(file, document.problems);
  if (document.value === null || document.value === undefined) {
    throw new UserError(`${file} is empty; write a configuration into it with "evenhand init".`);
  }
  const refuse = (found: readonly PlacedMessage[]): void => {
    if (found.length > 0)
      throw faults(
        file,
        found.map((one) => place(one, document)),
      );
  };
  const locked = findReachWords(document.value);
  const filled = fillVariables(document.value, options.lookup);
  const parsed = schema.safeParse(filled.value);
  const issues = parsed.success ? [] : parsed.error.issues.flatMap((issue) => sayIssue(issue, filled.value));
  refuse(firstOfEachPlace([...locked, ...filled.problems, ...issues]));
  if (!parsed.success) throw parsed.error;
  const config = buildConfig(parsed.data, options);
  refuse([
    ...findContradictions(config),
    ...peopleContradictions(parsed.data),
    ...protectionContradictions(parsed.data),
    ...sinkContradictions(parsed.data),
    ...routingContradictions(config),
  ]);
  const warnings = findWarnings(parsed.data).map((one) => sentence(file, place(one, document)));
  return { config, warnings };
};

/**
 * SHA-256 over what decides (the brands: words, accounts, hours, targets), the same whatever the order of the brands;
 * it is stored with each decision. Sources, channels and secrets are left out: a new password changes no decision.
 */
export const configHash = (config: Pick<Config, 'brands'>): string => {
  const brands = [...config.brands].sort((a, b) => (a.id < b.id ? -1 : 1));
  return createHash('sha256').update(canonical(brands)).digest('hex').slice(0, 32);
};

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

const readText = (path: string, file: string): string => {
  const bytes = readBytes(path, file);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  throw new UserError(`${file} is not written in UTF-8; save it again in that encoding.`);
};

const readBytes = (path: string, file: string): Buffer => {
  try {
    return readFileSync(path);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} cannot be read (${why}); make it a readable file.`, { cause });
  }
};

interface Fault {
  readonly line: number;
  readonly key: string;
  readonly message: string;
}

const place = ({ path, message }: PlacedMessage, document: YamlDocument): Fault => ({
  line: document.lineOf(path),
  key: path.map(String).join('.'),
  message,
});

/** The first check that found something at a place says why best: lock 4 before "unknown key". */
const firstOfEachPlace = (found: readonly PlacedMessage[]): readonly PlacedMessage[] => [
  ...new Map([...found].reverse().map((one) => [JSON.stringify(one.path.map(String)), one])).values(),
];

const sentence = (file: string, { line, key, message }: Fault): string =>
  `${file}:${line}: ${key === '' ? '' : `${key}: `}${message}${/[.?!]$/.test(message) ? '' : '.'}`;

const faults = (file: string, found: readonly Fault[]): UserError =>
  new UserError(
    [...found]
      .sort((a, b) => a.line - b.line)
      .map((fault) => sentence(file, fault))
      .join('\n'),
  );
