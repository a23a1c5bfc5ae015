import type { IntakeDeps } from './intake.ts';
import type { ServiceOptions } from './service-options.ts';
import { startMentionChecks, webmentionsOf } from './webmention.worker.ts';
import { feedsOf, startSubscriber } from './websub.ts';

export interface ToldByOthers {
  onWalked(source: string, cursor: unknown): Promise<void>;
  stop(): Promise<void>;
}

/** What stands beside the walks of this process: hubs are asked to tell of new entries, and Webmentions are verified. */
export const startToldByOthers = async (
  options: ServiceOptions,
  intake: IntakeDeps,
  signal: AbortSignal,
): Promise<ToldByOthers> => {
  const { config, fetch, onError } = options;
  const { publicUrl } = config.http;
  const hubs =
    publicUrl === null
      ? null
      : await startSubscriber({ ...intake, feeds: feedsOf(config), publicUrl, fetch, onError });
  const mentions = await startMentionChecks({
    ...intake,
    sources: webmentionsOf(config),
    fetch,
    signal,
    onError,
  }).catch(async (error: unknown) => {
    await hubs?.stop();
    throw error;
  });
  return {
    onWalked: async (source, cursor) => hubs?.note(source, cursor),
    stop: async () => {
      await hubs?.stop();
      await mentions.stop();
    },
  };
};
