import { relative } from 'node:path';
import type { CatalogueLanguage } from '../lib/catalogue.ts';
import type { Database } from '../postgres/database.ts';
import { type App, embeddedDirectory, openForCommand } from './app.ts';
import type { RegisterCommand } from './command.ts';
import { addLanguage, type SpokenOptions } from './desk-options.ts';
import { checkQueue, checkRecord, recordDown } from './doctor/check-connections.ts';
import { checkLocks, statementsToRun } from './doctor/check-locks.ts';
import { checkConfiguration, checkNode } from './doctor/check-program.ts';
import { checkWork, type WorkContext } from './doctor/check-work.ts';
import { createFinder, type Finding } from './doctor/finding.ts';
import { renderExamination } from './doctor/render.ts';
import { exitCodes } from './exit-codes.ts';

interface DoctorOptions extends SpokenOptions {
  readonly json?: boolean;
}

export const registerDoctor: RegisterCommand = (program, act) => {
  addLanguage(program.command('doctor'))
    .description('configuration, connections, versions, queue lag, source health, locks in force')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      `
Examples:
  evenhand doctor
  evenhand doctor --json | jq '.findings[] | select(.level != "ok")'

Exit codes: 0 nothing fails, 2 something is to be mended, 3 a database or queue does not answer.`,
    )
    .action((options: DoctorOptions) => act((app) => doctor(app, options)));
};

interface Examination {
  readonly findings: readonly Finding[];
  /** SQL that closes lock 3; null: it needs none. */
  readonly sql: readonly string[] | null;
}

const doctor = async (app: App, { json, language }: DoctorOptions): Promise<number> => {
  const examination = await examine(app, language);
  const code = exitCodeOf(examination.findings);
  app.io.out(
    json === true
      ? `${JSON.stringify({ version: app.version, ok: code === exitCodes.ok, ...examination }, null, 2)}\n`
      : `${renderExamination(examination, { language, isColour: app.io.isColour, width: app.io.width })}\n`,
  );
  return code;
};

const exitCodeOf = (findings: readonly Finding[]): number => {
  if (findings.some(({ fault }) => fault === 'configuration')) return exitCodes.usage;
  return findings.some(({ fault }) => fault === 'unavailable') ? exitCodes.unavailable : exitCodes.ok;
};

/** From what needs nothing to what needs everything: a database that is down hides only what lies in it. */
const examine = async (app: App, language: CatalogueLanguage): Promise<Examination> => {
  const configuration = checkConfiguration(app, language);
  const record = await checkRecord(app, language);
  const queue = await checkQueue(app.env.engine, language);
  const context = { language, now: app.clock.now(), config: configuration.config };
  const inside = record.isThere ? await lookInside(app, context) : { record: [], work: [], sql: null };
  return {
    findings: [
      checkNode(app.version, process.versions.node, language),
      ...configuration.findings,
      ...record.findings,
      ...inside.record,
      ...queue,
      ...inside.work,
    ],
    sql: inside.sql,
  };
};

interface Inside {
  readonly record: readonly Finding[];
  readonly work: readonly Finding[];
  readonly sql: readonly string[] | null;
}

const lookInside = async (app: App, context: WorkContext): Promise<Inside> => {
  const { language } = context;
  let db: Database;
  try {
    db = await openForCommand(app.env);
  } catch (error) {
    return { record: [recordDown(error, language)], work: [], sql: null };
  }
  try {
    const work = await db.transaction('desk', (tx) => checkWork(tx, context));
    const locks = await checkLocks(db, language);
    return { record: ownerOf(app, db, language), work: [...work, ...locks], sql: statementsToRun(db) };
  } finally {
    await db.close();
  }
};

const ownerOf = (app: App, db: Database, language: CatalogueLanguage): Finding[] => {
  if (db.access === 'server') return [];
  const directory = relative(app.env.cwd, embeddedDirectory(app.env));
  const key = db.access === 'joined' ? 'record.joined' : 'record.owner';
  return [createFinder(language, 'record').ok(key, { directory })];
};
