import { findStaleLetters, holdLetter, replaceLetter, type StaleLetter } from '../src/digest/letter.store.ts';
import { letterTray } from '../src/digest/letter-tray.ts';
import type { FrozenNotification } from '../src/notify/content.ts';
import { enableChannels, hurryPending, markFailed } from '../src/notify/delivery.store.ts';
import { createDeliverer, type DeliverDeps } from './deliver.ts';
import type { CommsChannel } from './digest-letter.ts';

export interface LetterDeps extends Omit<DeliverDeps, 'channels' | 'signal'> {
  /** The one channel that may hear of reach; null: a letter that still waits is given up. */
  readonly comms: CommsChannel | null;
  /** The same letter from the words that are left; null: it cannot be written any more. */
  readonly renew: (id: string, writtenAt: Date) => Promise<FrozenNotification | null>;
}

export interface Letters {
  /** Looks now, whatever the timer says, and waits for what it finds. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** A digest is written once a day: nobody waits for it by the second. */
const lookMs = 5_000;

/**
 * Sends sealed letters to comms. They hold figures of reach, so that this runs beside the digest, as the role that may
 * see them, and never in the notify stage, which stays blind.
 */
export const startLetters = async (deps: LetterDeps): Promise<Letters> => {
  const { db, clock, comms, onError } = deps;
  const aborted = new AbortController();
  const channels = comms === null ? [] : [comms];
  await db.transaction(letterTray.role, (tx) =>
    hurryPending(tx, letterTray, { now: clock.now(), isAlone: db.access === 'owner' }),
  );
  await db.transaction('desk', (tx) =>
    enableChannels(
      tx,
      channels.map(({ channel }) => channel.name),
    ),
  );
  const deliverer = createDeliverer(letterTray, { ...deps, channels, signal: aborted.signal });
  const renew = createRenewal(deps);
  let running: Promise<void> | null = null;
  const look = (): Promise<void> => {
    running ??= renew()
      .then(() => deliverer.wake())
      .catch((error: unknown) =>
        onError('letters', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        running = null;
      });
    return running;
  };
  const timer = setInterval(() => void look(), lookMs);
  return {
    run: async () => {
      await look();
      await deliverer.settle();
    },
    stop: async () => {
      aborted.abort();
      clearInterval(timer);
      await running;
      await deliverer.settle();
    },
  };
};

/** A letter that cannot be written anew is tried again this often; its old words are held back for longer. */
const renewAgainMs = 30_000;
const holdMs = 2 * renewAgainMs;

interface Tried {
  readonly erasedWords: string;
  /** null: it is written anew. */
  readonly failedAt: Date | null;
}

/** Frozen bytes hold words of posts: when one was deleted they are frozen anew, once for each deletion. */
const createRenewal = (deps: LetterDeps): (() => Promise<void>) => {
  const tried = new Map<string, Tried>();
  return async () => {
    const stale = await deps.db.transaction(letterTray.role, findStaleLetters);
    for (const letter of stale) {
      const now = deps.clock.now();
      if (isSettled(letter, tried.get(letter.id), now)) continue;
      const isRenewed = await renewOrHold(letter, now, deps);
      tried.set(letter.id, { erasedWords: letter.erasedWords, failedAt: isRenewed ? null : now });
    }
  };
};

const isSettled = ({ erasedWords }: StaleLetter, last: Tried | undefined, now: Date): boolean =>
  last?.erasedWords === erasedWords &&
  (last.failedAt === null || now.getTime() < last.failedAt.getTime() + renewAgainMs);

/** One letter that cannot be written anew waits alone: no other one waits with it. */
const renewOrHold = async (
  { id, writtenAt }: StaleLetter,
  now: Date,
  { db, renew, onError }: LetterDeps,
): Promise<boolean> => {
  try {
    const again = await renew(id, writtenAt);
    await db.transaction(letterTray.role, (tx) =>
      again === null
        ? markFailed(tx, letterTray, id, { reason: 'words_deleted', retryAt: null })
        : replaceLetter(tx, id, again),
    );
    return true;
  } catch (error) {
    await db.transaction(letterTray.role, (tx) => holdLetter(tx, id, new Date(now.getTime() + holdMs)));
    onError(`letter ${id}`, error instanceof Error ? error : new Error(String(error)));
    return false;
  }
};
