import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UserError } from '../../../lib/user-error.ts';

/** Input that can be read once only, written to a file: then it has a hash, and an import of it can be resumed. */
export const spoolInput = async (
  input: Readable,
  directory: string,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<string> => {
  const path = join(directory, `${prefix}${randomUUID()}`);
  let bytes = 0;
  const count = async function* (chunks: AsyncIterable<Buffer | string>) {
    for await (const chunk of chunks) {
      bytes += Buffer.byteLength(chunk);
      onBytes(bytes);
      yield chunk;
    }
  };
  try {
    await mkdir(directory, { recursive: true });
    await removeLeftOvers(directory);
    // Posts of people: for nobody else on the machine.
    await pipeline(input, count, createWriteStream(path, { mode: 0o600, flags: 'wx' }), { signal });
    return path;
  } catch (cause) {
    await rm(path, { force: true }).catch(() => undefined);
    if (signal.aborted) throw cause;
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(
      `the input could not be kept in ${directory} (${problem}): make room there, or name the file itself`,
      { cause },
    );
  }
};

const prefix = 'import-spool-';
const leftOverMs = 86_400_000;

/** A process that was killed left its copy behind; none is younger than the longest import. */
const removeLeftOvers = async (directory: string): Promise<void> => {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(directory, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > leftOverMs) await rm(path, { force: true });
  }
};
