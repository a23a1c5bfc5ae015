import { setTimeout as sleep } from 'node:timers/promises';

/** Posts of one source that stand now and that replies may wait for. */
export interface DecidedPosts {
  readonly source: string;
  readonly parents: readonly string[];
}

export interface ReplyRounds {
  note(posts: DecidedPosts): Promise<void>;
  /** Looks at once for what was noted, and ends. What comes after that is found by the sweep. */
  stop(): Promise<void>;
}

/** A reply's severity may come so much later than its post's. */
const gatherMs = 250;

/**
 * Gathers the posts of several batches before it looks for replies that waited for them: a round costs the same ten
 * statements for one batch as for ten, and under load nearly every batch holds a post that the one beside it answers.
 * One round at a time.
 */
export const createReplyRounds = (
  decideAgain: (posts: DecidedPosts) => Promise<unknown>,
  onError: (error: Error) => void,
): ReplyRounds => {
  let noted = new Map<string, string[]>();
  let running: Promise<void> | null = null;
  const stopped = new AbortController();

  const round = async (): Promise<void> => {
    while (noted.size > 0) {
      await sleep(gatherMs, undefined, { signal: stopped.signal }).catch(() => undefined);
      const now = noted;
      noted = new Map();
      for (const [source, parents] of now) await decideAgain({ source, parents });
    }
  };
  const start = (): void => {
    running ??= round()
      .catch((error: unknown) => onError(error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        running = null;
        if (noted.size > 0) start();
      });
  };
  return {
    note: ({ source, parents }) => {
      if (stopped.signal.aborted) return Promise.resolve();
      const own = noted.get(source) ?? [];
      own.push(...parents);
      noted.set(source, own);
      start();
      return Promise.resolve();
    },
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
};
