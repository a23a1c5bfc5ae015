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
  thread: string;
  parent: string | null;
  repost_of: string | null;
  text: string | null;
  url: string | null;
  links: string[];
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
  parent_pending: boolean;
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
  case_id: BigInt8;
  brand: string;
  source: string;
  complainant: string;
  threads: string[];
  posts: Json;
  status: string;
  disposition: string | null;
  merged_into: BigInt8 | null;
  linked_to: BigInt8 | null;
  in_dispute: boolean;
  snoozed_until: Date | null;
  resolved_at: Date | null;
  closed_at: Generated<Date | null>;
  severity: string;
  danger: string | null;
  categories: string[];
  reasons: Json;
  identifiers: string[];
  opened_at: Date;
  received_at: Date;
  clock_start: Date;
  due_at: Date | null;
  due_target: string | null;
  is_history: boolean;
  last_post_at: Date;
  first_response_at: Date | null;
  first_response_via: string | null;
  first_response_actor: string | null;
  last_response_at: Date | null;
  policy: string;
  assignee: Generated<string | null>;
  taken_at: Generated<Date | null>;
  first_taken_at: Generated<Date | null>;
  stopped_due_at: Generated<Date | null>;
  language: Generated<string | null>;
  first_claimed_at: Generated<Date | null>;
  last_claimed_at: Generated<Date | null>;
  near_warned_at: Generated<Date | null>;
  late_warned_at: Generated<Date | null>;
  split_from: Generated<BigInt8 | null>;
  resolution_near_at: Generated<Date | null>;
  resolution_late_at: Generated<Date | null>;
  version: Generated<number>;
  updated_at: Date;
}

export interface ActivityTable {
  activity_id: GeneratedBigInt8;
  case_id: BigInt8;
  key: string;
  at: Date;
  kind: string;
  actor: string;
  is_automated: boolean;
  is_internal: boolean;
  post_key: string | null;
  previous: string | null;
  value: string | null;
  note: Generated<string | null>;
  /** Of the case, as `changeBetween` of cases/life tells it. */
  change: ColumnType<Readonly<Record<string, unknown>> | null, string | null | undefined, string | null>;
}

export interface LabelTable {
  label_id: GeneratedBigInt8;
  mention_id: BigInt8;
  parent_id: BigInt8 | null;
  brand: string;
  at: Date;
  actor: string;
  verdict: Json;
  note: string | null;
  text: string | null;
  parent: string | null;
  ended_at: Generated<Date | null>;
  ended_by: Generated<string | null>;
  ended_how: Generated<'replaced' | 'undone' | null>;
}

export interface OutboxTable {
  outbox_id: GeneratedBigInt8;
  alert: Json;
  case_id: BigInt8 | null;
  post_key: string | null;
  trace_id: Generated<string | null>;
  at: Date;
  flushed_at: Generated<Date | null>;
  /** Why it was told to nobody, and which silence or problem kept it back. */
  unsent: Generated<string | null>;
  unsent_cause: Generated<string | null>;
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
  thread: Generated<string | null>;
  receipt: Generated<string | null>;
  answers: Generated<string | null>;
  stage: Generated<'open' | 'taken' | 'settled' | null>;
}
