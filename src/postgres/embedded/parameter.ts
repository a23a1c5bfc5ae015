import type { WireValue } from './protocol.ts';

/** A long text on its way into PGlite: bytes where the type takes them, words everywhere else. */
class LongText {
  readonly utf8: Uint8Array;
  constructor(utf8: Uint8Array) {
    this.utf8 = utf8;
  }
  toString(): string {
    return Buffer.from(this.utf8).toString('utf8');
  }
}

export const toParameter = (value: WireValue): unknown => {
  if (value === null || typeof value === 'string') return value;
  return 'raw' in value ? value.raw : new LongText(value.utf8);
};

type Serializer = (value: unknown) => string | Uint8Array;

/** What PGlite is given for a type that it reads as text. */
export const inText = (value: unknown): string =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : String(value);

const asBytes: Serializer = (value) => (value instanceof LongText ? value.utf8 : inText(value));
const asRaw: Serializer = (value) => (value instanceof Uint8Array ? value : inText(value));

/** By OID: the binary forms of text, varchar and json are their UTF-8 bytes, that of bytea is itself. */
export const inBytes: Readonly<Record<number, Serializer>> = {
  17: asRaw,
  25: asBytes,
  114: asBytes,
  1043: asBytes,
};
