import { relative } from 'node:path';
import type { Logger } from 'winston';
import type { Config } from '../config/config.ts';
import type { Env } from '../config/env.ts';
import type { CaseRow } from '../src/cases/fold-types.ts';
import { caseName } from '../src/domain/case-id.ts';
import type { Clock } from '../src/lib/clock.ts';
import { plainMessage } from '../src/lib/plain-message.ts';
import { asCalled } from '../src/lib/program.ts';
import { howToAllow, pairOf } from '../src/lib/public-address.ts';
import type { Database } from '../src/postgres/database.ts';
import type { Committed } from './commit-batch.ts';
import type { DeliveryEvent } from './deliver.ts';
import type { PollEvent } from './poll-event.ts';
import { demoGreeting, openedLines, raisedLines, whereToLook } from './presenter.ts';
import type { SinkEvent } from './sinks.ts';
import type { Stage } from './stages.ts';
import type { BatchEvent } from './triage.worker.ts';

export interface ReporterOptions {
  readonly env: Env;
  readonly config: Config;
  readonly stages: ReadonlySet<Stage>;
  readonly version: string;
  readonly clock: Clock;
  readonly isPretty: boolean;
  readonly isColour: boolean;
  readonly width: number;
  readonly write: (text: string) => void;
}

/** Tells people what happens: pretty where somebody looks, JSON lines where a machine reads. */
export interface Reporter {
  greet(): void;
  started(db: Database): void;
  readonly onPage: (event: PollEvent) => void;
  readonly onBatch: (event: BatchEvent) => void;
  readonly onDelivery: (event: DeliveryEvent) => void;
  readonly onSinkCall: (event: SinkEvent) => void;
  readonly onRoot: (root: { readonly day: string; readonly root: string }) => void;
  readonly onError: (what: string, error: Error) => void;
  stop(): void;
}

/** The sample posts are told within 45 s; then it is time to look around. */
const demoMs = 48_000;

export const createReporter = (options: ReporterOptions, log: Logger): Reporter => {
  const { env, isPretty, write } = options;
  const isDemo = env.engine.kind === 'embedded' && env.engine.isDemo;
  const saySeldom = createSeldom(options.clock);
  let hint: NodeJS.Timeout | null = null;
  return {
    greet: () => {
      if (isDemo && isPretty) write(demoGreeting(relative(env.cwd, env.dataDir), options.width));
      else
        log.info(`evenhand ${options.version} starts`, {
          stages: [...options.stages].join(','),
          engine: env.engine.kind,
        });
    },
    started: (db) => {
      if (db.roles.kind === 'open')
        log.warn(
          asCalled(
            `lock 3 is open: the login may not create roles (${db.roles.reason}); "evenhand doctor" prints the SQL`,
          ),
        );
      if (isDemo && isPretty) hint = setTimeout(() => write(whereToLook()), demoMs);
      else log.info('ready');
    },
    onRoot: ({ day, root }) =>
      log.info(`the root of the activities up to ${day} is ${root}: keep it elsewhere`),
    onPage: (event) => reportPage(event, log, isDemo),
    onBatch: (event) => {
      reportBatch(event, log, isPretty);
      if (!('committed' in event) || !isPretty) return;
      const render = {
        language: 'en',
        isColour: options.isColour,
        width: options.width,
        now: options.clock.now(),
      } as const;
      for (const row of event.committed.opened) if (!row.isHistory) write(openedLines(row, render));
      for (const row of event.committed.raised) if (!row.isHistory) write(raisedLines(row, render));
    },
    onDelivery: (event) => reportDelivery(event, options.config, log),
    onSinkCall: (event) => reportSinkCall(event, log),
    onError: (what, error) => saySeldom(`${what}: ${plainMessage(error)}`, (text) => log.warn(text)),
    stop: () => {
      if (hint !== null) clearTimeout(hint);
    },
  };
};

