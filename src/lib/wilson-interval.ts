/** A share in [0, 1] with what it may be. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The normal quantile of a two-sided 95 % interval. */
const z = 1.959963984540054;

/**
 * Wilson's score interval at 95 % (E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
 * JASA 22, 1927): it holds for small numbers and shares near 0, where the usual one does not. null: there are none.
 */
export const wilsonInterval = (hits: number, of: number): Share | null => {
  if (of <= 0) return null;
  const share = hits / of;
  const centre = (share + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z / (1 + (z * z) / of)) * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  return { share, low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
};
