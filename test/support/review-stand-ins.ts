import { appleKey, verifiedByApple, verifiedByGoogle } from './review-keys.ts';
import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface StoreReview {
  readonly id: string;
  readonly app: string;
  /** Google: when it was last changed; Apple: when it was written. */
  at: Date;
  readonly shownAt: Date;
  title: string;
  body: string;
  answer?: { text: string; readonly at: Date };
  isDeleted?: boolean;
}

export interface ReviewStandIn extends StandIn {
  readonly reviews: Map<string, StoreReview>;
  readonly violations: string[];
  /** Apps of the account. */
  readonly apps: Set<string>;
  /** Requests that it takes in an hour. */
  requestsPerHour: number;
  tokens: number;
}

const emptyStandIn = () => ({
  reviews: new Map<string, StoreReview>(),
  violations: [] as string[],
  apps: new Set<string>(),
  requestsPerHour: 1_000_000,
  tokens: 0,
});

const json = (value: object): StandInAnswer => ({ status: 200, body: JSON.stringify(value) });

/** Milliseconds of requests, so that an hour can be counted. */
const newHour = () => {
  const at: number[] = [];
  return (now: Date, limit: number): number => {
    at.push(now.getTime());
    while (at[0] !== undefined && at[0] <= now.getTime() - 3_600_000) at.shift();
    return limit - at.length;
  };
};

/** The Android Publisher API on the loopback address: a token for a signed assertion, reviews of the last seven days. */
export const startPlayStandIn = async (now: () => Date): Promise<ReviewStandIn> => {
  let token = { value: 'none', until: 0 };
  const hour = newHour();
  const stand = await startStandIn((url, headers, { method, body }) => {
    if (url.pathname === '/token') {
      if (!isGranted(new URLSearchParams(body), method, standIn, now()))
        return { status: 400, body: '{"error":"invalid_grant"}' };
      standIn.tokens += 1;
      token = { value: `play-${standIn.tokens}`, until: now().getTime() + 3_600_000 };
      return json({ access_token: token.value, expires_in: 3_600, token_type: 'Bearer' });
    }
    if (headers.authorization !== `Bearer ${token.value}` || now().getTime() >= token.until)
      return googleError(401, 'UNAUTHENTICATED');
    if (hour(now(), standIn.requestsPerHour) < 0) return googleError(429, 'RESOURCE_EXHAUSTED');
    return playAnswer(url, standIn, now());
  });
  const standIn: ReviewStandIn = Object.assign(stand, emptyStandIn());
  return standIn;
};

const isGranted = (form: URLSearchParams, method: string, standIn: ReviewStandIn, now: Date): boolean => {
  const told = verifiedByGoogle(form.get('assertion') ?? '');
  const at = Math.floor(now.getTime() / 1000);
  const { iss, scope, aud, iat, exp } = told?.claims ?? {};
  return (
    method === 'POST' &&
    form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer' &&
    told?.header.kid === 'rsa-key-1' &&
    iss === 'evenhand@velora.iam.gserviceaccount.com' &&
    scope === 'https://www.googleapis.com/auth/androidpublisher' &&
    aud === `${standIn.baseUrl}/token` &&
    // Signed just now, on a machine that may be busy.
    Math.abs(Number(iat) - at) <= 60 &&
    exp === Number(iat) + 3_600
  );
};

const googleError = (status: number, code: string): StandInAnswer => ({
  status,
  body: JSON.stringify({ error: { code: status, message: code, status: code } }),
});

const WEEK_MS = 7 * 86_400_000;

const playAnswer = (url: URL, standIn: ReviewStandIn, now: Date): StandInAnswer => {
  const [, app = '', id] =
    /^\/androidpublisher\/v3\/applications\/([\w.]+)\/reviews(?:\/([^/]+))?$/.exec(url.pathname) ?? [];
  if (!standIn.apps.has(app)) return googleError(404, 'NOT_FOUND');
  allow(url, ['maxResults', 'token', 'startIndex', 'translationLanguage'], standIn);
  const found = shownOf(standIn, app, now).filter(({ at }) => at.getTime() > now.getTime() - WEEK_MS);
  if (id !== undefined) {
    const one = found.find((review) => review.id === decodeURIComponent(id));
    return one === undefined ? googleError(404, 'NOT_FOUND') : json(renderPlay(one));
  }
  const size = Number(url.searchParams.get('maxResults') ?? '10');
  const page = pageOf(found, url.searchParams.get('token'), size);
  if (page === null) return googleError(400, 'Invalid page token');
  return json({
    ...(page.items.length === 0 ? {} : { reviews: page.items.map(renderPlay) }),
    ...(page.next === null ? {} : { tokenPagination: { nextPageToken: page.next } }),
  });
};

/** null: the review behind which the page stands is not listed any more. */
const pageOf = (found: readonly StoreReview[], token: string | null, size: number) => {
  const at = token === null ? 0 : found.findIndex((review) => tokenOf(review.id) === token) + 1;
  if (token !== null && at === 0) return null;
  const items = found.slice(at, at + size);
  const last = items.at(-1);
  return { items, next: at + size < found.length && last !== undefined ? tokenOf(last.id) : null };
};

const allow = (url: URL, known: readonly string[], standIn: ReviewStandIn): void => {
  for (const key of url.searchParams.keys())
    if (!known.includes(key)) standIn.violations.push(`${url.pathname} ${key}`);
};

