import { type DiscourseThreadMark, followTopic } from './discourse/follow.ts';
import { type DiscoursePlan, readPages } from './discourse/read-pages.ts';
import type { DiscourseCursor } from './discourse/walk.ts';
import type { Source } from './source.ts';

export interface DiscourseSourceOptions {
  readonly name: string;
  readonly baseUrl: string;
  /** Both, or neither for a forum that anybody may read. */
  readonly apiKey: string | null;
  readonly apiUsername: string | null;
  /** What concerns a brand is asked for again, for edits and deletions. */
  readonly isWatched: (text: string) => boolean;
  readonly lookbackMs?: number;
  readonly pollMs?: number;
}

/** A Discourse forum, every post of it in the order of writing; the watch-list chooses at the door. */
export const createDiscourseSource = (
  options: DiscourseSourceOptions,
): Source<DiscourseCursor, DiscourseThreadMark> => {
  const plan = planOf(options);
  return {
    name: options.name,
    kind: 'discourse',
    knowsSpread: true,
    freshnessTargetMs: 30 * 60_000,
    quietTargetMs: 2 * 86_400_000,
    pages: (cursor, deps) => readPages(plan, cursor, deps),
    nextPollMs: () => options.pollMs ?? 300_000,
    follow: (followed, cursor, deps) => followTopic(plan, { followed, cursor }, deps),
  };
};

const planOf = ({
  name,
  baseUrl,
  apiKey,
  apiUsername,
  isWatched,
  lookbackMs,
}: DiscourseSourceOptions): DiscoursePlan => ({
  name,
  baseUrl: baseUrl.replace(/\/+$/, ''),
  headers: apiKey === null || apiUsername === null ? {} : { 'api-key': apiKey, 'api-username': apiUsername },
  isWatched,
  lookbackMs: lookbackMs ?? 86_400_000,
});
