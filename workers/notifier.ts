import { DateTime } from 'luxon';
import { tellCompliance } from '../src/cases/guard/guard.store.ts';
import { warnOfForeseen } from '../src/cases/life/foresee.store.ts';
import { usualValidDays } from '../src/domain/adverse-action.ts';
import { alertTray, enableChannels, hurryPending } from '../src/notify/delivery.store.ts';
import { sayAllWell, warnOfDeadlines, warnOfSources } from '../src/notify/watch.store.ts';
import type { Transaction } from '../src/postgres/database.ts';
import { readToldProblems } from '../src/problems/told-problem.store.ts';
import type { Queues } from '../src/queue/queues.ts';
import { createDeliverer, type NotifyDeps } from './deliver.ts';
import { escalate } from './escalate.ts';
import { followUp } from './follow-up.ts';
import { createLooks } from './looks.ts';
import { planAll } from './notify.worker.ts';
import type { ServiceOptions } from './service-options.ts';
import { type SilenceWatch, watchSilences } from './silences.ts';
import { lookAtResolutions } from './warn-resolutions.ts';

export interface Notifier {
  stop(): Promise<void>;
}

/** Group timers are columns and retries are rows: a look once a second finds what is due, a wake-up only hurries it. */
const lookMs = 1_000;
const watchEvery = 15;

/** The notify stage of this process: plans, sends, and watches deadlines and sources. */
export const startNotifier = async (
  options: ServiceOptions,
  queues: Queues,
  signal: AbortSignal,
): Promise<Notifier> => {
  const { db, clock, channels } = options;
  const timezone = options.config.brands[0]?.calendar.timezone ?? 'UTC';
  const deps: NotifyDeps = {
    db,
    clock,
    channels,
    fetch: options.fetch,
    signal,
    timezone,
    readProblems: readToldProblems,
    onDelivery: options.onDelivery,
    onError: options.onError,
  };
  await db.transaction('desk', async (tx) => {
    await hurryPending(tx, alertTray, { now: clock.now(), isAlone: db.access === 'owner' });
    await enableChannels(
      tx,
      channels.map(({ channel }) => channel.name),
    );
  });
  const deliverer = createDeliverer(alertTray, deps);
  const report = (error: unknown): void =>
    options.onError('notify', error instanceof Error ? error : new Error(String(error)));
  const plan = pacedPlan(deps);
  // What cannot be planned keeps nothing that is frozen waiting.
  const looks = createLooks(async () => {
    const againMs = await plan().catch((error: unknown) => {
      report(error);
      return null;
    });
    await deliverer.wake().catch(report);
    return againMs;
  }, signal);
  const silences = watchSilences({ db, clock, timezone });
  let turn = 0;
  let watching: Promise<void> | null = null;
  const timer = setInterval(() => {
    if (turn % watchEvery === 0)
      watching ??= watch(options, silences, deps).finally(() => {
        watching = null;
      });
    turn += 1;
    looks.wake();
  }, lookMs);
  // At once: a job that is being worked on would swallow the next wake-up of the same name.
  queues.work('notify', () => Promise.resolve(looks.wake()), 1);
  return {
    stop: async () => {
      clearInterval(timer);
      await looks.stop();
      await watching;
      await deliverer.settle();
    },
  };
};

/** From here on a plan is long, because thousands of alerts wait in their groups. */
const longPlanMs = 100;
/** What is critical waits no longer for the plan after a long one. */
const longestPauseMs = 1_000;

/** Long plans take a tenth of the time where they can. Answers after how long it should be asked again; null: it planned. */
const pacedPlan = (deps: NotifyDeps): (() => Promise<number | null>) => {
  let notBefore = 0;
  return async () => {
    const begun = performance.now();
    if (begun < notBefore) return notBefore - begun;
    try {
      await planAll(deps);
    } finally {
      const tookMs = performance.now() - begun;
      if (tookMs > longPlanMs) notBefore = performance.now() + Math.min(9 * tookMs, longestPauseMs);
    }
    return null;
  };
};

/** One after the other; what breaks at one of them keeps no other from being told. */
const watch = async (
  { db, clock, config, onError }: ServiceOptions,
  silences: SilenceWatch,
  deps: NotifyDeps,
): Promise<void> => {
  const now = clock.now();
  const local = DateTime.fromJSDate(now, { zone: deps.timezone });
  const isTime = local.hour * 60 + local.minute >= config.digest.atMinute;
  const report = (error: unknown): void =>
    onError('watch', error instanceof Error ? error : new Error(String(error)));
  const validDays = config.guard?.validDays ?? usualValidDays;
  const brands = config.brands.map(({ id }) => id);
  const desk = (work: (tx: Transaction) => Promise<unknown>) => db.transaction('desk', work);
  const looks: readonly (() => Promise<unknown>)[] = [
    () => desk((tx) => warnOfDeadlines(tx, now)),
    () => desk((tx) => tellCompliance(tx, now, validDays)),
    () => lookAtResolutions(db, now),
    () => escalate({ db, config, onError: report }, now),
    () => desk((tx) => warnOfForeseen(tx, brands, now)),
    () => desk((tx) => warnOfSources(tx, now)),
    () => silences.look(),
    () => followUp(deps),
    ...(isTime ? [() => desk((tx) => sayAllWell(tx, local.toISODate() ?? '', now))] : []),
  ];
  for (const look of looks) await look().catch(report);
};