const shownOf = ({ reviews }: ReviewStandIn, app: string, now: Date): readonly StoreReview[] =>
  [...reviews.values()]
    .filter((one) => one.app === app && one.shownAt <= now && one.isDeleted !== true)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));

const tokenOf = (id: string): string => Buffer.from(`after ${id}`).toString('base64url');

const stampOf = (at: Date) => ({ seconds: String(Math.floor(at.getTime() / 1000)), nanos: 713_000_000 });

const renderPlay = ({ id, title, body, at, answer }: StoreReview) => ({
  reviewId: id,
  authorName: 'Jo Example',
  comments: [
    {
      userComment: {
        text: title === '' ? body : `${title}\t${body}`,
        lastModified: stampOf(at),
        starRating: 1,
        reviewerLanguage: 'en',
        device: 'trltecan',
        androidOsVersion: 21,
        thumbsUpCount: 8_765,
        thumbsDownCount: 3,
      },
    },
    ...(answer === undefined
      ? []
      : [{ developerComment: { text: answer.text, lastModified: stampOf(answer.at) } }]),
  ],
});

/** App Store Connect on the loopback address: a token signed by ES256 with each request, reviews newest first. */
export const startAppStoreStandIn = async (now: () => Date): Promise<ReviewStandIn> => {
  const hour = newHour();
  const stand = await startStandIn((url, headers) => {
    if (!isSigned(String(headers.authorization), now())) return appleError(401, 'NOT_AUTHORIZED');
    const rest = hour(now(), standIn.requestsPerHour);
    const told = {
      'x-rate-limit': `user-hour-lim:${standIn.requestsPerHour};user-hour-rem:${Math.max(0, rest)};`,
    };
    const answer = rest < 0 ? appleError(429, 'RATE_LIMIT_EXCEEDED') : appleAnswer(url, standIn, now());
    return { ...answer, headers: told };
  });
  const standIn: ReviewStandIn = Object.assign(stand, emptyStandIn());
  return standIn;
};

const isSigned = (authorization: string, now: Date): boolean => {
  const told = verifiedByApple(authorization.replace('Bearer ', ''));
  const at = now.getTime() / 1000;
  const { iss, aud, iat, exp } = told?.claims ?? {};
  return (
    told?.header.kid === appleKey.keyId &&
    told.header.typ === 'JWT' &&
    iss === appleKey.issuerId &&
    aud === 'appstoreconnect-v1' &&
    Number(iat) <= at &&
    Number(exp) > at &&
    Number(exp) - Number(iat) <= 1_200
  );
};

const appleError = (status: number, code: string): StandInAnswer => ({
  status,
  body: JSON.stringify({ errors: [{ status: String(status), code, title: 'no', detail: 'no' }] }),
});

const appleAnswer = (url: URL, standIn: ReviewStandIn, now: Date): StandInAnswer => {
  const one = /^\/v1\/customerReviews\/([^/]+)$/.exec(url.pathname)?.[1];
  if (one !== undefined) return appleReview(url, standIn.reviews.get(decodeURIComponent(one)), standIn);
  const app = /^\/v1\/apps\/(\d+)\/customerReviews$/.exec(url.pathname)?.[1] ?? '';
  if (!standIn.apps.has(app)) return appleError(404, 'NOT_FOUND');
  allow(url, ['sort', 'limit', 'include', 'cursor'], standIn);
  if (url.searchParams.get('sort') !== '-createdDate') standIn.violations.push('not by time');
  const size = Number(url.searchParams.get('limit') ?? '50');
  const page = pageOf(shownOf(standIn, app, now), url.searchParams.get('cursor'), size);
  if (page === null) return appleError(400, 'PARAMETER_ERROR.INVALID');
  return json({
    data: page.items.map(renderApple),
    included: responsesOf(page.items),
    links: { self: url.href, ...(page.next === null ? {} : { next: nextOf(url, page.next) }) },
    meta: { paging: { limit: size } },
  });
};

const appleReview = (url: URL, review: StoreReview | undefined, standIn: ReviewStandIn): StandInAnswer => {
  allow(url, ['include'], standIn);
  if (review === undefined || review.isDeleted === true) return appleError(404, 'NOT_FOUND');
  return json({ data: renderApple(review), included: responsesOf([review]) });
};

/** Under the platform's own name, which is not the one that was called. */
const nextOf = (url: URL, token: string): string => {
  const next = new URL(url);
  next.searchParams.set('cursor', token);
  next.host = 'api.appstoreconnect.apple.com';
  return next.href;
};

const renderApple = ({ id, title, body, at, answer }: StoreReview) => ({
  type: 'customerReviews',
  id,
  attributes: {
    rating: 1,
    title,
    body,
    reviewerNickname: 'Jo Example',
    createdDate: at.toISOString().replace('Z', '-00:00'),
    territory: 'DEU',
  },
  relationships: {
    response: {
      ...(answer === undefined ? {} : { data: { type: 'customerReviewResponses', id: `r-${id}` } }),
      links: { related: 'https://api.appstoreconnect.apple.com/x' },
    },
  },
});

const responsesOf = (reviews: readonly StoreReview[]) =>
  reviews.flatMap(({ id, answer }) =>
    answer === undefined
      ? []
      : [
          {
            type: 'customerReviewResponses',
            id: `r-${id}`,
            attributes: {
              responseBody: answer.text,
              lastModifiedDate: answer.at.toISOString(),
              state: 'PUBLISHED',
            },
          },
        ],
  );
