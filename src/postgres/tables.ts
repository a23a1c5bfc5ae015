import type { Generated } from 'kysely';
import type { AlertAckTable, CaseRouteTable, SentTable, SilenceTable } from './alert-tables.ts';
import type { ApiTables } from './api-tables.ts';
import type { CaseMergeTable } from './case-life-tables.ts';
import type { BigInt8, GeneratedBigInt8, Json } from './column-types.ts';
import type {
  ActivityTable,
  CaseTable,
  LabelTable,
  MentionTable,
  NotificationTable,
  OutboxTable,
} from './desk-tables.ts';
import type { EscalationAskTable } from './escalation-ask-table.ts';
import type { LeaseTables } from './lease-tables.ts';
import type { LogTables } from './log-tables.ts';
import type { ErasureRunTable, HoldTable, NotRecalledTable, ObjectionTable } from './privacy-tables.ts';
import type { ProblemTables } from './problem-tables.ts';
import type { ProtectionTables } from './protection-tables.ts';
import type { SinkTables } from './sink-tables.ts';

/** Row types of every table; names are schema-qualified. int8 arrives as text, timestamptz as Date, bytea as Buffer. */
export interface Tables
  extends ApiTables,
    LeaseTables,
    LogTables,
    ProblemTables,
    ProtectionTables,
    SinkTables {
  'intake.cursor': CursorTable;
  'intake.inbox': InboxTable;
  'intake.tombstone': { source: string; native_id: string; at: Date };
  'intake.author_tombstone': { source: string; author: string; at: Date };
  'intake.thread': { source: string; thread: string; brand: string; last_matched_at: Date };
  'intake.followed': FollowedTable;
  'intake.push_post': { source: string; post: string; received_at: Date };
  'intake.push_request': { source: string; request: string; body: string; posts: number; received_at: Date };
  'intake.post_check': { source: string; native_id: string; revision: number; checked_at: Date };
  'intake.websub': WebSubTable;
  'intake.webmention': WebmentionTable;
  'desk.complainant': { brand: string; complainant: string };
  'desk.mention': MentionTable;
  'desk.case': CaseTable;
  'desk.activity': ActivityTable;
  'desk.case_merge': CaseMergeTable;
  'desk.escalation_ask': EscalationAskTable;
  'desk.label': LabelTable;
  'desk.rollup_hour': {
    brand: string;
    hour: Date;
    source: string;
    outcome: string;
    severity: string;
    n: BigInt8;
  };
  'desk.policy': { version: string; policy: Json; created_at: Date };
  'desk.outbox': OutboxTable;
  'desk.alert_group': {
    channel: string;
    group_key: string;
    state: Json;
    next_flush_at: Date | null;
    one_case: string | null;
  };
  'desk.notification': SentTable;
  'desk.silence': SilenceTable;
  'desk.case_route': CaseRouteTable;
  'desk.route_trip': { rule: string; day: string; at: Date };
  'desk.alert_ack': AlertAckTable;
  'desk.channel': { channel: string; disabled_at: Date | null; reason: string | null };
  'sealed.inbox': { batch_id: string; payload: Buffer | null; created_at: Date };
  'sealed.sample': SampleTable;
  'sealed.letter': NotificationTable;
  'ops.setting': { key: string; value: Json };
  'ops.spend': { source: string; day: string; purpose: string; mills: BigInt8; posts: BigInt8 };
  'ops.budget_told': { source: string; period: string; level: number; at: Date };
  'ops.source_health': SourceHealthTable;
  'ops.dead_letter': DeadLetterTable;
  'ops.service': { service_id: string; stages: string[]; version: string; started_at: Date; beat_at: Date };
  'ops.replay': ReplayTable;
  'ops.erasure': { key: string; kind: string; at: Date };
  'ops.erasure_run': ErasureRunTable;
  'ops.not_recalled': NotRecalledTable;
  'desk.hold': HoldTable;
  'desk.objection': ObjectionTable;
}

interface CursorTable {
  source: string;
  cursor: Json;
  version: BigInt8;
  updated_at: Date;
}

interface WebSubTable {
  source: string;
  callback: string;
  hub: string;
  topic: string;
  secret: string;
  state: Generated<'wanted' | 'asked' | 'active' | 'denied'>;
  failures: Generated<number>;
  next_ask_at: Date;
  asked_at: Date | null;
  verified_at: Date | null;
  lease_until: Date | null;
  reason: string | null;
}

interface WebmentionTable {
  webmention_id: string;
  source: string;
  page: string;
  target: string;
  state: Generated<'queued' | 'accepted' | 'refused' | 'deleted'>;
  reason: string | null;
  revision: Generated<number>;
  content: string | null;
  attempts: Generated<number>;
  received_at: Date;
  checked_at: Date | null;
  next_try_at: Date | null;
}

interface InboxTable {
  batch_id: string;
  root_batch: string;
  source: string;
  state: Generated<'pending' | 'done' | 'split' | 'dead'>;
  attempts: Generated<number>;
  max_attempts: Generated<number>;
  events: number;
  parents: Generated<string[]>;
  is_history: Generated<boolean>;
  payload: Buffer | null;
  trace_id: string;
  created_at: Date;
  claimed_at: Generated<Date | null>;
  done_at: Generated<Date | null>;
  reach_done_at: Generated<Date | null>;
  last_error: Generated<string | null>;
}

interface FollowedTable {
  source: string;
  thread: string;
  complaints: string[];
  began_at: Date;
  due_at: Date | null;
  failures: Generated<number>;
  mark: Json | null;
  version: Generated<number>;
}

interface SampleTable {
  source: string;
  native_id: string;
  observed_at: Date;
  followers: BigInt8 | null;
  followers_band: string | null;
  is_verified: boolean | null;
  likes: BigInt8 | null;
  reposts: BigInt8 | null;
  replies: BigInt8 | null;
  views: BigInt8 | null;
}

interface SourceHealthTable {
  source: string;
  kind: string;
  knows_spread: boolean;
  freshness_target_ms: BigInt8;
  registered_at: Generated<Date>;
  last_ok_at: Date | null;
  last_event_at: Date | null;
  next_poll_at: Date | null;
  events: Generated<BigInt8>;
  read: Generated<BigInt8>;
  last_error: string | null;
  last_error_at: Date | null;
  disabled_at: Date | null;
  gap: string | null;
  gap_at: Date | null;
  gap_alerted_at: Generated<Date | null>;
  budget: Generated<unknown>;
  stale_alerted_at: Date | null;
  follow_at: Generated<Date | null>;
  follow_error: Generated<string | null>;
  follow_error_at: Generated<Date | null>;
  quiet_target_ms: Generated<BigInt8 | null>;
  watched_since: Generated<Date | null>;
  silent_since: Generated<Date | null>;
  silent_expected_at: Generated<Date | null>;
  quota: Generated<unknown>;
}

interface DeadLetterTable {
  dead_letter_id: GeneratedBigInt8;
  at: Date;
  stage: string;
  source: string;
  native_id: string | null;
  events: number;
  is_history: boolean;
  payload: Buffer | null;
  error: string;
  attempts: number;
  state: Generated<'waiting' | 'retried' | 'discarded'>;
  trace_id: string;
  /** The page that it came in with; null: from a time that did not note it. */
  root_batch: Generated<string | null>;
}

interface ReplayTable {
  day: string;
  claimed_at: Date;
  done_at: Generated<Date | null>;
  cases: Generated<number>;
  posts: Generated<number>;
  same: Generated<number>;
  different: Generated<number>;
  untold: Generated<number>;
  different_cases: Generated<string[]>;
}
