import type { CaseFile } from '../../cases/case-file.store.ts';
import { shownId, withoutAuthor } from '../../cases/hidden-fame.ts';
import type { ListedCase } from '../../cases/queue.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { authorHider } from '../../notify/hide-author.ts';

/** A case of a list for scripts: names as on the screen, times in ISO 8601 UTC, nothing of the audience. */
export const caseJson = ({ id, ...row }: ListedCase) => ({ id: caseName(id), ...row });

/** Everything that `cases show` tells. Links, and ids that are addresses, carry the author's name: they are told once somebody has taken the case. */
export const caseFileJson = (file: CaseFile, isHidden: boolean) =>
  toJson(withoutAuthor(file, authorHider), isHidden);

const toJson = ({ row, version, posts, activities }: CaseFile, isHidden: boolean) => ({
  id: caseName(row.id),
  brand: row.brand,
  source: row.source,
  severity: row.severity,
  danger: row.danger,
  status: row.status,
  disposition: row.disposition,
  mergedInto: nameOrNull(row.mergedInto),
  linkedTo: nameOrNull(row.linkedTo),
  inDispute: row.inDispute,
  isHistory: row.isHistory,
  snoozedUntil: row.snoozedUntil,
  version,
  categories: row.categories,
  reasons: row.reasons,
  assignee: row.assignee,
  takenAt: row.takenAt,
  dueAt: row.dueAt,
  dueTarget: row.dueTarget,
  clockStart: row.clockStart,
  openedAt: row.openedAt,
  receivedAt: row.receivedAt,
  resolvedAt: row.resolvedAt,
  closedAt: row.closedAt,
  firstResponse: row.firstResponse,
  lastResponseAt: row.lastResponseAt,
  policy: row.policy,
  posts: posts.map(({ mentionId, nativeId, text, url, evidence, ...post }) => ({
    id: mentionId,
    ...post,
    nativeId: shownId(nativeId, row.assignee !== null),
    text: isHidden ? null : text,
    evidence: isHidden ? [] : evidence,
    url: isHidden || row.assignee === null ? null : url,
  })),
  activities: activities.map((activity) => ({ ...activity, from: nameOrNull(activity.from) })),
});

const nameOrNull = (id: string | null): string | null => (id === null ? null : caseName(id));
