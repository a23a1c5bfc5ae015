import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { discoursePost, mapPost } from '../../../src/sources/discourse/map-post.ts';
import type { DiscourseCursor } from '../../../src/sources/discourse/walk.ts';
import type { SourceError, SourcePage } from '../../../src/sources/source.ts';
import { renderPost } from '../../support/discourse-stand-in.ts';
import { failure } from '../x/harness.ts';
import { itWithShared } from '../x/with-shared.ts';
import { cursorOf, eventsOf, gapsOf, idsOf, mentionsOf, nameOf, startLab, walk } from './harness.ts';

describe('a Discourse forum', () => {
  it.each(['posts', 'ids'] as const)(
    'loses nothing when it is cut off at any page (pages of 50 %s)',
    async (mode) => {
      for (let cutAt = 0; cutAt <= 6; cutAt += 1) {
        const lab = await startLab();
        lab.standIn.mode = mode;
        const all = Array.from({ length: 30 }, () => lab.publish({ agoMs: 3_000_000 }));
        const begun = await walk(lab);
        lab.clock.forward(600_000);
        // A long private talk takes up ids of its own.
        for (let n = 0; n < 130; n += 1) lab.publish({ isPrivate: true, topicId: 9 });
        all.push(...Array.from({ length: 120 }, () => lab.publish()));
        const cut = await walk(lab, cursorOf(begun), cutAt);
        lab.clock.forward(600_000);
        all.push(...Array.from({ length: 60 }, () => lab.publish()));
        const rest = await walk(lab, cursorOf(cut, cursorOf(begun)));
        expect([...idsOf(begun), ...idsOf(cut), ...idsOf(rest)].sort()).toEqual(all.map(nameOf).sort());
        expect(gapsOf([...cut, ...rest])).toEqual([]);
      }
    },
  );

  it('finds a post that was saved after one with a higher id', async () => {
    const lab = await startLab();
    const late = lab.publish({ savedAt: new Date('2026-11-20T12:05:00Z') });
    lab.publish();
    const begun = await walk(lab);
    lab.clock.forward(600_000);
    expect(idsOf(await walk(lab, cursorOf(begun)))).toEqual([nameOf(late)]);
  });

  it('names a topic by its first post, and what a reply answers', async () => {
    const lab = await startLab();
    lab.publish({ title: 'Nordbahn is late', topicId: 3 });
    lab.publish({ topicId: 3, cooked: '<p>same here</p>' });
    lab.publish({ topicId: 3, cooked: '<p>and here</p>', replyTo: 2 });
    const read = mentionsOf(await walk(lab));
    expect(read.map(({ nativeId, thread, parent }) => [nativeId, thread, parent])).toEqual([
      ['3/1', '3/1', undefined],
      ['3/2', '3/1', '3/1'],
      ['3/3', '3/1', '3/2'],
    ]);
    expect(read[0]?.text).toMatch(/^Nordbahn is late\n\nnordbahn complaint/);
  });

  it('does not put the words of a quoted person into the mouth of whoever quotes them', async () => {
    const lab = await startLab();
    const quote = (text: string): string =>
      `<aside class="quote no-group" data-username="kim"><div class="title">kim:</div><blockquote><p>${text}</p></blockquote></aside>`;
    lab.publish({ cooked: `${quote(`nordbahn burnt my hand ${quote('deeper')}`)}<p>Get well soon</p>` });
    expect(mentionsOf(await walk(lab))[0]?.text).toMatch(/Get well soon$/);
    expect(mentionsOf(await walk(lab))[0]?.text).not.toMatch(/burnt|deeper/);
  });

  it('asks again: edits, corrections of the first minutes, deletions, and what was moved out of sight', async () => {
    const lab = await startLab();
    const [edited, corrected, deleted, hidden] = [1, 2, 3, 4].map(() => lab.publish());
    const begun = await walk(lab);
    lab.clock.forward(2 * 3_600_000);
    Object.assign(edited ?? {}, { cooked: '<p>solved</p>', version: 3 });
    Object.assign(corrected ?? {}, { cooked: '<p>nordbahn, corrected</p>' });
    Object.assign(deleted ?? {}, { isDeleted: true });
    Object.assign(hidden ?? {}, { isPrivate: true });
    const pages = await walk(lab, cursorOf(begun));
    expect(mentionsOf(pages).map(({ nativeId, revision }) => [nativeId, revision])).toEqual([
      ['8/1', 2],
      ['8/2', 1],
    ]);
    expect(eventsOf(pages).filter(({ kind }) => kind === 'deletion')).toEqual([
      { kind: 'deletion', nativeId: '8/3' },
      { kind: 'deletion', nativeId: '8/4' },
    ]);
  });

  it('keeps audience, names and pictures of people in `counts` or nowhere', async () => {
    const lab = await startLab();
    lab.publish();
    const [mention] = mentionsOf(await walk(lab));
    const { counts, ...rest } = mention ?? {};
    expect(counts).toEqual({ likes: 17, replies: 2, views: 4_321, score: 99.5, trustLevel: 3 });
    expect(JSON.stringify(rest)).not.toMatch(/4321|Loud|letter|trust/);
    expect(rest).toMatchObject({ author: '7', authorHandle: 'anna' });
  });

  it('leaves out notes of the forum and whispers', async () => {
    const lab = await startLab();
    lab.publish({ type: 3 });
    lab.publish({ type: 4 });
    const shown = lab.publish();
    expect(idsOf(await walk(lab))).toEqual([nameOf(shown)]);
  });

  it('says so when its numbers went back, as after a backup was put in place', async () => {
    const lab = await startLab();
    for (let n = 0; n < 200; n += 1) lab.publish();
    const begun = await walk(lab);
    for (const id of [...lab.standIn.posts.keys()].slice(20)) lab.standIn.posts.delete(id);
    expect(gapsOf(await walk(lab, cursorOf(begun)))[0]).toMatch(/its numbers went back/);
  });

  it('sends its key to the forum alone', async () => {
    const lab = await startLab({ apiKey: 'key', apiUsername: 'evenhand' });
    await walk(lab);
    expect(lab.standIn.requests[0]?.headers).toMatchObject({ 'api-key': 'key', 'api-username': 'evenhand' });
  });

  it.each([
    [{ kind: 'status', status: 429, headers: { 'retry-after': '12' } }, /too many requests/, 12_000],
    [{ kind: 'status', status: 503 }, /HTTP 503/, undefined],
    [{ kind: 'truncated' }, /cut off or not JSON/, undefined],
    [{ kind: 'endless' }, /could not be reached/, undefined],
    [{ kind: 'drop' }, /could not be reached/, undefined],
    [{ kind: 'again' }, /not asked for/, undefined],
    [{ kind: 'page for people' }, /blocked for Evenhand/, 3_600_000],
  ] as const)('tells %j as transient, and goes on afterwards where it was', async (fault, sentence, wait) => {
    const lab = await startLab();
    const all = Array.from({ length: 160 }, () => lab.publish());
    lab.standIn.faults.push(null, fault);
    const pages: SourcePage<DiscourseCursor>[] = [];
    const broken = (await failure(
      (async () => {
        for await (const page of lab.source.pages(null, lab.deps)) pages.push(page);
      })(),
    )) as SourceError;
    expect([broken.outcome, broken.retryAfterMs]).toEqual(['transient', wait]);
    expect(broken.message).toMatch(sentence);
    const rest = await walk(lab, cursorOf(pages));
    expect([...idsOf(pages), ...idsOf(rest)].sort()).toEqual(all.map(nameOf).sort());
  });

  itWithShared('answers as the stand-in does by its published description, and its samples are read', () => {
    const folder = new URL('../../../../shared/fixtures/discourse-api/', import.meta.url);
    const description = JSON.parse(readFileSync(new URL('openapi.json', folder), 'utf8')) as Description;
    const { required, properties } =
      description.paths['/posts.json'].get.responses['200'].content['application/json'].schema.properties
        .latest_posts.items;
    const at = new Date(0);
    const rendered = renderPost({
      id: 1,
      topicId: 1,
      number: 1,
      createdAt: at,
      savedAt: at,
      cooked: '',
      version: 1,
    });
    expect(required.filter((key) => !(key in rendered))).toEqual([]);
    expect(Object.keys(rendered).filter((key) => !(key in properties) && key !== 'user_id')).toEqual([]);
    const sample: unknown = JSON.parse(
      readFileSync(new URL('responses/posts/get_post_response.json', folder), 'utf8'),
    );
    const mention = mapPost(discoursePost.parse(sample), 'https://forum.example');
    expect(mention).toMatchObject({
      nativeId: '8/4',
      thread: '8/1',
      parent: '8/1',
      author: '1',
      revision: 0,
    });
    const { counts, ...rest } = mention;
    expect(Object.keys(counts as object)).toContain('trustLevel');
    expect(JSON.stringify(rest)).not.toMatch(/avatar|trust/);
  });
});

interface Description {
  readonly paths: {
    readonly '/posts.json': {
      readonly get: {
        readonly responses: {
          readonly '200': {
            readonly content: {
              readonly 'application/json': {
                readonly schema: {
                  readonly properties: {
                    readonly latest_posts: {
                      readonly items: {
                        readonly required: readonly string[];
                        readonly properties: Readonly<Record<string, unknown>>;
                      };
                    };
                  };
                };
              };
            };
          };
        };
      };
    };
  };
}
