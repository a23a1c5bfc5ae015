import type { Alert } from '../domain/alert.ts';
import type { DangerKind } from '../domain/classification.ts';
import type { Hearing } from './policy.ts';

/** A configured channel and what it listens to. */
export interface Listener {
  readonly channel: string;
  readonly hearing: Hearing;
  /** null: every brand. */
  readonly brands: readonly string[] | null;
  /** Of on_call: the kinds that are heard; absent: every kind. */
  readonly dangers?: readonly DangerKind[];
}

/**
 * The channels that an alert is told in. Danger without anybody on call goes to the team: a message without text is
 * better than silence. For compliance nobody stands in.
 */
export const channelsOf = (
  alert: Alert,
  hearing: Hearing,
  listeners: readonly Listener[],
): readonly string[] => {
  const { brand } = alert;
  const own = listeners.filter(({ brands }) => brand === null || brands === null || brands.includes(brand));
  const meant = own.filter((listener) => listener.hearing === hearing && isMeant(listener, alert));
  const standIns = own.filter((listener) => listener.hearing === 'team');
  const heardBy = meant.length > 0 || hearing !== 'on_call' ? meant : standIns;
  return [...new Set(heardBy.map(({ channel }) => channel))];
};

/** Danger goes to the people of its kind, whatever a step of a chain names; else a named channel alone is told. */
const isMeant = ({ channel, hearing, dangers }: Listener, alert: Alert): boolean => {
  if (hearing !== 'on_call')
    return !('channel' in alert) || alert.channel === null || alert.channel === channel;
  const danger = 'danger' in alert ? (alert.danger ?? null) : null;
  return dangers === undefined || danger === null || dangers.includes(danger);
};
