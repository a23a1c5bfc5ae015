import type { EventEmitter } from 'node:events';

export interface QueryResult {
  readonly command: string;
  readonly rowCount: number;
  readonly rows: Record<string, unknown>[];
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
}

type Query = (
  text: string | { text: string; values?: readonly unknown[] },
  values?: readonly unknown[],
) => Promise<QueryResult>;

export interface PoolClient extends EventEmitter {
  query: Query;
  release(destroy?: boolean): void;
}

/** As much of `pg.Pool` as Kysely, BullMQ and we use; both engines offer it. */
export interface Pool extends EventEmitter {
  query: Query;
  connect(): Promise<PoolClient>;
  end(): Promise<void>;
}
