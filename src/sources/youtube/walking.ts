import type { RawEvent } from '../../domain/raw-mention.ts';
import type { KnownPost, KnownPosts } from '../known-posts.ts';
import type { WalkPace } from '../newest-first.ts';
import type { Rejection, SourceDeps, SourcePage } from '../source.ts';
import type { Walks } from '../walk-places.ts';
import { quotaOf, type SpentUnits, spend, spentToday } from './units.ts';

/** The comments on the videos of a channel, or on one video. */
export interface YouTubeWalk {
  readonly kind: 'channel' | 'video';
  readonly id: string;
}

export const walkKey = ({ kind, id }: YouTubeWalk): string => `${kind} ${id}`;

export interface YouTubePlan {
  readonly name: string;
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly walks: readonly YouTubeWalk[];
  /** The channel is the brand's: every comment concerns it, whatever it names. */
  readonly isOwn: boolean;
  readonly isWatched: (text: string) => boolean;
  readonly unitsPerDay: number;
  readonly pace: WalkPace;
  /** Units of this process, those of requests that failed among them. */
  readonly meter: { spent: SpentUnits };
}

/** The whole state of the source, committed with every page. */
export interface YouTubeCursor {
  readonly walks: Readonly<Walks>;
  readonly known: readonly KnownPost[];
  /** What the last answer about it left out: gone when the next walk finds it left out too. */
  readonly absent?: readonly string[];
  readonly spent: SpentUnits;
}

export type Page = SourcePage<YouTubeCursor>;

export interface Walking {
  readonly plan: YouTubePlan;
  readonly deps: SourceDeps;
  readonly known: KnownPosts;
  readonly absent: Set<string>;
  readonly walks: Walks;
}

interface Told {
  readonly events: readonly RawEvent[];
  readonly rejected?: readonly Rejection[];
  readonly gap?: string | undefined;
}

export const pageWith = (walking: Walking, { events, rejected, gap }: Told, isLast = false): Page => {
  const { plan, deps, known, walks, absent } = walking;
  const now = deps.clock.now();
  return {
    events,
    cursor: { walks: { ...walks }, known: known.stored(now), absent: [...absent], spent: plan.meter.spent },
    isLast,
    quota: quotaOf(plan.meter.spent, plan.unitsPerDay, now),
    ...(rejected === undefined ? {} : { rejected }),
    ...(gap === undefined ? {} : { gap }),
  };
};

/** What another process spent stands in the cursor; what this one spent on requests that failed, in its meter. */
export const resumeMeter = ({ meter }: YouTubePlan, stored: YouTubeCursor | null, now: Date): void => {
  const here = spentToday(meter.spent, now);
  const units = Math.max(here.units, spentToday(stored?.spent, now).units);
  meter.spent = spend({ ...here, units }, 0, now);
};
