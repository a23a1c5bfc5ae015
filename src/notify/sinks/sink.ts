import type { SinkStatus } from '../../domain/sink.ts';

/** A helpdesk as this service speaks to it. One call each, and no retry: the worker alone tries again. */
export interface Sink {
  readonly kind: 'zendesk' | 'zammad' | 'chatwoot' | 'freshdesk' | 'jira';
  /** How long a ticket may be there before the search finds it; an outcome that nobody knows is looked up later. */
  readonly settleMs: number;
  /** The ticket that an earlier attempt may have made, by the key of its order; null: there is none. */
  find(key: string, deps: CallDeps): Promise<Outcome<string | null>>;
  create(order: TicketOrder, deps: CallDeps): Promise<Outcome<string>>;
  /** Adds an internal note, and lifts the priority where the note says so. `done` with the id of the note. */
  update(ticket: string, note: NoteOrder, deps: CallDeps): Promise<Outcome<string>>;
  /** Removes a note of ours with its words. */
  recall(ticket: string, note: string, deps: CallDeps): Promise<Outcome<null>>;
  read(ticket: string, deps: CallDeps): Promise<Outcome<Reading>>;
  /** Pure. What rings is heard for its ticket alone: what became of it is read there. */
  parseWebhook(delivery: HookDelivery, secret: string, now: Date): HookOutcome;
  /** Pure. By the helpdesk's own words; what the configuration says comes before. */
  mapStatus(status: string): SinkStatus;
}

export interface CallDeps {
  /** Deadline, redirect and SSRF guard included (lib/safe-fetch). */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Frozen before the first call; every attempt says the same. Words are masked; it names no author and no address. */
export interface TicketOrder {
  /** Unique for the case and this installation: `evenhand_1f2e3d4c_12`. */
  readonly key: string;
  /** `EH-12`. */
  readonly caseName: string;
  readonly subject: string;
  readonly body: string;
  readonly priority: string;
  readonly tags: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
}

export interface NoteOrder {
  /** Stands in the text, so that a note is found again: `[EH-12/3]`. */
  readonly mark: string;
  readonly text: string;
  /** null: stays as it is. */
  readonly priority: string | null;
}

export interface Reading {
  /** As the helpdesk calls it, for `mapStatus`. */
  readonly status: string;
  /** Since when, by the helpdesk's clock; null: it does not tell. */
  readonly statusAt: Date | null;
  /** Public answers by somebody who works there, in any order. */
  readonly answers: readonly { readonly id: string; readonly at: Date }[];
  /** Notes in which marks of ours can stand. */
  readonly notes: readonly { readonly id: string; readonly text: string }[];
}

/** Reasons are short codes for the log and `doctor`; they never hold an address or a secret. */
export type Outcome<T> = { readonly kind: 'done'; readonly value: T } | Failure;

export type Failure =
  | {
      readonly kind: 'transient';
      readonly reason: string;
      readonly retryAfterMs?: number;
      /** Nobody knows whether it was done. */
      readonly isUnsure: boolean;
    }
  /** `disables`: every later call would fail in the same way, until a person mends the configuration. */
  | { readonly kind: 'permanent'; readonly reason: string; readonly disables: boolean };

export interface HookDelivery {
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, to the byte. */
  readonly body: Buffer;
}

export type HookOutcome =
  /** `ticket` null: it is about nothing that is followed. */
  | { readonly kind: 'rung'; readonly id: string; readonly ticket: string | null }
  | { readonly kind: 'refused'; readonly why: 'unsigned' | 'forged' | 'stale' | 'unreadable' };
