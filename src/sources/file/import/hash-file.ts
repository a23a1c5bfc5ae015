import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** SHA-256 of a file, hex. `onBytes` hears after each chunk how many bytes are read. */
export const hashFile = async (
  path: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void,
): Promise<string> => {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576, signal })) {
    hash.update(chunk as Buffer);
    bytes += (chunk as Buffer).length;
    onBytes(bytes);
  }
  return hash.digest('hex');
};
