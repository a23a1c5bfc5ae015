import type { RawEvent } from '../../domain/raw-mention.ts';
import type { Rejection } from '../source.ts';
import { createMastodonClient, type Instance } from './client.ts';
import { readEvent } from './read-event.ts';
import { followStreams } from './stream.ts';
import { hostOf } from './walk.ts';
import { type Page, pageWith, type StreamPlan, type Walking } from './walking.ts';

/**
 * What the instance sends while it is written: posts, edits and deletions at once. The marks of the timelines stay where
 * they are, so that the next walk reads once more what a broken line may have swallowed.
 */
export async function* streamPages(walking: Walking, plan: StreamPlan): AsyncGenerator<Page> {
  const instance = walking.plan.instances.find(({ token }) => token !== null);
  if (instance?.token == null) return;
  const tags = walking.plan.walks
    .filter((walk) => walk.instance === instance.url && walk.kind === 'tag')
    .map(({ words }) => words);
  const url = await streamingUrl(walking, instance);
  if (url === null || tags.length === 0) return;
  const { known, deps } = walking;
  for await (const batch of followStreams({ ...plan, url, token: instance.token, tags }, deps)) {
    const reading = {
      known,
      instance: instance.url,
      found: 'timeline',
      isWatched: walking.plan.isWatched,
      now: deps.clock.now(),
    } as const;
    const events: RawEvent[] = [];
    const rejected: Rejection[] = [];
    for (const { event, data } of batch.events) {
      const read = readEvent({ event, payload: data }, reading);
      events.push(...read.events);
      if (read.refused !== null) rejected.push({ at: `event ${event}`, reason: read.refused });
    }
    if (batch.trouble !== undefined) rejected.push({ at: hostOf(instance.url), reason: batch.trouble });
    yield pageWith(walking, { events, rejected });
  }
}

const streamingUrl = async ({ plan, deps }: Walking, instance: Instance): Promise<string | null> => {
  const { streaming } = await createMastodonClient(plan.name, instance, deps).readAccess();
  return streaming;
};
