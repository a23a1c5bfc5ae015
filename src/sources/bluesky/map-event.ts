import { z } from 'zod';
import type { RawEvent, RawMention } from '../../domain/raw-mention.ts';
import type { BlueskyCommit, BlueskyEvent } from './wire.ts';

export const POSTS = 'app.bsky.feed.post';

/** What an event means for the desk: a post, an edit, a deletion, an author who is gone; null: nothing. */
export const toRawEvent = (
  event: BlueskyEvent,
  handleOf?: (did: string) => string | undefined,
): RawEvent | null => {
  if (event.kind === 'account') return event.isGone ? { kind: 'deletion', author: event.did } : null;
  if (event.kind !== 'commit' || event.collection !== POSTS) return null;
  if (event.operation === 'delete') return { kind: 'deletion', nativeId: addressOf(event) };
  return toMention(event, handleOf?.(event.did));
};

/** `at://did/collection/rkey`: the same on every host. */
const addressOf = ({ did, collection, rkey }: BlueskyCommit): string => `at://${did}/${collection}/${rkey}`;

/** Reach is not in the event, so there is nothing to seal. null: the record is no post that can be read. */
export const toMention = (commit: BlueskyCommit, handle: string | undefined): RawMention | null => {
  const parsed = postRecord.safeParse(commit.record);
  if (!parsed.success) return null;
  const { text, langs, reply, facets, embed, createdAt } = parsed.data;
  const [language] = langs ?? [];
  return {
    kind: 'mention',
    nativeId: addressOf(commit),
    ...(commit.operation === 'update' ? { revision: revisionOf(commit.rev) } : {}),
    author: commit.did,
    ...(handle === undefined ? {} : { authorHandle: handle }),
    ...(reply === undefined ? {} : { thread: reply.root.uri, parent: reply.parent.uri }),
    // An edit may take the brand's name out: it is known by the thread that it began.
    ...(reply === undefined && commit.operation === 'update' ? { thread: addressOf(commit) } : {}),
    text,
    ...(language === undefined ? {} : { language }),
    url: pageOf(commit.did, commit.rkey),
    links: linksOf(facets, embed),
    ...(hasPicture(embed) ? { hasImage: true } : {}),
    publishedAt: publishedAt(createdAt, commit.position.timeUs),
  };
};

const pageOf = (did: string, rkey: string): string => `https://bsky.app/profile/${did}/post/${rkey}`;

const TID = '234567abcdefghijklmnopqrstuvwxyz';
/** Before the network was open to the public: seconds since then fit into the record's 31 bits until 2091. */
const REVISIONS_SINCE_S = Date.UTC(2023, 0, 1) / 1000;

/** When the edit was made, in seconds: a TID is 53 bits of microseconds and 10 of a clock's number, in base 32. */
const revisionOf = (rev: string): number => {
  let value = 0n;
  for (const sign of rev) value = value * 32n + BigInt(Math.max(0, TID.indexOf(sign)));
  const seconds = Number((value >> 10n) / 1_000_000n) - REVISIONS_SINCE_S;
  return Math.min(Math.max(seconds, 1), 2 ** 31 - 1);
};

/** The author's clock may lie; a post cannot have been written after it was witnessed. */
const publishedAt = (createdAt: string | undefined, timeUs: number): string => {
  const told = Date.parse(createdAt ?? '');
  const witnessed = Math.floor(timeUs / 1000);
  return new Date(told > 0 && told < witnessed ? told : witnessed).toISOString();
};

type Embed = z.infer<typeof embedPart>;

/** Pages that facets and cards name, and the post that is quoted. Offsets of facets count bytes and are not needed. */
const linksOf = (facets: z.infer<typeof facetList>, embed: Embed): readonly string[] => {
  const named = (facets ?? []).flatMap(({ features }) => features.flatMap(({ uri }) => uri ?? []));
  const cards = [embed?.external?.uri, embed?.media?.external?.uri].flatMap((uri) => uri ?? []);
  return [...new Set([...[...named, ...cards].filter(isWeb), ...quotedPages(embed)])];
};

const quotedPages = (embed: Embed): readonly string[] => {
  const quoted = embed?.record?.uri ?? embed?.record?.record?.uri ?? '';
  const [, did, rkey] = /^at:\/\/(did:[^/]+)\/app\.bsky\.feed\.post\/([^/]+)$/.exec(quoted) ?? [];
  return did === undefined || rkey === undefined ? [] : [pageOf(did, rkey)];
};

const isWeb = (uri: string): boolean => /^https?:\/\//i.test(uri);

const hasPicture = (embed: Embed): boolean =>
  [embed, embed?.media].some((part) => PICTURES.test(part?.$type ?? ''));
const PICTURES = /^app\.bsky\.embed\.(?:images|gallery|video)\b/;

const maybe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);
const external = maybe(z.object({ uri: z.string() }));
const facetList = maybe(
  z.array(
    z.object({ features: z.array(z.object({ uri: maybe(z.string()) })).catch([]) }).catch({ features: [] }),
  ),
);
const embedPart = maybe(
  z.object({
    $type: maybe(z.string()),
    external,
    record: maybe(z.object({ uri: maybe(z.string()), record: maybe(z.object({ uri: maybe(z.string()) })) })),
    media: maybe(z.object({ $type: maybe(z.string()), external })),
  }),
);
const reference = z.object({ uri: z.string().min(1) });

/** Everything but the text may be absent or of another type than the lexicon says; then it counts as absent. */
const postRecord = z.object({
  text: z.string(),
  createdAt: maybe(z.string()),
  langs: maybe(z.array(z.string())),
  reply: maybe(z.object({ root: reference, parent: reference })),
  facets: facetList,
  embed: embedPart,
});
