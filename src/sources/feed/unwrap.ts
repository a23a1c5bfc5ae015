import { parseUrl } from '../../lib/parse-url.ts';

/**
 * The address behind what a service put around it: Google Alerts and Google News, mail and share links of Substack, the
 * marks of where a reader came from that Medium, Substack and WordPress append (facts/sources.md 5). Every other address
 * stays as it is. Asks nobody: a Google News address that holds no address in itself stays too.
 */
export const unwrapAddress = (address: string): string => {
  let current = address;
  // An alert may wrap what somebody else wrapped.
  for (let layer = 0; layer < 3; layer += 1) {
    const next = unwrapOnce(current);
    if (next === current) break;
    current = next;
  }
  return current;
};

const unwrapOnce = (address: string): string => {
  const url = parseUrl(address);
  if (url === null) return address;
  for (const unwrap of WRAPPINGS) {
    const inner = unwrap(url);
    if (inner !== undefined && isWeb(inner)) return inner;
  }
  return withoutOrigin(url, address);
};

const isWeb = (address: string): boolean => /^https?:$/.test(parseUrl(address)?.protocol ?? '');

const isGoogle = (host: string): boolean => /^(?:www\.)?google\.(?:com?\.)?[a-z]{2,3}$/.test(host);

/** `https://www.google.com/url?rct=j&sa=t&url=TARGET&ct=ga&…`, in older alerts `q=TARGET`. */
const googleAlert = ({ hostname, pathname, searchParams }: URL): string | undefined =>
  isGoogle(hostname) && pathname === '/url'
    ? (searchParams.get('url') ?? searchParams.get('q') ?? undefined)
    : undefined;

/** `https://news.google.com/rss/articles/CBMi…`: a message whose fourth field is the address, in those that have one. */
const googleNews = ({ hostname, pathname }: URL): string | undefined => {
  if (hostname !== 'news.google.com') return undefined;
  const packed = /^\/(?:rss\/|__i\/rss\/rd\/)?articles\/([\w-]+)/.exec(pathname)?.[1];
  if (packed === undefined || packed.length > 4_000) return undefined;
  const bytes = Buffer.from(packed, 'base64url');
  if (bytes[0] !== 0x08 || bytes[2] !== 0x22) return undefined;
  const [low = 0, high = 0] = [bytes[3], bytes[4]];
  const isLong = low >= 0x80;
  const [start, length] = isLong ? [5, (low & 0x7f) + high * 128] : [4, low];
  const inner = bytes.subarray(start, start + length).toString('latin1');
  return inner.length === length && /^https?:\/\/[!-~]+$/.test(inner) ? inner : undefined;
};

/** `https://substack.com/redirect/2/eyJlIjoi…`, JSON with the address, and `https://open.substack.com/pub/NAME/p/POST`. */
const substack = ({ hostname, pathname }: URL): string | undefined => {
  const shared = /^\/pub\/([a-z\d-]+)\/(p\/[^/]+)/i.exec(pathname);
  if (hostname === 'open.substack.com' && shared !== null)
    return `https://${shared[1]?.toLowerCase()}.substack.com/${shared[2]}`;
  if (!/(?:^|\.)substack\.com$/.test(hostname)) return undefined;
  const packed = /^\/redirect\/2\/([\w-]+)/.exec(pathname)?.[1];
  return packed === undefined ? undefined : addressInJson(Buffer.from(packed, 'base64url').toString('utf8'));
};

const addressInJson = (text: string): string | undefined => {
  try {
    const { e } = JSON.parse(text) as { readonly e?: unknown };
    return typeof e === 'string' ? e : undefined;
  } catch {
    return undefined;
  }
};

const WRAPPINGS: readonly ((url: URL) => string | undefined)[] = [googleAlert, googleNews, substack];

/** `source=rss-…` is Medium's; the others are everybody's. */
const isOriginMark = (name: string, value: string): boolean =>
  /^utm_[a-z]+$/.test(name) || (name === 'source' && value.startsWith('rss-'));

/** Without a mark the address stays exactly as it was written. */
const withoutOrigin = (url: URL, written: string): string => {
  const marks = [...url.searchParams].filter(([name, value]) => isOriginMark(name, value));
  if (marks.length === 0) return written;
  for (const [name] of marks) url.searchParams.delete(name);
  return url.href;
};
