import { z } from 'zod';
import type { AuthoredPost, PostCounts, SourceDeps } from '../source.ts';
import { askXrpc, type XrpcHost } from './xrpc.ts';

/** As many profiles as one request may ask for (facts/sources.md 2). */
const ACTORS = 25;

const profiles = z.object({
  profiles: z.array(z.object({ did: z.string(), followersCount: z.unknown() }).nullable().catch(null)),
});

/** The followers of the posts' authors; whom nobody knows any more is told without a number. */
export const askAudiences = async (
  host: XrpcHost,
  posts: readonly AuthoredPost[],
  deps: Pick<SourceDeps, 'fetch' | 'clock' | 'signal'>,
): Promise<readonly PostCounts[]> => {
  const actors = [...new Set(posts.map(({ author }) => author))];
  const followers = new Map<string, unknown>();
  for (let from = 0; from < actors.length; from += ACTORS) {
    const params = actors.slice(from, from + ACTORS).map((did) => ['actors', did] as const);
    const told = profiles.safeParse(
      await askXrpc(host, { method: 'app.bsky.actor.getProfiles', params }, deps),
    );
    for (const profile of told.success ? told.data.profiles : [])
      if (profile !== null) followers.set(profile.did, profile.followersCount);
  }
  return posts.map(({ nativeId, author }) => ({ nativeId, counts: { followers: followers.get(author) } }));
};
