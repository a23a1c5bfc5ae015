import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { UserError } from '../../lib/user-error.ts';
import { SourceError } from '../source.ts';

export type FileFormat = 'ndjson' | 'csv';

/** A file that was looked at: what it is made of, and how it begins. */
export interface FileInput {
  readonly path: string;
  readonly size: number;
  readonly isGzip: boolean;
  /** Name of the character set; its bytes are turned into UTF-8 as they are read. */
  readonly encoding: string;
  readonly hasBom: boolean;
  /** The first bytes as UTF-8, without the byte order mark. */
  readonly head: Buffer;
}

/** What a person can mend at a file, as a source says it: the sentence travels as its cause too. */
export const fileError = (
  outcome: 'transient' | 'permanent',
  message: string,
  cause?: unknown,
): SourceError => new SourceError(outcome, message, { cause: new UserError(message, { cause }) });

/** Enough to tell the format, the character set and the columns. */
const headBytes = 262_144;

export const inspectFile = async (path: string, encoding?: string): Promise<FileInput> => {
  const size = await sizeOf(path);
  const raw = { path, size, isGzip: await isGzip(path), encoding: 'utf8' };
  const start = await readHead(raw);
  if (start.subarray(0, 4).equals(zipMark))
    throw fileError(
      'permanent',
      `${path} is a spreadsheet or a zip archive; save the sheet as CSV, or unpack the archive first`,
    );
  if (encoding !== undefined && !iconv.encodingExists(encoding))
    throw fileError(
      'permanent',
      `${path}: the character set "${encoding}" is not known; write for example utf-8 or windows-1252`,
    );
  const found = encoding ?? encodingOf(start);
  const isUtf8 = /^utf-?8$/i.test(found);
  const hasBom = isUtf8 && start.subarray(0, 3).equals(utf8Bom);
  const head = isUtf8 ? start.subarray(hasBom ? 3 : 0) : Buffer.from(iconv.decode(start, found), 'utf8');
  return { ...raw, encoding: isUtf8 ? 'utf8' : found, hasBom, head };
};

const sizeOf = async (path: string): Promise<number> => {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (found.isDirectory()) throw fileError('permanent', `${path} is a folder; name a file in it`);
  if (!found.isFile())
    throw fileError('permanent', `${path} is not a file; name a file, or - for standard input`);
  if (found.size === 0) throw fileError('transient', `${path} is empty; there is nothing to read`);
  return found.size;
};

const unreadable = (path: string, cause: unknown): SourceError => {
  const code = (cause as { code?: string } | null)?.code;
  if (code === 'ENOENT') return fileError('transient', `${path} does not exist; check the name`, cause);
  if (code === 'EACCES' || code === 'EPERM')
    return fileError('permanent', `${path} may not be read; give this user the right to read it`, cause);
  return fileError(
    'transient',
    `${path} cannot be read (${code ?? String(cause)}); check the file and its disk`,
    cause,
  );
};

const isGzip = async (path: string): Promise<boolean> => {
  const handle = await open(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
};

const readHead = async (input: Readable): Promise<Buffer> => {
  const reader = readChunks(input, 0);
  const parts: Buffer[] = [];
  let length = 0;
  for await (const chunk of reader.chunks) {
    parts.push(chunk);
    length += chunk.length;
    if (length >= headBytes) break;
  }
  const failure = reader.failure();
  if (failure !== null && length === 0) throw failure;
  return Buffer.concat(parts).subarray(0, headBytes);
};

const zipMark = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const utf8Bom = Buffer.from([0xef, 0xbb, 0xbf]);

/** Spreadsheets save UTF-16 with a mark, and in Europe the old Western set without one. */
const encodingOf = (start: Buffer): string => {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  try {
    // `stream`: the last character may be cut in two.
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
    return 'utf8';
  } catch {
    return 'windows-1252';
  }
};

type Readable = Pick<FileInput, 'path' | 'isGzip' | 'encoding'>;

export interface ChunkReader {
  readonly chunks: AsyncIterable<Buffer>;
  /** Bytes of the file on disk that were read, for showing progress. */
  rawBytes(): number;
  /** Set when the chunks ended because the file could not be read on: what came before it counts. */
  failure(): SourceError | null;
}

/** Large reads keep the share of the system calls small; memory stays at a few of them. */
const chunkBytes = 1_048_576;

/** The file's bytes as UTF-8 from `fromByte`, which counts unpacked, decoded bytes. */
export const readChunks = (input: Readable, fromByte: number): ChunkReader => {
  const isPlain = !input.isGzip && input.encoding === 'utf8';
  const file = createReadStream(input.path, { start: isPlain ? fromByte : 0, highWaterMark: chunkBytes });
  const unpacked = input.isGzip
    ? pipeline(file, createGunzip({ chunkSize: chunkBytes }), () => undefined)
    : file;
  const decoded = input.encoding === 'utf8' ? unpacked : decode(unpacked, input.encoding);
  let failure: SourceError | null = null;
  const guarded = async function* () {
    try {
      yield* isPlain ? decoded : skip(decoded, fromByte);
    } catch (cause) {
      failure = isDamaged(cause)
        ? fileError(
            'permanent',
            `${input.path} is damaged or cut off; what stands before that place was read, so mend the file or make it anew`,
            cause,
          )
        : unreadable(input.path, cause);
    } finally {
      file.destroy();
    }
  };
  return {
    chunks: guarded(),
    rawBytes: () => (isPlain ? fromByte : 0) + file.bytesRead,
    failure: () => failure,
  };
};

const isDamaged = (cause: unknown): boolean => {
  const code = (cause as { code?: string } | null)?.code ?? '';
  return code.startsWith('Z_');
};

async function* decode(chunks: AsyncIterable<Buffer>, encoding: string): AsyncGenerator<Buffer> {
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.write(chunk);
    if (text !== '') yield Buffer.from(text, 'utf8');
  }
  const rest = decoder.end();
  if (rest !== undefined && rest !== '') yield Buffer.from(rest, 'utf8');
}

async function* skip(chunks: AsyncIterable<Buffer>, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield left === 0 ? chunk : chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}
