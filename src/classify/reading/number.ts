/**
 * Value of a number as English, German or Swiss people write it: `4,333.50`, `4.333,50`, `4'333`, `2k`, `3x`, `5th`;
 * null for what is no plain number (times, dates, order numbers, more than twelve digits).
 */
export const numberOf = (word: string): number | null => {
  const match = /^(\d{1,12}(?:[.,'’]\d{1,12})*)(k|x|th|st|nd|rd|mal|eur|euro|usd|gbp|chf)?$/i.exec(word);
  if (match === null) return null;
  const value = plainValue(match[1] ?? '');
  if (value === null) return null;
  return match[2]?.toLowerCase() === 'k' ? value * 1000 : value;
};

/** Currency and value of one word that holds both: `500EUR`, `EUR500`; null for others. */
export const amountOf = (word: string): { readonly currency: string; readonly value: number } | null => {
  const match = /^(eur|usd|gbp|chf)?(\d[\d.,'’]*\d|\d)(eur|euro|usd|gbp|chf)?$/i.exec(word);
  const code = (match?.[1] ?? match?.[3])?.slice(0, 3).toUpperCase();
  const value = match === null ? null : plainValue(match[2] ?? '');
  return code === undefined || value === null ? null : { currency: code, value };
};

const plainValue = (digits: string): number | null => {
  const parts = digits.replace(/['’]/g, '').split(/[.,]/);
  const last = parts.at(-1) ?? '';
  // A single group of three digits after a mark is a thousands group in both countries (`4.333`, `4,333`).
  const isWhole = parts.length === 1 || (last.length === 3 && (parts.length > 2 || parts[0] !== '0'));
  const value = Number(isWhole ? parts.join('') : `${parts.slice(0, -1).join('')}.${last}`);
  return Number.isFinite(value) ? value : null;
};
