import { z } from 'zod';
import type { RawDeletion } from '../../domain/raw-mention.ts';
import { mapXResponse } from '../x/map-response.ts';
import { nothingRecorded, type ReadRecorded } from './reader.ts';

/** An answer of the API, or a line of a stream: posts of the filtered stream, or events of the compliance streams. */
export const createXReader = (): ReadRecorded => (value) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { events: [], refused: ['is not a JSON object'] };
  const deletion = readDeletion(value);
  if (deletion !== null) return { events: [deletion], refused: [] };
  const answer = holdsPosts(value);
  if (answer === null) return nothingRecorded;
  const { events, rejected } = mapXResponse(answer);
  return { events, refused: rejected.map(({ at, reason }) => `${at} ${reason}`) };
};

/** Profiles, lists and counts have no text; an answer of several posts may hold none that is one. */
const holdsPosts = (answer: object): object | null => {
  if (isPost(answer)) return { data: answer };
  const { data } = answer as { readonly data?: unknown };
  if (!Array.isArray(data)) return isPost(data) ? answer : null;
  const posts = data.filter(isPost);
  return posts.length === 0 ? null : { ...answer, data: posts };
};

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
