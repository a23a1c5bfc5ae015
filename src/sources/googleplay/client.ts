import { z } from 'zod';
import type { ServiceAccount } from '../../lib/key-text.ts';
import { askJson, type Refused } from '../ask-json.ts';
import { countRequest, mergeAsked, usedInHour, waitMs } from '../reviews/hour-meter.ts';
import type { Asked, OpenStore, ReviewPage } from '../reviews/review-store.ts';
import { type HeldToken, heldToken, signJwt } from '../signed-jwt.ts';
import { type Rejection, type SourceDeps, SourceError } from '../source.ts';
import { ClosedError, LostPageError } from '../walk-places.ts';
import { mapReview, playReview } from './map-review.ts';

export interface PlayAccess {
  readonly name: string;
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly account: ServiceAccount;
  readonly requestsPerHour: number;
  readonly held: HeldToken;
  /** Requests of this process, those that failed among them. */
  readonly meter: { asked: readonly Asked[] };
}

const SCOPE = 'https://www.googleapis.com/auth/androidpublisher';

export const openPlayStore = (access: PlayAccess, deps: SourceDeps, stored: readonly Asked[]): OpenStore => {
  const { meter } = access;
  meter.asked = mergeAsked(meter.asked, stored, deps.clock.now());
  const ask = async (path: string, params: Readonly<Record<string, string>> = {}) => {
    const token = await tokenOf(access, deps);
    charge(access, deps.clock.now());
    const url = new URL(`${access.baseUrl}/androidpublisher/v3/applications/${path}`);
    for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
    const headers = { authorization: `Bearer ${token}` };
    const asked = { source: access.name, headers, explain: (refused: Refused) => explain(access, refused) };
    return askJson(url, asked, deps);
  };
  return {
    fetchPage: async (app, pageToken) => {
      const params = { maxResults: '100', ...(pageToken === null ? {} : { token: pageToken }) };
      const told = await ask(`${encodeURIComponent(app)}/reviews`, params);
      if (told.kind === 'missing') throw new ClosedError(`HTTP ${told.status}`);
      return pageOf(access, told.body, app);
    },
    fetchReview: async (app, id) => {
      const told = await ask(`${encodeURIComponent(app)}/reviews/${encodeURIComponent(id)}`);
      if (told.kind === 'missing') return null;
      const parsed = playReview.safeParse(told.body);
      const review = parsed.success && parsed.data.reviewId === id ? mapReview(parsed.data, app) : null;
      if (review === null) throw noReviews(access);
      return review;
    },
    asked: () => meter.asked,
    quota: () => ({
      unit: 'requests',
      used: usedInHour(meter.asked, deps.clock.now()),
      limit: access.requestsPerHour,
      resetsAt: null,
    }),
  };
};

/** Before the request, for a refused one counts too. */
const charge = ({ name, requestsPerHour, meter }: PlayAccess, now: Date): void => {
  if (usedInHour(meter.asked, now) >= requestsPerHour)
    throw new SourceError(
      'transient',
      `The ${requestsPerHour} requests of an hour are used by source ${name}; the rest of the reviews is read when some are free again.`,
      { retryAfterMs: waitMs(meter.asked, now) },
    );
  meter.asked = countRequest(meter.asked, now);
};

const page = z.object({
  reviews: z.array(z.unknown()).optional(),
  tokenPagination: z
    .object({ nextPageToken: z.string().min(1).optional().catch(undefined) })
    .optional()
    .catch(undefined),
});

const pageOf = (access: PlayAccess, body: unknown, app: string): ReviewPage => {
  const parsed = page.safeParse(body);
  if (!parsed.success) throw noReviews(access);
  const rejected: Rejection[] = [];
  const reviews = (parsed.data.reviews ?? []).flatMap((one, index) => {
    const review = playReview.safeParse(one);
    const mapped = review.success ? mapReview(review.data, app) : null;
    if (mapped === null)
      rejected.push({ at: `review ${index + 1}`, reason: 'has no id, no time or no text' });
    return mapped === null ? [] : [mapped];
  });
  return { reviews, rejected, nextPageToken: parsed.data.tokenPagination?.nextPageToken ?? null };
};

const noReviews = ({ name }: PlayAccess): SourceError =>
  new SourceError('transient', `Google Play sent source ${name} an answer that holds no reviews.`);

const refusal = z.object({
  error: z.object({ status: z.string().catch(''), message: z.string().catch('') }),
});

const explain = (access: PlayAccess, { status, text }: Refused): Error | undefined => {
  if (status === 401) {
    access.held.token = null;
    return new SourceError(
      'transient',
      `Google Play did not take the token of source ${access.name}; a new one is asked for.`,
    );
  }
  const said = refusalOf(text);
  if (said === null) return undefined;
  if (status === 400 && /token/i.test(said.message)) return new LostPageError(said.message);
  if (status === 404) return undefined;
  if (status !== 403) return undefined;
  return new SourceError(
    'permanent',
    `Google Play refuses source ${access.name} (HTTP 403): give the service account the right to see and answer reviews of its apps in the Play Console.`,
  );
};

const refusalOf = (text: string): { readonly message: string } | null => {
  try {
    const parsed = refusal.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.error : null;
  } catch {
    return null;
  }
};

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';

const tokenOf = (access: PlayAccess, deps: SourceDeps): Promise<string> =>
  heldToken(access.held, deps.clock.now(), async () => {
    const { account, tokenUrl, name } = access;
    const key = { algorithm: 'RS256', privateKey: account.privateKey, keyId: account.keyId } as const;
    const claims = { issuer: account.clientEmail, audience: tokenUrl, scope: SCOPE, lastsS: 3_600 };
    const assertion = await signJwt(key, claims, deps.clock.now());
    const form = { grant_type: GRANT, assertion };
    const told = await askJson(
      new URL(tokenUrl),
      {
        source: name,
        form,
        explain: ({ status }) => (status === 400 || status === 401 ? refused(name) : undefined),
      },
      deps,
    );
    const parsed = granted.safeParse(told.kind === 'read' ? told.body : null);
    if (!parsed.success)
      throw new SourceError('transient', `Google sent source ${name} an answer that holds no token.`);
    return { token: parsed.data.access_token, lastsS: parsed.data.expires_in };
  });

const refused = (name: string): SourceError =>
  new SourceError(
    'permanent',
    `Google does not take the service account of source ${name}: make a new key for it, and check the clock of this machine.`,
  );
