import { type HourOfWeek, hourMs, hoursPerWeek, minuteMs, type WatchedHour } from './hours.ts';

/** What is usual for a source, or that too little was seen to say so. */
export type Rhythm = KnownRhythm | LearningRhythm;

export interface KnownRhythm {
  readonly kind: 'known';
  /** Minutes in which the source tells something, to be expected in each hour of the week; always above 0. */
  readonly perHour: readonly number[];
  /** So many of them may be missing in a row before the silence is unusual. */
  readonly limit: number;
}

export interface LearningRhythm {
  readonly kind: 'learning';
  /** The longest silence that ended, in milliseconds; 0: none did. */
  readonly longestMs: number;
}

/** Every hour of the week was watched once, and a handful of silences has ended. */
const enoughHours = hoursPerWeek;
const enoughSilences = 5;
/**
 * A silence so much longer than the longest usual one is not usual. In simulation (test/rhythm) 2 alarms falsely less than
 * once in a year of a source that tells something 4 minutes of an hour; 1.5 did once in eight months.
 */
const margin = 2;
/** Below this nobody is alarmed: were the minutes independent, one silence in 3,000 were as long (e^-8). */
const leastLimit = 8;
/** Weight of what is supposed of an hour before it was watched, in hours. */
const priorHours = 0.5;
/** Of so many weeks the longest silence may have been an outage, and does not count. */
const weeksPerOutage = 4;

/**
 * Learns from recorded hours how often a source tells something in each hour of the week, and how long it is silent
 * while all is well. By the time-rescaling theorem silences that are measured in expected minutes instead of clock
 * time are alike at every hour (Papangelou 1972; Brown et al. 2002, Neural Computation 14, 325-346), so that the silences
 * of a whole week set one limit, which is short at noon and long at night. Sources tell in bursts and not as a
 * Poisson process would (facts/science.md 4), so that the limit is twice the longest silence seen; of
 * every four weeks one silence, which may have been an outage, is left out. The expected minutes of an hour are a
 * Gamma-Poisson mean: an hour that was watched seldom borrows from the same hour of other days of its kind.
 *
 * Hours may come in any order. The silence that lasts is no part of what is learned. Units: minutes with data per hour; no
 * errors.
 */
export const learnRhythm = (recorded: readonly WatchedHour[], hourOfWeek: HourOfWeek): Rhythm => {
  const hours = untilLastTold(recorded);
  const perHour = expectedPerHour(hours, hourOfWeek);
  const silences = silencesOf(hours, (startMs) => perHour[hourOfWeek(startMs)] ?? 0);
  if (hours.length < enoughHours || silences.length < enoughSilences)
    return { kind: 'learning', longestMs: Math.max(0, ...silences.map(({ ms }) => ms)) };
  const outages = Math.floor(hours.length / (weeksPerOutage * hoursPerWeek));
  const longest = longestBut(outages, silences);
  return { kind: 'known', perHour, limit: Math.max(leastLimit, margin * longest) };
};

const untilLastTold = (recorded: readonly WatchedHour[]): readonly WatchedHour[] => {
  const hours = recorded.toSorted((a, b) => a.startMs - b.startMs);
  return hours.slice(0, hours.findLastIndex(({ minutes }) => minutes.length > 0) + 1);
};

interface Tally {
  told: number;
  watched: number;
}

const emptyTallies = (count: number): readonly Tally[] =>
  Array.from({ length: count }, () => ({ told: 0, watched: 0 }));

/** Drawn to what is supposed, the less was watched the more. */
const meanOf = ({ told, watched }: Tally, supposed: number): number =>
  (told + priorHours * supposed) / (watched + priorHours);

const expectedPerHour = (hours: readonly WatchedHour[], hourOfWeek: HourOfWeek): readonly number[] => {
  const all: Tally = { told: 0, watched: 0 };
  const ofKind = emptyTallies(2 * 24);
  const ofWeek = emptyTallies(hoursPerWeek);
  for (const { startMs, minutes } of hours) {
    const hour = hourOfWeek(startMs);
    for (const tally of [all, ofKind[kindOf(hour)], ofWeek[hour]]) {
      if (tally === undefined) continue;
      tally.told += minutes.length;
      tally.watched += 1;
    }
  }
  // Where nothing was told any figure does: nothing is known then.
  const overall = meanOf(all, 1);
  const kinds = ofKind.map((tally) => meanOf(tally, overall));
  return ofWeek.map((tally, hour) => meanOf(tally, kinds[kindOf(hour)] ?? overall));
};

/** The same hour of the working days, and of the two others. */
const kindOf = (hour: number): number => (hour < 5 * 24 ? hour % 24 : 24 + (hour % 24));

interface EndedSilence {
  readonly ms: number;
  /** Minutes with data that were to be expected in it. */
  readonly missed: number;
}

/** From each minute with data to the next one; what was not watched through is none. */
const silencesOf = (
  hours: readonly WatchedHour[],
  rateAt: (startMs: number) => number,
): readonly EndedSilence[] => {
  const silences: EndedSilence[] = [];
  let lastMs: number | null = null;
  let missed = 0;
  let endMs = Number.NaN;
  for (const { startMs, minutes } of hours) {
    if (startMs !== endMs) lastMs = null;
    const perMinute = rateAt(startMs) / 60;
    let from = 0;
    for (const minute of minutes) {
      const atMs = startMs + minute * minuteMs;
      if (lastMs !== null) silences.push({ ms: atMs - lastMs, missed: missed + perMinute * (minute - from) });
      [lastMs, missed, from] = [atMs, 0, minute];
    }
    missed += perMinute * (60 - from);
    endMs = startMs + hourMs;
  }
  return silences;
};

const longestBut = (outages: number, silences: readonly EndedSilence[]): number =>
  silences.map(({ missed }) => missed).toSorted((a, b) => b - a)[outages] ?? 0;
