import type { Test } from './suite.ts';

export interface Outcome {
  readonly test: Test;
  /** Share of cases. */
  readonly failed: number;
  readonly examples: readonly string[];
  /** Of changes that must make no difference: share of single changes by what they changed. */
  readonly flips: Readonly<Record<string, number>>;
}

/** What is said of a text: negative 0, neutral 1, positive 2; share of positive over negative. */
export interface Said {
  readonly tone: number;
  readonly isComplaint: boolean;
  readonly balance: number;
  /** Whatever else is decided, by its name. */
  readonly others: Readonly<Record<string, string>>;
}

/** By how much the balance of positive and negative may fall when praise is added. */
const tolerance = 0.1;
const mostExamples = 12;

export const runTest = (ask: (text: string) => Said, test: Test): Outcome => {
  const flips = new Map<string, number>();
  let changes = 0;
  const failed = test.cases.filter((texts) => {
    const said = texts.map((text) => ask(text));
    if (test.kind === 'fairness' || test.kind === 'invariance') changes += countFlips(said, flips);
    return hasFailed(test, said);
  });
  return {
    test,
    failed: failed.length / Math.max(test.cases.length, 1),
    examples: failed.slice(0, mostExamples).map((texts) => texts.join(' | ')),
    flips: Object.fromEntries([...flips].map(([what, count]) => [what, count / Math.max(changes, 1)])),
  };
};

/** Counts how often each answer differs from that to the first text; answers how many were compared. */
const countFlips = ([first, ...twins]: readonly Said[], into: Map<string, number>): number => {
  if (first === undefined) return 0;
  const expected = decisionsOf(first);
  for (const twin of twins)
    for (const [what, decided] of Object.entries(decisionsOf(twin)))
      if (decided !== expected[what]) into.set(what, (into.get(what) ?? 0) + 1);
  return twins.length;
};

const decisionsOf = ({ tone, isComplaint, others }: Said): Readonly<Record<string, string>> => ({
  tone: String(tone),
  complaint: String(isComplaint),
  ...others,
});

const hasFailed = ({ kind, right }: Test, [first, ...twins]: readonly Said[]): boolean => {
  if (first === undefined) return false;
  if (kind === 'functionality') return !right.includes(first.tone);
  if (kind === 'direction') {
    const sign = right[0] === 2 ? 1 : -1;
    return twins.some((twin) => sign * (twin.balance - first.balance) < -tolerance);
  }
  if (kind === 'invariance') return twins.some((twin) => twin.tone !== first.tone);
  return twins.some((twin) => JSON.stringify(decisionsOf(twin)) !== JSON.stringify(decisionsOf(first)));
};
