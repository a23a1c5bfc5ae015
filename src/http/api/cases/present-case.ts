import type { z } from 'zod';
import type { CaseFile, FiledActivity, FiledPost } from '../../../cases/case-file.store.ts';
import { shownId, withoutAuthor } from '../../../cases/hidden-fame.ts';
import type { ListedCase } from '../../../cases/queue.store.ts';
import { caseName } from '../../../domain/case-id.ts';
import { authorHider } from '../../../notify/hide-author.ts';
import { type Caller, mayKnow } from '../access/caller.ts';
import type { listedCase, shownCase } from './case.schema.ts';
import { areWordsHidden, wordsFor } from './words.ts';

/** Of a case in dispute others than counsel see that it exists, and when it is due (DESIGN.md 4). */
export const presentListed = (
  { cursor: _cursor, id, ...row }: ListedCase,
  caller: Caller,
): z.output<typeof listedCase> => {
  const isStripped = row.inDispute && !mayKnow(caller, 'counsel');
  return {
    ...row,
    id: caseName(id),
    categories: isStripped ? [] : [...row.categories],
    reasons: isStripped ? [] : row.reasons.map((reason) => ({ ...reason })),
  };
};

/** Everything about a case that this caller may know. */
export const presentFile = (file: CaseFile, caller: Caller): z.output<typeof shownCase> => {
  const { row, version, posts, activities } = withoutAuthor(file, authorHider);
  const isHidden = areWordsHidden(row, caller);
  return {
    ...row,
    id: caseName(row.id),
    version,
    mergedInto: nameOrNull(row.mergedInto),
    linkedTo: nameOrNull(row.linkedTo),
    categories: [...row.categories],
    reasons: row.reasons.map((reason) => ({ ...reason })),
    posts: posts.map((post) =>
      presentPost({ ...post, text: wordsFor(post.text, row, caller) }, isHidden, row.assignee !== null),
    ),
    activities: activities.map((activity) => presentActivity(activity, isHidden)),
  };
};

/** The link, and an id that is an address, lead to the author's page: they are told once somebody has taken the case. */
const presentPost = (
  { mentionId, nativeId, url, evidence, ...post }: FiledPost,
  isHidden: boolean,
  isTaken: boolean,
) => ({
  ...post,
  id: mentionId,
  nativeId: shownId(nativeId, isTaken),
  url: isHidden || !isTaken ? null : url,
  evidence: isHidden ? [] : evidence.map((each) => ({ ...each })),
});

const presentActivity = ({ note, ...activity }: FiledActivity, isHidden: boolean) => ({
  ...activity,
  note: isHidden ? null : note,
});

const nameOrNull = (id: string | null): string | null => (id === null ? null : caseName(id));
