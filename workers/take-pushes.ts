import type { Mention } from '../src/domain/post.ts';
import type { Acceptance, Push } from '../src/http/routes/ingest.ts';
import { noteCalled, notePage, registerSource } from '../src/ingest/health.store.ts';
import { notePosts, noteRequests, type PushRequest, readRequests } from '../src/ingest/push.store.ts';
import { type IntakeDeps, takePage } from './intake.ts';

export interface TakeDeps extends IntakeDeps {
  /** Sources that this process has registered: once is enough. */
  readonly registered: Set<string>;
}

const neverStaleMs = 365 * 86_400_000;

/**
 * Requests that came together as one page, each with its own answer. What a request repeats is told as known: the whole
 * of it by its key, a post by its id and revision. Keys, posts and batch are one transaction.
 */
export const takePushes = async (
  source: string,
  pushes: readonly Push[],
  deps: TakeDeps,
): Promise<readonly Acceptance[]> => {
  const at = deps.clock.now();
  // A source that is walked as well has a pace and a health of its own.
  const isPolled = pushes.some((push) => push.isPolled === true);
  if (!isPolled) await register(source, at, deps);
  const before = await readBefore(source, pushes, deps);
  const fresh = pushes.filter((push) => answerOf(push, before) === null);
  const told = fresh.length === 0 ? null : await takeFresh(source, fresh, { ...deps, at, isPolled });
  return pushes.map((push) => answerOf(push, before) ?? countOf(push, told));
};

const register = async (source: string, at: Date, { db, registered }: TakeDeps): Promise<void> => {
  if (registered.has(source)) return;
  const health = {
    name: source,
    kind: 'push',
    knowsSpread: true,
    freshnessTargetMs: neverStaleMs,
    quietTargetMs: null,
  };
  await db.transaction('ingest', (tx) => registerSource(tx, health, new Date(at.getTime() + neverStaleMs)));
  registered.add(source);
};

type Before = ReadonlyMap<string, PushRequest>;

const readBefore = async (source: string, pushes: readonly Push[], { db }: TakeDeps): Promise<Before> => {
  const keys = pushes.flatMap(({ request }) => (request === null ? [] : [request.key]));
  return keys.length === 0 ? new Map() : db.transaction('ingest', (tx) => readRequests(tx, source, keys));
};

/** null: it was not asked before. */
const answerOf = ({ request, events }: Push, before: Before): Acceptance | null => {
  const found = request === null ? undefined : before.get(request.key);
  if (found === undefined) return null;
  if (found.body !== request?.body) return { kind: 'conflict' };
  return { kind: 'accepted', accepted: events.length, kept: 0, known: found.posts };
};

/** What the page brought: names of kept posts, and which of them were new. Each new one is counted once. */
interface Told {
  readonly kept: ReadonlySet<string>;
  readonly fresh: Set<string>;
}

const takeFresh = async (
  source: string,
  pushes: readonly Push[],
  { at, isPolled, ...deps }: TakeDeps & { readonly at: Date; readonly isPolled: boolean },
): Promise<Told> => {
  let told: Told = { kept: new Set(), fresh: new Set() };
  const taken = await takePage(
    {
      source,
      events: pushes.flatMap(({ events }) => events),
      cursor: null,
      isHistory: () => false,
      noteKept: async (tx, mentions) => {
        const kept = new Set(mentions.map(nameOfMention));
        const fresh = await notePosts(tx, source, [...kept], at);
        told = { kept, fresh: new Set(fresh) };
        await noteRequests(tx, source, requestsOf(pushes, kept), at);
      },
    },
    deps,
  );
  const { read, kept } = taken;
  const heldUntil = new Date(at.getTime() + neverStaleMs);
  await deps.db.transaction('ingest', (tx) =>
    isPolled
      ? noteCalled(tx, source, { read, kept, at })
      : notePage(tx, source, { read, kept, gap: null, at, heldUntil }),
  );
  return told;
};

const requestsOf = (pushes: readonly Push[], kept: ReadonlySet<string>): PushRequest[] =>
  pushes.flatMap((push) =>
    push.request === null
      ? []
      : [{ ...push.request, posts: namesOf(push).filter((name) => kept.has(name)).length }],
  );

/** In the order of the requests: a post that two of them hold is kept for the first. */
const countOf = (push: Push, told: Told | null): Acceptance => {
  const names = namesOf(push).filter((name) => told?.kept.has(name));
  const kept = names.filter((name) => told?.fresh.delete(name)).length;
  return { kind: 'accepted', accepted: push.events.length, kept, known: names.length - kept };
};

const namesOf = ({ events }: Push): string[] =>
  events.flatMap((event) => (event.kind === 'mention' ? [`${event.revision ?? 0} ${event.nativeId}`] : []));

const nameOfMention = ({ post }: Mention): string => `${post.revision} ${post.nativeId}`;
