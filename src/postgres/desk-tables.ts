import type { ColumnType, Generated } from 'kysely';
import type { BigInt8, GeneratedBigInt8, Json } from './column-types.ts';

export interface MentionTable {
  mention_id: GeneratedBigInt8;
  source: string;
  native_id: string;
  brand: string;
  revision: number;
  author: string | null;
  author_role: string;
  complainant: string;
  thread: string;
  parent: string | null;
  repost_of: string | null;
  text: string | null;
  url: string | null;
  language: string | null;
  has_image: boolean;
  fingerprint: string;
  published_at: Date | null;
  received_at: Date;
  decided_at: Date;
  matched_by: string;
  is_history: boolean;
  outcome: 'complaint' | 'review';
  review_reason: string | null;
  is_unsure: boolean;
  severity: string | null;
  danger: string | null;
  categories: string[];
  complaint: number;
  same_problem: boolean;
  solved: boolean;
  names_other_problem: boolean;
  reasons: Json;
  evidence: Json;
  identifiers: string[];
  out_of_band: string | null;
  decision_version: string;
  parent_verdict: Json;
  case_id: BigInt8 | null;
  trace_id: string;
  erased_at: Date | null;
}

export interface CaseTable {
  case_id: ColumnType<string, string | undefined, never>;
  brand: string;
  complainant: string;
  source: string;
  thread: string;
  status: string;
  severity: string;
  danger: string | null;
  categories: string[];
  reasons: Json;
  opened_at: Date;
  clock_start: Date;
  response_target: string | null;
  due_at: Date | null;
  first_response_due_at: Date | null;
  first_response_at: Date | null;
  first_response_via: string | null;
  response_at: Date | null;
  response_via: string | null;
  assignee: string | null;
  taken_at: Date | null;
  first_taken_at: Date | null;
  snoozed_until: Date | null;
  merged_into: BigInt8 | null;
  follows_case: BigInt8 | null;
  is_in_dispute: Generated<boolean>;
  disposition: string | null;
  resolved_at: Date | null;
  closed_at: Date | null;
  out_of_band: Json;
  is_history: boolean;
  fingerprints: string[];
  identifiers: string[];
  post_keys: string[];
  urls: string[];
  last_post_at: Date;
  posts: number;
  decision_version: string;
  policy_version: string;
  near_warned_at: Date | null;
  late_warned_at: Date | null;
  version: Generated<number>;
  updated_at: Date;
}

export interface ActivityTable {
  activity_id: GeneratedBigInt8;
  case_id: BigInt8;
  at: Date;
  kind: string;
  actor: string;
  is_automated: boolean;
  mention_source: string | null;
  mention_id: string | null;
  previous: Json | null;
  data: Json;
  internal_note: string | null;
  public_note: string | null;
}

export interface OutboxTable {
  outbox_id: GeneratedBigInt8;
  alert: Json;
  case_id: BigInt8 | null;
  at: Date;
  flushed_at: Generated<Date | null>;
}

export interface NotificationTable {
  notification_id: string;
  channel: string;
  kind: string;
  members: Json;
  content_type: string;
  body: Buffer | null;
  state: Generated<'pending' | 'delivered' | 'failed'>;
  attempts: Generated<number>;
  created_at: Date;
  next_attempt_at: Date;
  delivered_at: Generated<Date | null>;
  last_error: Generated<string | null>;
}
