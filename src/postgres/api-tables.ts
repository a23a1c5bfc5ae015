import type { Generated } from 'kysely';
import type { BigInt8, GeneratedBigInt8, Json } from './column-types.ts';

/** Tables of the HTTP API (migration 0018). */
export interface ApiTables {
  'ops.api_key': ApiKeyTable;
  'ops.api_request': ApiRequestTable;
  'desk.webhook': WebhookTable;
  'desk.webhook_delivery': WebhookDeliveryTable;
}

interface ApiKeyTable {
  key_id: string;
  hash: Buffer;
  name: string;
  person: string | null;
  scopes: string[];
  created_at: Date;
  created_by: string;
  expires_at: Date | null;
  revoked_at: Generated<Date | null>;
  revoked_by: Generated<string | null>;
  last_used_on: Generated<string | null>;
}

/** What a request with an `Idempotency-Key` was answered. */
interface ApiRequestTable {
  key_id: string;
  idempotency_key: string;
  /** SHA-256 of method, path, version asked for and body. */
  request: Buffer;
  status: number;
  headers: Json<Readonly<Record<string, string>>>;
  body: string;
  at: Date;
}

/** Where events are sent; it is told what lies behind `last_event`. `mark_*`: see `settle`. */
interface WebhookTable {
  webhook_id: string;
  url: string;
  secret: string;
  events: string[];
  brands: string[] | null;
  created_at: Date;
  created_by: string;
  last_event: BigInt8;
  mark_id: BigInt8 | null;
  mark_at: Date | null;
  disabled_at: Date | null;
  reason: string | null;
  /** What confidential cases it hears of. */
  confidences: Generated<string[]>;
  /** Signs beside the other until then. */
  former_secret: Generated<string | null>;
  former_until: Generated<Date | null>;
  /** Of the program that made it; null: a person did. */
  key_id: Generated<string | null>;
}

interface WebhookDeliveryTable {
  delivery_id: GeneratedBigInt8;
  webhook_id: string;
  event_id: BigInt8;
  type: string;
  body: string;
  state: Generated<'pending' | 'delivered' | 'failed'>;
  attempts: Generated<number>;
  created_at: Date;
  next_attempt_at: Date;
  delivered_at: Generated<Date | null>;
  last_error: Generated<string | null>;
}
