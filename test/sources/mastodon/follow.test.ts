import { describe, expect, it } from '@jest/globals';
import { liveThrough, lookAt } from '../../support/look.ts';
import { seededRandom } from '../../support/random.ts';
import { cursorOf, startLab, walk } from './harness.ts';

const started = async () => {
  const lab = await startLab();
  const source = lab.source();
  const [root = ''] = lab.publish(1);
  const cursor = cursorOf(await walk(lab, source));
  const thread = lab.standIn.uriOf(root);
  lab.standIn.requests.length = 0;
  return { lab, source, root, cursor, thread };
};

describe('a thread of Mastodon', () => {
  it('brings replies to replies that name no tag, by one request', async () => {
    const { lab, source, root, cursor, thread } = await started();
    const [reply = ''] = lab.publish(1, { tag: 'nothing', text: 'same here', replyTo: root });
    lab.publish(1, { tag: 'nothing', text: 'since May', replyTo: reply });
    const told = await lookAt(source, { thread, cursor }, lab.deps);
    expect(told.mentions.map(({ thread: of, parent }) => [of, parent])).toEqual([
      [thread, thread],
      [thread, lab.standIn.uriOf(reply)],
    ]);
    expect(lab.standIn.requests).toHaveLength(1);
  });

  it('is found by a complaint in it where nobody has heard of the post that began it', async () => {
    const lab = await startLab();
    const source = lab.source();
    const [root = ''] = lab.publish(1, { tag: 'nothing', text: 'news of the day' });
    const [complaint = ''] = lab.publish(1, { replyTo: root, text: 'nordbahn, again' });
    lab.publish(1, { tag: 'nothing', text: 'same here', replyTo: root });
    // Only what carries the tag is walked.
    const cursor = cursorOf(await walk(lab, source, null, 2));
    const bare = {
      walks: cursor?.walks ?? {},
      known: (cursor?.known ?? []).filter(([, id]) => id === lab.standIn.uriOf(complaint)),
    };
    const uri = lab.standIn.uriOf(complaint);
    const told = await lookAt(source, { thread: 'unknown', complaints: [uri], cursor: bare }, lab.deps);
    expect(told.texts.map((text) => text.split(' #')[0])).toEqual(['news of the day', 'same here']);
  });

  it('is left alone where no instance is known to have it', async () => {
    const { lab, source, thread } = await started();
    expect(await lookAt(source, { thread, cursor: null }, lab.deps)).toMatchObject({
      events: [],
      error: null,
    });
    expect(lab.standIn.requests).toHaveLength(0);
  });

  it('tells edits and deletions of replies that only it has told', async () => {
    const { lab, source, root, cursor, thread } = await started();
    const [edited = '', gone = ''] = lab.publish(2, { tag: 'nothing', text: 'same here', replyTo: root });
    const first = await lookAt(source, { thread, cursor }, lab.deps);
    lab.clock.forward(600_000);
    Object.assign(lab.standIn.toots.get(edited) ?? {}, { editedAt: lab.clock.now(), body: 'solved' });
    Object.assign(lab.standIn.toots.get(gone) ?? {}, { deletedAt: lab.clock.now() });
    const second = await lookAt(source, { thread, cursor, mark: first.mark }, lab.deps);
    expect(second.texts).toEqual(['solved #nothing']);
    expect(second.deleted).toEqual([lab.standIn.uriOf(gone)]);
    expect((await lookAt(source, { thread, cursor, mark: second.mark }, lab.deps)).events).toEqual([]);
  });

  it('says that replies may be missing where an instance shows sixty', async () => {
    const { lab, source, root, cursor, thread } = await started();
    lab.publish(60, { tag: 'nothing', replyTo: root });
    const { gaps } = await lookAt(source, { thread, cursor }, lab.deps);
    expect(gaps).toEqual([expect.stringMatching(/^Replies may be missing: .* shows 60 of a thread/)]);
  });

  it.each([1, 2, 3])('brings everything over its life, faults and kills included (run %i)', async (seed) => {
    const { lab, source, root, cursor, thread } = await started();
    const random = seededRandom(seed);
    const ids: string[] = [];
    const live = (): void => {
      if (ids.length < 50)
        ids.push(...lab.publish(Math.floor(random() * 5), { tag: 'nothing', replyTo: root }));
    };
    const { clock, standIn } = lab;
    const deps = { ...lab.deps, fetch: standIn.fetch };
    const events = await liveThrough({ source, thread, cursor, deps, clock, standIn, random, live });
    const told = events.map((event) => event.nativeId);
    expect(ids.map(standIn.uriOf).filter((uri) => !told.includes(uri))).toEqual([]);
    expect([new Set(told).size, ids.length > 10]).toEqual([told.length, true]);
  });
});
