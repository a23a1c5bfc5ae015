import { askAudiences } from './bluesky/ask-audiences.ts';
import type { BlueskyCursor } from './bluesky/cursor.ts';
import { type BlueskyThreadMark, followThread } from './bluesky/follow.ts';
import { type BlueskyHost, chooseHost } from './bluesky/hosts.ts';
import { listen } from './bluesky/listen.ts';
import { resolveHandles } from './bluesky/resolve-handles.ts';
import type { ListenPace } from './bluesky/walk.ts';
import type { BlueskyWire } from './bluesky/wire.ts';
import type { XrpcHost } from './bluesky/xrpc.ts';
import type { Source } from './source.ts';

export interface BlueskySourceOptions {
  readonly name: string;
  /** Origins of Jetstream hosts; when one fails the next is asked. */
  readonly hosts: readonly string[];
  readonly wire: BlueskyWire;
  /** Where threads, quotes and profiles are asked for; null: nowhere, the stream is all there is. */
  readonly apiUrl: string | null;
  /** Handles of the brands' own accounts: posts carry ids, and who has such a handle is learned from the stream. */
  readonly ownHandles?: readonly string[];
  readonly pace?: Partial<ListenPace>;
}

/** Bluesky by Jetstream: everything that is posted, matched here against the watch-list. */
export const createBlueskySource = (
  options: BlueskySourceOptions,
): Source<BlueskyCursor, BlueskyThreadMark> => {
  const hosts: readonly BlueskyHost[] = options.hosts.map((origin) => ({ origin, wire: options.wire }));
  const ownHandles = new Set(options.ownHandles?.map((handle) => handle.replace(/^@/, '').toLowerCase()));
  // Which host answered last is no part of the walk: a new process may well begin with another.
  let failures = 0;
  // Asked once by each process; then the stream tells.
  let resolved: Readonly<Record<string, string>> | null = null;
  const { name, apiUrl } = options;
  const api: XrpcHost | null = apiUrl === null ? null : { source: name, apiUrl };
  return {
    name,
    kind: 'bluesky',
    // Audience is not in the stream.
    knowsSpread: false,
    isStream: true,
    freshnessTargetMs: FRESHNESS_MS,
    // A whole network is never silent.
    quietTargetMs: 10 * 60_000,
    async *pages(cursor, deps) {
      resolved ??= api === null ? {} : await resolveHandles(api, ownHandles, deps);
      const listening = {
        host: chooseHost(hosts, cursor?.host, failures),
        isOnlyHost: hosts.length === 1,
        ownHandles,
        resolved,
        pace: { ...PACE, ...options.pace },
        onLife: () => {
          failures = 0;
        },
      };
      failures += 1;
      yield* listen(listening, cursor, deps);
    },
    nextPollMs: () => AGAIN_MS,
    ...(api === null ? {} : asking(api)),
  };
};

const asking = (
  api: XrpcHost,
): Pick<Source<BlueskyCursor, BlueskyThreadMark>, 'follow' | 'audiences' | 'followsPerMinute'> => ({
  follow: (thread, _cursor, deps) => followThread(api, thread, deps),
  audiences: (posts, deps) => askAudiences(api, posts, deps),
  followsPerMinute: FOLLOWS_PER_MINUTE,
});

const FRESHNESS_MS = 5 * 60_000;
/** 3,000 requests in five minutes and address (facts/sources.md 2); a fifth of them, for profiles are asked for too. */
const FOLLOWS_PER_MINUTE = 120;
const AGAIN_MS = 1_000;
const PACE: ListenPace = { commitMs: 5_000, namedMs: 250, quietMs: 30_000 };
