import { dropHours, readHours } from '../src/ingest/heard.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import {
  closeSilences,
  type ListenedSource,
  openSilence,
  readListened,
} from '../src/notify/silence.store.ts';
import { lockWatching } from '../src/notify/watch.store.ts';
import type { Database } from '../src/postgres/database.ts';
import { type HourOfWeek, hourMs, hourOfWeekBy } from '../src/rhythm/hours.ts';
import { judgeSilence } from '../src/rhythm/judge-silence.ts';
import { learnRhythm, type Rhythm } from '../src/rhythm/learn-rhythm.ts';
import { zoneClock } from '../src/triage/zone-clock.ts';

export interface SilenceDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Where the people live whose days and nights the sources follow. */
  readonly timezone: string;
}

export interface SilenceWatch {
  /** Tells of every source that tells nothing for longer than usual, and of every one that speaks again, once each. */
  look(): Promise<void>;
}

/** So many weeks are learned from. */
const learnedWeeks = 8;
/** A source that was silent for longer begins anew. */
const keptWeeks = 26;
const weekMs = 7 * 24 * hourMs;

/** Rhythms are learned again every hour and kept in this process. */
export const watchSilences = ({ db, clock, timezone }: SilenceDeps): SilenceWatch => {
  const zone = zoneClock(timezone);
  const hourOfWeek = hourOfWeekBy((ms) => zone.toLocal(ms));
  const startedAt = clock.now();
  const learned = new Map<string, Rhythm>();
  let learnedIn = Number.NaN;
  const rhythmOf = async (listened: ListenedSource): Promise<Rhythm> => {
    const known = learned.get(listened.source);
    if (known !== undefined) return known;
    const rhythm = await learn(db, listened, hourOfWeek);
    learned.set(listened.source, rhythm);
    return rhythm;
  };
  const look = async (): Promise<void> => {
    const now = clock.now();
    if (Math.floor(now.getTime() / hourMs) !== learnedIn) {
      learned.clear();
      learnedIn = Math.floor(now.getTime() / hourMs);
      await db.transaction('desk', (tx) => dropHours(tx, new Date(now.getTime() - keptWeeks * weekMs)));
    }
    const listened = await db.transaction('desk', async (tx) => {
      await lockWatching(tx);
      await closeSilences(tx, now);
      return readListened(tx, now);
    });
    for (const one of listened) {
      if (one.isSilent) continue;
      const silence = { ...silenceOf(one, startedAt), nowMs: now.getTime() };
      const { isUnusual, usualUntilMs } = judgeSilence(silence, await rhythmOf(one), hourOfWeek);
      if (isUnusual)
        await db.transaction('desk', (tx) =>
          openSilence(tx, one, { expectedAt: new Date(usualUntilMs), now }),
        );
    }
  };
  return { look };
};

/** What is pushed while nobody listens comes again later: its silence counts from the start of this process. */
const silenceOf = ({ kind, quietSince, quietTargetMs }: ListenedSource, startedAt: Date) => ({
  sinceMs: kind === 'push' ? Math.max(quietSince.getTime(), startedAt.getTime()) : quietSince.getTime(),
  targetMs: quietTargetMs ?? Number.POSITIVE_INFINITY,
});

const learn = async (
  db: Database,
  { source, lastToldAt }: ListenedSource,
  hourOfWeek: HourOfWeek,
): Promise<Rhythm> => {
  if (lastToldAt === null) return learnRhythm([], hourOfWeek);
  const hours = await db.transaction('desk', (tx) =>
    readHours(tx, source, { weeks: learnedWeeks, until: lastToldAt }),
  );
  return learnRhythm(hours, hourOfWeek);
};
