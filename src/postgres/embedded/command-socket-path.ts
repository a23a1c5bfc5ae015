import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../lib/user-error.ts';

/**
 * Where commands reach the service that owns a directory: beside the directory, or, where that path is longer than a
 * socket's may be, under a hash of it in a folder of this user's own. Service and command find the same place.
 */
export const commandSocketPath = (directory: string, temporary = tmpdir()): string => {
  const real = realpathSync(directory);
  const name = createHash('sha256').update(real).digest('hex').slice(0, 32);
  if (process.platform === 'win32') return `\\\\.\\pipe\\evenhand-command-${name}`;
  const beside = join(real, '..', 'evenhand.sock');
  return fits(beside) ? beside : join(ownFolder(temporary), `${name}.sock`);
};

/** sun_path: 108 bytes on Linux, 104 on macOS and the BSDs, the closing NUL included. Longer ones are cut, not refused. */
const longestBytes = process.platform === 'linux' ? 107 : 103;

const fits = (path: string): boolean => Buffer.byteLength(path) <= longestBytes;

/** `/` and 32 hexadecimal digits and `.sock` follow. */
const nameBytes = 38;

const ownFolder = (temporary: string): string => {
  const name = `evenhand-${userInfo().uid}`;
  const preferred = join(temporary, name);
  const folder = Buffer.byteLength(preferred) + nameBytes <= longestBytes ? preferred : join('/tmp', name);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  refuseForeign(folder);
  return folder;
};

/** Everybody may write to the folder for temporary files: what lies there under our name may be a stranger's. */
const refuseForeign = (folder: string): void => {
  const found = lstatSync(folder);
  if (found.isDirectory() && found.uid === userInfo().uid && (found.mode & 0o077) === 0) return;
  throw new UserError(
    `${folder} must be a folder that only you may open, because the path of the data directory is too long for a socket: remove it, or set EVENHAND_DATA to a shorter path`,
  );
};
