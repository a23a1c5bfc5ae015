import type { Draft, Ledger } from './fold-ledger.ts';
import type { ActivityRow, CaseRow, FoldMention } from './fold-types.ts';
import { postKey } from './fold-types.ts';
import { changeBetween } from './life/replay.ts';

type Event = Pick<ActivityRow, 'kind' | 'actor'> & Partial<Pick<ActivityRow, 'previous' | 'value'>>;

/** Writes down what a post did to a case, in a row that the same post writes only once. */
export const record = (ledger: Ledger, draft: Draft, item: FoldMention, event: Event): void => {
  const { post } = item.mention;
  const key = postKey(post.source, post.nativeId);
  ledger.activities.push({
    key: `${draft.row.id}|${event.kind}|${key}|${post.revision}${againPart(item, event)}`,
    caseId: draft.row.id,
    kind: event.kind,
    at: ledger.deps.now,
    actor: event.actor,
    isAutomated: true,
    isInternal: true,
    postKey: key,
    previous: event.previous ?? null,
    value: event.value ?? null,
    change: changeBetween(draft.recorded, draft.row),
  });
  draft.recorded = draft.row;
};

/** What one revision may do to a case more than once, each time that it is decided to be worse. */
const againPart = ({ decision }: FoldMention, { kind, value }: Event): string => {
  if (kind === 'severity_raised') return `|${value}`;
  if (!mayHappenAgain.has(kind)) return '';
  return `|${decision.kind === 'complaint' ? decision.severity : 'none'}`;
};

const mayHappenAgain: ReadonlySet<ActivityRow['kind']> = new Set([
  'reopened',
  'woken',
  'clock_started',
  'post_redecided',
]);

/** Writes down how the case itself changed between two of its rows. */
export const recordChanges = (ledger: Ledger, draft: Draft, item: FoldMention, before: CaseRow): void => {
  const after = draft.row;
  const by = { actor: 'evenhand' } as const;
  if (after.severity !== before.severity) {
    record(ledger, draft, item, {
      kind: 'severity_raised',
      ...by,
      previous: before.severity,
      value: after.severity,
    });
  }
  if (before.status === 'resolved' && after.status !== 'resolved') {
    record(ledger, draft, item, { kind: 'reopened', ...by, previous: before.status, value: after.status });
  } else if (
    before.status !== after.status ||
    (before.snoozedUntil !== null && after.snoozedUntil === null)
  ) {
    record(ledger, draft, item, { kind: 'woken', ...by, previous: before.status, value: after.status });
  }
  if (before.dueAt === null && after.dueAt !== null) {
    record(ledger, draft, item, { kind: 'clock_started', ...by, value: after.dueTarget });
  }
};

/** Danger that is found when a post is decided again changes a case whose severity is the highest already. */
export const recordRest = (ledger: Ledger, draft: Draft, item: FoldMention): void => {
  if (draft.recorded === draft.row || changeBetween(draft.recorded, draft.row) === null) return;
  const { decision } = item;
  const value = decision.kind === 'complaint' ? decision.severity : null;
  record(ledger, draft, item, { kind: 'post_redecided', actor: 'evenhand', value });
};
