/**
 * A parameter: its text form, or the bytes of a long one (`utf8`) or of a `bytea` (`raw`). PGlite counts a string's
 * bytes twice, sign by sign: 3.4 of 31 us a row when a batch of mentions is inserted.
 */
export type WireValue = string | null | { readonly utf8: Uint8Array } | { readonly raw: Uint8Array };

/**
 * What travels between a pool and the thread that owns PGlite, over a message port or a local socket. Values are the
 * text forms of the PostgreSQL wire protocol in both directions, so that both engines give equal JavaScript values.
 */
export type Request =
  | {
      readonly kind: 'query';
      readonly id: number;
      readonly session: string;
      readonly text: string;
      readonly values: readonly WireValue[] | null;
    }
  /** The session is gone: roll back what it left open. */
  | { readonly kind: 'leave'; readonly session: string }
  /** Finish what runs, close the database, end the thread. */
  | { readonly kind: 'close'; readonly id: number };

export type Response =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string; readonly isDiskFull: boolean }
  | { readonly kind: 'result'; readonly id: number; readonly results: readonly WireResult[] }
  | { readonly kind: 'error'; readonly id: number; readonly error: WireError }
  | { readonly kind: 'notification'; readonly channel: string; readonly payload: string };

export interface WireResult {
  readonly fields: readonly { readonly name: string; readonly dataTypeID: number }[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly affectedRows: number;
}

export interface WireError {
  readonly message: string;
  readonly code?: string;
  readonly detail?: string;
  readonly constraint?: string;
  readonly schema?: string;
  readonly table?: string;
  readonly severity?: string;
}

/** Both ends of a link speak in whole messages. */
export interface Link {
  send(request: Request): void;
  onResponse(listener: (response: Response) => void): void;
  onClose(listener: (reason: string) => void): void;
  close(): void;
}
