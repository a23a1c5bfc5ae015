import type { BigInt8, GeneratedBigInt8 } from './column-types.ts';

export interface ErasureRunTable {
  run_id: GeneratedBigInt8;
  at: Date;
  keys: string[];
  posts: number;
  cases: BigInt8[];
  messages_renewed: number;
  done_by: string | null;
}

export interface NotRecalledTable {
  run_id: BigInt8;
  notification_id: string;
  channel: string;
  sent_at: Date | null;
  certainty: 'delivered' | 'changing' | 'maybe';
}

export interface HoldTable {
  hold_id: GeneratedBigInt8;
  case_id: BigInt8;
  component: string;
  hazard: string;
  /** `YYYY-MM-DD` when written. */
  happened_on: string;
  reason: string;
  holder: string;
  begun_at: Date;
  until: Date;
  ended_at: Date | null;
  ended_by: string | null;
}

export interface ObjectionTable {
  source: string;
  author: string;
  reason: string;
  at: Date;
  actor: string;
}
