import type { ProblemId } from './problem.ts';

/** A problem as people call it: `P-17`; one that an ejected post founded carries a `b`: `P-17b`. */
export const problemName = (id: ProblemId): string => (id < 0 ? `P-${-id}b` : `P-${id}`);

/** `17`, `P-17`, `p17` and `#17` are one problem; null for what cannot be the name of one. */
export const parseProblemId = (text: string): ProblemId | null => {
  const [, digits, own] = /^(?:P-?|#)?0*([1-9]\d{0,14})(b?)$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  return own === '' ? Number(digits) : -Number(digits);
};
