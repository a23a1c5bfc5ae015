import { join } from 'node:path';
import { type ImportOptions, type ImportResult, importFile } from '../../../workers/import.ts';
import {
  type OwnStages,
  startOwnStages,
  untilInboxEmpty,
  untilRepliesDecided,
} from '../../../workers/own-stages.ts';
import type { Stage } from '../../../workers/stages.ts';
import { readServices } from '../../ingest/service.store.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Database } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import type { SpokenOptions } from '../desk-options.ts';
import { exitCodes } from '../exit-codes.ts';
import { chooseInput, type InputOptions } from './choose-input.ts';
import { readFigures } from './figures.store.ts';
import { interrupted, onInterrupt } from './interrupt.ts';
import { withRecord } from './open-record.ts';
import { recordBatches } from './record-batches.ts';
import { openRejectFile, type RejectFile } from './reject-file.ts';
import {
  type FileReport,
  isLeftUndecided,
  isWithoutPosts,
  noPostsText,
  notDone,
  notDoneText,
  refusedText,
  reportJson,
  reportText,
  undecidedText,
} from './report.ts';
import { createProgress, type ProgressBar } from './show-progress.ts';
import { sayImport } from './texts.ts';
import { untilDecided } from './until-decided.ts';

export interface ImportCommandOptions extends InputOptions, SpokenOptions {
  readonly live?: boolean;
  readonly history?: boolean;
  readonly rejects?: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** More than this wait to be decided, and reading pauses: 25,000 posts. */
const maxBacklog = 50;

interface Run {
  readonly app: App;
  readonly db: Database;
  readonly service: OwnStages;
  /** This process decides; else a running service does. */
  readonly isDecider: boolean;
  readonly signal: AbortSignal;
  readonly rejects: RejectFile;
  readonly progress: ProgressBar;
  readonly options: ImportCommandOptions;
}

export const runImport = async (
  app: App,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<number> => {
  const { language } = options;
  const { config } = app.config();
  const inputs: Input[] = [];
  for (const file of files) inputs.push(await chooseInput(file, options, { config, cwd: app.env.cwd }));
  if (files.filter((file) => file === '-').length > 1)
    throw new UserError('standard input can be read once: name - only once');
  const rejects = openRejectFile(options.rejects);
  const interrupt = onInterrupt();
  try {
    return await withRecord({ app, language }, async (db) => {
      const { service, isDecider } = await startDeciding(app, db);
      const progress = createProgress(app.io, language);
      const run = { app, db, service, isDecider, signal: interrupt.signal, rejects, progress, options };
      try {
        const reports: FileReport[] = [];
        for (const input of inputs) {
          if (interrupt.signal.aborted) break;
          const report = await untilInterrupted(run, importOne(run, input)).finally(progress.end);
          if (report === null) {
            app.io.err(`${sayImport(language, 'interrupted', { file: input.path })}\n`);
            break;
          }
          reports.push(report);
          if (options.json !== true)
            app.io.out(`${reportText(report, { language, rejectsFile: options.rejects ?? null })}\n`);
        }
        if (options.json === true) app.io.out(`${JSON.stringify(reports.map(reportJson), null, 2)}\n`);
        if (interrupt.signal.aborted) return interrupted;
        return tellUndone(app, reports, language);
      } finally {
        await service.stop();
      }
    });
  } finally {
    interrupt.done();
    rejects.close();
  }
};

/** null: Ctrl-C came before the first page was stored, which is no fault. */
const untilInterrupted = async ({ signal }: Run, report: Promise<FileReport>): Promise<FileReport | null> => {
  try {
    return await report;
  } catch (error) {
    if (signal.aborted && error instanceof Error && error.name === 'AbortError') return null;
    throw error;
  }
};

/**
 * A refused line is a customer whom nobody hears until a person mends it: no script may take that for done. On stderr
 * too where stdout is for a script, for the exit code must not stand alone.
 */
const tellUndone = (app: App, reports: readonly FileReport[], language: CatalogueLanguage): number => {
  const undone = reports.flatMap((report) => [
    ...(report.refusedLines > 0 ? [refusedText(report, language)] : []),
    ...(notDone(report) === null ? [] : [notDoneText(report, language)]),
  ]);
  const empty = reports.filter(isWithoutPosts).map((report) => noPostsText(report, language));
  const late = reports.filter(isLeftUndecided).map((report) => undecidedText(report, language));
  for (const sentence of [...undone, ...empty, ...late]) app.io.err(`evenhand: ${sentence}\n`);
  if (undone.length > 0) return exitCodes.usage;
  return late.length > 0 ? exitCodes.unavailable : exitCodes.ok;
};

/** Without a running service that decides, this process does until the inbox is empty. */
const startDeciding = async (
  app: App,
  db: Database,
): Promise<{ readonly service: OwnStages; readonly isDecider: boolean }> => {
  const services = await db.transaction('ingest', (tx) => readServices(tx, app.clock.now()));
  const isDecider = !services.some(({ stages }) => stages.includes('triage'));
  const stages: Stage[] = isDecider ? ['triage', 'reach'] : [];
  const service = await startOwnStages(db, {
    env: app.env,
    config: app.config().config,
    clock: app.clock,
    version: app.version,
    stages: new Set(stages),
    onTrouble: (sentence) => app.io.err(`evenhand: ${sentence}\n`),
  });
  return { service, isDecider };
};

type Input = Awaited<ReturnType<typeof chooseInput>>;

const importOne = async (run: Run, input: Input): Promise<FileReport> => {
  const begun = performance.now();
  const { app, service, options, progress } = run;
  const recorded = recordBatches(service.intake.queues);
  const ask: ImportOptions = {
    ...input,
    isLive: options.live === true,
    isHistory: options.history === true,
    spoolDirectory: join(app.env.dataDir, 'spool'),
  };
  const result = await importFile(ask, {
    ...service.intake,
    queues: recorded.queues,
    signal: run.signal,
    maxBacklog,
    stdin: app.io.stdin,
    onProgress: (event) => {
      progress.show(event);
      if (event.kind === 'old') tellOld(run, input.path, event.medianAgeMs);
      if (event.kind === 'page') run.rejects.write(input.path, event.rejections);
    },
  });
  await waitForDecisions(run, input.source, recorded.batchIds);
  const figures = await run.db.transaction('desk', (tx) => readFigures(tx, input.source, recorded.batchIds));
  const asked = askedOf(run.options);
  const isServerAway = service.isAnyAway();
  return reportOf(input, result, {
    figures,
    asked,
    isServerAway,
    seconds: (performance.now() - begun) / 1_000,
  });
};

const tellOld = ({ app, options, progress }: Run, file: string, ageMs: number): void => {
  progress.end();
  const age = durationText(ageMs, options.language);
  app.io.err(`evenhand: ${sayImport(options.language, 'oldLive', { file, age })}\n`);
};

const waitForDecisions = async (run: Run, source: string, batchIds: readonly string[]): Promise<void> => {
  const { db, service, signal, progress } = run;
  if (run.isDecider) {
    await untilInboxEmpty(db, service, {
      signal,
      onWait: ({ events }) => progress.show({ kind: 'deciding', left: events }),
    });
    return;
  }
  await untilDecided(
    async () => (await db.transaction('desk', (tx) => readFigures(tx, source, batchIds))).pending,
    { signal, onWait: (left) => progress.show({ kind: 'deciding', left: left * 500 }) },
  );
  await untilRepliesDecided(db, signal);
};

const askedOf = ({ live, history }: ImportCommandOptions): FileReport['asked'] => {
  if (live === true) return 'live';
  return history === true ? 'history' : null;
};

const reportOf = (
  input: Input,
  result: ImportResult,
  found: Pick<FileReport, 'figures' | 'asked' | 'isServerAway' | 'seconds'>,
): FileReport => ({
  file: input.path,
  source: input.source,
  from: input.from ?? null,
  choice: result.choice,
  lines: result.lines,
  matched: result.kept,
  matchedPosts: result.matched,
  unmatched: result.unmatched,
  refusedLines: result.rejectedLines,
  futureLines: result.futureLines,
  recentPosts: result.recentPosts,
  refused: result.rejected,
  ignoredKeys: result.ignoredKeys,
  passedOver: result.passedOver,
  alreadyDone: result.alreadyDone,
  isComplete: result.isComplete,
  continuedAfterLine: result.continuedAfterLine,
  ...found,
});
