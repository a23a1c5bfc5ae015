import { SafeFetchError } from '../../lib/safe-fetch.ts';
import { SocketRefusedError } from '../../lib/safe-socket.ts';
import { SourceError } from '../source.ts';
import type { BlueskyHost } from './hosts.ts';

/** HTTP 400 before the socket opens: the count that was asked for is below what the host keeps (v2). */
export const isCursorTooOld = (error: unknown): boolean =>
  error instanceof SocketRefusedError && error.status === 400 && error.body.includes('CursorTooOld');

/** What a connection that did not come about means. With more than one host nothing is final: the next one may answer. */
export const connectError = (
  error: unknown,
  { origin }: BlueskyHost,
  { now, isOnlyHost }: { readonly now: Date; readonly isOnlyHost: boolean },
): SourceError => {
  if (error instanceof SocketRefusedError) {
    const { status } = error;
    const isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
    if (isFinal && isOnlyHost)
      return new SourceError(
        'permanent',
        `${origin} answered with status ${status}: check base_url and wire in evenhand.yaml`,
        { cause: error },
      );
    return new SourceError('transient', `${origin} answered with status ${status}`, {
      retryAfterMs: isFinal ? undefined : retryAfterMs(error.headers, now),
      cause: error,
    });
  }
  const isForbidden = error instanceof SafeFetchError && error.refusal === 'forbidden';
  return new SourceError(isForbidden && isOnlyHost ? 'permanent' : 'transient', reasonOf(error), {
    cause: error,
  });
};

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const LONGEST_WAIT_MS = 3_600_000;

/** Seconds or a date. */
const retryAfterMs = (headers: Headers, now: Date): number | undefined => {
  const told = headers.get('retry-after')?.trim();
  if (told === undefined || told === '') return undefined;
  const waitMs = /^\d+$/.test(told) ? Number(told) * 1000 : Date.parse(told) - now.getTime();
  return Number.isNaN(waitMs) ? undefined : Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS);
};
