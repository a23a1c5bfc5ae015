import type { GroupMember } from './group.ts';
import type { Group, Heard, OutboxAlert } from './planned.ts';

/**
 * A case that rose is told once, where it stands now: older alerts of it are neither sent nor repeated, in whichever
 * order they come here. Above all a case that turned out to be danger leaves the team's groups before its text is sent
 * there.
 */
export const supersede = (
  groups: readonly Group[],
  heard: readonly Heard[],
): { active: readonly Group[]; superseded: readonly string[] } => {
  const newest = newestOf([...groups.flatMap(({ state }) => state.members), ...heard.map(memberOf)]);
  const superseded = new Set<string>();
  const isCurrent = (member: GroupMember): boolean => {
    if (member.caseId === null || newest.get(subjectOf(member)) === member.alertId) return true;
    if (member.toldAt === null) superseded.add(member.alertId);
    return false;
  };
  const active = groups.map(({ state, route: of, arrivals }) => ({
    state: { ...state, members: state.members.filter(isCurrent) },
    route: of,
    arrivals: arrivals.filter(isCurrent),
  }));
  return { active, superseded: [...superseded] };
};

/** Outbox rows are numbered as they are written: an alert that is told again is not news. */
const newestOf = (members: readonly GroupMember[]): ReadonlyMap<string, string> => {
  const newest = new Map<string, string>();
  for (const member of members) {
    const subject = subjectOf(member);
    const known = newest.get(subject);
    if (known === undefined || BigInt(member.alertId) > BigInt(known)) newest.set(subject, member.alertId);
  }
  return newest;
};

/** Of the steps of a chain none makes another needless. */
const subjectOf = ({ kind, caseId, alertId }: GroupMember): string =>
  kind === 'escalation_step'
    ? `step ${alertId}`
    : `${kind === 'deadline_near' || kind === 'deadline_missed' ? 'deadline' : 'case'} ${caseId}`;

export const memberOf = ({ id, alert, raisedAt }: OutboxAlert): GroupMember => ({
  alertId: id,
  kind: alert.kind,
  caseId: 'caseId' in alert ? alert.caseId : null,
  raisedAt,
  timesTold: 0,
  toldAt: null,
});
