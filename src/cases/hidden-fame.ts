/**
 * Ids of posts and threads are often addresses, which hold a handle, a name, or a host that is somebody's own. Until a
 * case is taken only those are told that are a bare number of their platform; null: it is hidden.
 */
export const shownId = (id: string, isTaken: boolean): string | null =>
  isTaken || /^(?:t[1-6]_[0-9a-z]{1,13}|\d{1,20})$/.test(id) ? id : null;
