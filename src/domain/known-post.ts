import type { Category, DangerKind, Language } from './classification.ts';
import type { Severity } from './severity.ts';

/** A post that was decided before and that posts of the batch answer. */
export interface KnownPost {
  readonly brand: string;
  readonly nativeId: string;
  readonly revision: number;
  readonly text: string | null;
  readonly severity: Severity | null;
  readonly danger: DangerKind | null;
  readonly categories: readonly Category[];
  /** It waits for the post that it answers itself: what is said of it now may still rise. */
  readonly isPending?: boolean;
}

/** What deciding asks of the configuration. */
export interface DecideContext {
  readonly languagesOf: (brand: string) => readonly Language[];
}
