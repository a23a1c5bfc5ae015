import type { Test } from './suite.ts';

export interface Outcome {
  readonly test: Test;
  /** Share of cases. */
  readonly failed: number;
  readonly examples: readonly string[];
}

/** What is said of a text: negative 0, neutral 1, positive 2; share of positive over negative. */
export interface Said {
  readonly tone: number;
  readonly isComplaint: boolean;
  readonly balance: number;
}

/** By how much the balance of positive and negative may fall when praise is added. */
const tolerance = 0.1;

export const runTest = (ask: (text: string) => Said, test: Test): Outcome => {
  const failed = test.cases.filter((texts) =>
    hasFailed(
      test,
      texts.map((text) => ask(text)),
    ),
  );
  return {
    test,
    failed: failed.length / Math.max(test.cases.length, 1),
    examples: failed.slice(0, 3).map((texts) => texts.join(' | ')),
  };
};

const hasFailed = ({ kind, right }: Test, [first, ...twins]: readonly Said[]): boolean => {
  if (first === undefined) return false;
  if (kind === 'functionality') return !right.includes(first.tone);
  if (kind === 'direction') {
    const sign = right[0] === 2 ? 1 : -1;
    return twins.some((twin) => sign * (twin.balance - first.balance) < -tolerance);
  }
  if (kind === 'invariance') return twins.some((twin) => twin.tone !== first.tone);
  return twins.some((twin) => twin.tone !== first.tone || twin.isComplaint !== first.isComplaint);
};
