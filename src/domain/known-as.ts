/** Under which names the record knows somebody who wrote: the id at the source, and the link, which may hold a handle. */
export interface KnownAs {
  readonly author: string | null;
  readonly url: string | null;
}
