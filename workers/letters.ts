import { findStaleLetters, replaceLetter } from '../src/digest/letter.store.ts';
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

/** Frozen bytes hold words of posts: when one was deleted they are frozen anew, once for each deletion. */
const createRenewal = ({ db, renew }: LetterDeps): (() => Promise<void>) => {
  const renewed = new Map<string, number>();
  return async () => {
    const stale = await db.transaction(letterTray.role, findStaleLetters);
    for (const { id, writtenAt, erasedAt } of stale) {
      if (renewed.get(id) === erasedAt.getTime()) continue;
      const again = await renew(id, writtenAt);
      await db.transaction(letterTray.role, (tx) =>
        again === null
          ? markFailed(tx, letterTray, id, { reason: 'words_deleted', retryAt: null })
          : replaceLetter(tx, id, again),
      );
      renewed.set(id, erasedAt.getTime());
    }
  };
};
