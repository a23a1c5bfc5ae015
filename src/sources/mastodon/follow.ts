import { z } from 'zod';
import type { RawEvent } from '../../domain/raw-mention.ts';
import { type KnownPost, openKnownPosts } from '../known-posts.ts';
import type { FollowedThread, SourceDeps, ThreadPage } from '../source.ts';
import { cutText } from './check-known.ts';
import { createMastodonClient, type Instance, type MastodonClient } from './client.ts';
import type { MastodonCursor } from './cursor.ts';
import { type Reading, readDeletion, readInOrder } from './read-statuses.ts';
import type { MastodonPlan } from './walking.ts';

/** Posts of the thread that were passed on. */
export interface MastodonThreadMark {
  readonly known: readonly KnownPost[];
}

type Page = ThreadPage<MastodonThreadMark>;

/**
 * What stands around a post as the instance knows it, then whether those that left it are gone. Each instance names a
 * post by an id of its own, which the walk has learned; the thread's own post need not have named a tag, and is found
 * above a complaint in it.
 */
export async function* followContext(
  plan: MastodonPlan,
  at: { readonly followed: FollowedThread<MastodonThreadMark>; readonly cursor: MastodonCursor | null },
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const { thread, complaints } = at.followed;
  const before = at.followed.mark?.known ?? [];
  const walked = at.cursor?.known ?? [];
  const post = findPost([thread, ...complaints], walked, plan.instances);
  if (post === null) return;
  const { instance, localId } = post;
  const client = createMastodonClient(plan.name, instance, deps);
  const known = openKnownPosts([...before, ...walked]);
  const now = deps.clock.now();
  const { isWatched } = plan;
  const reading: Reading = { known, instance: instance.url, found: 'timeline', isWatched, now };
  const keys = new Set(before.map(([key]) => key));
  const { entries, isCut } = await fetchWhole(client, { localId, isRoot: post.nativeId === thread });
  const there = new Set(entries.flatMap((entry) => keyOf(instance, entry) ?? []));
  for (const key of there) keys.add(key);
  const looking: Looking = { client, reading, keys, deps };
  const gap = isCut ? { gap: cutText(instance.url) } : {};
  yield { ...pageOf(readInOrder(entries, reading), looking), ...gap };
  const left = isCut ? [] : before.map(([key]) => key).filter((key) => !there.has(key));
  yield* askWhetherGone(left.slice(0, at.followed.maxRequests - 2), looking);
}

interface Looking {
  readonly client: MastodonClient;
  readonly reading: Reading;
  /** Posts of the thread. */
  readonly keys: Set<string>;
  readonly deps: SourceDeps;
}

const pageOf = (events: readonly RawEvent[], { reading: { known, now }, keys }: Looking): Page => ({
  events,
  mark: { known: known.stored(now).filter(([key]) => keys.has(key)) },
});

async function* askWhetherGone(left: readonly string[], looking: Looking): AsyncGenerator<Page> {
  const { client, reading, keys, deps } = looking;
  for (const key of left) {
    if (deps.signal.aborted) return;
    const id = key.slice(reading.instance.length + 1);
    if ((await client.fetchStatus(id)) !== null) continue;
    const gone = readDeletion(id, reading);
    keys.delete(key);
    if (gone !== null) yield pageOf([gone], looking);
  }
}

interface LocalPost {
  readonly instance: Instance;
  readonly localId: string;
  readonly nativeId: string;
}

/** The first of them that an instance is known to have. */
const findPost = (
  nativeIds: readonly string[],
  known: readonly KnownPost[],
  instances: readonly Instance[],
): LocalPost | null => {
  for (const nativeId of nativeIds)
    for (const [key, id] of known) {
      const instance = id === nativeId ? instances.find(({ url }) => key.startsWith(`${url} `)) : undefined;
      if (instance !== undefined) return { instance, localId: key.slice(instance.url.length + 1), nativeId };
    }
  return null;
};

/** Of a reply, what stands around the post that began its thread: its own context lacks the other branches. */
const fetchWhole = async (
  client: MastodonClient,
  { localId, isRoot }: { readonly localId: string; readonly isRoot: boolean },
): Promise<{ readonly entries: readonly unknown[]; readonly isCut: boolean }> => {
  const own = await client.fetchThread(localId);
  const root = isRoot ? null : rootOf(own.entries, localId);
  if (root === null) return own;
  const whole = await client.fetchThread(root.id);
  return { entries: [root.entry, ...whole.entries], isCut: whole.isCut };
};

const place = z.object({ id: z.string().min(1), in_reply_to_id: z.string().nullish() });

const rootOf = (
  entries: readonly unknown[],
  localId: string,
): { readonly id: string; readonly entry: unknown } | null => {
  const [entry] = entries;
  const first = place.safeParse(entry);
  if (!first.success || first.data.id === localId) return null;
  // Ancestors stand first; where there is none, the first entry is a reply.
  return first.data.in_reply_to_id == null ? { id: first.data.id, entry } : null;
};

const keyOf = ({ url }: Instance, entry: unknown): string | null => {
  const parsed = place.safeParse(entry);
  return parsed.success ? `${url} ${parsed.data.id}` : null;
};
