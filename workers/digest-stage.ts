import { commsChannel, startDigests } from './digest.worker.ts';
import { freezeLetterAgain } from './digest-letter.ts';
import { startLetters } from './letters.ts';
import { startLogKeeper } from './log-keeper.ts';
import { startNights } from './replay.ts';
import { startRetention } from './retention.ts';
import type { ServiceOptions } from './service-options.ts';

export interface DigestStage {
  stop(): Promise<void>;
}

/** The daily digest for comms, letting go of what may no longer be kept, the nightly replay, and the seals of the log. */
export const startDigestStage = async (options: ServiceOptions): Promise<DigestStage> => {
  const { db, clock, config, version, fetch, onDelivery, onError } = options;
  // Asked for here alone: a process that writes no digest wires no channel for it.
  const comms = commsChannel(config, options.channels);
  const digest = { db, clock, brands: config.brands, digest: config.digest, comms, onError };
  const renew = (id: string, writtenAt: Date) => freezeLetterAgain(id, writtenAt, digest);
  const letters = await startLetters({ db, clock, comms, fetch, onDelivery, onError, renew });
  const digests = startDigests(digest);
  const retention = startRetention({
    db,
    clock,
    retention: config.retention,
    onRun: () => undefined,
    onError,
  });
  const nights = startNights({ db, clock, brands: config.brands, version, onError });
  const log = startLogKeeper({
    db,
    clock,
    dir: options.rootsDir ?? null,
    onRoot: options.onRoot ?? (() => undefined),
    onError,
  });
  return {
    stop: async () => {
      await log.stop();
      await nights.stop();
      await digests.stop();
      await letters.stop();
      await retention.stop();
    },
  };
};
