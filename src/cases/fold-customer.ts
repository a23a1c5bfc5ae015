import type { ComplaintDecision } from '../domain/decision.ts';
import { type Severity, severityRank } from '../domain/severity.ts';
import { afterMessage, raiseTo } from './fold-clock.ts';
import { addDraft, type Draft, goesOnIn, type Ledger, putPost } from './fold-ledger.ts';
import { findHome, takesPosts } from './fold-match.ts';
import { publishedAt } from './fold-order.ts';
import { record, recordChanges, recordRest } from './fold-record.ts';
import {
  type CasePost,
  type CaseRow,
  type FoldMention,
  type Placement,
  postKey,
  threadKey,
} from './fold-types.ts';

/** Files one post of a customer: in the case where it belongs, in one of its own, or in none. */
export const placeCustomerPost = (ledger: Ledger, item: FoldMention): Placement => {
  const home = findHome(ledger, item);
  switch (home.kind) {
    case 'none':
      return { as: 'none', caseId: null };
    case 'known':
      return readAgain(ledger, item, home);
    case 'duplicate':
      return repeat(ledger, item, home.draft);
    case 'join':
      return join(ledger, item, home.draft);
    case 'new':
      return item.decision.kind === 'complaint'
        ? open(ledger, item, { decision: item.decision, linkedTo: home.linkedTo })
        : { as: 'none', caseId: null };
  }
};

const open = (ledger: Ledger, item: FoldMention, from: Opening): Placement => {
  const row = newRow(ledger, item, from);
  const draft = addDraft(ledger, row, null);
  if (!item.mention.isHistory) alert(draft, item, 'case_opened');
  record(ledger, draft, item, {
    kind: 'case_opened',
    actor: 'evenhand',
    previous: from.linkedTo,
    value: row.severity,
  });
  return { as: 'opened', caseId: row.id };
};

const join = (ledger: Ledger, item: FoldMention, draft: Draft): Placement => {
  const { row: before } = draft;
  const { deps } = ledger;
  putPost(ledger, draft, customerPost(item));
  draft.row = raisedBy(withWordsOf(draft.row, item), item, deps);
  if (awaitsAnswer(item)) draft.row = afterMessage(draft.row, item, publishedAt(item), deps);
  record(ledger, draft, item, { kind: 'post_joined', actor: 'customer', value: severityOf(item) });
  recordChanges(ledger, draft, item, before);
  alertOfChange(draft, item, before);
  return { as: 'joined', caseId: draft.row.id };
};

/** It asks for nothing new, but an answer to this copy is an answer, and its thread belongs to the case. */
const repeat = (ledger: Ledger, item: FoldMention, draft: Draft): Placement => {
  putPost(ledger, draft, { ...customerPost(item), awaitsAnswer: false });
  draft.row = withWordsOf(draft.row, item);
  record(ledger, draft, item, { kind: 'post_repeated', actor: 'customer' });
  return { as: 'duplicate', caseId: draft.row.id };
};

/**
 * A post that a case already holds: an edit, or the same words decided again. Either may raise the severity beyond
 * what this very post was decided before, so that a person's downgrade stands until something new is said. An edit
 * that says something worse after the case was closed or dismissed opens a linked one.
 */
const readAgain = (ledger: Ledger, item: FoldMention, known: { draft: Draft; post: CasePost }): Placement => {
  const newer = item.mention.post.revision - known.post.revision;
  const isWorse = rankOf(severityOf(item)) > rankOf(known.post.severity);
  const draft = goesOnIn(ledger, known.draft);
  if (newer < 0 || (newer === 0 && !isWorse)) return { as: 'known', caseId: draft.row.id };
  const { decision } = item;
  if (newer > 0 && isWorse && !takesPosts(draft.row) && decision.kind === 'complaint') {
    return open(ledger, item, { decision, linkedTo: draft.row.id });
  }
  const before = draft.row;
  putPost(ledger, known.draft, reread(item, known.post));
  if (isWorse && takesPosts(draft.row)) hearWorse(ledger, item, draft);
  if (newer > 0) {
    record(ledger, draft, item, { kind: 'post_edited', actor: 'customer', value: severityOf(item) });
  }
  recordChanges(ledger, draft, item, before);
  recordRest(ledger, draft, item);
  alertOfChange(draft, item, before);
  return { as: newer > 0 ? 'edited' : 'redecided', caseId: draft.row.id };
};

/** Nobody has read the worse words yet: they are a message of the moment at which they were received. */
const hearWorse = (ledger: Ledger, item: FoldMention, draft: Draft): void => {
  draft.row = raisedBy(withWordsOf(draft.row, item), item, ledger.deps);
  if (!awaitsAnswer(item)) return;
  const heardAt = new Date(item.mention.receivedAt);
  draft.row = afterMessage(draft.row, { ...item, clockStart: heardAt }, heardAt, ledger.deps);
};

