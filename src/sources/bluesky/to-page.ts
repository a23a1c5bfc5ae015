import type { RawDeletion, RawEvent, RawMention } from '../../domain/raw-mention.ts';
import type { Sieve } from '../source.ts';
import { toRawEvent } from './map-event.ts';
import type { Sifted } from './sift.ts';
import { readEvent } from './wire.ts';

/** What of the sifted messages is passed on, after the record was asked what it listens to and what it has. */
export const pickEvents = async (
  sifted: Sifted,
  sieve: Sieve,
  handleOf: (did: string) => string | undefined,
): Promise<readonly RawEvent[]> => {
  const named = sifted.named.flatMap((bytes) => mentionOf(bytes, handleOf));
  const threads = new Set(named.map((mention) => mention.thread ?? mention.nativeId));
  const asked = [...new Set(sifted.inThreads.map(({ thread }) => thread))].filter(
    (thread) => !threads.has(thread),
  );
  const live = asked.length === 0 ? NONE : await sieve.liveThreads(asked);
  const answers = sifted.inThreads
    .filter(({ thread }) => threads.has(thread) || live.has(thread))
    .flatMap(({ bytes }) => mentionOf(bytes, handleOf));
  const mentions = [...named, ...answers];
  return [...mentions, ...(await heldDeletions(sifted.deletions, mentions, sieve))];
};

const NONE: ReadonlySet<string> = new Set();

const mentionOf = (bytes: Buffer, handleOf: (did: string) => string | undefined): readonly RawMention[] => {
  const event = readEvent(bytes.toString('utf8'));
  const told = event === null ? null : toRawEvent(event, handleOf);
  return told?.kind === 'mention' ? [told] : [];
};

/** A network deletes millions of posts that nobody here ever saw; to note each would say whom one did not hear. */
const heldDeletions = async (
  deletions: readonly RawDeletion[],
  mentions: readonly RawMention[],
  sieve: Sieve,
): Promise<readonly RawDeletion[]> => {
  if (deletions.length === 0) return [];
  const posts = deletions.flatMap(({ nativeId }) => nativeId ?? []);
  const authors = deletions.flatMap(({ author }) => author ?? []);
  const held = await sieve.held({ posts, authors });
  const known = new Set([...held.posts, ...mentions.map(({ nativeId }) => nativeId)]);
  const knownAuthors = new Set([...held.authors, ...mentions.flatMap(({ author }) => author ?? [])]);
  return deletions.filter(
    ({ nativeId, author }) =>
      (nativeId !== undefined && known.has(nativeId)) || (author !== undefined && knownAuthors.has(author)),
  );
};
