/** Who may see a post and what they did with it, as far as its platform told. null: not told. */
export interface Audience {
  readonly followers: number | null;
  readonly isVerified: boolean | null;
  readonly likes: number | null;
  readonly reposts: number | null;
  readonly replies: number | null;
  readonly views: number | null;
}

/** Reads what a source sealed; anything that is not a plain count is not told. Sources use these words of the import. */
export const readAudience = (counts: unknown): Audience => {
  const told: Readonly<Record<string, unknown>> =
    typeof counts === 'object' && counts !== null ? { ...counts } : {};
  return {
    followers: count(told.followers),
    isVerified: typeof told.verified === 'boolean' ? told.verified : null,
    likes: count(told.likes),
    reposts: count(told.reposts),
    replies: count(told.replies),
    views: count(told.views),
  };
};

const count = (value: unknown): number | null => {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 && number < 1e15
    ? Math.floor(number)
    : null;
};
