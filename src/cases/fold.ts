import { placeCustomerPost } from './fold-customer.ts';
import { type Draft, goesOnIn, type Ledger, openLedger } from './fold-ledger.ts';
import { inOrderOfPublication } from './fold-order.ts';
import { placeOwnReply } from './fold-reply.ts';
import type {
  AlertFact,
  CaseChange,
  CaseRow,
  FoldDeps,
  FoldInput,
  FoldMention,
  FoldResult,
  Placement,
} from './fold-types.ts';

/**
 * Folds the decided mentions of a batch into the cases of their complainants: at most one row per case, whatever the
 * order of delivery. Pure: time, deadlines and ids are passed in; a post that a case holds changes nothing
 * when it comes again. It closes no case and answers none.
 */
export const fold = (input: FoldInput, deps: FoldDeps): FoldResult => {
  const ledger = openLedger(input.cases, deps);
  const placements = placeAll(ledger, inOrderOfPublication(input.mentions));
  for (const key of input.deletedPosts ?? []) noteDeletion(ledger, key);
  const drafts = [...ledger.drafts.values()];
  return {
    opened: drafts.filter(({ before }) => before === null).map(({ row }) => row),
    changed: drafts.flatMap(changeOf),
    activities: ledger.activities,
    alerts: drafts.flatMap(alertOf),
    placements: input.mentions.map((item) => placements.get(item) ?? nowhere),
  };
};

/** An own account's reply that comes before what it answers, by a clock that runs ahead, gets a second try. */
const placeAll = (ledger: Ledger, ordered: readonly FoldMention[]): Map<FoldMention, Placement> => {
  const placements = new Map<FoldMention, Placement>();
  const early: FoldMention[] = [];
  for (const item of ordered) {
    const placement = isOwn(item) ? placeOwnReply(ledger, item) : placeCustomerPost(ledger, item);
    if (placement) placements.set(item, placement);
    else early.push(item);
  }
  for (const item of early) placements.set(item, placeOwnReply(ledger, item) ?? nowhere);
  return placements;
};

const nowhere: Placement = { as: 'none', caseId: null };

const isOwn = ({ mention }: FoldMention): boolean => mention.post.authorRole !== 'customer';

/** A deleted or erased post is noted and changes nothing else: the customer may still wait. */
const noteDeletion = (ledger: Ledger, postKey: string): void => {
  for (const draft of ledger.drafts.values()) {
    if (!draft.row.posts.some(({ key }) => key === postKey)) continue;
    const { id } = goesOnIn(ledger, draft).row;
    ledger.activities.push({
      key: `${id}|post_deleted|${postKey}`,
      caseId: id,
      kind: 'post_deleted',
      at: ledger.deps.now,
      actor: 'evenhand',
      isAutomated: true,
      isInternal: true,
      postKey,
      previous: null,
      value: null,
      change: null,
    });
  }
};

const changeOf = ({ before, row }: Draft): readonly CaseChange[] =>
  before === null || before === row ? [] : [{ before, after: row }];

const alertOf = ({ row, alert }: Draft): readonly AlertFact[] =>
  alert === null
    ? []
    : [
        {
          kind: alert.kind,
          brand: row.brand,
          caseId: row.id,
          severity: row.severity,
          danger: row.danger,
          categories: row.categories,
          reasons: row.reasons,
          source: row.source,
          openedAt: row.openedAt.toISOString(),
          dueAt: iso(row.dueAt),
          postKey: alert.postKey,
        },
      ];

const iso = (at: CaseRow['dueAt']): string | null => at?.toISOString() ?? null;
