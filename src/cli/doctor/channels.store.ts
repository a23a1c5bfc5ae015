import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

export interface ChannelState {
  readonly channel: string;
  readonly disabledFor: string | null;
  /** Messages that were tried and not delivered. */
  readonly waiting: number;
  readonly oldest: Date | null;
  /** What waits could not be sent because the address guard refuses the channel. */
  readonly isRefused: boolean;
  /** Code of the delivery that failed last; see `sayDelivery`. */
  readonly lastReason: string | null;
}

/** Channels that are switched off or owe somebody a message. Letters to comms lie under seal: ask as a role that sees it. */
export const readTroubledChannels = async (
  tx: Transaction,
  tray: 'desk.notification' | 'sealed.letter' = 'desk.notification',
): Promise<readonly ChannelState[]> => {
  const { rows } = await sql<{
    channel: string;
    disabled_at: Date | null;
    reason: string | null;
    n: string;
    oldest: Date | null;
    refused: boolean | null;
    last_reason: string | null;
  }>`
    with late as (
      select channel, count(*) as n, min(created_at) as oldest, bool_or(last_error = 'address_refused') as refused,
        (array_agg(last_error order by created_at desc) filter (where last_error is not null))[1] as last_reason from ${sql.table(tray)}
      where state = 'pending' and attempts > 0 group by channel)
    select coalesce(c.channel, l.channel) as channel, c.disabled_at, c.reason, coalesce(l.n, 0) as n, l.oldest, l.refused, l.last_reason
    from (select * from desk.channel where disabled_at is not null) c full join late l on l.channel = c.channel
    order by 1`.execute(tx);
  return rows.map((row) => ({
    channel: row.channel,
    disabledFor: row.disabled_at === null ? null : (row.reason ?? ''),
    waiting: Number(row.n),
    oldest: row.oldest,
    isRefused: row.refused ?? false,
    lastReason: row.last_reason,
  }));
};
