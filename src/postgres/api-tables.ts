import type { Generated } from 'kysely';
import type { Json } from './column-types.ts';

/** Tables of the HTTP API (migration 0018). */
export interface ApiTables {
  'ops.api_key': ApiKeyTable;
  'ops.api_request': ApiRequestTable;
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
