import { createHash } from 'node:crypto';
import { classify } from '../src/classify/classify.ts';
import type { Classification } from '../src/domain/classification.ts';
import type { Decision, ParentVerdict } from '../src/domain/decision.ts';
import type { DecideContext, KnownPost } from '../src/domain/known-post.ts';
import type { Mention } from '../src/domain/post.ts';
import { type AnsweredPost, triage } from '../src/triage/triage.ts';
import { answeredId } from './answered-id.ts';

export interface DecidedMention {
  readonly mention: Mention;
  readonly classification: Classification;
  readonly decision: Decision;
  /** What was known of the post that it answers, stored with the decision. */
  readonly parent: ParentVerdict | null;
  /**
   * It shares the problem of a post that was not seen yet, or it is an own account's answer to one: it is decided again
   * when that one comes, upwards only.
   */
  readonly isParentPending: boolean;
}

/**
 * Classifies and triages a batch: pure, words in, decisions out, in the order of the mentions. A post of the batch
 * that others answer is decided before them, wherever it stands.
 */
export const decideAll = (
  mentions: readonly Mention[],
  known: readonly KnownPost[],
  context: DecideContext,
): DecidedMention[] => {
  const decided = new Map<string, DecidedMention | 'begun'>();
  const inBatch = new Map(mentions.map((mention) => [keyOf(mention.brand, mention.post.nativeId), mention]));
  const before = new Map(known.map((post) => [keyOf(post.brand, post.nativeId), post]));

  const answeredBy = ({ brand, post }: Mention): Answered | 'not_seen' | null => {
    const answered = answeredId(post);
    if (answered === null) return null;
    const key = keyOf(brand, answered);
    const sibling = inBatch.get(key);
    const verdict = sibling === undefined || decided.get(key) === 'begun' ? undefined : decideOnce(sibling);
    if (verdict !== undefined) return answeredDecided(verdict);
    const earlier = before.get(key);
    return earlier === undefined ? 'not_seen' : answeredKnown(earlier);
  };

  const decideOnce = (mention: Mention): DecidedMention => {
    const key = keyOf(mention.brand, mention.post.nativeId);
    const ready = decided.get(key);
    if (ready !== undefined && ready !== 'begun' && ready.mention === mention) return ready;
    decided.set(key, 'begun');
    const result = decideOne(mention, answeredBy(mention), context);
    decided.set(key, result);
    return result;
  };
  return mentions.map(decideOnce);
};

/** A page may hold a post twice, or two revisions of it: the newest stands. */
export const latestOf = (mentions: readonly Mention[]): readonly Mention[] => {
  const latest = new Map<string, Mention>();
  for (const mention of mentions) {
    const key = keyOf(mention.brand, mention.post.nativeId);
    const held = latest.get(key);
    if (held === undefined || held.post.revision < mention.post.revision) latest.set(key, mention);
  }
  return latest.size === mentions.length ? mentions : [...latest.values()];
};

interface Answered {
  readonly post: AnsweredPost;
  readonly text: string | null;
  readonly isPending: boolean;
}

const decideOne = (
  mention: Mention,
  answered: Answered | 'not_seen' | null,
  context: DecideContext,
): DecidedMention => {
  const { post, brand } = mention;
  const isSeen = answered !== null && answered !== 'not_seen';
  const classification = classify({
    text: post.text,
    parentText: isSeen ? answered.text : null,
    declaredLanguage: post.declaredLanguage,
    hasImage: post.hasImage,
    authorRole: post.authorRole,
  });
  const decision = triage({
    classification,
    post: {
      authorRole: post.authorRole,
      repostOf: post.repostOf,
      hasImage: post.hasImage,
      brandLanguages: context.languagesOf(brand),
    },
    parent: isSeen && isDecidedFor(answered) ? answered.post : answered && 'not_seen',
  });
  const isAwaited = answered === 'not_seen' || (isSeen && answered.isPending);
  return {
    mention,
    classification,
    decision,
    parent: isSeen ? answered.post : null,
    isParentPending: isAwaited && waitsForIt(mention, classification),
  };
};

/** A "same here" under a "same here" whose own post is missing: nothing is known yet of what they share. */
const isDecidedFor = ({ isPending, post }: Answered): boolean => !isPending || post.severity !== null;

const waitsForIt = ({ post }: Mention, words: Classification): boolean =>
  post.authorRole !== 'customer' ||
  (post.repostOf === null && words.sameProblem && !words.namesOtherProblem && !words.solved);

const answeredDecided = ({ mention, decision, isParentPending }: DecidedMention): Answered => {
  const isComplaint = decision.kind === 'complaint';
  return {
    text: mention.post.text,
    isPending: isParentPending,
    post: {
      nativeId: mention.post.nativeId,
      revision: mention.post.revision,
      textHash: textHash(mention.post.text),
      severity: isComplaint ? decision.severity : null,
      danger: isComplaint ? decision.danger : null,
      categories: isComplaint ? decision.categories : [],
    },
  };
};

const answeredKnown = ({ text, isPending = false, ...known }: KnownPost): Answered => {
  const { nativeId, revision, severity, danger, categories } = known;
  return {
    text,
    isPending,
    post: { nativeId, revision, textHash: text === null ? '' : textHash(text), severity, danger, categories },
  };
};

/** First 16 bytes of a SHA-256, hex: says which words a verdict was about without keeping them. */
export const textHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

const keyOf = (brand: string, nativeId: string): string => `${brand}\n${nativeId}`;
