import { fold } from '../../src/cases/fold.ts';
import type {
  CaseRow,
  DeadlineAsk,
  FoldDeps,
  FoldInput,
  FoldMention,
  FoldResult,
} from '../../src/cases/fold-types.ts';
import type { Category } from '../../src/domain/classification.ts';
import type { Decision, ReviewReason } from '../../src/domain/decision.ts';
import type { Mention, Post } from '../../src/domain/post.ts';
import type { Severity } from '../../src/domain/severity.ts';

export const hourMs = 3_600_000;
const minutes: Readonly<Record<Severity, number>> = { critical: 60, high: 240, medium: 1_440, low: 4_320 };
const start = Date.UTC(2026, 4, 4, 8);

/** Hours after Monday, 4 May 2026, 08:00 UTC. */
export const hour = (hours: number): Date => new Date(start + hours * hourMs);

/** A wall clock for every severity; `next_response` twice as long, so that a test can tell the two apart. */
export const deadlineOf = ({ severity, clockStart, target }: DeadlineAsk): Date =>
  new Date(clockStart.getTime() + minutes[severity] * 60_000 * (target === 'next_response' ? 2 : 1));

const depsFrom = (firstId = 1): FoldDeps => {
  let id = firstId - 1;
  return {
    now: hour(1_000),
    deadlineOf,
    newCaseId: () => {
      id += 1;
      return `case-${id}`;
    },
  };
};

export interface Told extends Partial<Omit<Post, 'publishedAt'>> {
  readonly at: number;
  /** Hours; the time of publication where absent. */
  readonly receivedAt?: number;
  readonly hasNoTime?: boolean;
  readonly by?: string;
  readonly brand?: string;
  readonly isHistory?: boolean;
  readonly decision?: Decision;
  readonly identifiers?: readonly string[];
  readonly outOfBand?: FoldMention['outOfBand'];
}

export const complains = (
  severity: Severity = 'medium',
  categories: readonly Category[] = ['delivery'],
): Decision => ({
  kind: 'complaint',
  severity,
  danger: null,
  categories,
  reasons: [{ code: severity }],
});

export const listed = (review: ReviewReason = 'not_a_complaint', isUnsure = false): Decision => ({
  kind: 'review',
  review,
  isUnsure,
  reasons: [],
});

/** A decided mention. `text` doubles as its fingerprint; the first post of a thread begins it. */
export const say = (nativeId: string, told: Told): FoldMention & { readonly mention: Mention } => {
  const {
    at,
    receivedAt = at,
    by = 'ann',
    brand = 'nordbahn',
    isHistory = false,
    hasNoTime = false,
    ...rest
  } = told;
  const { decision = complains(), identifiers = [], outOfBand = null, ...post } = rest;
  const received = hour(receivedAt);
  return {
    mention: {
      post: {
        kind: 'post',
        source: 'forum',
        nativeId,
        revision: 0,
        author: by,
        authorRole: 'customer',
        thread: nativeId,
        parent: null,
        repostOf: null,
        text: `text of ${nativeId}`,
        declaredLanguage: null,
        url: `https://forum.example/${nativeId}`,
        links: [],
        hasImage: false,
        publishedAt: hasNoTime ? null : hour(at).toISOString(),
        ...post,
      },
      brand,
      matchedBy: 'phrase',
      fingerprint: post.text ?? `text of ${nativeId}`,
      receivedAt: received.toISOString(),
      isHistory,
    },
    decision,
    complainantKey: by,
    identifiers,
    outOfBand,
    clockStart: hasNoTime ? received : hour(Math.max(at, receivedAt - 24)),
    policy: 'policy-1',
  };
};

/** Folds a batch into cases, and gives all cases as they are afterwards. */
export const foldInto = (
  cases: readonly CaseRow[],
  mentions: readonly FoldMention[],
  more: Partial<FoldInput> = {},
): FoldResult & { readonly cases: readonly CaseRow[] } => {
  const result = fold({ cases, mentions, ...more }, depsFrom(cases.length + 1));
  const changed = new Map(result.changed.map(({ after }) => [after.id, after]));
  return { ...result, cases: [...cases.map((row) => changed.get(row.id) ?? row), ...result.opened] };
};

/** The only case after these mentions. */
export const onlyCase = (cases: readonly CaseRow[]): CaseRow => {
  const [row, ...others] = cases;
  if (!row || others.length > 0) throw new Error(`expected one case, found ${cases.length}`);
  return row;
};
