/**
 * One mention as a platform told it, before the door: sources make it, ingest splits it, and nobody behind the door sees
 * it. `counts` is whatever the platform said about audience and engagement: opaque here, sealed unread by ingest.
 */
export interface RawMention {
  readonly kind: 'mention';
  readonly nativeId: string;
  readonly revision?: number;
  readonly author?: string;
  /** The author's public handle: compared with the brand's own accounts and the exclusions, then dropped. */
  readonly authorHandle?: string;
  readonly thread?: string;
  readonly parent?: string;
  readonly repostOf?: string;
  readonly text: string;
  readonly language?: string;
  readonly url?: string;
  readonly links?: readonly string[];
  readonly hasImage?: boolean;
  /** ISO 8601 UTC. */
  readonly publishedAt?: string;
  readonly counts?: unknown;
}

export interface RawDeletion {
  readonly kind: 'deletion';
  readonly nativeId?: string;
  readonly author?: string;
}

export type RawEvent = RawMention | RawDeletion;