const reportPage = (event: PollEvent, log: Logger, isDemo: boolean): void => {
  if (event.kind === 'error')
    return void log.warn(`source ${event.source}: ${event.error.message}`, { outcome: event.error.outcome });
  if (event.kind === 'slowed')
    return void log.info(`polling of ${event.source} slows: ${event.batches} batches wait to be decided`);
  if (event.gap !== null) log.warn(`source ${event.source}: ${event.gap}`);
  if (event.read > 0 && !isDemo)
    log.info(`read ${event.source}`, {
      traceId: event.traceId,
      read: event.read,
      kept: event.kept,
      rejected: event.rejected,
    });
};

const reportBatch = (event: BatchEvent, log: Logger, isPretty: boolean): void => {
  if (event.kind === 'again') return void (isPretty || logCases(event.committed, {}, log));
  const { traceId, batchId } = event.batch;
  if (event.kind === 'failed')
    return void log.warn('a batch failed and is tried again', {
      traceId,
      batchId,
      attempt: event.batch.attempts,
      reason: plainMessage(event.error),
    });
  if (event.kind === 'split') {
    const what =
      event.halves === 0
        ? asCalled('one mention could not be processed: see "evenhand dead-letters list"')
        : 'a batch failed three times and is split';
    return void log.warn(what, { traceId, batchId });
  }
  const facts = {
    traceId,
    mentions: event.decided.keys.length,
    opened: event.committed.opened.length,
    ms: Math.round(event.ms),
  };
  if (isPretty) log.debug('decided', facts);
  else {
    log.info('decided', facts);
    logCases(event.committed, { traceId }, log);
  }
};

const logCases = ({ opened, raised }: Committed, trace: { readonly traceId?: string }, log: Logger): void => {
  for (const row of opened) log.info('case opened', { ...trace, ...caseFacts(row) });
  for (const row of raised) log.info('case raised', { ...trace, ...caseFacts(row) });
};

const caseFacts = ({ id, brand, severity, dueAt }: CaseRow) => ({
  case: caseName(id),
  brand,
  severity,
  due: dueAt?.toISOString(),
});

const reportDelivery = (
  { channel, id, outcome, reason, attempts, traceIds }: DeliveryEvent,
  config: Config,
  log: Logger,
): void => {
  if (outcome === 'frozen')
    return void log.debug('notification frozen', { channel, notification: id, traceIds: traceIds.join(',') });
  const facts = { channel, notification: id, attempts, reason };
  if (outcome === 'delivered') return void log.debug('notified', facts);
  if (reason === 'address_refused') return void log.warn(refusedChannel(channel, config), facts);
  log.warn(
    outcome === 'transient'
      ? 'a notification was not taken and is sent again'
      : 'a notification could not be delivered',
    facts,
  );
};

/** What was done and what came of it, by numbers and codes. */
const reportSinkCall = ({ sink, caseId, what, outcome, reason }: SinkEvent, log: Logger): void => {
  const facts = { sink, case: caseName(caseId), call: what, reason };
  if (outcome === 'done') return void log.debug('helpdesk called', facts);
  log.warn(
    outcome === 'transient'
      ? 'a helpdesk did not take a call; it is made again'
      : 'a helpdesk refused a call',
    facts,
  );
};

/** Host and port alone: the rest of a webhook's address is a secret. */
const refusedChannel = (name: string, { channels }: Config): string => {
  const channel = channels.find((one) => one.name === name);
  const pair = channel !== undefined && 'url' in channel ? pairOf(new URL(channel.url)) : 'its host:port';
  return `a notification waits because ${pair} is not a public address; ${howToAllow(pair)} and start the service again`;
};

/** A service that is down says the same thing many times a second: once in five seconds is enough. */
const createSeldom = (clock: Clock) => {
  const last = new Map<string, number>();
  return (text: string, say: (text: string) => void): void => {
    const now = clock.now().getTime();
    if (now - (last.get(text) ?? 0) < 5_000) return;
    last.set(text, now);
    if (last.size > 100) last.clear();
    say(text);
  };
};
