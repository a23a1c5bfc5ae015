import type { GroupMember, GroupState } from './group.ts';

/**
 * Groups whose frozen message was withdrawn tell its members once more, at once and from the words that are left. What
 * other messages told stays told. Pure.
 */
export const tellAgain = (
  groups: readonly GroupState[],
  withdrawn: { channel: string; memberIds: ReadonlySet<string> },
  now: string,
): readonly GroupState[] =>
  groups
    .filter(
      ({ channel, members }) => channel === withdrawn.channel && members.some(isOf(withdrawn.memberIds)),
    )
    .map((group) => ({
      ...group,
      lastFlushAt: null,
      nextFlushAt: now,
      members: group.members.map((member) => (isOf(withdrawn.memberIds)(member) ? untold(member) : member)),
    }));

const isOf =
  (ids: ReadonlySet<string>) =>
  ({ alertId }: GroupMember): boolean =>
    ids.has(alertId);

const untold = (member: GroupMember): GroupMember => ({
  ...member,
  toldAt: null,
  timesTold: Math.max(0, member.timesTold - 1),
});
