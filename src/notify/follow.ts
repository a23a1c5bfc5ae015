import { createHash } from 'node:crypto';
import type { Follows } from './channels/channel.ts';

/** A message that told of cases, and how they stand now. */
export interface FollowedMessage {
  readonly id: string;
  readonly thread: string;
  /** What the receiver calls it; null: it has no name there. */
  readonly receipt: string | null;
  readonly stage: 'open' | 'taken';
  readonly isDelivered: boolean;
  readonly caseIds: readonly string[];
  /** Each of its cases is taken, answered or over. */
  readonly isHandled: boolean;
  /** Each of its cases is answered or over. */
  readonly isOver: boolean;
  /** Since the message was written somebody looks after each of its cases that is not handled, and does so still. */
  readonly isAcknowledged: boolean;
  /** Of the acknowledgements of its cases. */
  readonly ackIds: readonly string[];
  /** ISO 8601 UTC: until the first of them lapses; null: none. */
  readonly acknowledgedUntil: string | null;
}

/** What is told now, and of which messages the stage moves on. */
export interface FollowUp {
  readonly id: string;
  readonly thread: string;
  /** `acknowledged` moves no stage: what is taken later is told all the same. */
  readonly stage: 'acknowledged' | 'taken' | 'settled';
  /** ISO 8601 UTC; null where nothing was acknowledged. */
  readonly until: string | null;
  readonly caseIds: readonly string[];
  readonly messageIds: readonly string[];
  /** Receipt of the message that is changed; null where the thread as a whole is told. */
  readonly answers: string | null;
}

/**
 * What became of the cases of messages, told once at each stage. A thread waits while one of its messages is still on
 * its way: resolved before it arrives, the incident would open again and stay open. Pure; the same rows give the same ids.
 */
export const planFollowUps = (
  messages: readonly FollowedMessage[],
  { channel, by }: { readonly channel: string; readonly by: Follows['by'] },
): readonly FollowUp[] =>
  unitsOf(messages, by).flatMap((unit) => {
    const [first] = unit;
    if (first === undefined || !unit.every(({ isDelivered }) => isDelivered)) return [];
    if (by === 'message' && first.receipt === null) return [];
    const stage = stageOf(unit);
    const moved = unit.filter((message) => stage === 'settled' || message.stage === 'open');
    if (stage === null || moved.length === 0) return [];
    const messageIds = moved.map(({ id }) => id).toSorted();
    // An acknowledgement that comes after one that lapsed is told anew.
    const acks = stage === 'acknowledged' ? distinct(unit.flatMap(({ ackIds }) => ackIds)) : [];
    return [
      {
        id: followId([channel, stage, ...acks, ...messageIds]),
        thread: first.thread,
        stage,
        until: stage === 'acknowledged' ? earliest(unit) : null,
        caseIds: distinct(unit.flatMap(({ caseIds }) => caseIds)),
        messageIds,
        answers: by === 'message' ? first.receipt : null,
      },
    ];
  });

const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)].toSorted(byNumber);

const earliest = (unit: readonly FollowedMessage[]): string | null =>
  unit.flatMap(({ acknowledgedUntil }) => acknowledgedUntil ?? []).toSorted()[0] ?? null;

const unitsOf = (
  messages: readonly FollowedMessage[],
  by: Follows['by'],
): readonly (readonly FollowedMessage[])[] => {
  const units = new Map<string, FollowedMessage[]>();
  for (const message of messages) {
    const key = by === 'message' ? message.id : message.thread;
    units.set(key, [...(units.get(key) ?? []), message]);
  }
  return [...units.values()];
};

const stageOf = (unit: readonly FollowedMessage[]): FollowUp['stage'] | null => {
  if (unit.every(({ isOver }) => isOver)) return 'settled';
  if (unit.every(({ isHandled }) => isHandled)) return 'taken';
  return unit.every(({ isHandled, isAcknowledged }) => isHandled || isAcknowledged) ? 'acknowledged' : null;
};

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const followId = (key: readonly string[]): string =>
  `flw_${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32)}`;
