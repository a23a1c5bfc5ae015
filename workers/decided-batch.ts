import { createHmac } from 'node:crypto';
import type { FoldMention } from '../src/cases/fold-types.ts';
import type { CommonColumns } from '../src/cases/mention.store.ts';
import type { Deletion, Mention } from '../src/domain/post.ts';
import { clockStart } from '../src/triage/deadline.ts';
import { answeredId } from './answered-id.ts';
import type { DecidedMention } from './decide.ts';
import type { DecideSetup } from './decide-setup.ts';

/** A batch as decided: rows for `desk.mention` as text that the database reads, and what cases are folded from. */
export interface DecidedBatch {
  /** JSON array of `MentionRow`, in the order of the batch. */
  readonly rows: string;
  readonly common: CommonColumns;
  readonly keys: readonly MentionKey[];
  /** Only mentions that can touch a case; `index` points into the rows. */
  readonly foldable: readonly { readonly index: number; readonly item: FoldMention }[];
  readonly deletions: readonly Deletion[];
  /** Native ids of posts that were not seen when those that answer them were decided. */
  readonly awaited: readonly string[];
  readonly tally: readonly Tally[];
}

export interface MentionKey {
  readonly brand: string;
  readonly nativeId: string;
  readonly author: string | null;
  readonly revision: number;
  readonly receivedAt: string;
}

/** Decisions counted for metrics and the hourly roll-up. */
export interface Tally {
  readonly brand: string;
  readonly outcome: string;
  readonly severity: string;
  readonly n: number;
}

/** The same as JSON: what a thread hands over as objects is copied three times as slowly (15 against 5 us a mention). */
export type WiredBatch = Pick<DecidedBatch, 'rows'> & { readonly rest: string };

export const wire = ({ rows, ...rest }: DecidedBatch): WiredBatch => ({ rows, rest: JSON.stringify(rest) });

export const unwire = ({ rows, rest }: WiredBatch): DecidedBatch => {
  const told = JSON.parse(rest) as Omit<DecidedBatch, 'rows' | 'foldable'> & {
    readonly foldable: WiredFoldable[];
  };
  return {
    ...told,
    rows,
    foldable: told.foldable.map(({ index, item }) => ({
      index,
      item: { ...item, clockStart: new Date(item.clockStart) },
    })),
  };
};

interface WiredFoldable {
  readonly index: number;
  readonly item: Omit<FoldMention, 'clockStart'> & { readonly clockStart: string };
}

export const toDecidedBatch = (
  decided: readonly DecidedMention[],
  deletions: readonly Deletion[],
  setup: DecideSetup,
): DecidedBatch => {
  const policies = new Map(setup.policies);
  const common = commonOf(decided, setup.decisionVersion);
  return {
    rows: JSON.stringify(decided.map((one, index) => rowOf(one, index, common))),
    common,
    keys: decided.map(({ mention: { brand, post, receivedAt } }) => ({
      brand,
      nativeId: post.nativeId,
      author: post.author,
      revision: post.revision,
      receivedAt,
    })),
    foldable: decided.flatMap((one, index) =>
      canTouchCase(one)
        ? [{ index, item: foldMention(one, setup.key, policies.get(one.mention.brand) ?? '') }]
        : [],
    ),
    deletions,
    awaited: decided.flatMap(({ mention, isParentPending }) =>
      isParentPending ? (answeredId(mention.post) ?? []) : [],
    ),
    tally: tallyOf(decided),
  };
};

/** A complaint; an answer of the customer or of an own account; an edit; a repeated text needs a case to repeat. */
const canTouchCase = ({ mention: { post }, decision }: DecidedMention): boolean =>
  decision.kind === 'complaint' ||
  post.parent !== null ||
  post.thread !== post.nativeId ||
  post.revision > 0 ||
  post.authorRole !== 'customer';

