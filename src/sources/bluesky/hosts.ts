import { POSTS } from './map-event.ts';
import type { BlueskyWire } from './wire.ts';

export interface BlueskyHost {
  readonly origin: string;
  readonly wire: BlueskyWire;
}

/** The address to listen at. Accounts and identities come unasked on v1 and are asked for on v2. */
export const addressOf = ({ origin, wire }: BlueskyHost, cursor: number | null): string => {
  const path = wire === 'v1' ? '/subscribe' : '/xrpc/network.bsky.jetstream.subscribeEvents';
  const address = new URL(origin.replace(/\/+$/, '') + path);
  if (wire === 'v1') address.searchParams.set('wantedCollections', POSTS);
  else {
    for (const kind of ['commit', 'identity', 'account']) address.searchParams.append('kinds', kind);
    address.searchParams.set('collections', POSTS);
  }
  if (cursor !== null) address.searchParams.set('cursor', String(cursor));
  return address.href;
};

/** Of the 2026 endpoint alone; the older one knows no such thing. */
export const protocolOf = (wire: BlueskyWire): string | undefined =>
  wire === 'v2' ? 'xrpc.v1.json' : undefined;

/** Whose turn it is: the host that was read last, and with each failure in a row the next one. */
export const chooseHost = (
  hosts: readonly BlueskyHost[],
  last: string | undefined,
  failures: number,
): BlueskyHost => {
  const start = Math.max(
    0,
    hosts.findIndex(({ origin }) => origin === last),
  );
  const chosen = hosts[(start + failures) % hosts.length];
  if (chosen === undefined) throw new RangeError('a source of Bluesky needs a host');
  return chosen;
};
