import { z } from 'zod';
import type { RawEvent } from '../../domain/raw-mention.ts';
import { discoursePost, isShown, mapPost } from './map-post.ts';

/** What a webhook of a forum tells; a reason where it should hold a post and does not. */
export type WebhookReading = { readonly events: readonly RawEvent[] } | { readonly refused: string };

export interface WebhookPlace {
  readonly baseUrl: string;
  /** `X-Discourse-Event`: `post_created`, `post_destroyed`; not signed. */
  readonly event: string;
}

const post = discoursePost.extend({ topic_archetype: z.string().nullish().catch(undefined) });
const telling = z.object({
  post: z.unknown().optional(),
  topic: z.unknown().optional(),
  user: z.unknown().optional(),
});
const named = z.object({ id: z.number() });

/**
 * A post as the walk maps it, under the same id and revision, so that what both tell is one. Private talks are nobody's
 * business here; what is told of users, likes and pings holds no post. Never throws.
 */
export const readWebhook = (body: unknown, place: WebhookPlace): WebhookReading => {
  const told = telling.safeParse(body);
  if (!told.success) return { refused: 'the body is not a JSON object' };
  const { post: written, topic, user } = told.data;
  if (written !== undefined && written !== null) return readPost(written, place);
  if (place.event === 'topic_destroyed')
    return gone(topic, (id) => ({ kind: 'deletion', nativeId: `${id}/1` }));
  if (place.event === 'user_destroyed') return gone(user, (id) => ({ kind: 'deletion', author: String(id) }));
  return nothing;
};

const nothing: WebhookReading = { events: [] };

const readPost = (written: unknown, { baseUrl, event }: WebhookPlace): WebhookReading => {
  const parsed = post.safeParse(written);
  if (!parsed.success) return { refused: 'the post has no id, no topic or no text' };
  if (parsed.data.topic_archetype === 'private_message') return nothing;
  const mention = mapPost(parsed.data, baseUrl);
  if (event === 'post_destroyed' || isTakenBack(parsed.data))
    return { events: [{ kind: 'deletion', nativeId: mention.nativeId }] };
  // A note of the forum or a whisper of its staff.
  return isShown(parsed.data) ? { events: [mention] } : nothing;
};

const isTakenBack = (told: z.infer<typeof post>): boolean =>
  told.hidden === true || told.user_deleted === true || (told.deleted_at ?? null) !== null;

const gone = (told: unknown, deletion: (id: number) => RawEvent): WebhookReading => {
  const parsed = named.safeParse(told);
  return parsed.success ? { events: [deletion(parsed.data.id)] } : { refused: 'what is gone has no id' };
};
