/**
 * A post as the desk sees it: words, author id, thread and times. It has no metrics, no verified flag, no display
 * name and no avatar, and it never will: this is lock 1 of reach-blindness (DESIGN.md 3).
 */
export interface Post {
  readonly kind: 'post';
  /** Name of the configured source, e.g. `x` or `owners-blog`. */
  readonly source: string;
  /** The platform's own id; with `source` and `revision` the key of the mention. */
  readonly nativeId: string;
  /** Grows with every edit; 0 for the first version. */
  readonly revision: number;
  /** The platform's id of the author; null when unknown, and then the post is its own complainant. */
  readonly author: string | null;
  readonly authorRole: AuthorRole;
  /** Native id of the post that began the thread; the post's own id when it began one. */
  readonly thread: string;
  /** Native id of the post that this one answers. */
  readonly parent: string | null;
  /** Native id of the post that this one repeats, as declared by the platform. */
  readonly repostOf: string | null;
  /** Plain, well-formed text: no markup, no NUL, no lone surrogate. */
  readonly text: string;
  /** BCP 47, as the platform or author declared it. */
  readonly declaredLanguage: string | null;
  readonly url: string | null;
  /** Addresses that the text links to or quotes. */
  readonly links: readonly string[];
  readonly hasImage: boolean;
  /** ISO 8601 UTC; null when the source told none. */
  readonly publishedAt: string | null;
}

/** Whose account a post came from: one of the brand's own, or a customer's. Own accounts never open cases. */
export type AuthorRole = 'customer' | 'support' | 'brand' | 'executive' | 'staff';

/** The author or the platform took a post back, or an author left. Deletions travel the same way as posts. */
export interface Deletion {
  readonly kind: 'deletion';
  readonly source: string;
  /** null: everything by `author`. */
  readonly nativeId: string | null;
  readonly author: string | null;
}

/** A post that the watch-list kept, for one brand. A post that concerns two brands is two mentions. */
export interface Mention {
  readonly post: Post;
  readonly brand: string;
  readonly matchedBy: MatchedBy;
  /** 64 bits as hex: equal for texts that differ only in case, spacing, links, mentions or punctuation. */
  readonly fingerprint: string;
  /** ISO 8601 UTC of the ingest transaction. */
  readonly receivedAt: string;
  /** Decided and shown, but no clock runs and no alert goes out. */
  readonly isHistory: boolean;
}

/**
 * `thread`: it names no brand, but answers in a thread that matched in the last 7 days, or stands under a complaint that
 * is followed. `own`: it stands in a place of the brand: its forum, its channel, the
 * reviews of its apps.
 */
export type MatchedBy = 'phrase' | 'handle' | 'thread' | 'own';
