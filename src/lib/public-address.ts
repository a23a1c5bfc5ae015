import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import ipaddr from 'ipaddr.js';
import { parseUrl } from './parse-url.ts';

export type FetchRefusal =
  | 'forbidden'
  | 'deadline'
  | 'too_large'
  | 'redirects'
  | 'unreachable'
  | 'malformed'
  | 'aborted';

/** A request that was not made or not finished. The message is one sentence that names the host, never path or query. */
export class SafeFetchError extends Error {
  override readonly name = 'SafeFetchError';
  readonly refusal: FetchRefusal;
  /** The message without what to do: for an address that a stranger chose, nobody shall be told to open it. */
  readonly plain: string;

  constructor(refusal: FetchRefusal, plain: string, options: { advice?: string; cause?: unknown } = {}) {
    super(options.advice === undefined ? plain : `${plain}; ${options.advice}`, { cause: options.cause });
    this.refusal = refusal;
    this.plain = plain;
  }
}

export const withoutAdvice = (error: unknown): unknown =>
  error instanceof SafeFetchError ? new SafeFetchError(error.refusal, error.plain, { cause: error }) : error;

/** Scheme and host for a sentence: a path or a query may hold a secret, and sentences end in logs. */
export const originOf = (address: string): string => {
  const url = parseUrl(address);
  return url === null ? 'something that is not an address' : `${url.protocol}//${url.host}`;
};

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map((entry) => entry.address);

/** What may be called although it is not public, and on which ports everybody may be called. */
export interface Openings {
  /** `host:port` of the operator's own network. */
  readonly allow: ReadonlySet<string>;
  /** 80 and 443 unless a test brings that of its listener. */
  readonly ports?: readonly number[];
}

/** Whether this very host and port is opened by name. */
export const isAllowed = (url: URL, { allow }: Openings): boolean => allow.has(pairOf(url));

/**
 * What a call that begins at this address may open on its way: where it begins outside, a stranger chooses where it is
 * led, and what is allowed is for calls that name it.
 */
export const openingsFrom = (first: URL, openings: Openings): Openings =>
  isAllowed(first, openings) ? openings : closed(openings);

/** Nothing of the operator's own network. */
const closed = (openings: Openings): Openings => ({ ...openings, allow: noPairs });

/**
 * What a call of this address may open. `referrer` is the document in which it was found; absent: the operator wrote it.
 * Throws SafeFetchError, for a found address without what to do.
 */
export const openingsOf = (address: string, referrer: string | undefined, rules: Openings): Openings => {
  if (referrer === undefined) return openingsFrom(checkedUrl(address, rules), rules);
  const document = parseUrl(referrer);
  const found = document === null ? closed(rules) : openingsFrom(document, rules);
  try {
    return openingsFrom(checkedUrl(address, found), found);
  } catch (error) {
    throw withoutAdvice(error);
  }
};

const noPairs: ReadonlySet<string> = new Set();

/**
 * The address, if its form and its literal host may be called: http(s), ports 80 and 443, no credentials, a public
 * unicast address if it is one. Names are checked when they are resolved. Throws SafeFetchError.
 */
export const checkedUrl = (address: string, openings: Openings, base?: URL): URL => {
  const url = parseUrl(address, base?.href);
  if (url === null) throw new SafeFetchError('malformed', 'what was to be called is not an address');
  const problem = problemOf(url);
  if (problem !== undefined) throw new SafeFetchError('forbidden', problem);
  const refused = isAllowed(url, openings) ? undefined : whyRefused(url, openings.ports);
  if (refused !== undefined) throw refusalOf(url, refused);
  return url;
};

/**
 * What can be said of an address without asking anybody: why it will be refused, and the pair of `network.allow` that
 * would open it. Names are judged by their look alone. null: nothing speaks against it.
 */
