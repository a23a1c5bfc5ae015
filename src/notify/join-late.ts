import { type GroupStep, notificationId } from './group.ts';
import type { Group, PlannedFlush } from './planned.ts';
import { isSingle, type NotifyPolicy } from './policy.ts';

export type Stepped = { readonly group: Group; readonly step: GroupStep };

/** After an outage one message per channel names what it delayed; single cases, the critical ones, are told singly. */
export const joinLate = (
  steps: readonly Stepped[],
  { policy, now }: { readonly policy: NotifyPolicy; readonly now: string },
): readonly PlannedFlush[] => {
  const late = new Map<string, PlannedFlush[]>();
  const flushes: PlannedFlush[] = [];
  for (const { group, step } of steps) {
    if (step.kind !== 'flush') continue;
    const flush = { ...step.flush, kind: 'alerts' as const, reason: step.reason };
    const lateMs = Date.parse(now) - Date.parse(flush.dueAt);
    const isLate =
      lateMs > policy.catchUpAfterMs && step.reason !== 'repeat_interval_over' && !isSingle(group.route);
    if (isLate) late.set(flush.channel, [...(late.get(flush.channel) ?? []), flush]);
    else flushes.push(flush);
  }
  return [...flushes, ...[...late.values()].flatMap(joined)];
};

const joined = (late: readonly PlannedFlush[]): readonly PlannedFlush[] => {
  const [first] = late;
  const memberIds = late.flatMap((flush) => flush.memberIds);
  if (first === undefined || memberIds.length < 2) return late;
  const id = notificationId(first.channel, catchUpKey, memberIds);
  const [dueAt = first.dueAt] = late.map((flush) => flush.dueAt).toSorted();
  return [{ ...first, kind: 'catch_up', id, thread: id, groupKey: catchUpKey, memberIds, dueAt }];
};
const catchUpKey = 'catch_up:{}';
