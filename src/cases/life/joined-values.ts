export const earlier = (a: Date, b: Date): Date => (a <= b ? a : b);
export const later = (a: Date, b: Date): Date => (a >= b ? a : b);

/** What is added stands behind what is known. */
export const union = <T>(known: readonly T[], more: readonly T[]): readonly T[] => [
  ...known,
  ...more.filter((value) => !known.includes(value)),
];
