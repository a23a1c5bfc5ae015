import type { RawMention } from '../../domain/raw-mention.ts';
import type { SourceQuota } from '../../domain/source-quota.ts';
import type { WalkPace } from '../newest-first.ts';
import type { Rejection, SourceDeps } from '../source.ts';

/** A review as a store tells it, and what the developer publicly answered. */
export interface Review {
  readonly review: RawMention;
  readonly reply: RawMention | null;
  /** By which the list stands, milliseconds. */
  readonly atMs: number;
}

export interface ReviewPage {
  /** As the list stands: newest first. */
  readonly reviews: readonly Review[];
  readonly rejected: readonly Rejection[];
  readonly nextPageToken: string | null;
}

/** What a store of apps can be asked; requests are counted by whoever makes them. */
export interface ReviewStore {
  fetchPage(app: string, pageToken: string | null): Promise<ReviewPage>;
  /** null: it is gone. */
  fetchReview(app: string, id: string): Promise<Review | null>;
  quota(): SourceQuota | undefined;
}

export interface ReviewPlan {
  readonly name: string;
  /** As people call it: `Google Play`, `the App Store`. */
  readonly store: string;
  readonly apps: readonly string[];
  readonly pace: WalkPace;
  /** The store lists nothing older, and knows nothing of it by its id; null: it knows all. */
  readonly windowMs: number | null;
  readonly looksPerWalk: number;
  /** Requests of this process that the cursor does not know yet, and its token. */
  readonly open: (deps: SourceDeps, asked: readonly Asked[]) => OpenStore;
}

/** Requests of one minute since 1970. */
export type Asked = readonly [minute: number, requests: number];

export interface OpenStore extends ReviewStore {
  /** Requests of the last hour, for the cursor. */
  asked(): readonly Asked[];
}

/** The account by which a developer's answers are known: name it under brands.*.accounts.support. */
export const developerOf = (app: string): string => `developer:${app}`;
