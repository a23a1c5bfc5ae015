import type { Alert } from '../domain/alert.ts';
import type { Flush, FlushReason, GroupMember, GroupState } from './group.ts';
import type { Route } from './policy.ts';

/** An outbox row. */
export interface OutboxAlert {
  readonly id: string;
  /** ISO 8601 UTC as `toISOString` writes it. */
  readonly raisedAt: string;
  readonly alert: Alert;
}

/** An alert and the channels that listen to it. */
export interface Heard extends OutboxAlert {
  readonly route: Route;
  readonly channels: readonly string[];
}

/** A group in a channel with what has just arrived in it. */
export interface Group {
  readonly state: GroupState;
  readonly route: Route;
  readonly arrivals: readonly GroupMember[];
}

export interface PlannedFlush extends Flush {
  readonly kind: 'alerts' | 'catch_up';
  readonly reason: FlushReason;
}
