import type { OutboxAlert } from './plan.ts';

/**
 * What a channel renders, once. Nothing in it names an author, an audience or the address of a post; a case stands in it
 * under the name that people use, `EH-12`.
 */
export type NotificationContent = AlertsContent | LetterContent;

export interface AlertsContent {
  readonly kind: 'alerts' | 'catch_up';
  readonly id: string;
  readonly groupKey: string;
  /** Of the group while it lives. */
  readonly thread: string;
  /** 1: told for the first time; more: nobody has taken or answered what was told before. */
  readonly turn: number;
  readonly alerts: readonly OutboxAlert[];
  /** Of a catch-up: alerts for this channel that waited too and are told in later messages. */
  readonly later: number;
  /** ISO 8601 UTC: the moment of rendering; a retry carries the same bytes. */
  readonly writtenAt: string;
  /** IANA name, in which people read times; the brand's own. */
  readonly timezone: string;
}

/** A digest or a summary on its way to a channel: a title and paragraphs of plain text. */
export interface LetterContent {
  readonly kind: 'letter';
  readonly id: string;
  readonly name: 'digest' | 'summary';
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** `source|thread` of the threads whose words it repeats. */
  readonly quotes: readonly string[];
  readonly writtenAt: string;
  readonly timezone: string;
}

/** What became of the cases that a message told of, for channels where it can be said. */
export interface FollowContent {
  readonly kind: 'follow';
  readonly id: string;
  readonly thread: string;
  /**
   * `acknowledged`: somebody looks after each case for a while; `taken`: somebody works on each that is not over;
   * `settled`: each is answered, closed or withdrawn.
   */
  readonly stage: 'acknowledged' | 'taken' | 'settled';
  /** ISO 8601 UTC: of an acknowledgement. */
  readonly until: string | null;
  /** Under the names that people use. */
  readonly cases: readonly string[];
  /** ISO 8601 UTC. */
  readonly writtenAt: string;
  readonly timezone: string;
}

/** A notification as it lies in its row: rendered once, sent and retried byte for byte under the same id. */
export interface FrozenNotification {
  readonly id: string;
  /** Name of the configured channel. */
  readonly channel: string;
  readonly kind: NotificationContent['kind'] | 'follow';
  /** Ids of outbox rows; of a letter, the threads that it quotes. */
  readonly memberIds: readonly string[];
  readonly body: Uint8Array;
  readonly contentType: string;
  /** Only where the channel lets messages hang together. */
  readonly thread?: string;
  /** `open`: what becomes of its cases will be told. */
  readonly stage?: 'open';
  /** Receipt of the message to which this one belongs; '': of none. Fixed at the first attempt. */
  readonly answers?: string;
  /** Of several readers those who have it already, under names of the channel's own. */
  readonly reached?: readonly string[];
}
