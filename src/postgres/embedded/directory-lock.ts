import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createServer, type Server } from 'node:net';

/**
 * One process owns a data directory: a second one would open it without an error and silently lose its commits.
 * Binding is atomic and ends with the process, however it ends; a lock file has neither property.
 */
export interface DirectoryLock {
  release(): Promise<void>;
}

/** null: somebody else holds the directory. */
export const lockDirectory = (directory: string): Promise<DirectoryLock | null> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
      else reject(error);
    });
    server.listen(lockAddress(directory), () => {
      server.unref();
      resolve({ release: () => close(server) });
    });
  });

const close = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/** Linux: an abstract socket; Windows: a named pipe; elsewhere a loopback port from the same hash. */
const lockAddress = (directory: string): { path: string } | { host: string; port: number } => {
  const hash = createHash('sha256').update(realpathSync(directory)).digest();
  const name = `evenhand-${hash.toString('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return { path: `\0${name}` };
  if (process.platform === 'win32') return { path: `\\\\.\\pipe\\${name}` };
  return { host: '127.0.0.1', port: 49_152 + (hash.readUInt16BE(0) % 16_384) };
};
