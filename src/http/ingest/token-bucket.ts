/** What a sender may still send at once. */
export interface TokenBucket {
  /** In 60,000ths of a post, of which each millisecond brings `perMinute`: whole numbers, so that nothing is lost by rounding. */
  readonly shares: number;
  readonly atMs: number;
}

export interface Drawn {
  readonly bucket: TokenBucket;
  /** 0: go on. */
  readonly waitSeconds: number;
}

const sharesOfPost = 60_000;

/**
 * Draws posts from a bucket that fills at `perMinute` (a whole number) and holds a minute's worth. A request that is larger
 * than the bucket passes when it is full, and is paid off afterwards: else it could never pass.
 */
export const draw = (
  before: TokenBucket | undefined,
  { perMinute, posts, nowMs }: { perMinute: number; posts: number; nowMs: number },
): Drawn => {
  const most = perMinute * sharesOfPost;
  const filled = (before?.shares ?? most) + Math.max(0, nowMs - (before?.atMs ?? nowMs)) * perMinute;
  const shares = Math.min(most, filled);
  const missing = Math.min(posts * sharesOfPost, most) - shares;
  return missing > 0
    ? { bucket: { shares, atMs: nowMs }, waitSeconds: Math.ceil(missing / (perMinute * 1_000)) }
    : { bucket: { shares: shares - posts * sharesOfPost, atMs: nowMs }, waitSeconds: 0 };
};
