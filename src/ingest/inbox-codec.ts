import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, constants } from 'node:zlib';
import type { InboxBatch } from '../domain/inbox.ts';

const compress = promisify(brotliCompress);
/** Quality 1: a third of the bytes for 6 us a mention; higher levels cost more than they save (performance.md 1). */
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };

/** Packs bytes off the event loop; never called while a transaction is open. */
export const pack = (bytes: Buffer): Promise<Buffer> => compress(bytes, quality);
export const unpack = (bytes: Uint8Array): Buffer => brotliDecompressSync(bytes);

export const encodeBatch = (batch: InboxBatch): Promise<Buffer> =>
  pack(Buffer.from(JSON.stringify(batch), 'utf8'));

export const decodeBatch = (payload: Uint8Array): InboxBatch =>
  JSON.parse(unpack(payload).toString('utf8')) as InboxBatch;
