import { z } from 'zod';
import type { RawEvent } from '../../domain/raw-mention.ts';
import { askJson } from '../ask-json.ts';
import { type KnownPost, type KnownPosts, openKnownPosts } from '../known-posts.ts';
import { type FollowedThread, type SourceDeps, SourceError, type ThreadPage } from '../source.ts';
import { askedBy, type DiscoursePlan, hostOf, readPosts, withdrawn } from './read-pages.ts';
import type { DiscourseCursor } from './walk.ts';

/** Posts of the topic that were passed on. */
export interface DiscourseThreadMark {
  readonly known: readonly KnownPost[];
}

type Page = ThreadPage<DiscourseThreadMark>;

/** The forum's own reader asks for as many at once. */
const POSTS_A_REQUEST = 20;

/**
 * The topic as it stands: its first posts and the ids of all, then those that are new, the oldest first, then whether
 * those that left it are gone.
 */
export async function* followTopic(
  plan: DiscoursePlan,
  at: { readonly followed: FollowedThread<DiscourseThreadMark>; readonly cursor: DiscourseCursor | null },
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const { thread, maxRequests } = at.followed;
  const topic = /^(\d+)\/1$/.exec(thread)?.[1];
  if (topic === undefined) return;
  const before = at.followed.mark?.known ?? [];
  const known = openKnownPosts([...before, ...(at.cursor?.known ?? [])]);
  const looking: Looking = { plan, topic, known, now: deps.clock.now(), deps };
  const first = await fetchTopic(looking);
  if (first === null) return;
  yield pageOf(first.events, looking);
  let left = maxRequests - 1;
  const unknown = first.ids.filter((id) => known.get(id) === undefined).slice(0, left * POSTS_A_REQUEST);
  for (; unknown.length > 0 && !deps.signal.aborted; left -= 1)
    yield pageOf(await fetchPosts(looking, unknown.splice(0, POSTS_A_REQUEST)), looking);
  const there = new Set(first.ids);
  yield* askWhetherGone(before.filter(([key]) => !there.has(key)).slice(0, left), looking);
}

const pageOf = (events: readonly RawEvent[], { topic, known, now }: Looking): Page => ({
  events,
  mark: { known: known.stored(now).filter(([, nativeId]) => nativeId.startsWith(`${topic}/`)) },
});

async function* askWhetherGone(left: readonly KnownPost[], looking: Looking): AsyncGenerator<Page> {
  for (const [key, nativeId] of left) {
    if (looking.deps.signal.aborted) return;
    if (await isGone(looking, key)) yield pageOf([withdrawn(looking.known, key, nativeId)], looking);
  }
}

interface Looking {
  readonly plan: DiscoursePlan;
  readonly topic: string;
  readonly known: KnownPosts;
  readonly now: Date;
  readonly deps: SourceDeps;
}

const ids = z.array(z.number().transform(String));
const topicAnswer = z.object({
  title: z.string().optional().catch(undefined),
  post_stream: z.object({ posts: z.array(z.unknown()), stream: ids.optional().catch(undefined) }),
});

/** null: the topic is gone, or moved to where only some may read. */
const fetchTopic = async (
  looking: Looking,
): Promise<{ readonly events: readonly RawEvent[]; readonly ids: readonly string[] } | null> => {
  const answer = await ask(looking, `/t/${looking.topic}.json`);
  if (answer === null) return null;
  const { title, post_stream: stream } = answer;
  // The topic tells its title once; where posts are listed, each tells it.
  const posts = stream.posts.map((post) =>
    typeof post === 'object' && post !== null && title !== undefined ? { topic_title: title, ...post } : post,
  );
  return { events: eventsOf(posts, looking), ids: stream.stream ?? [] };
};

const fetchPosts = async (looking: Looking, posts: readonly string[]): Promise<readonly RawEvent[]> => {
  const asked = posts.map((id) => `post_ids[]=${id}`).join('&');
  const answer = await ask(looking, `/t/${looking.topic}/posts.json?${asked}`);
  return answer === null ? [] : eventsOf(answer.post_stream.posts, looking);
};

const ask = async ({ plan, deps }: Looking, path: string): Promise<z.infer<typeof topicAnswer> | null> => {
  const told = await askJson(new URL(plan.baseUrl + path), { ...askedBy(plan), gone: [403] }, deps);
  if (told.kind === 'missing') return null;
  const parsed = topicAnswer.safeParse(told.body);
  if (parsed.success) return parsed.data;
  throw new SourceError(
    'transient',
    `${hostOf(plan)} sent source ${plan.name} an answer that holds no list of posts.`,
  );
};

/** `readPosts` takes lists of the newest first. */
const eventsOf = (posts: readonly unknown[], { plan, known, now }: Looking): readonly RawEvent[] =>
  readPosts(posts.toReversed(), { plan, known, now }).events;

const isGone = async ({ plan, deps }: Looking, key: string): Promise<boolean> => {
  const url = new URL(`${plan.baseUrl}/posts/${key}.json`);
  return (await askJson(url, { ...askedBy(plan), gone: [403] }, deps)).kind === 'missing';
};
