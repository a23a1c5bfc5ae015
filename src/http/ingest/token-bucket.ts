/** What a sender may still send at once. */
export interface TokenBucket {
  readonly tokens: number;
  readonly atMs: number;
}

export interface Drawn {
  readonly bucket: TokenBucket;
  /** 0: go on. */
  readonly waitSeconds: number;
}

/**
 * Draws posts from a bucket that fills at `perMinute` and holds a minute's worth. A request that is larger than the
 * bucket passes when it is full, and is paid off afterwards: else it could never pass.
 */
export const draw = (
  before: TokenBucket | undefined,
  { perMinute, posts, nowMs }: { perMinute: number; posts: number; nowMs: number },
): Drawn => {
  const perMs = perMinute / 60_000;
  const filled = (before?.tokens ?? perMinute) + Math.max(0, nowMs - (before?.atMs ?? nowMs)) * perMs;
  const tokens = Math.min(perMinute, filled);
  const missing = Math.min(posts, perMinute) - tokens;
  return missing > 0
    ? { bucket: { tokens, atMs: nowMs }, waitSeconds: Math.max(1, Math.ceil(missing / perMs / 1_000)) }
    : { bucket: { tokens: tokens - posts, atMs: nowMs }, waitSeconds: 0 };
};