export const foreseeRefusal = (
  address: string,
  allow: readonly string[],
): { readonly why: string; readonly pair: string } | null => {
  const url = parseUrl(address);
  if (url === null || isAllowed(url, { allow: new Set(allow.map((pair) => pair.toLowerCase())) }))
    return null;
  const isOwn = ownNames.test(url.hostname) || /^[^.:]+$/.test(url.hostname);
  const why = isOwn ? `${url.hostname} is a name of your own network` : whyRefused(url);
  return why === undefined ? null : { why, pair: pairOf(url) };
};

/** Names that no public server has (RFC 6761, RFC 8375, ICANN's .internal), and what people use beside them. */
const ownNames =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|intern|lan|home|home\.arpa|corp|private)\.?$/;

const usualPorts: readonly number[] = [80, 443];

const whyRefused = (url: URL, ports = usualPorts): string | undefined => {
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !isPublic(literal)) return `${literal} is not a public address`;
  return ports.includes(Number(portOf(url))) ? undefined : 'only ports 80 and 443 are called';
};

/** The same sentence wherever a call is refused: what, why, and the key that opens it. */
const refusalOf = (url: URL, why: string): SafeFetchError =>
  new SafeFetchError('forbidden', `${url.host} is refused because ${why}`, {
    advice: howToAllow(pairOf(url)),
  });

export const howToAllow = (pair: string): string =>
  `if it is on your own network, add "${pair}" to network.allow in evenhand.yaml`;

/** `host:port`, as `network.allow` has it. */
export const pairOf = (url: URL): string => `${url.hostname}:${portOf(url)}`;

/** The refusal of a name says for which call it was: a lookup knows no port. Every other error stays. */
export const withPair = (error: unknown, url: URL): unknown => {
  const refused = findPrivate(error);
  return refused === undefined ? error : refusalOf(url, refused.message);
};

const findPrivate = (error: unknown): PrivateAddressError | undefined => {
  if (error instanceof PrivateAddressError) return error;
  return error instanceof Error ? findPrivate(error.cause) : undefined;
};

class PrivateAddressError extends Error {
  override readonly name = 'PrivateAddressError';
}

/** A connection's lookup that refuses a name when any of its addresses is not public, and hands on only checked ones. */
export const guardedLookup = (resolve: Resolve): LookupFunction =>
  asLookup(async (hostname) => {
    const addresses = await resolve(hostname);
    const refused = addresses.find((address) => !isPublic(address));
    if (refused !== undefined)
      throw new PrivateAddressError(`${hostname} leads to ${refused}, which is not a public address`);
    return addresses;
  });

/** For hosts that the operator allowed. */
export const openLookup = (resolve: Resolve): LookupFunction => asLookup(resolve);

const asLookup = (resolve: Resolve): LookupFunction => {
  const resolveChecked = callbackify(async (hostname: string) => {
    const addresses = await resolve(hostname);
    if (addresses.length === 0) throw new SafeFetchError('unreachable', `${hostname} has no address`);
    return addresses;
  });
  return (hostname, options, callback) => {
    resolveChecked(hostname, (error, addresses) => {
      const entries = (addresses ?? []).map((address) => ({
        address,
        family: address.includes(':') ? 6 : 4,
      }));
      const [entry] = entries;
      if (error !== null || entry === undefined) callback(error, '');
      else if (options.all === true) callback(null, entries);
      else callback(null, entry.address, entry.family);
    });
  };
};

const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80');

const problemOf = (url: URL): string | undefined => {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    return `${url.protocol}… is refused: only http and https are called`;
  }
  if (url.username === '' && url.password === '') return undefined;
  return `an address on ${url.host} carries a name or password and is refused`;
};

/**
 * Of IPv6 only what IANA gives out as global unicast (2000::/3, RFC 4291): the rest holds old ways to write an IPv4
 * address, such as ::127.0.0.1, that a list of special ranges forgets.
 */
const isPublic = (address: string): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || ((parsed.toByteArray()[0] ?? 0) & 0xe0) === 0x20;
};
