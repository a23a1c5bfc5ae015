import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refuseRead } from '../../../src/http/ingest/sender.ts';
import { discoursePost, mapPost } from '../../../src/sources/discourse/map-post.ts';
import { readWebhook } from '../../../src/sources/discourse/read-webhook.ts';
import { renderPost } from '../../support/discourse-stand-in.ts';
import { itWithShared } from '../x/with-shared.ts';

const baseUrl = 'https://forum.example';
const at = new Date('2026-11-20T08:00:00Z');
const written = (more: Record<string, unknown> = {}): Record<string, unknown> => {
  const told = {
    id: 7,
    topicId: 3,
    number: 2,
    createdAt: at,
    savedAt: at,
    cooked: '<p>same here</p>',
    version: 2,
  };
  // What PostSerializer tells to webhooks: all but what depends on who looks.
  const { actions_summary: _likes, yours: _yours, can_edit: _edit, ...post } = renderPost(told);
  return { ...post, topic_archetype: 'regular', ...more };
};
const read = (body: unknown, event = 'post_created') => readWebhook(body, { baseUrl, event });

describe('a webhook of a Discourse', () => {
  it('tells a post under the id, revision, thread and parent of the walk', () => {
    const walked = mapPost(discoursePost.parse(written()), baseUrl);
    expect(read({ post: written() })).toEqual({ events: [walked] });
    expect(walked).toMatchObject({
      nativeId: '3/2',
      revision: 1,
      thread: '3/1',
      parent: '3/1',
      text: 'same here',
    });
  });

  it.each([
    ['post_destroyed', {}],
    ['post_edited', { hidden: true }],
    ['post_destroyed', { user_deleted: true }],
    ['post_edited', { deleted_at: '2026-11-20T09:00:00Z' }],
  ])('takes a post back that %s tells with %j', (event, more) => {
    expect(read({ post: written(more) }, event)).toEqual({ events: [{ kind: 'deletion', nativeId: '3/2' }] });
  });

  it('takes back what began a topic that is gone, and all posts of a user who is', () => {
    expect(read({ topic: { id: 3, title: 'x' } }, 'topic_destroyed')).toEqual({
      events: [{ kind: 'deletion', nativeId: '3/1' }],
    });
    expect(read({ user: { id: 7, username: 'anna' } }, 'user_destroyed')).toEqual({
      events: [{ kind: 'deletion', author: '7' }],
    });
  });

  it.each([
    ['ping', { ping: 'OK' }],
    ['topic_created', { topic: { id: 3 } }],
    ['user_created', { user: { id: 7 } }],
    ['post_created', { post: written({ topic_archetype: 'private_message' }) }],
    ['post_created', { post: written({ post_type: 4 }) }],
    ['like', { like: { post: written() } }],
  ])('keeps nothing of %s: %#', (event, body) => {
    expect(read(body, event)).toEqual({ events: [] });
  });

  it('says why what should hold a post cannot be read', () => {
    expect(read({ post: { id: 1 } })).toEqual({ refused: 'the post has no id, no topic or no text' });
    expect(read([])).toEqual({ refused: 'the body is not a JSON object' });
    expect(read({ topic: {} }, 'topic_destroyed')).toEqual({ refused: 'what is gone has no id' });
  });

  it('keeps audience, names and pictures of people in `counts` or nowhere, and never throws', () => {
    const { events } = read({ post: written() }) as { events: readonly object[] };
    const [{ counts, ...rest }] = events as [{ counts: object }];
    expect(Object.keys(counts).sort()).toEqual(['replies', 'score', 'trustLevel', 'views']);
    expect(JSON.stringify(rest)).not.toMatch(/Loud|letter|trust|4321/);
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.string(),
        fc.dictionary(fc.constantFrom(...Object.keys(written())), fc.jsonValue()),
        (body, event, spoilt) => {
          expect(read(body, event)).toBeDefined();
          expect(read({ post: { ...written(), ...spoilt } }, event)).toBeDefined();
        },
      ),
    );
  });

  itWithShared('is signed as its own test says', () => {
    const path = new URL('../../../../shared/fixtures/discourse-webhook/vectors.json', import.meta.url);
    const [vector] = JSON.parse(readFileSync(path, 'utf8')) as [
      { secret: string; body: string; signature: string },
    ];
    const sender = {
      kind: 'hmac',
      secret: vector.secret,
      signatureHeader: 'x-discourse-event-signature',
      timestampHeader: null,
      idHeader: null,
    } as const;
    const proof = (signature: string, body: string) =>
      refuseRead(sender, { 'x-discourse-event-signature': signature }, Buffer.from(body));
    expect(proof(vector.signature, vector.body)).toBeNull();
    expect(proof(vector.signature, `${vector.body} `)).toMatch(/does not fit the body/);
    expect(proof(vector.signature.replace('sha256=1', 'sha256=2'), vector.body)).toMatch(/does not fit/);
  });
});
