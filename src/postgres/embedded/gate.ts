/**
 * One gate before the one session of PGlite. A statement passes alone; a session whose BEGIN passed keeps the gate
 * until its COMMIT or ROLLBACK. Without it, statements of other clients fall into an open transaction and vanish with
 * its rollback (measured: 173 of 600).
 */
export interface Gate {
  /** Runs `work` when the gate is free for `session`, in order of arrival. */
  pass<T>(session: string, work: () => Promise<T>): Promise<T>;
  /** Drops what the session still waits for and, when it holds the gate, rolls back. */
  leave(session: string): Promise<void>;
  /** The session that has a transaction open. */
  holder(): string | null;
}

interface Waiting {
  readonly session: string;
  readonly run: () => Promise<void>;
  readonly drop: () => void;
}

export interface GateDeps {
  /** Asked after every statement: does the database have a transaction open? */
  readonly isInTransaction: () => boolean;
  readonly rollback: () => Promise<unknown>;
}

export const createGate = ({ isInTransaction, rollback }: GateDeps): Gate => {
  let waiting: Waiting[] = [];
  let holder: string | null = null;
  let isRunning = false;

  const takeNext = (): Waiting | undefined => {
    const index = holder === null ? 0 : waiting.findIndex((task) => task.session === holder);
    return index < 0 ? undefined : waiting.splice(index, 1)[0];
  };

  const drain = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    for (let task = takeNext(); task !== undefined; task = takeNext()) {
      await task.run();
      holder = isInTransaction() ? task.session : null;
    }
    isRunning = false;
  };

  const pass = <T>(session: string, work: () => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const drop = () => reject(new Error('the session has ended'));
      waiting.push({ session, run: () => work().then(resolve, reject), drop });
      void drain();
    });

  const leave = async (session: string): Promise<void> => {
    for (const task of waiting) if (task.session === session) task.drop();
    waiting = waiting.filter((task) => task.session !== session);
    // Passing the gate as the session itself: if it holds the gate this runs next, else there is nothing to undo.
    await pass(session, async () => {
      if (holder === session && isInTransaction()) await rollback();
    });
  };

  return { pass, leave, holder: () => holder };
};
