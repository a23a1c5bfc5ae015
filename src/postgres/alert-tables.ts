import type { Generated } from 'kysely';
import type { BigInt8, GeneratedBigInt8, Json } from './column-types.ts';
import type { NotificationTable } from './desk-tables.ts';

/** A message to one channel, on its way and afterwards as the log of what was said when. */
export interface SentTable extends NotificationTable {
  reached: Generated<Json | null>;
}

export interface SilenceTable {
  silence_id: GeneratedBigInt8;
  matcher: Json;
  comment: string;
  author: string;
  created_at: Date;
  ends_at: Date;
  ended_at: Generated<Date | null>;
  ended_by: Generated<string | null>;
  /** When what it had kept quiet was looked at again. */
  released_at: Generated<Date | null>;
}

export interface AlertAckTable {
  ack_id: GeneratedBigInt8;
  case_id: BigInt8;
  actor: string;
  at: Date;
  until: Date;
}

/** Where a case went when it opened, and where it would have gone with the rules of the background. */
export interface CaseRouteTable {
  case_id: BigInt8;
  rule: string | null;
  team: string | null;
  channel: string | null;
  reason: string | null;
  shadow_rule: string | null;
  shadow_team: string | null;
  shadow_channel: string | null;
  is_different: boolean;
  routed_at: Date;
}
