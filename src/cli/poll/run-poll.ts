import { join } from 'node:path';
import { followSource } from '../../../workers/follow.worker.ts';
import { startOwnStages, untilInboxEmpty } from '../../../workers/own-stages.ts';
import { type PollDeps, pollSource } from '../../../workers/poll.worker.ts';
import type { PollEvent } from '../../../workers/poll-event.ts';
import { createDemo, createSources } from '../../../workers/sources.ts';
import { enableSource, noteWalkEnd, registerSource } from '../../ingest/health.store.ts';
import { readServices } from '../../ingest/service.store.ts';
import { packageRoot } from '../../lib/package-root.ts';
import { createSafeFetch } from '../../lib/safe-fetch.ts';
import { createSafeSocket } from '../../lib/safe-socket.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Database } from '../../postgres/database.ts';
import type { Source } from '../../sources/source.ts';
import type { App } from '../app.ts';
import { exitCodes } from '../exit-codes.ts';
import { interrupted, onInterrupt } from '../import/interrupt.ts';
import { withRecord } from '../import/open-record.ts';
import { askService, type Polled } from './ask-service.ts';
import { chooseSources } from './choose-sources.ts';
import { dryRun } from './dry-run.ts';
import type { Polling, PollOptions } from './poll-options.ts';
import { polledText } from './report.ts';
import { sayPoll } from './texts.ts';

export const runPoll = async (app: App, names: readonly string[], options: PollOptions): Promise<number> => {
  if (options.url !== undefined || options.header !== undefined)
    throw new UserError('--url and --header say where a file came from: name it with --file');
  const { config } = app.config();
  const sources = app.isDemo
    ? createDemo(join(packageRoot, 'config', 'demo'))
    : createSources(config, { xBearerToken: app.env.xBearerToken() });
  const chosen = chooseSources(names, sources, config);
  if (chosen.length === 0) {
    app.io.out(options.json === true ? '[]\n' : `${sayPoll(options.language, 'noSources')}\n`);
    return exitCodes.ok;
  }
  const interrupt = onInterrupt();
  try {
    if (options.dryRun === true) return await dryRun(app, chosen, { signal: interrupt.signal, options });
    return await withRecord({ app, language: options.language }, (db) =>
      pollForGood(app, db, { chosen, signal: interrupt.signal, options }),
    );
  } finally {
    interrupt.done();
  }
};

const pollForGood = async (
  app: App,
  db: Database,
  { chosen, signal, options }: Polling & { readonly chosen: readonly Source[] },
): Promise<number> => {
  const { language } = options;
  const services = await db.transaction('ingest', (tx) => readServices(tx, app.clock.now()));
  const isServed = services.some(({ stages }) => stages.includes('poll'));
  if (isServed && options.json !== true) app.io.err(`${sayPoll(language, 'asked')}\n`);
  const polled = isServed
    ? await askService(
        db,
        chosen.map(({ name }) => name),
        { clock: app.clock, patienceMs: servicePatienceMs, signal },
      )
    : await pollHere(app, db, { chosen, signal, options });
  app.io.out(
    options.json === true
      ? `${JSON.stringify(polled, null, 2)}\n`
      : `${polled.map((one) => polledText(one, language, servicePatienceMs)).join('\n')}\n`,
  );
  return signal.aborted ? interrupted : exitCodeOf(polled);
};

/** A walk takes seconds; a service that did not come to it by then is busy or not well. */
const servicePatienceMs = 60_000;
/** 50,000 posts that wait come before what could still be read. */
const maxBacklog = 100;

/** Sources are walked one after the other in this process, and what they brought is decided here too. */
const pollHere = async (
  app: App,
  db: Database,
  { chosen, signal, options }: Polling & { readonly chosen: readonly Source[] },
): Promise<readonly Polled[]> => {
  const { config } = app.config();
  const { language } = options;
  const line = (text: string): void => {
    if (app.io.isErrTerminal && options.json !== true) app.io.err(`\r${text}\u001b[K`);
  };
  const service = await startOwnStages(db, {
    env: app.env,
    config,
    clock: app.clock,
    version: app.version,
    stages: new Set(['triage', 'reach']),
    onTrouble: (sentence) => app.io.err(`evenhand: ${sentence}\n`),
  });
  try {
    const polled: Polled[] = [];
    for (const source of chosen) {
      if (signal.aborted) break;
      const events: PollEvent[] = [];
      await makeDue(db, source, app.clock.now());
      const deps: PollDeps = {
        ...service.intake,
        sources: new Map([[source.name, source]]),
        fetch: createSafeFetch({ allow: config.network.allow }),
        connect: createSafeSocket({ allow: config.network.allow }),
        isOnce: true,
        signal,
        maxBacklog,
        onPage: (event) => {
          events.push(event);
          if (event.kind === 'page')
            line(sayPoll(language, 'page', { source: source.name, ...countsOf(events) }));
        },
      };
      await pollSource(source.name, deps);
      // Who refuses the walk is not asked for its threads as well.
      if (!events.some(({ kind }) => kind === 'error')) await followHere(source, deps);
      polled.push(outcomeOf(source.name, events));
    }
    await untilInboxEmpty(db, service, {
      signal,
      onWait: ({ events }) => line(sayPoll(language, 'deciding', { count: events })),
    });
    line('');
    return polled;
  } finally {
    await service.stop();
  }
};

/** A thread that cannot be read now is told by doctor, and asked for again; what a person must mend is told here. */
const followHere = ({ name }: Source, deps: PollDeps): Promise<void> =>
  followSource(name, {
    ...deps,
    onPage: (event) => {
      if (event.kind === 'page' || (event.kind === 'error' && event.error.outcome === 'permanent'))
        deps.onPage(event);
    },
  });

const makeDue = (db: Database, source: Source, now: Date): Promise<void> =>
  db.transaction('ingest', async (tx) => {
    await registerSource(tx, source, now);
    await enableSource(tx, source.name);
    await noteWalkEnd(tx, source.name, now);
  });

const countsOf = (events: readonly PollEvent[]): { readonly read: number; readonly kept: number } => {
  const pages = events.filter((event) => event.kind === 'page');
  return {
    read: pages.reduce((sum, page) => sum + page.read, 0),
    kept: pages.reduce((sum, page) => sum + page.kept, 0),
  };
};

const outcomeOf = (source: string, events: readonly PollEvent[]): Polled => {
  const failure = events.find((event) => event.kind === 'error');
  return {
    source,
    ...countsOf(events),
    error: failure?.error.message ?? null,
    isPermanent: failure?.error.outcome === 'permanent',
    gap:
      events.map((event) => (event.kind === 'page' ? event.gap : null)).find((gap) => gap !== null) ?? null,
    quota: events.flatMap((event) => (event.kind === 'page' ? (event.quota ?? []) : [])).at(-1) ?? null,
    isDone: true,
  };
};

/** What a person must mend counts before what may answer later. */
const exitCodeOf = (polled: readonly Polled[]): number => {
  if (polled.some(({ isPermanent }) => isPermanent)) return exitCodes.usage;
  return polled.some(({ error, isDone }) => error !== null || !isDone) ? exitCodes.unavailable : exitCodes.ok;
};