/** Thanks and "solved" wait for nothing; nor does what was said long ago. When unsure, a customer waits. */
const awaitsAnswer = ({ mention, decision }: FoldMention): boolean => {
  if (mention.isHistory) return false;
  if (decision.kind === 'complaint' || decision.isUnsure) return true;
  return decision.review !== 'praise' && decision.review !== 'solved';
};

const raisedBy = (row: CaseRow, { decision }: FoldMention, deps: Ledger['deps']): CaseRow => {
  if (decision.kind !== 'complaint') return row;
  const raised = raiseTo(row, decision.severity, deps);
  const reasons = raised.severity === row.severity ? row.reasons : decision.reasons;
  return { ...raised, danger: row.danger ?? decision.danger, reasons };
};

const withWordsOf = (row: CaseRow, item: FoldMention): CaseRow => {
  const { post } = item.mention;
  const categories = item.decision.kind === 'complaint' ? item.decision.categories : [];
  const at = publishedAt(item);
  return {
    ...row,
    threads: union(row.threads, [threadKey(post.source, post.thread)]),
    categories: union(row.categories, categories),
    identifiers: union(row.identifiers, item.identifiers),
    lastPostAt: at.getTime() > row.lastPostAt.getTime() ? at : row.lastPostAt,
  };
};

const alertOfChange = (draft: Draft, item: FoldMention, before: CaseRow): void => {
  const { row } = draft;
  if (item.mention.isHistory || row.isHistory) return;
  if (before.isHistory) alert(draft, item, 'case_opened');
  else if (row.severity !== before.severity || row.danger !== before.danger)
    alert(draft, item, 'severity_raised');
};

/** A case opened and raised in one batch is told once, as opened. A case in dispute is for counsel, but danger is not. */
const alert = (draft: Draft, item: FoldMention, kind: 'case_opened' | 'severity_raised'): void => {
  if (draft.row.inDispute && draft.row.danger === null) return;
  const { source, nativeId } = item.mention.post;
  draft.alert = {
    kind: draft.alert?.kind === 'case_opened' ? 'case_opened' : kind,
    postKey: postKey(source, nativeId),
  };
};

const customerPost = (item: FoldMention): CasePost => ({
  key: postKey(item.mention.post.source, item.mention.post.nativeId),
  revision: item.mention.post.revision,
  role: 'customer',
  fingerprint: item.mention.fingerprint,
  url: item.mention.post.url,
  at: publishedAt(item),
  clockStart: item.clockStart,
  severity: severityOf(item),
  awaitsAnswer: awaitsAnswer(item),
  outOfBand: null,
});

/** An edit keeps the time of the post and the worst that it was decided. */
const reread = (item: FoldMention, earlier: CasePost): CasePost => {
  const { at, clockStart } = earlier;
  const severity = rankOf(severityOf(item)) > rankOf(earlier.severity) ? severityOf(item) : earlier.severity;
  return {
    ...customerPost(item),
    at,
    clockStart,
    awaitsAnswer: earlier.awaitsAnswer || awaitsAnswer(item),
    severity,
  };
};

/** Written out field by field: a row of this size built by spreading costs ten times as much. */
const newRow = (ledger: Ledger, item: FoldMention, { decision, linkedTo }: Opening): CaseRow => {
  const { mention, complainantKey, identifiers, policy } = item;
  const { post, brand, isHistory } = mention;
  const { severity } = decision;
  const at = publishedAt(item);
  const start = isHistory ? at : item.clockStart;
  const ask = { brand, policy, target: 'first_response', severity, clockStart: start } as const;
  return {
    id: ledger.deps.newCaseId(),
    brand,
    source: post.source,
    complainantKey,
    threads: [threadKey(post.source, post.thread)],
    posts: [customerPost(item)],
    status: 'new',
    disposition: null,
    mergedInto: null,
    linkedTo,
    inDispute: false,
    snoozedUntil: null,
    resolvedAt: null,
    severity,
    danger: decision.danger,
    categories: decision.categories,
    reasons: decision.reasons,
    identifiers: union([], identifiers),
    openedAt: start,
    receivedAt: new Date(mention.receivedAt),
    clockStart: start,
    dueAt: isHistory ? null : ledger.deps.deadlineOf(ask),
    dueTarget: isHistory ? null : ask.target,
    stoppedDueAt: null,
    isHistory,
    lastPostAt: at,
    firstResponse: null,
    lastResponseAt: null,
    policy,
  };
};

const severityOf = ({ decision }: FoldMention): Severity | null =>
  decision.kind === 'complaint' ? decision.severity : null;

const rankOf = (severity: Severity | null): number => (severity === null ? -1 : severityRank(severity));

const union = <T>(known: readonly T[], more: readonly T[]): readonly T[] => {
  const added = more.filter((value, index) => !known.includes(value) && more.indexOf(value) === index);
  return added.length === 0 ? known : [...known, ...added];
};

interface Opening {
  readonly decision: ComplaintDecision;
  readonly linkedTo: string | null;
}
