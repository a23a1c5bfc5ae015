import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { AlertsContent, FollowContent, FrozenNotification, NotificationContent } from '../content.ts';

/** A way to reach people or their programs. It renders once, sends what was frozen, and never retries by itself. */
export interface Channel {
  /** As configured, e.g. `desk-slack`. */
  readonly name: string;
  readonly kind: 'webhook' | 'slack' | 'slack-bot' | 'teams' | 'pagerduty' | 'email' | 'console';
  readonly contentType: string;
  /** Milliseconds between two messages, where the receiver takes no more; none: one follows the other. */
  readonly pauseMs?: number;
  /** Where messages of a group hang together and it can be told what became of their cases. */
  readonly follows?: Follows;
  /** Messages of a group refer to its first by the receipt, and nothing is told of what becomes of their cases. */
  readonly hangsTogether?: true;
  /** True: nobody is to be told of this here, e.g. that all is well where people are woken. None: it hears everything. */
  readonly passesOver?: (content: NotificationContent) => boolean;
  /** Pure: the same content and language give the same bytes. */
  render(content: NotificationContent, language: CatalogueLanguage): Uint8Array;
  send(frozen: FrozenNotification, deps: SendDeps): Promise<Delivery>;
}

export interface Follows {
  /** What is told of: each message for itself, or all messages of a group as one. */
  readonly by: 'message' | 'thread';
  /** Pure, as `render` is. */
  render(content: FollowContent, language: CatalogueLanguage): Uint8Array;
  /** The message anew, where words that it held were withdrawn. None: what was sent there cannot be changed. */
  readonly rewrite?: (content: AlertsContent, language: CatalogueLanguage) => Uint8Array;
}

export interface SendDeps {
  /** Deadline, redirect and SSRF guard included (lib/safe-fetch). */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly signal: AbortSignal;
}

/** Reasons are short codes for the log and `doctor`; they never hold an address or a secret. */
export type Delivery =
  /** `receipt`: what the receiver calls the message, where it can be answered or changed by that. */
  | {
      readonly kind: 'delivered';
      readonly receipt?: string;
      /** Code of what went wrong for some of its readers, for good. */
      readonly remark?: string;
    }
  | {
      readonly kind: 'transient';
      readonly reason: string;
      readonly retryAfterMs?: number;
      /** Readers who have it; the next attempt is for the others alone. */
      readonly reached?: readonly string[];
    }
  /** `disables`: every later message would fail in the same way, until a person mends the configuration. */
  | { readonly kind: 'permanent'; readonly reason: string; readonly disables: boolean };
