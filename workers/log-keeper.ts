import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { moveMark } from '../src/cases/log/mark.store.ts';
import { headsBetween, type LogRoot, makeRoot, readRoots } from '../src/cases/log/root.store.ts';
import { headLines, rootLine } from '../src/cases/log/root-file.ts';
import { sealActivities } from '../src/cases/log/seal.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import { readInstanceKey } from '../src/postgres/instance-key.ts';

export interface LogDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** Where roots leave the database; null: they stay in it alone. */
  readonly dir: string | null;
  /** Told once a day. */
  readonly onRoot: (root: LogRoot) => void;
  readonly onError: (what: string, error: Error) => void;
}

/** A transaction of this many takes some 20 ms. */
const atOnce = 1_000;
const lookMs = 5_000;

/** Seals what was written since, and makes the root of a day that is over. Returns how many activities were sealed. */
export const keepLog = async (deps: LogDeps): Promise<number> => {
  const { db, clock } = deps;
  let sealed = 0;
  for (let some = atOnce; some === atOnce; sealed += some)
    some = await db.transaction(
      'desk',
      async (tx) => sealActivities(tx, await readInstanceKey(tx), atOnce),
      'relaxed',
    );
  const now = clock.now();
  const made = await db.transaction('desk', async (tx) => {
    await moveMark(tx, now);
    return makeRoot(tx, now);
  });
  if (made !== null) deps.onRoot(made);
  await writeLastRoot(deps, now);
  return sealed;
};

const freshMs = 86_400_000;

/** A process may end between the row and the file; a file that somebody took away later is not written anew. */
const writeLastRoot = async ({ db, dir }: LogDeps, now: Date): Promise<void> => {
  if (dir === null) return;
  const [last, before] = (await db.transaction('desk', readRoots)).toReversed();
  if (last === undefined || now.getTime() - last.at.getTime() > freshMs) return;
  const file = join(dir, `${last.day}.jsonl`);
  if (existsSync(file)) return;
  await mkdir(dir, { recursive: true });
  await writeRoot(db, `${file}.new`, last, before?.upTo ?? '0');
  await rename(`${file}.new`, file);
};

const writeRoot = async (db: Database, path: string, root: LogRoot, after: string): Promise<void> => {
  const file = await open(path, 'w');
  try {
    await file.write(rootLine(root));
    await db.transaction('desk', async (tx) => {
      for await (const heads of headsBetween(tx, after, root.upTo)) await file.write(headLines(heads));
    });
    await file.sync();
  } finally {
    await file.close();
  }
};

export interface LogKeeper {
  stop(): Promise<void>;
}

export const startLogKeeper = (deps: LogDeps): LogKeeper => {
  let running: Promise<unknown> | null = null;
  const look = (): void => {
    running ??= keepLog(deps)
      .catch((error: unknown) =>
        deps.onError('activity log', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, lookMs);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
