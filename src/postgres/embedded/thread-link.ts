import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { compiledEntry } from '../../lib/package-root.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Link, Request, Response } from './protocol.ts';

/**
 * How much of a WebAssembly function must run before V8 compiles it a second time, for speed: a hundred times its
 * default. At the default a command of a second pays half of its processor time for code that it never runs again; what
 * a service runs all day is compiled within its first seconds all the same.
 */
const tieringBudget = 180_000_000;

/** Starts the thread that owns PGlite and waits until the database answers. */
export const startThread = (directory: string): Promise<ThreadLink> =>
  new Promise((resolve, reject) => {
    setFlagsFromString(`--wasm-tiering-budget=${tieringBudget}`);
    const worker = new Worker(compiledEntry('src/postgres/embedded/pglite.thread.js'), {
      workerData: { directory },
    });
    const link = createThreadLink(worker);
    worker.once('error', reject);
    link.onResponse((response) => {
      if (response.kind === 'ready') resolve(link);
      if (response.kind === 'failed')
        reject(
          new UserError(
            response.isDiskFull
              ? `the disk of ${directory} is full: make room for the embedded database, then start again`
              : `the embedded database in ${directory} does not open (${response.message}): restore it from a backup or move the directory away`,
          ),
        );
    });
  });

export interface ThreadLink extends Link {
  /** Lets running statements finish, closes the database and ends the thread. */
  shutDown(): Promise<void>;
}

const createThreadLink = (worker: Worker): ThreadLink => {
  const responseListeners: ((response: Response) => void)[] = [];
  const closeListeners: ((reason: string) => void)[] = [];
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  worker.on('message', (response: Response) => {
    for (const listener of responseListeners) listener(response);
  });
  worker.on('error', (error) => {
    for (const listener of closeListeners) listener(`the embedded database has stopped: ${error.message}`);
  });
  worker.on('exit', () => {
    for (const listener of closeListeners) listener('the embedded database is closed');
  });
  const send = (request: Request) => worker.postMessage(request);
  return {
    send,
    onResponse: (listener) => void responseListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
    close: () => undefined,
    shutDown: async () => {
      send({ kind: 'close', id: 0 });
      await exited;
    },
  };
};
