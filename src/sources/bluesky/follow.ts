import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawMention } from '../../domain/raw-mention.ts';
import type { FollowedThread, SourceDeps, ThreadPage } from '../source.ts';
import { mapView } from './map-view.ts';
import { askXrpc, type XrpcHost } from './xrpc.ts';

/** What of a thread was passed on, and whose quotes come next. */
export interface BlueskyThreadMark {
  /** Short hashes of posts, the oldest look first. */
  readonly seen: readonly string[];
  /** Place in the thread's own post and its complaints, of which quotes are asked for in turn. */
  readonly turn: number;
}

type Page = ThreadPage<BlueskyThreadMark>;
type Deps = Pick<SourceDeps, 'fetch' | 'clock' | 'signal'>;

const NOTHING_SEEN: BlueskyThreadMark = { seen: [], turn: 0 };
/** As many of a thread are remembered; what is forgotten comes again, and the door knows it. */
const MAX_SEEN = 2_000;
/** As deep as the AppView goes. */
const DEPTH = 1_000;
const QUOTES_A_PAGE = 100;

/**
 * The replies of a thread in one answer, then the quotes of its post and of the complaints in it, page by page: as many
 * of these as there are requests, and the rest with the next look.
 */
export async function* followThread(
  host: XrpcHost,
  { thread, complaints, mark, maxRequests }: FollowedThread<BlueskyThreadMark>,
  deps: Deps,
): AsyncGenerator<Page> {
  const { seen: before, turn: begin } = mark ?? NOTHING_SEEN;
  const seen = new Set(before);
  const quoted = [...new Set([thread, ...complaints])];
  const pageOf = (posts: readonly RawMention[], turn: number): Page => ({
    events: takeUnseen(posts, seen),
    mark: { seen: [...seen].slice(-MAX_SEEN), turn: turn % quoted.length },
  });
  yield pageOf(await fetchReplies(host, thread, deps), begin);
  let done = 0;
  let cursor: string | undefined;
  for (let left = maxRequests - 1; done < quoted.length && left > 0 && !deps.signal.aborted; left -= 1) {
    const uri = quoted[(begin + done) % quoted.length] ?? thread;
    const quotes = await fetchQuotes(host, { uri, cursor }, deps);
    cursor = quotes.posts.some((post) => !seen.has(nameOf(post))) ? quotes.cursor : undefined;
    const isCut = cursor !== undefined && left === 1;
    if (cursor === undefined || isCut) done += 1;
    yield { ...pageOf(quotes.posts, begin + done), ...(isCut ? { gap: cutText(host) } : {}) };
  }
}

/** The newest come first, so that the next look ends where this one began. */
const cutText = ({ source }: XrpcHost): string =>
  `Older quotes in a thread of ${source} may be missing: there are more than one look may ask for.`;

const takeUnseen = (posts: readonly RawMention[], seen: Set<string>): readonly RawMention[] =>
  posts.filter((post) => {
    const name = nameOf(post);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });

const nameOf = ({ nativeId }: RawMention): string =>
  createHash('sha256').update(nativeId).digest('base64url').slice(0, 12);

const node = z.object({ post: z.unknown(), replies: z.array(z.unknown()).optional().catch(undefined) });

/** Posts that are not found or blocked stand as such in the tree, and are left out. Parents stand before their replies. */
const fetchReplies = async (host: XrpcHost, uri: string, deps: Deps): Promise<readonly RawMention[]> => {
  const params = [
    ['uri', uri],
    ['depth', String(DEPTH)],
    ['parentHeight', '0'],
  ] as const;
  const told = await askXrpc(host, { method: 'app.bsky.feed.getPostThread', params }, deps);
  const answer = z.object({ thread: z.unknown() }).safeParse(told);
  const posts: RawMention[] = [];
  // Deeper than any stack: a thread of a thousand replies to each other is one of the tests.
  let level: readonly unknown[] = answer.success ? [answer.data.thread] : [];
  while (level.length > 0) {
    const parsed = level.flatMap((one) => node.safeParse(one).data ?? []);
    posts.push(...parsed.flatMap(({ post }) => mapView(post) ?? []));
    level = parsed.flatMap(({ replies }) => replies ?? []);
  }
  return posts;
};

const quotesAnswer = z.object({
  posts: z.array(z.unknown()),
  cursor: z.string().min(1).optional().catch(undefined),
});

const fetchQuotes = async (
  host: XrpcHost,
  { uri, cursor }: { readonly uri: string; readonly cursor: string | undefined },
  deps: Deps,
): Promise<{ readonly posts: readonly RawMention[]; readonly cursor: string | undefined }> => {
  const params = [
    ['uri', uri],
    ['limit', String(QUOTES_A_PAGE)],
    ...(cursor === undefined ? [] : [['cursor', cursor] as const]),
  ] as const;
  const told = await askXrpc(host, { method: 'app.bsky.feed.getQuotes', params }, deps);
  const answer = quotesAnswer.safeParse(told);
  if (!answer.success) return { posts: [], cursor: undefined };
  return {
    posts: answer.data.posts.flatMap((post) => mapView(post) ?? []),
    cursor: answer.data.cursor,
  };
};
