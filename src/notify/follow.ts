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
}

/** What is told now, and of which messages the stage moves on. */
export interface FollowUp {
  readonly id: string;
  readonly thread: string;
  readonly stage: 'taken' | 'settled';
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
    return [
      {
        id: followId([channel, stage, ...messageIds]),
        thread: first.thread,
        stage,
        caseIds: [...new Set(unit.flatMap(({ caseIds }) => caseIds))].toSorted(byNumber),
        messageIds,
        answers: by === 'message' ? first.receipt : null,
      },
    ];
  });

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
  return unit.every(({ isHandled }) => isHandled) ? 'taken' : null;
};

const byNumber = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

const followId = (key: readonly string[]): string =>
  `flw_${createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32)}`;
