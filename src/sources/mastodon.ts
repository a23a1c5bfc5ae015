import { UserError } from '../lib/user-error.ts';
import type { MastodonCursor } from './mastodon/cursor.ts';
import { followContext, type MastodonThreadMark } from './mastodon/follow.ts';
import { readPages } from './mastodon/read-pages.ts';
import type { MastodonWalk } from './mastodon/walk.ts';
import type { MastodonPlan, StreamPlan } from './mastodon/walking.ts';
import type { Source } from './source.ts';

export type { MastodonCursor } from './mastodon/cursor.ts';

export interface MastodonSourceOptions {
  readonly name: string;
  /** The first one is asked with the token, the others as anybody may ask. */
  readonly instances: readonly string[];
  /** Of an account of the first instance (read:statuses, read:search); null: public timelines only. */
  readonly token: string | null;
  /** Without `#`. */
  readonly tags: readonly string[];
  /** Phrases for the instance's own search; it needs a token, and many instances have none. */
  readonly searches?: readonly string[];
  /** What concerns a brand is asked for again, for edits and deletions. */
  readonly isWatched: (text: string) => boolean;
  readonly lookbackMs?: number;
  readonly pollMs?: number;
  /** null: only polled. */
  readonly stream?: StreamPlan | null;
}

/** Mastodon by the timelines of hashtags, forward from what was read; with a token by search and as it is written too. */
export const createMastodonSource = (
  options: MastodonSourceOptions,
): Source<MastodonCursor, MastodonThreadMark> => {
  const plan = planOf(options);
  const pollMs = Math.max(options.pollMs ?? 60_000, plan.walks.length * MS_PER_WALK);
  // How well streams last is no part of the walk: another process may be luckier.
  let brokenOff = 0;
  return {
    name: options.name,
    kind: 'mastodon',
    knowsSpread: true,
    isStream: plan.stream !== null,
    freshnessTargetMs: 15 * 60_000,
    async *pages(cursor, deps) {
      const begun = performance.now();
      yield* readPages(plan, cursor, deps);
      brokenOff = performance.now() - begun < lastingMs(plan) ? brokenOff + 1 : 0;
    },
    nextPollMs: () => (plan.stream === null ? pollMs : Math.min(REOPEN_MS * 2 ** brokenOff, pollMs)),
    follow: (followed, cursor, deps) => followContext(plan, { followed, cursor }, deps),
    followsPerMinute: FOLLOWS_PER_MINUTE,
    quietTargetMs: 2 * 86_400_000,
  };
};

/** 300 requests in five minutes (facts/sources.md 3); a walk takes three at least, and half of the limit is left. */
const MS_PER_WALK = 2 * 3 * 1000;
/** A quarter of the limit. */
const FOLLOWS_PER_MINUTE = 15;
/** What was missed between two streams is read from the timelines first. */
const REOPEN_MS = 5_000;

/** A stream that ended sooner broke off: opened again and again at once, its timelines would use the limit up. */
const lastingMs = ({ stream }: MastodonPlan): number => Math.min(30_000, stream?.lastsMs ?? 0);

/** Longer than three heartbeats; pages at least as often as a walk must show that it is alive (30 s). */
const usualStream: StreamPlan = { silenceMs: 50_000, pageMs: 10_000, lastsMs: 300_000 };

const planOf = (options: MastodonSourceOptions): MastodonPlan => {
  const { name, token, tags, searches = [] } = options;
  const instances = options.instances.map((url, index) => ({
    url: url.replace(/\/+$/, ''),
    token: index === 0 ? token : null,
  }));
  const walks: MastodonWalk[] = instances.flatMap((instance) => [
    ...tags.map((words) => ({ instance: instance.url, kind: 'tag', words }) as const),
    ...(instance.token === null ? [] : searches).map(
      (words) => ({ instance: instance.url, kind: 'search', words }) as const,
    ),
  ]);
  if (walks.length === 0)
    throw new UserError(`Source ${name} has nothing to look for on Mastodon. Give it tags in evenhand.yaml.`);
  return {
    name,
    instances,
    walks,
    isWatched: options.isWatched,
    lookbackMs: options.lookbackMs ?? 86_400_000,
    stream: token === null ? null : options.stream === undefined ? usualStream : options.stream,
  };
};
