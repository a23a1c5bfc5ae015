import type { SinkMapping, SinkStatus } from '../../domain/sink.ts';
import type { Reading, Sink } from './sink.ts';

/**
 * What people did in the helpdesk since it was read last, as acts on the case, in their order. Only a change acts: a
 * ticket that stands as it stood says nothing, however often it is read or rung for. Pure.
 */
export const followTicket = (ticket: Followed, reading: Reading, { meaning, now }: Seen): Followed & Acts => {
  const seenUpTo = ticket.answeredAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const fresh = reading.answers
    .map(({ at }) => at)
    .filter((at) => at.getTime() > seenUpTo)
    .sort((a, b) => a.getTime() - b.getTime());
  const within = (at: Date): Date =>
    new Date(Math.min(Math.max(at.getTime(), ticket.createdAt.getTime()), now.getTime()));
  const kept = meaning === 'ignored' ? ticket.meaning : meaning;
  const answers = reading.answers.map(({ at }) => at.getTime());
  // By when it stood so: whoever answers in public has seen what was written before.
  const since = new Date(Math.max((reading.statusAt ?? ticket.changedAt).getTime(), ...answers));
  return {
    acts: [
      ...fresh.map((at) => ({ kind: 'answered' as const, at: within(at) })),
      ...changeOf(ticket.meaning, kept, since),
    ],
    createdAt: ticket.createdAt,
    changedAt: ticket.changedAt,
    meaning: kept,
    answeredAt: fresh.at(-1) ?? ticket.answeredAt,
  };
};

const changeOf = (before: SinkStatus | null, after: SinkStatus | null, since: Date): readonly SinkAct[] => {
  if (after === before || after === null) return [];
  if (after === 'resolved') return [{ kind: 'resolve', since }];
  const reopened: readonly SinkAct[] = before === 'resolved' ? [{ kind: 'reopen' }] : [];
  if (after === 'pending' || after === 'on_hold') return [...reopened, { kind: 'wait', as: after, since }];
  return before === 'pending' || before === 'on_hold' ? [{ kind: 'resume' }] : reopened;
};

/** Whether the customer wrote after the status was set: then nobody there had seen it. Pure. */
export const isOvertaken = (act: SinkAct, messages: readonly Date[]): boolean =>
  'since' in act && messages.some((at) => at > act.since);

/** What the configuration says of a status wins; of Jira, which tells a category too, by the name alone. */
export const meaningOf = (
  status: string,
  mapping: SinkMapping,
  sink: Pick<Sink, 'mapStatus'>,
): SinkStatus => {
  const name = status.slice(status.indexOf('/') + 1).toLowerCase();
  return mapping.statuses[status.toLowerCase()] ?? mapping.statuses[name] ?? sink.mapStatus(status);
};

export interface Followed {
  readonly createdAt: Date;
  /** When it was seen to change last. */
  readonly changedAt: Date;
  /** null: never read. */
  readonly meaning: SinkStatus | null;
  /** The helpdesk's time of the last answer that was heard of. */
  readonly answeredAt: Date | null;
}

interface Seen {
  readonly meaning: SinkStatus;
  readonly now: Date;
}

interface Acts {
  readonly acts: readonly SinkAct[];
}

/** An answer is at the helpdesk's time, but neither before its ticket nor in the future: two clocks never agree. */
export type SinkAct =
  | { readonly kind: 'answered'; readonly at: Date }
  | { readonly kind: 'resolve'; readonly since: Date }
  | { readonly kind: 'reopen' }
  | { readonly kind: 'wait'; readonly as: 'pending' | 'on_hold'; readonly since: Date }
  | { readonly kind: 'resume' };
