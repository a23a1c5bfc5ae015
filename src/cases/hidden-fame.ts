import type { KnownAs } from '../domain/known-as.ts';
import type { CaseFile } from './case-file.store.ts';

/** Blackens who wrote; made of what is known of the customers and of all that is told. */
type HiderOf = (
  customers: readonly KnownAs[],
  told: readonly { readonly text: string | null; readonly isCustomer: boolean }[],
) => (text: string | null) => string | null;

/** A case as it is told until somebody takes it: in none of its words and notes stands who wrote it. */
export const withoutAuthor = (file: CaseFile, hiderOf: HiderOf): CaseFile => {
  if (file.row.assignee !== null) return file;
  const { posts, activities, customers } = file;
  const hide = hiderOf(customers, [
    ...posts.map(({ text, role }) => ({ text, isCustomer: role === 'customer' })),
    ...activities.map(({ note }) => ({ text: note, isCustomer: false })),
  ]);
  return {
    ...file,
    posts: posts.map((post) => ({ ...post, text: hide(post.text) })),
    activities: activities.map((activity) => ({ ...activity, note: hide(activity.note) })),
  };
};

/**
 * Ids of posts and threads are often addresses, which hold a handle, a name, or a host that is somebody's own. Until a
 * case is taken only those are told that are a bare number of their platform; null: it is hidden.
 */
export const shownId = (id: string, isTaken: boolean): string | null =>
  isTaken || /^(?:t[1-6]_[0-9a-z]{1,13}|\d{1,20})$/.test(id) ? id : null;
