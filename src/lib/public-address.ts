import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { callbackify } from 'node:util';
import ipaddr from 'ipaddr.js';

export type FetchRefusal =
  | 'forbidden'
  | 'deadline'
  | 'too_large'
  | 'redirects'
  | 'unreachable'
  | 'malformed'
  | 'aborted';

/** A request that was not made or not finished. The message is one sentence that names the address. */
export class SafeFetchError extends Error {
  override readonly name = 'SafeFetchError';
  readonly refusal: FetchRefusal;

  constructor(refusal: FetchRefusal, message: string, options?: ErrorOptions) {
    super(message, options);
    this.refusal = refusal;
  }
}

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly string[]>;

export const systemResolve: Resolve = async (hostname) =>
  (await lookup(hostname, { all: true })).map((entry) => entry.address);

/** Whether `allow` (host:port of the operator's own network) opens this very host and port. */
export const isAllowed = (url: URL, allow: ReadonlySet<string>): boolean =>
  allow.has(`${url.hostname}:${portOf(url)}`);

/**
 * The address, if its form and its literal host may be called: http(s), ports 80 and 443, no credentials, a public
 * unicast address if it is one. Names are checked when they are resolved. Throws SafeFetchError.
 */
export const checkedUrl = (address: string, allow: ReadonlySet<string>, base?: URL): URL => {
  if (!URL.canParse(address, base?.href))
    throw new SafeFetchError('malformed', `${address} is not an address`);
  const url = new URL(address, base?.href);
  const problem = problemOf(url);
  if (problem !== undefined) throw new SafeFetchError('forbidden', problem);
  if (isAllowed(url, allow)) return url;
  const port = portOf(url);
  if (port !== '80' && port !== '443') {
    throw new SafeFetchError(
      'forbidden',
      `${url.host} is refused: only ports 80 and 443 are called (network.allow opens others)`,
    );
  }
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(literal) && !isPublic(literal)) throw privateAddress(url.host, literal);
  return url;
};

/** A connection's lookup that refuses a name when any of its addresses is not public, and hands on only checked ones. */
export const guardedLookup = (resolve: Resolve): LookupFunction =>
  asLookup(async (hostname) => {
    const addresses = await resolve(hostname);
    const refused = addresses.find((address) => !isPublic(address));
    if (refused !== undefined) throw privateAddress(hostname, refused);
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

const isPublic = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';

const privateAddress = (host: string, address: string): SafeFetchError =>
  new SafeFetchError(
    'forbidden',
    `${host} is refused: ${address} is not a public address (network.allow opens hosts of your own network)`,
  );
