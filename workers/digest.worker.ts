import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Config } from '../config/config.ts';
import type { DigestModel } from '../src/digest/compose-digest.ts';
import {
  claimDigestDay,
  finishDigestDay,
  readBeginning,
  readWrittenDays,
  releaseDigestDay,
} from '../src/digest/digest-day.store.ts';
import { renderDigestHtml } from '../src/digest/html/render-digest-html.ts';
import { letterTray } from '../src/digest/letter-tray.ts';
import { renderDigestMarkdown } from '../src/digest/render-digest-markdown.ts';
import type { Brand } from '../src/domain/brand.ts';
import type { Clock } from '../src/lib/clock.ts';
import { UserError } from '../src/lib/user-error.ts';
import { insertFrozen } from '../src/notify/delivery.store.ts';
import type { Database } from '../src/postgres/database.ts';
import { type CommsChannel, digestPeriod, frozenLetter, languageOf, readModel } from './digest-letter.ts';

export interface DigestDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly brands: readonly Brand[];
  readonly digest: Config['digest'];
  /** Of `commsChannel`; null: files only. */
  readonly comms: CommsChannel | null;
  readonly onError: (what: string, error: Error) => void;
}

/** The channel that may hear of reach. One that leads or people on call hear too is refused: the two never mix. */
export const commsChannel = (
  { channels, digest }: Pick<Config, 'channels' | 'digest'>,
  wired: readonly CommsChannel[],
): CommsChannel | null => {
  if (digest.channel === null) return null;
  const configured = channels.find(({ name }) => name === digest.channel);
  const found = wired.find(({ channel }) => channel.name === digest.channel);
  if (found !== undefined && configured?.audience.join() === 'comms') return found;
  throw new UserError(
    `digest.channel names "${digest.channel}", which is not a channel for comms alone: write audience: comms there`,
  );
};

/** Writes the day's digest of every brand whose hour has come, once each, and queues it for comms. Returns their names. */
export const writeDailyDigests = async (deps: DigestDeps): Promise<readonly string[]> => {
  const now = deps.clock.now();
  const due = deps.brands.flatMap((brand) => dueDigest(brand, deps.digest.atMinute, now) ?? []);
  const { written, begunAt } = await deps.db.transaction('desk', async (tx) => ({
    written: await readWrittenDays(
      tx,
      due.map(({ brand, day }) => ({ brand: brand.id, day })),
    ),
    begunAt: await readBeginning(tx),
  }));
  const made: string[] = [];
  for (const one of due) {
    // What was begun this very day has nothing to tell of the day before.
    const isTooYoung = begunAt !== null && begunAt >= one.at;
    if (written.has(one.brand.id) || isTooYoung) continue;
    if (await writeDigest(one, now, deps)) made.push(`${one.brand.id}-${one.day}`);
  }
  return made;
};

interface DueDigest {
  readonly brand: Brand;
  readonly day: string;
  /** When it was due. */
  readonly at: Date;
  readonly from: Date;
}

/** Today's digest by the brand's own calendar; null before its hour. It reaches back to yesterday's hour. */
export const dueDigest = (brand: Brand, atMinute: number, now: Date): DueDigest | null => {
  const local = DateTime.fromJSDate(now, { zone: brand.calendar.timezone });
  if (!local.isValid) return null;
  const day = local.toFormat('yyyy-MM-dd');
  const { from, at } = digestPeriod(brand, day, atMinute);
  return now < at ? null : { brand, day, at, from };
};

const writeDigest = async (
  { brand, day, from }: DueDigest,
  now: Date,
  deps: DigestDeps,
): Promise<boolean> => {
  const { db } = deps;
  const key = { brand: brand.id, day };
  if (!(await db.transaction('desk', (tx) => claimDigestDay(tx, { ...key, now })))) return false;
  try {
    const model = await readModel(brand, { from, now }, deps);
    await writeFiles(`${brand.id}-${day}`, model, deps);
    const letter = frozenLetter(brand, { day, model, now }, deps);
    // The letter first: whoever takes over a day that was not finished finds it under the same id and leaves it.
    if (letter !== null)
      await db.transaction(letterTray.role, (tx) => insertFrozen(tx, letterTray, [letter], now));
    await db.transaction('desk', (tx) => finishDigestDay(tx, { ...key, now }));
    return true;
  } catch (error) {
    await db.transaction('desk', (tx) => releaseDigestDay(tx, key)).catch(() => undefined);
    deps.onError(`digest of ${brand.id}`, error instanceof Error ? error : new Error(String(error)));
    return false;
  }
};

const writeFiles = async (name: string, model: DigestModel, deps: DigestDeps): Promise<void> => {
  const { dir } = deps.digest;
  const language = languageOf(deps);
  await mkdir(dir, { recursive: true, mode: 0o750 });
  await writeWhole(join(dir, `${name}.md`), renderDigestMarkdown(model, language));
  await writeWhole(join(dir, `${name}.html`), renderDigestHtml(model, language));
};

/** A file is there whole or not at all, whenever the process ends. */
const writeWhole = async (path: string, text: string): Promise<void> => {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, text, { mode: 0o640 });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
};

export interface Digests {
  /** Looks now, whatever the timer says. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

const lookMs = 60_000;

/** Looks once a minute, and at once: a digest whose hour passed while nothing ran is written at the start. */
export const startDigests = (deps: DigestDeps): Digests => {
  let running: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running ??= writeDailyDigests(deps)
      .then(() => undefined)
      .catch((error: unknown) =>
        deps.onError('digest', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        running = null;
      });
    return running;
  };
  const timer = setInterval(() => void run(), lookMs);
  timer.unref();
  void run();
  return {
    run,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
