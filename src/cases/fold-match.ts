import { severityRank } from '../domain/severity.ts';
import { casesOf, type Draft, goesOnIn, holderOf, type Ledger, plainUrl } from './fold-ledger.ts';
import { publishedAt } from './fold-order.ts';
import { type CasePost, type CaseRow, type FoldMention, postKey, threadKey } from './fold-types.ts';

const hourMs = 3_600_000;
/** The same author's same text within this time is one text (DESIGN.md 2). */
const sameTextWithinMs = 72 * hourMs;
/** A later post outside the thread joins a case that is younger than this. */
const joinsWithinMs = 30 * 24 * hourMs;

/** Where a customer's post belongs. */
export type Home =
  | { readonly kind: 'known'; readonly draft: Draft; readonly post: CasePost }
  | { readonly kind: 'duplicate'; readonly draft: Draft }
  | { readonly kind: 'join'; readonly draft: Draft }
  | { readonly kind: 'new'; readonly linkedTo: string | null }
  | { readonly kind: 'none' };

/**
 * One open case per brand, complainant and thread. A complaint joins the author's case of its thread, or one of the
 * last 30 days with the same category and the same text, identifier, link or quote; else it opens one, linked to the
 * closed or dismissed case that it goes on from. Other posts join the case of their thread, or none.
 */
export const findHome = (ledger: Ledger, item: FoldMention): Home => {
  const { post, brand } = item.mention;
  const key = postKey(post.source, post.nativeId);
  const holder = holderOf(ledger, brand, key);
  const known = holder?.row.posts.find((filed) => filed.key === key);
  if (holder && known) return { kind: 'known', draft: holder, post: known };
  if (isNoMessage(item)) return { kind: 'none' };
  const mine = casesOf(ledger, brand, item.complainantKey);
  if (item.decision.kind === 'complaint') return homeOfComplaint(ledger, mine, item);
  return homeOfMessage(ledger, mine, item);
};

const homeOfComplaint = (ledger: Ledger, mine: readonly Draft[], item: FoldMention): Home => {
  if (mine.length === 0) return { kind: 'new', linkedTo: null };
  const repeated = mine.filter((draft) => isRepetition(draft, goesOnIn(ledger, draft).row, item));
  const inThread = mine.filter(({ row }) => isInThread(row, item));
  const home = best(ledger, inThread.filter(goesOn(ledger)), item);
  if (home) {
    const isSame = repeated.some((draft) => goesOnIn(ledger, draft) === home);
    return { kind: isSame ? 'duplicate' : 'join', draft: home };
  }
  const same = best(ledger, repeated);
  if (same) return { kind: 'duplicate', draft: same };
  const related = mine.filter(({ row }) => isRelated(row, item));
  const goesOnFrom = best(ledger, related.filter(goesOn(ledger)));
  if (goesOnFrom) return { kind: 'join', draft: goesOnFrom };
  return { kind: 'new', linkedTo: best(ledger, [...inThread, ...related])?.row.id ?? null };
};

const homeOfMessage = (ledger: Ledger, mine: readonly Draft[], item: FoldMention): Home => {
  const inThread = mine.filter(({ row }) => isInThread(row, item));
  const home = best(ledger, inThread.filter(goesOn(ledger)), item);
  if (!home) return { kind: 'none' };
  return { kind: hasSameText(home.row, home.row, item) ? 'duplicate' : 'join', draft: home };
};

/** A resolved case still takes posts; a closed or dismissed one does not. */
export const takesPosts = (row: CaseRow): boolean =>
  row.status !== 'closed' && row.disposition === null && row.mergedInto === null;

const goesOn =
  (ledger: Ledger) =>
  (draft: Draft): boolean =>
    takesPosts(goesOnIn(ledger, draft).row);

const isNoMessage = ({ mention, decision }: FoldMention): boolean =>
  decision.kind === 'review' && (mention.post.repostOf !== null || silentReviews.has(decision.review));

const silentReviews: ReadonlySet<string> = new Set(['own_account', 'repost', 'deleted']);

/**
 * The same text again, about the same thing and no more severe. What a person dismissed stays dismissed when it is
 * only repeated; what was closed is said anew, and opens a new case.
 */
const isRepetition = (filed: Draft, current: CaseRow, item: FoldMention): boolean => {
  if (current.status === 'closed' && current.disposition === null) return false;
  const { decision } = item;
  if (decision.kind === 'complaint' && severityRank(decision.severity) > severityRank(current.severity))
    return false;
  return sharesCategory(current, item) && hasSameText(filed.row, current, item);
};

/** Said again after an answer or a resolution, or live where only history was known, the same words are a message. */
const hasSameText = (filed: CaseRow, current: CaseRow, item: FoldMention): boolean => {
  if (current.isHistory && !item.mention.isHistory) return false;
  const at = publishedAt(item).getTime();
  const heard = Math.max(current.lastResponseAt?.getTime() ?? 0, current.resolvedAt?.getTime() ?? 0);
  return filed.posts.some(
    (post) =>
      post.role === 'customer' &&
      post.fingerprint === item.mention.fingerprint &&
      Math.abs(at - post.at.getTime()) <= sameTextWithinMs &&
      !(post.at.getTime() <= heard && at > heard),
  );
};

const isInThread = (row: CaseRow, { mention }: FoldMention): boolean =>
  row.threads.includes(threadKey(mention.post.source, mention.post.thread));

const isRelated = (row: CaseRow, item: FoldMention): boolean => {
  if (Math.abs(publishedAt(item).getTime() - row.lastPostAt.getTime()) > joinsWithinMs) return false;
  if (!sharesCategory(row, item)) return false;
  return (
    row.posts.some(
      ({ role, fingerprint }) => role === 'customer' && fingerprint === item.mention.fingerprint,
    ) ||
    item.identifiers.some((identifier) => row.identifiers.includes(identifier)) ||
    pointsTo(row, item)
  );
};

const sharesCategory = (row: CaseRow, { decision }: FoldMention): boolean =>
  decision.kind === 'complaint' && decision.categories.some((category) => row.categories.includes(category));

const pointsTo = (row: CaseRow, { mention: { post } }: FoldMention): boolean => {
  const links = new Set(post.links.map(plainUrl));
  const quoted = [post.parent, post.repostOf].flatMap((id) =>
    id === null ? [] : [postKey(post.source, id)],
  );
  return row.posts.some(({ key, url }) => quoted.includes(key) || (url !== null && links.has(plainUrl(url))));
};

/**
 * The one that holds what is answered, where a person split a thread between cases; then an unresolved case before a
 * resolved one, then the one heard of last, then the smaller id: never by chance.
 */
const best = (ledger: Ledger, drafts: readonly Draft[], item: FoldMention | null = null): Draft | null => {
  const homes = [...new Set(drafts.map((draft) => goesOnIn(ledger, draft)))];
  if (homes.length < 2) return homes[0] ?? null;
  const answered = item === null ? null : answeredPost(item);
  const holds = ({ posts }: CaseRow): boolean => posts.some(({ key }) => key === answered);
  return (
    homes.sort((a, b) => Number(holds(b.row)) - Number(holds(a.row)) || byPreference(a.row, b.row))[0] ?? null
  );
};

const answeredPost = ({ mention: { post } }: FoldMention): string | null =>
  post.parent === null ? null : postKey(post.source, post.parent);

const byPreference = (a: CaseRow, b: CaseRow): number =>
  Number(a.status === 'resolved') - Number(b.status === 'resolved') ||
  b.lastPostAt.getTime() - a.lastPostAt.getTime() ||
  (a.id < b.id ? -1 : 1);
