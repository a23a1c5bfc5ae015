/** Where listening to the stream stands; in the cursor, so that no restart begins to knock anew. */
export interface StreamState {
  /** How the last connections ended, one after the other. */
  readonly trouble: { readonly kind: StreamTrouble; readonly times: number } | null;
  /** Not to be opened before, ISO 8601 UTC. */
  readonly openAt: string | null;
  /** From the failure to `openAt`. */
  readonly waitMs: number;
}

/** `broken`: the connection; `refused`: an HTTP status; `limited`: 429, too many connections among them. */
export type StreamTrouble = 'broken' | 'refused' | 'limited';

export const calmStream: StreamState = { trouble: null, openAt: null, waitMs: 0 };

/**
 * How long to wait before the stream is opened again, in milliseconds, by the platform's own three rules: 250 ms more
 * each time up to 16 s; 5 s doubling up to 320 s; a minute doubling (facts/sources.md 1), up to the 15 minutes in which
 * connections are counted.
 */
export const waitAfter = (kind: StreamTrouble, times: number): number => {
  if (kind === 'broken') return Math.min(250 * times, 16_000);
  const [first, longest] = kind === 'refused' ? [5_000, 320_000] : [60_000, 900_000];
  return Math.min(first * 2 ** Math.min(times - 1, 20), longest);
};

export const afterTrouble = (
  before: StreamState,
  kind: StreamTrouble,
  at: { readonly now: Date; readonly retryAfterMs?: number | undefined },
): StreamState => {
  const times = before.trouble?.kind === kind ? before.trouble.times + 1 : 1;
  const waitMs = Math.max(waitAfter(kind, times), at.retryAfterMs ?? 0);
  return {
    trouble: { kind, times },
    openAt: new Date(at.now.getTime() + waitMs).toISOString(),
    waitMs,
  };
};

export const mayOpen = ({ openAt }: StreamState, now: Date): boolean =>
  openAt === null || Date.parse(openAt) <= now.getTime();