const foldMention = (
  { mention, decision, classification }: DecidedMention,
  key: string,
  policy: string,
): FoldMention => {
  const { text: _text, declaredLanguage: _language, hasImage: _image, ...post } = mention.post;
  return {
    mention: { ...mention, post },
    decision,
    complainantKey: complainantKey(mention, key),
    identifiers: classification.identifiers,
    outOfBand: classification.outOfBand,
    clockStart: clockStart(mention.post.publishedAt, mention.receivedAt),
    policy,
  };
};

/** A keyed hash, so that cases refer to a person without naming one; a post without an author is its own complainant. */
export const complainantKey = ({ post }: Mention, key: string): string =>
  createHmac('sha256', key)
    .update(
      post.author === null
        ? `post\n${post.source}\n${post.nativeId}`
        : `author\n${post.source}\n${post.author}`,
    )
    .digest('base64url')
    .slice(0, 22);

/**
 * The columns of `desk.mention`, but for its case and the time of the decision. What is empty is left out: the database
 * spends more time on reading a row's JSON than on writing the row (10 of 16 ms for 500 rows, 5 of 11 without them).
 */
const rowOf = (one: DecidedMention, index: number, common: CommonColumns) => {
  const { mention, classification, decision, parent, isParentPending } = one;
  const { post } = mention;
  const isComplaint = decision.kind === 'complaint';
  return {
    i: index,
    source: other(post.source, common.source),
    native_id: post.nativeId,
    brand: mention.brand,
    revision: other(post.revision, 0),
    author: told(post.author),
    author_role: other(post.authorRole, 'customer'),
    thread: other(post.thread, post.nativeId),
    parent: told(post.parent),
    repost_of: told(post.repostOf),
    text: post.text,
    url: told(post.url),
    links: some(post.links),
    language: classification.language,
    has_image: post.hasImage || undefined,
    fingerprint: mention.fingerprint,
    published_at: told(post.publishedAt),
    received_at: other(mention.receivedAt, common.receivedAt),
    matched_by: other(mention.matchedBy, 'phrase'),
    is_history: mention.isHistory || undefined,
    outcome: decision.kind,
    review_reason: isComplaint ? undefined : decision.review,
    is_unsure: (!isComplaint && decision.isUnsure) || undefined,
    severity: isComplaint ? decision.severity : undefined,
    danger: isComplaint ? told(decision.danger) : undefined,
    categories: isComplaint ? some(decision.categories) : undefined,
    complaint: classification.complaint,
    parent_pending: isParentPending || undefined,
    reasons: some(decision.reasons),
    evidence: some(classification.evidence),
    identifiers: some(classification.identifiers),
    out_of_band: told(classification.outOfBand),
    parent_verdict: told(parent),
  };
};

/** Of the first: a page comes in at one time, from one source. */
const commonOf = ([first]: readonly DecidedMention[], decisionVersion: string): CommonColumns => ({
  source: first?.mention.post.source ?? '',
  receivedAt: first?.mention.receivedAt ?? new Date(0).toISOString(),
  decisionVersion,
});

const other = <T>(value: T, usual: T): T | undefined => (value === usual ? undefined : value);
const told = <T>(value: T | null): T | undefined => value ?? undefined;
const some = <T>(values: readonly T[]): readonly T[] | undefined =>
  values.length === 0 ? undefined : values;

const tallyOf = (decided: readonly DecidedMention[]): Tally[] => {
  const counts = new Map<string, { brand: string; outcome: string; severity: string; n: number }>();
  for (const { mention, decision } of decided) {
    const outcome = decision.kind === 'complaint' ? 'complaint' : decision.review;
    const severity = decision.kind === 'complaint' ? decision.severity : '';
    const key = `${mention.brand}\n${outcome}\n${severity}`;
    const count = counts.get(key);
    if (count === undefined) counts.set(key, { brand: mention.brand, outcome, severity, n: 1 });
    else count.n += 1;
  }
  return [...counts.values()];
};
