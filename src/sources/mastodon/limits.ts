import { parseUrl } from '../../lib/parse-url.ts';

/** `X-RateLimit-Reset` is an ISO 8601 time here and nowhere else. */
export const resetMs = (headers: Headers, now: Date): number | undefined => {
  const at = Date.parse(headers.get('x-ratelimit-reset') ?? '');
  // The clocks of two machines differ, and a reset that lies behind is about to come.
  return Number.isNaN(at) ? undefined : Math.max(1000, at - now.getTime() + 1000);
};

/** How long to rest, where nothing is left of the 300 requests in five minutes. */
export const restMs = (headers: Headers, now: Date): number | undefined => {
  const left = headers.get('x-ratelimit-remaining');
  return left !== null && /^\d+$/.test(left.trim()) && Number(left) === 0
    ? (resetMs(headers, now) ?? 300_000)
    : undefined;
};

/** A parameter of the page that `Link` names; its host may be that of a proxy, so only this is taken from it. */
export const linkParam = (
  header: string | null,
  rel: 'next' | 'prev',
  name: 'max_id' | 'min_id',
): string | undefined => {
  for (const [, address = '', attributes = ''] of (header ?? '').matchAll(/<([^>]*)>([^,<]*)/g)) {
    if (!new RegExp(`\\brel\\s*=\\s*"?[^"]*\\b${rel}\\b`, 'i').test(attributes)) continue;
    const value = parseUrl(address, 'http://instance.invalid')?.searchParams.get(name) ?? '';
    if (value !== '') return value;
  }
  return undefined;
};

/** Ids are strings of digits whose order is that of their numbers. */
export const isNewer = (a: string, b: string): boolean =>
  a.length === b.length ? a > b : a.length > b.length;

export const newestOf = (ids: readonly string[]): string | undefined =>
  ids.length === 0 ? undefined : ids.reduce((a, b) => (isNewer(a, b) ? a : b));
