import { afterResponse } from './fold-clock.ts';
import { type Draft, goesOnIn, holderOf, holderOfUrl, type Ledger, putPost } from './fold-ledger.ts';
import { publishedAt } from './fold-order.ts';
import { record } from './fold-record.ts';
import { type CasePost, type CaseRow, type FoldMention, type Placement, postKey } from './fold-types.ts';

/**
 * Files a post of an own account with the case that it answers: support responds; an executive or the brand speaks out
 * of band, which neither answers nor closes; staff does neither. null: no case of the batch holds what it answers.
 */
export const placeOwnReply = (ledger: Ledger, item: FoldMention): Placement | null => {
  const { mention } = item;
  const key = postKey(mention.post.source, mention.post.nativeId);
  const known = holderOf(ledger, mention.brand, key);
  const answered = known ? { draft: known, post: null } : whatItAnswers(ledger, item);
  if (!answered) return null;
  const draft = goesOnIn(ledger, answered.draft);
  const earlier = answered.draft.row.posts.find((post) => post.key === key);
  if (earlier && earlier.revision >= mention.post.revision) return { as: 'known', caseId: draft.row.id };
  const at = earlier?.at ?? notBefore(publishedAt(item), answered.post);
  putPost(ledger, earlier ? answered.draft : draft, ownPost(item, at));
  if (mention.post.authorRole === 'support' && !earlier)
    draft.row = afterResponse(draft.row, at, ledger.deps);
  recordReply(ledger, draft, item);
  return { as: 'reply', caseId: draft.row.id };
};

/** The last word of an executive or the brand about a case; null when there is none. Its kind may be unknown. */
export const outOfBandMark = (row: CaseRow): CasePost | null =>
  row.posts
    .filter(({ role }) => role === 'executive' || role === 'brand')
    .reduce<CasePost | null>((last, post) => (last === null || post.at >= last.at ? post : last), null);

/** Support answers a post; an executive may also point at it in a post of the own. */
const whatItAnswers = (ledger: Ledger, { mention }: FoldMention): Answered | null => {
  const { post, brand } = mention;
  if (post.repostOf === null) {
    const found = holding(ledger, brand, answeredKey(mention.post));
    if (found) return found;
  }
  if (post.authorRole !== 'executive' && post.authorRole !== 'brand') return null;
  const quoted = post.repostOf === null ? null : holding(ledger, brand, postKey(post.source, post.repostOf));
  if (quoted) return quoted;
  for (const link of post.links) {
    const draft = holderOfUrl(ledger, brand, link);
    if (draft) return { draft, post: null };
  }
  return null;
};

/** Sources that tell no parent (comment feeds) answer the post that began the thread. */
const answeredKey = (post: FoldMention['mention']['post']): string =>
  postKey(post.source, post.parent ?? post.thread);

const holding = (ledger: Ledger, brand: string, key: string): Answered | null => {
  const draft = holderOf(ledger, brand, key);
  return draft ? { draft, post: draft.row.posts.find((post) => post.key === key) ?? null } : null;
};

/** Where the source of the post told no time, an answer may seem older than what it answers. */
const notBefore = (at: Date, post: CasePost | null): Date => (post !== null && post.at > at ? post.at : at);

const ownPost = (item: FoldMention, at: Date): CasePost => ({
  key: postKey(item.mention.post.source, item.mention.post.nativeId),
  revision: item.mention.post.revision,
  role: item.mention.post.authorRole,
  fingerprint: item.mention.fingerprint,
  url: item.mention.post.url,
  at,
  clockStart: at,
  severity: null,
  awaitsAnswer: false,
  outOfBand: item.outOfBand,
});

const recordReply = (ledger: Ledger, draft: Draft, item: FoldMention): void => {
  const actor = item.mention.post.authorRole;
  if (actor === 'customer') return;
  if (actor === 'support') record(ledger, draft, item, { kind: 'response_seen', actor });
  else if (actor === 'staff') record(ledger, draft, item, { kind: 'staff_reply', actor });
  else record(ledger, draft, item, { kind: 'out_of_band', actor, value: item.outOfBand });
};

interface Answered {
  readonly draft: Draft;
  readonly post: CasePost | null;
}
