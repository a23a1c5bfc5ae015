import type { DecidedPost, StoredVerdict } from '../cases/decided-post.store.ts';
import type { Decision } from '../domain/decision.ts';
import type { DecideContext, KnownPost } from '../domain/known-post.ts';
import type { Mention } from '../domain/post.ts';

/** What became of deciding a post again. */
export type Verified = { readonly post: string; readonly decidedAt: Date } & (
  | { readonly outcome: 'same' }
  | { readonly outcome: 'different'; readonly stored: StoredVerdict; readonly again: StoredVerdict }
  | { readonly outcome: 'version_gone'; readonly version: string }
  | { readonly outcome: 'text_gone' | 'answered_text_gone' }
);

/**
 * Decides a post again from its words, what it answered and the version that decided it; pure but for `decideAll`,
 * which is passed in. Says what is missing where one of them is gone: then nothing can be told.
 */
export const replay = (post: DecidedPost, deps: ReplayDeps): Verified => {
  const { source, nativeId } = post.mention.post;
  const named = { post: `${source}/${nativeId}`, decidedAt: post.decidedAt };
  if (!post.hasText) return { ...named, outcome: 'text_gone' };
  if (post.version !== deps.version) return { ...named, outcome: 'version_gone', version: post.version };
  const known = whatItAnswered(post, deps);
  if (known === 'gone') return { ...named, outcome: 'answered_text_gone' };
  const stored = canonical(post.verdict);
  const tries = declaredLanguages(post).map((declared) => decideAgain(post, declared, known, deps));
  const [first] = tries;
  if (first === undefined || tries.some((again) => canonical(again) === stored))
    return { ...named, outcome: 'same' };
  return { ...named, outcome: 'different', stored: post.verdict, again: first };
};

/** The language that the author had declared is not kept: if it mattered, it was the one that was decided. */
const declaredLanguages = ({ language }: DecidedPost): readonly (string | null)[] =>
  language === null || language === 'other' ? [null] : [null, language];

const whatItAnswered = (post: DecidedPost, deps: ReplayDeps): readonly KnownPost[] | 'gone' => {
  const { answered, answeredNow, mention } = post;
  if (answered === null) return [];
  const isKept =
    answeredNow !== null &&
    answeredNow.revision === answered.revision &&
    answeredNow.text !== null &&
    deps.textHash(answeredNow.text) === answered.textHash;
  // It was decided without the words of what it answers when those were gone already.
  if (!isKept && answered.textHash !== '') return 'gone';
  return [
    {
      brand: mention.brand,
      nativeId: answered.nativeId,
      revision: answered.revision,
      text: answered.textHash === '' ? null : (answeredNow?.text ?? null),
      severity: answered.severity,
      danger: answered.danger ?? null,
      categories: answered.categories,
    },
  ];
};

const decideAgain = (
  { mention }: DecidedPost,
  declaredLanguage: string | null,
  known: readonly KnownPost[],
  { decideAll, context }: ReplayDeps,
): StoredVerdict => {
  const [decided] = decideAll([{ ...mention, post: { ...mention.post, declaredLanguage } }], known, context);
  if (decided === undefined) throw new Error('a post was decided without a decision');
  return verdictOf(decided.decision);
};

const verdictOf = (decision: Decision): StoredVerdict =>
  decision.kind === 'complaint'
    ? {
        outcome: 'complaint',
        review: null,
        isUnsure: false,
        severity: decision.severity,
        danger: decision.danger,
        categories: decision.categories,
        reasons: decision.reasons,
      }
    : {
        outcome: 'review',
        review: decision.review,
        isUnsure: decision.isUnsure,
        severity: null,
        danger: null,
        categories: [],
        reasons: decision.reasons,
      };

/** The database keeps the values of a JSON document, not the order of its keys. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** The deciding half of the triage worker. */
export interface ReplayDeps {
  /** Of the rules, policies and engine at hand. */
  readonly version: string;
  readonly textHash: (text: string) => string;
  readonly decideAll: (
    mentions: readonly Mention[],
    known: readonly KnownPost[],
    context: DecideContext,
  ) => readonly { readonly decision: Decision }[];
  readonly context: DecideContext;
}
