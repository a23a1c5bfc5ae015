import { z } from 'zod';
import type { SourceQuota } from '../../domain/source-quota.ts';
import { parseUrl } from '../../lib/parse-url.ts';
import { askJson, type JsonAnswer, type Refused } from '../ask-json.ts';
import type { OpenStore, Review, ReviewPage } from '../reviews/review-store.ts';
import { type HeldToken, heldToken, signJwt } from '../signed-jwt.ts';
import { type Rejection, type SourceDeps, SourceError } from '../source.ts';
import { ClosedError, LostPageError } from '../walk-places.ts';
import { customerReview, mapReview, reviewResponse } from './map-review.ts';

export interface AppStoreAccess {
  readonly name: string;
  readonly baseUrl: string;
  readonly keyId: string;
  readonly issuerId: string;
  /** PEM, PKCS #8, of a curve P-256. */
  readonly privateKey: string;
  readonly held: HeldToken;
  /** As the last answer told it. */
  readonly last: { quota: SourceQuota | undefined };
}

export const openAppStore = (access: AppStoreAccess, deps: SourceDeps): OpenStore => {
  const ask = async (path: string, params: Readonly<Record<string, string>>): Promise<JsonAnswer> => {
    const url = new URL(`${access.baseUrl}/v1/${path}`);
    for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
    const headers = { authorization: `Bearer ${await tokenOf(access, deps)}` };
    const asked = {
      source: access.name,
      headers,
      explain: (refused: Refused) => explain(access, refused, 'cursor' in params),
    };
    const told = await askJson(url, asked, deps);
    if (told.kind === 'read') access.last.quota = quotaOf(told.headers) ?? access.last.quota;
    return told;
  };
  return {
    fetchPage: async (app, pageToken) => {
      const cursor = pageToken === null ? {} : { cursor: pageToken };
      const params = { sort: '-createdDate', limit: '200', include: 'response', ...cursor };
      const told = await ask(`apps/${encodeURIComponent(app)}/customerReviews`, params);
      if (told.kind === 'missing') throw new ClosedError(`HTTP ${told.status}`);
      return pageOf(access, told.body, app);
    },
    fetchReview: async (app, id) => {
      const told = await ask(`customerReviews/${encodeURIComponent(id)}`, { include: 'response' });
      return told.kind === 'missing' ? null : oneOf(access, told.body, { app, id });
    },
    asked: () => [],
    quota: () => access.last.quota,
  };
};

/** `user-hour-lim:3600;user-hour-rem:3521;`, over the hour just past. */
const quotaOf = (headers: Headers): SourceQuota | undefined => {
  const told = headers.get('x-rate-limit') ?? '';
  const limit = /user-hour-lim:(\d{1,7})/.exec(told)?.[1];
  const rest = /user-hour-rem:(\d{1,7})/.exec(told)?.[1];
  if (limit === undefined || rest === undefined) return undefined;
  return { unit: 'requests', used: Number(limit) - Number(rest), limit: Number(limit), resetsAt: null };
};

const list = z.object({
  data: z.array(z.unknown()),
  included: z.array(z.unknown()).optional().catch(undefined),
  links: z
    .object({ next: z.string().optional().catch(undefined) })
    .optional()
    .catch(undefined),
});
const single = z.object({ data: z.unknown(), included: z.array(z.unknown()).optional().catch(undefined) });

const pageOf = (access: AppStoreAccess, body: unknown, app: string): ReviewPage => {
  const parsed = list.safeParse(body);
  if (!parsed.success) throw noReviews(access);
  const rejected: Rejection[] = [];
  const reviews = parsed.data.data.flatMap((one, index) => {
    const review = readOne(one, parsed.data.included, app);
    if (review === null)
      rejected.push({ at: `review ${index + 1}`, reason: 'has no id, no time or no text' });
    return review === null ? [] : [review];
  });
  if (parsed.data.data.length > 0 && reviews.length === 0) throw noReviews(access);
  return { reviews, rejected, nextPageToken: cursorIn(parsed.data.links?.next) };
};

const oneOf = (
  access: AppStoreAccess,
  body: unknown,
  { app, id }: { readonly app: string; readonly id: string },
): Review => {
  const parsed = single.safeParse(body);
  const review = parsed.success ? readOne(parsed.data.data, parsed.data.included, app) : null;
  if (review === null || review.review.nativeId !== id) throw noReviews(access);
  return review;
};

const readOne = (one: unknown, included: readonly unknown[] | undefined, app: string): Review | null => {
  const review = customerReview.safeParse(one);
  if (!review.success) return null;
  const responses = (included ?? []).flatMap((other) => {
    const parsed = reviewResponse.safeParse(other);
    return parsed.success ? [parsed.data] : [];
  });
  return mapReview(review.data, responses, app);
};

/** Its token alone: the rest of an address that an answer names might lead elsewhere, and the key with it. */
const cursorIn = (next: string | undefined): string | null =>
  parseUrl(next ?? '')?.searchParams.get('cursor') ?? null;

const noReviews = ({ name }: AppStoreAccess): SourceError =>
  new SourceError('transient', `The App Store sent source ${name} an answer that holds no reviews.`);

const errorCode = z.object({ errors: z.array(z.object({ code: z.string() })).min(1) });

const explain = (
  access: AppStoreAccess,
  { status, text }: Refused,
  hasCursor: boolean,
): Error | undefined => {
  const code = codeOf(text);
  if (code === undefined) return undefined;
  if (status === 429)
    return new SourceError(
      'transient',
      `The App Store answered source ${access.name} with HTTP 429: too many requests.`,
      {
        // The hour slides: some requests are free again soon.
        retryAfterMs: 300_000,
      },
    );
  if (status === 400 && hasCursor) return new LostPageError(code);
  if (status === 401 || status === 403) {
    access.held.token = null;
    return new SourceError(
      'permanent',
      `The App Store refuses source ${access.name} (HTTP ${status}): check its key_id, issuer_id and private_key, that the key may read reviews, and the clock of this machine.`,
    );
  }
  return undefined;
};

const codeOf = (text: string): string | undefined => {
  try {
    const parsed = errorCode.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.errors[0]?.code : undefined;
  } catch {
    return undefined;
  }
};

/** Apple takes 20 minutes at most. */
const LASTS_S = 900;

const tokenOf = (access: AppStoreAccess, deps: SourceDeps): Promise<string> =>
  heldToken(access.held, deps.clock.now(), async () => {
    const { privateKey, keyId, issuerId } = access;
    const claims = { issuer: issuerId, audience: 'appstoreconnect-v1', lastsS: LASTS_S };
    const key = { algorithm: 'ES256', privateKey, keyId } as const;
    return { token: await signJwt(key, claims, deps.clock.now()), lastsS: LASTS_S };
  });
