import { z } from 'zod';
import type { SourceDeps } from '../source.ts';
import { askXrpc, type XrpcHost } from './xrpc.ts';

/** Listening waits for no longer than this. */
const DEADLINE_MS = 5_000;
/** A name of the web's: a handle of X or of an instance of Mastodon is none. */
const HANDLE = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/**
 * Which account has a handle, of those that can be told now. What cannot be told is learned from the stream, when the
 * account says so itself; nothing fails for it.
 */
export const resolveHandles = async (
  host: XrpcHost,
  handles: Iterable<string>,
  { signal, ...deps }: Pick<SourceDeps, 'fetch' | 'clock' | 'signal'>,
): Promise<Readonly<Record<string, string>>> => {
  const within = { ...deps, signal: AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]) };
  const found = await Promise.all(
    [...handles].filter((handle) => HANDLE.test(handle)).map((handle) => resolve(host, handle, within)),
  );
  return Object.fromEntries(found.flatMap((one) => (one === null ? [] : [one])));
};

const answer = z.object({ did: z.string().startsWith('did:').max(400) });

const resolve = async (
  host: XrpcHost,
  handle: string,
  deps: Pick<SourceDeps, 'fetch' | 'clock' | 'signal'>,
): Promise<readonly [did: string, handle: string] | null> => {
  const question = { method: 'com.atproto.identity.resolveHandle', params: [['handle', handle]] } as const;
  const told = await askXrpc(host, question, deps).catch(() => null);
  const parsed = answer.safeParse(told);
  return parsed.success ? [parsed.data.did, handle] : null;
};

/** A handle belongs to one account: what was known of another is forgotten. */
export const withResolved = (
  known: Readonly<Record<string, string>>,
  resolved: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const told = new Set(Object.values(resolved));
  const others = Object.entries(known).filter(([, handle]) => !told.has(handle));
  return { ...Object.fromEntries(others), ...resolved };
};
