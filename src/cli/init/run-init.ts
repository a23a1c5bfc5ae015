import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { jsonSchemaText } from '../../../config/json-schema.ts';
import { starterConfig } from '../../../config/starter.ts';
import { type CatalogueLanguage, createSay, type Message } from '../../lib/catalogue.ts';
import { cannotWrite } from '../../lib/file-trouble.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Io } from '../io.ts';

interface InitOptions {
  readonly cwd: string;
  readonly file: string;
  readonly isForced: boolean;
  readonly language: CatalogueLanguage;
}

/**
 * Writes the starter, its schema and `.env.example`. What exists stays; forced, the two that are ours are renewed, and
 * the configuration, which is somebody's work, still stays.
 */
export const runInit = ({ cwd, file, isForced, language }: InitOptions, io: Pick<Io, 'out'>): void => {
  const folder = dirname(file);
  const shown = (path: string): string => relative(cwd, path) || path;
  if (existsSync(file) && !isForced)
    throw new UserError(
      `${shown(file)} exists already and stays as it is: edit it, or rename it to begin anew ("evenhand init --force" renews only evenhand.schema.json and .env.example beside it)`,
    );
  const lines = [file, join(folder, 'evenhand.schema.json'), join(folder, '.env.example')].map((path) =>
    say(
      language,
      path === file ? configOutcome(path, language) : outcomeOf(path, contentOf(path), isForced),
      {
        file: shown(path),
        old: `${basename(path)}.old`,
      },
    ),
  );
  io.out(`${lines.join('\n')}\n\n${say(language, 'next', { file: shown(file) })}\n`);
};

const contentOf = (path: string): string => (path.endsWith('.json') ? jsonSchemaText() : envExample);

type Outcome = 'written' | 'replaced' | 'same' | 'kept' | 'yours';

const configOutcome = (path: string, language: CatalogueLanguage): Outcome => {
  if (existsSync(path)) return 'yours';
  write(path, starterConfig(language), 'wx');
  return 'written';
};

const outcomeOf = (path: string, content: string, isForced: boolean): Outcome => {
  if (!existsSync(path)) {
    write(path, content, 'wx');
    return 'written';
  }
  if (saysTheSame(path, content)) return 'same';
  if (!isForced) return 'kept';
  copyFileSync(path, `${path}.old`);
  write(path, content, 'w');
  return 'replaced';
};

/** A formatter may have laid out the schema anew. */
const saysTheSame = (path: string, content: string): boolean => {
  const found = readFileSync(path, 'utf8');
  if (found === content) return true;
  try {
    return path.endsWith('.json') && isDeepStrictEqual(JSON.parse(found), JSON.parse(content));
  } catch {
    return false;
  }
};

const write = (path: string, content: string, flag: 'w' | 'wx'): void => {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content, { flag });
  } catch (cause) {
    throw cannotWrite(path, cause, 'choose a folder that you may write to');
  }
};

const envExample = `# Copy this to .env and fill in what you use; .env belongs into no repository.
# Without these two Evenhand keeps everything in ./data.
# DATABASE_URL=postgres://user:password@localhost:5432/evenhand
# REDIS_URL=redis://localhost:6379
# Read X: the bearer token of an app of yours (developer.x.com).
# X_BEARER_TOKEN=
# Who may post to /ingest; at least 16 characters (openssl rand -hex 24).
# EVENHAND_INGEST_TOKEN=
# Called every minute while all is well.
# EVENHAND_HEARTBEAT_URL=
# What evenhand.yaml refers to as \${NAME}:
# SLACK_WEBHOOK_URL=
# WEBHOOK_SECRET=
# GUARD_SECRET=
`;

const en = {
  written: 'written   {file}',
  replaced: 'replaced  {file} (the old one is {old})',
  same: 'unchanged {file}',
  kept: "kept      {file} (it differs from today's; --force renews it)",
  yours: 'kept      {file} (it is yours; rename it to begin anew)',
  next: `What to do next:
  1. Name your brand, its handles and your own accounts in {file}.
  2. Put secrets into .env (.env.example lists them).
  3. Ask what is missing: evenhand config check
  4. Begin to listen: npm start`,
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  written: 'geschrieben  {file}',
  replaced: 'ersetzt      {file} (das alte heißt jetzt {old})',
  same: 'unverändert  {file}',
  kept: 'behalten     {file} (weicht vom heutigen ab; --force erneuert es)',
  yours: 'behalten     {file} (es ist Ihre; zum Neubeginn umbenennen)',
  next: `Wie es weitergeht:
  1. Marke, ihre Handles und die eigenen Konten in {file} eintragen.
  2. Geheimnisse in .env schreiben (.env.example zählt sie auf).
  3. Fragen, was noch fehlt: evenhand config check
  4. Zuhören: npm start`,
};

const say = createSay<keyof typeof en>({ en, de });
