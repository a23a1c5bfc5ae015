import { z } from 'zod';
import type { RawDeletion } from '../../domain/raw-mention.ts';
import { mapXResponse } from '../x/map-response.ts';
import { entryWithoutText, type ReadRecorded, type RecordedReading, withoutPost } from './reader.ts';

/** An answer of the API, or a line of a stream: posts of the filtered stream, or events of the compliance streams. */
export const createXReader = (): ReadRecorded => (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { events: [], refused: ['is not a JSON object'] };
  const deletion = readDeletion(value);
  if (deletion !== null) return { events: [deletion], refused: [] };
  if (!isFromX(value))
    return { events: [], refused: ['is nothing that X sends: it has neither data nor text'] };
  return readAnswer(isPost(value) ? { data: value } : value);
};

/** Profiles, lists and counts have no text; an answer of several posts may hold some that have none. */
const readAnswer = (answer: { readonly data?: unknown }): RecordedReading => {
  const { data } = answer;
  const entries: readonly unknown[] = Array.isArray(data)
    ? data
    : data === undefined || data === null
      ? []
      : [data];
  if (entries.length === 0) return withoutPost;
  const posts = entries.filter(isPost);
  const { events, rejected } = mapXResponse({ ...answer, data: posts });
  return {
    events,
    refused: rejected.map(({ at, reason }) => `${at} ${reason}`),
    passedOver: Array.from({ length: entries.length - posts.length }, () => entryWithoutText),
  };
};

/** Posts, what stands beside them in answers, problems, and lines of the files of a compliance job. */
const isFromX = (value: object): boolean =>
  Object.keys(value).length === 0 || marks.some((key) => Object.hasOwn(value, key));
const marks = ['text', 'data', 'includes', 'meta', 'errors', 'title', 'status', 'action'];

const isPost = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && Object.hasOwn(entry, 'text');

/** A post or an account that is gone: what was kept of it must go as well. */
const readDeletion = (value: object): RawDeletion | null => {
  const parsed = compliance.safeParse(value);
  if (!parsed.success) return null;
  const { delete: deleted, drop, user_delete: left, user_suspend: suspended } = parsed.data.data;
  const gone = deleted ?? drop;
  const nativeId = gone?.tweet?.id ?? gone?.post?.id;
  if (nativeId !== undefined) return { kind: 'deletion', nativeId };
  const author = (left ?? suspended)?.user.id;
  return author === undefined ? null : { kind: 'deletion', author };
};

const named = z.object({ id: z.string().regex(/^\d{1,19}$/) });
/** The two published descriptions say `tweet` and `post` (facts/sources.md 1). */
const goneBy = z.object({ tweet: named.optional(), post: named.optional() }).optional().catch(undefined);
const leftBy = z.object({ user: named }).optional().catch(undefined);
const compliance = z.object({
  data: z.object({ delete: goneBy, drop: goneBy, user_delete: leftBy, user_suspend: leftBy }),
});
