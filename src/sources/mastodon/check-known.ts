import type { RawEvent } from '../../domain/raw-mention.ts';
import { type Instance, type MastodonClient, OPEN_REPLIES } from './client.ts';
import { type Reading, readDeletion, readInOrder, readStatus } from './read-statuses.ts';
import { mastodonStatus } from './status.ts';
import { hostOf } from './walk.ts';
import { type Page, pageWith, type Walking } from './walking.ts';

/** Two requests each: at the usual pace half of the 300 in five minutes that an instance allows. */
const MAX_LOOKS = 30;

/**
 * Asks again for posts that concern a brand, and for their threads: timelines tell neither edits nor deletions of what
 * was read, and whoever answers "same here" names no tag. How often depends on the age of a post alone.
 */
export async function* checkKnown(
  walking: Walking,
  client: MastodonClient,
  { url }: Instance,
): AsyncGenerator<Page> {
  const { known, deps, plan } = walking;
  const now = deps.clock.now();
  const own = `${url} `;
  const due = known.due(now, Number.POSITIVE_INFINITY).filter(([key]) => key.startsWith(own));
  const reading: Reading = { known, instance: url, found: 'timeline', isWatched: plan.isWatched, now };
  const events: RawEvent[] = [];
  let failure: unknown;
  let gap: string | undefined;
  for (const [key, , , , , , thread] of due.slice(0, MAX_LOOKS)) {
    if (deps.signal.aborted) break;
    try {
      const localId = key.slice(own.length);
      const event = await lookAgain(localId, client, reading);
      if (event !== null) events.push(event);
      // A reply stands in the thread that another post of it asks for.
      if (event?.kind !== 'deletion' && thread === undefined) {
        const told = await client.fetchThread(localId);
        events.push(...readInOrder(told.entries, reading));
        if (told.isCut) gap = cutText(url);
      }
      known.looked(key, now);
    } catch (error) {
      failure = error;
      break;
    }
  }
  // First what was found out, for the cursor remembers it from here on; then the failure.
  if (due.length > 0) yield pageWith(walking, { events, gap });
  if (failure !== undefined) throw failure;
}

export const cutText = (instance: string): string =>
  `Replies may be missing: ${hostOf(instance)} shows ${OPEN_REPLIES} of a thread to whoever has no token.`;

const lookAgain = async (
  localId: string,
  client: MastodonClient,
  reading: Reading,
): Promise<RawEvent | null> => {
  const told = await client.fetchStatus(localId);
  if (told === null) return readDeletion(localId, reading);
  const parsed = mastodonStatus.safeParse(told);
  return parsed.success ? readStatus(parsed.data, reading) : null;
};
