import { relative } from 'node:path';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { Database } from '../../postgres/database.ts';
import { type App, embeddedDirectory, openForCommand } from '../app.ts';
import type { SpokenOptions } from '../desk-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { checkQueue, checkRecord, recordDown } from './check-connections.ts';
import { checkLocks, statementsToRun } from './check-locks.ts';
import { checkConfiguration, checkNode } from './check-program.ts';
import { checkReplay } from './check-replay.ts';
import { checkSinks } from './check-sinks.ts';
import { checkSources } from './check-sources.ts';
import { checkLetters, checkWork } from './check-work.ts';
import { createFinder, type Finding } from './finding.ts';
import { renderExamination } from './render.ts';
import type { WorkContext } from './work-context.ts';

export interface DoctorOptions extends SpokenOptions {
  readonly json?: boolean;
}

interface Examination {
  readonly findings: readonly Finding[];
  /** SQL that closes lock 3; null: it needs none. */
  readonly sql: readonly string[] | null;
}

export const runDoctor = async (app: App, { json, language }: DoctorOptions): Promise<number> => {
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
  const inside = record.isThere ? await lookInside(app, context) : lookFromOutside(context);
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

/** What the configured sources need can be told before there is a record. */
const lookFromOutside = (context: WorkContext): Inside => ({
  record: [],
  work: (context.config?.sources.length ?? 0) > 0 ? checkSources([], context) : [],
  sql: null,
});

const lookInside = async (app: App, context: WorkContext): Promise<Inside> => {
  const { language } = context;
  let db: Database;
  try {
    db = await openForCommand(app.env);
  } catch (error) {
    return { record: [recordDown(error, language)], work: [], sql: null };
  }
  try {
    const blind = await db.transaction('desk', (tx) => checkWork(tx, context));
    const letters = await db.transaction('audit', (tx) => checkLetters(tx, context));
    const sinks = await db.transaction('desk', (tx) => checkSinks(tx, context));
    const work = [...blind, ...letters, ...sinks];
    const replayed = await db.transaction('desk', (tx) => checkReplay(tx, context));
    const locks = [...(await checkLocks(db, language)), replayed];
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
