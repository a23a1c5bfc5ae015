import type { Category } from '../domain/classification.ts';
import type { ComplaintDecision } from '../domain/decision.ts';
import type { Mention } from '../domain/post.ts';
import type { Severity } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';
import { lockBatch, readBatchCases } from './batch-cases.store.ts';
import { insertActivities, insertCases, lockComplainants, nextCaseIds, updateCases } from './case.store.ts';
import { heedKnownContacts } from './contacts/heed-contacts.store.ts';
import { fold } from './fold.ts';
import type { CaseRow, DeadlineAsk, FoldMention, FoldResult, Placement } from './fold-types.ts';
import { toMention } from './known-post.store.ts';
import { writeOutbox } from './outbox.store.ts';
import type { RouteOpened } from './route.store.ts';

export interface OpenAsk {
  readonly mentionId: string;
  readonly severity: Severity;
  readonly categories: readonly Category[];
  readonly reason: string;
  readonly actor: string;
  readonly now: Date;
}

/** What only the composing rooms know: keys, clocks and the policy in force. */
export interface OpenDeps {
  readonly complainantKeyOf: (mention: Mention) => string;
  readonly clockStartOf: (mention: Mention) => Date;
  /** null: the brand is not configured any more. */
  readonly policyOf: (brand: string) => string | null;
  readonly deadlineOf: (ask: DeadlineAsk) => Date;
  /** Gives what has opened to its team. */
  readonly route: RouteOpened;
}

export type Opened =
  | { readonly kind: 'filed'; readonly as: Placement['as']; readonly row: CaseRow }
  | { readonly kind: 'has_case'; readonly caseId: string }
  | { readonly kind: 'unknown' | 'deleted' }
  | { readonly kind: 'own_account' | 'brand_gone'; readonly brand: string };

/**
 * Files a post of the review list as the complaint that a person says it is: by the same fold as every other, so that
 * it joins the case of its thread where there is one. The decision of the rules stays as it was, for `verify`; the
 * activity says who decided otherwise, and why.
 */
export const openFromReview = async (tx: Transaction, ask: OpenAsk, deps: OpenDeps): Promise<Opened> => {
  const seen = await readPost(tx, ask.mentionId);
  if (seen === null) return { kind: 'unknown' };
  const person = { brand: seen.brand, complainant: deps.complainantKeyOf(toMention(seen)) };
  // The order of the triage worker: first the complainant, then the post.
  await lockComplainants(tx, [person]);
  const row = await lockPost(tx, ask.mentionId);
  if (row === null) return { kind: 'unknown' };
  if (row.case_id !== null) return { kind: 'has_case', caseId: row.case_id };
  if (row.text === null) return { kind: 'deleted' };
  if (row.author_role !== 'customer') return { kind: 'own_account', brand: row.brand };
  const policy = deps.policyOf(row.brand);
  if (policy === null) return { kind: 'brand_gone', brand: row.brand };
  const mention = toMention(row);
  const item: FoldMention = {
    mention,
    decision: decided(ask),
    complainantKey: person.complainant,
    identifiers: row.identifiers,
    outOfBand: null,
    clockStart: deps.clockStartOf(mention),
    policy,
  };
  return file(tx, item, { ask, deps, traceId: row.trace_id });
};

const byId = (tx: Transaction, mentionId: string) =>
  tx.selectFrom('desk.mention').selectAll().where('mention_id', '=', mentionId);

/** null: there is no such post. */
export const brandOfPost = async (tx: Transaction, mentionId: string): Promise<string | null> =>
  (await readPost(tx, mentionId))?.brand ?? null;

const readPost = async (tx: Transaction, mentionId: string) =>
  (await byId(tx, mentionId).executeTakeFirst()) ?? null;

const lockPost = async (tx: Transaction, mentionId: string) =>
  (await byId(tx, mentionId).forUpdate().executeTakeFirst()) ?? null;

const decided = ({ severity, categories }: OpenAsk): ComplaintDecision => ({
  kind: 'complaint',
  severity,
  danger: null,
  categories,
  reasons: [{ code: 'decided_by_person' }],
});

const file = async (
  tx: Transaction,
  item: FoldMention,
  { ask, deps, traceId }: { readonly ask: OpenAsk; readonly deps: OpenDeps; readonly traceId: string },
): Promise<Opened> => {
  const { source } = item.mention.post;
  const locked = await lockBatch(tx, { source, mentions: [item], deletions: [] });
  const cases = await readBatchCases(tx, locked, [item], () => true);
  const [newId = ''] = await nextCaseIds(tx, 1);
  const { deadlineOf } = deps;
  const placed = fold({ cases, mentions: [item] }, { now: ask.now, deadlineOf, newCaseId: () => newId });
  const folded = await heedKnownContacts(tx, placed, { now: ask.now, deadlineOf });
  const [placement] = folded.placements;
  const row = rowOf(folded, cases, placement?.caseId ?? '');
  if (placement === undefined || row === undefined) throw new Error('a complaint was filed with no case');
  await tx
    .updateTable('desk.mention')
    .set({ case_id: row.id })
    .where('mention_id', '=', ask.mentionId)
    .execute();
  await insertCases(tx, folded.opened, ask.now);
  await updateCases(tx, folded.changed, ask.now);
  await writeActivities(tx, placed, ask);
  await insertActivities(tx, folded.activities.slice(placed.activities.length));
  await deps.route(tx, folded.opened);
  const alerts = folded.alerts.map(({ postKey, ...alert }) => ({
    alert: { ...alert, excerpt: null },
    postKey,
    traceId,
  }));
  await writeOutbox(tx, alerts, ask.now);
  return { kind: 'filed', as: placement.as, row };
};

const rowOf = (folded: FoldResult, cases: readonly CaseRow[], id: string): CaseRow | undefined =>
  [...folded.opened, ...folded.changed.map(({ after }) => after), ...cases].find((row) => row.id === id);

/** What Evenhand would have done by itself, a person did here. */
const writeActivities = async (tx: Transaction, folded: FoldResult, ask: OpenAsk): Promise<void> => {
  const rows = folded.activities.map((activity) => {
    const isOurs = activity.actor === 'evenhand';
    return {
      case_id: activity.caseId,
      key: activity.key,
      at: activity.at,
      kind: activity.kind,
      actor: isOurs ? ask.actor : activity.actor,
      is_automated: isOurs ? false : activity.isAutomated,
      is_internal: activity.isInternal,
      post_key: activity.postKey,
      previous: activity.previous,
      value: activity.value,
      change: activity.change === null ? null : JSON.stringify(activity.change),
      note: ask.reason,
    };
  });
  if (rows.length === 0) return;
  await tx
    .insertInto('desk.activity')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['case_id', 'key']).doNothing())
    .execute();
};
