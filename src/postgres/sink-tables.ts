import type { Generated } from 'kysely';
import type { BigInt8, GeneratedBigInt8 } from './column-types.ts';

export interface SinkTables {
  'desk.sink': SinkTable;
  'desk.sink_ticket': SinkTicketTable;
  'desk.sink_task': SinkTaskTable;
  'desk.sink_delivery': { sink: string; delivery: string; at: Date };
}

interface SinkTable {
  sink: string;
  fed_to: BigInt8;
  swept_to: BigInt8;
  mark: BigInt8;
  mark_at: Date;
  not_before: Date | null;
  disabled_at: Date | null;
  reason: string | null;
  heard_at: Date | null;
}

interface SinkTicketTable {
  sink: string;
  case_id: BigInt8;
  key: string;
  external_id: Generated<string | null>;
  created_at: Date;
  told_severity: string;
  told_posts: string[];
  is_told_ended: Generated<boolean>;
  is_withdrawn: Generated<boolean>;
  remote_status: Generated<string | null>;
  meaning: Generated<string | null>;
  answered_at: Generated<Date | null>;
  changed_at: Date;
  poll_at: Generated<Date | null>;
  read_failures: Generated<number>;
  last_error: Generated<string | null>;
  gone_at: Generated<Date | null>;
}

interface SinkTaskTable {
  task_id: GeneratedBigInt8;
  sink: string;
  case_id: BigInt8;
  key: string;
  kind: 'create' | 'note' | 'recall';
  body: Buffer | null;
  post_key: string | null;
  state: Generated<'pending' | 'done' | 'failed' | 'dropped'>;
  attempts: Generated<number>;
  is_unsure: Generated<boolean>;
  created_at: Date;
  next_attempt_at: Date;
  done_at: Generated<Date | null>;
  last_error: Generated<string | null>;
  external_id: Generated<string | null>;
}
