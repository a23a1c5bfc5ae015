import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { FrozenNotification, NotificationContent } from '../content.ts';

/** A way to reach people or their programs. It renders once, sends what was frozen, and never retries by itself. */
export interface Channel {
  /** As configured, e.g. `desk-slack`. */
  readonly name: string;
  readonly kind: 'webhook' | 'slack' | 'teams' | 'console';
  readonly contentType: string;
  /** Milliseconds between two messages, where the receiver takes no more; none: one follows the other. */
  readonly pauseMs?: number;
  /** Pure: the same content and language give the same bytes. */
  render(content: NotificationContent, language: CatalogueLanguage): Uint8Array;
  send(frozen: FrozenNotification, deps: SendDeps): Promise<Delivery>;
}

export interface SendDeps {
  /** Deadline, redirect and SSRF guard included (lib/safe-fetch). */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Reasons are short codes for the log and `doctor`; they never hold an address or a secret. */
export type Delivery =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'transient'; readonly reason: string; readonly retryAfterMs?: number }
  /** `disables`: every later message would fail in the same way, until a person mends the configuration. */
  | { readonly kind: 'permanent'; readonly reason: string; readonly disables: boolean };
