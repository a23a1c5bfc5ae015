import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createDiscourseSource } from '../../../src/sources/discourse.ts';
import {
  type DiscourseStandIn,
  type ForumPost,
  startDiscourseStandIn,
} from '../../support/discourse-stand-in.ts';
import { liveThrough, lookAt } from '../../support/look.ts';
import { seededRandom } from '../../support/random.ts';
import { clockAt } from '../../support/simulated.ts';
import { itWithShared } from '../x/with-shared.ts';

const started: DiscourseStandIn[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
});

const thread = '8/1';

const startLab = async () => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = await startDiscourseStandIn(clock.now);
  started.push(standIn);
  const source = createDiscourseSource({
    name: 'forum',
    baseUrl: standIn.baseUrl,
    apiKey: null,
    apiUsername: null,
    isWatched: (text) => /nordbahn/i.test(text),
  });
  let id = 1_000;
  let number = 0;
  const publish = (more: Partial<ForumPost> = {}): ForumPost => {
    id += 1;
    number += 1;
    const at = clock.now();
    const made = {
      id,
      topicId: 8,
      number,
      createdAt: at,
      savedAt: at,
      cooked: `<p>post ${id}</p>`,
      version: 1,
      ...more,
    };
    standIn.posts.set(id, made);
    return made;
  };
  const deps = { clock, fetch: standIn.fetch, signal: new AbortController().signal };
  return { standIn, clock, source, publish, deps };
};

describe('a thread of Discourse', () => {
  it('brings the topic with its title, and its replies with what they answer', async () => {
    const { source, publish, deps } = await startLab();
    publish({ title: 'The train never came' });
    publish();
    publish({ replyTo: 2 });
    const { mentions } = await lookAt(source, { thread }, deps);
    expect(mentions.map(({ nativeId, parent, text }) => [nativeId, parent, text])).toEqual([
      ['8/1', undefined, 'The train never came\n\npost 1001'],
      ['8/2', '8/1', 'post 1002'],
      ['8/3', '8/2', 'post 1003'],
    ]);
  });

  it('asks for what the first page lacks twenty at a time, and goes on there with the next look', async () => {
    const { source, publish, deps, standIn } = await startLab();
    for (let n = 0; n < 250; n += 1) publish();
    const first = await lookAt(source, { thread, maxRequests: 5 }, deps);
    expect([first.texts.length, standIn.requests.length]).toEqual([100, 5]);
    const second = await lookAt(source, { thread, mark: first.mark }, deps);
    expect(second.texts).toHaveLength(150);
    standIn.requests.length = 0;
    const third = await lookAt(source, { thread, mark: second.mark }, deps);
    expect([third.events, standIn.requests.length]).toEqual([[], 1]);
  });

  it('tells edits, and takes back what left the topic and is gone, and not what was only moved', async () => {
    const { source, publish, deps, standIn } = await startLab();
    publish();
    const edited = publish();
    const gone = publish();
    const moved = publish();
    const first = await lookAt(source, { thread }, deps);
    Object.assign(edited, { cooked: '<p>solved</p>', version: 2 });
    gone.isDeleted = true;
    standIn.posts.set(moved.id, { ...moved, topicId: 9 });
    const second = await lookAt(source, { thread, mark: first.mark }, deps);
    expect([second.texts, second.mentions[0]?.revision, second.deleted]).toEqual([['solved'], 1, ['8/3']]);
    const third = await lookAt(source, { thread, mark: second.mark }, deps);
    expect(third.events).toEqual([]);
  });

  it('ends without a word where the topic is gone or for some only', async () => {
    const { source, publish, deps } = await startLab();
    expect(await lookAt(source, { thread }, deps)).toMatchObject({ events: [], error: null });
    publish({ isPrivate: true });
    expect(await lookAt(source, { thread }, deps)).toMatchObject({ events: [], error: null });
  });

  it.each([1, 2, 3])('brings everything over its life, faults and kills included (run %i)', async (seed) => {
    const { source, publish, deps, clock, standIn } = await startLab();
    const random = seededRandom(seed);
    const live = (): void => {
      const many = Math.floor(random() * 30);
      for (let n = 0; n < many; n += 1) publish();
    };
    const events = await liveThrough({ source, thread, deps, clock, standIn, random, live });
    const told = events.map((event) => event.nativeId);
    expect(
      [...standIn.posts.values()].map(({ number }) => `8/${number}`).filter((id) => !told.includes(id)),
    ).toEqual([]);
    expect([new Set(told).size, told.length > 100]).toEqual([told.length, true]);
  });

  itWithShared(
    'is told by a stand-in that leaves out nothing which the published description requires',
    async () => {
      const { publish, standIn } = await startLab();
      publish({ title: 'The train never came' });
      const openapi = JSON.parse(readFileSync('../shared/fixtures/discourse-api/openapi.json', 'utf8'));
      const { schema } = openapi.paths['/t/{id}.json'].get.responses['200'].content['application/json'];
      const { required } = schema.properties.post_stream.properties.posts.items as { required: string[] };
      const told = (await (await standIn.fetch(`${standIn.baseUrl}/t/8.json`)).json()) as Topic;
      expect(schema.properties.post_stream.required).toEqual(Object.keys(told.post_stream));
      expect(required.filter((key) => !(key in (told.post_stream.posts[0] ?? {})))).toEqual([]);
    },
  );
});

interface Topic {
  readonly post_stream: { readonly posts: readonly object[] };
}
