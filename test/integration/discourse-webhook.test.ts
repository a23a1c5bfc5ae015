import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import {
  type DiscourseStandIn,
  type ForumPost,
  renderPost,
  startDiscourseStandIn,
} from '../support/discourse-stand-in.ts';
import { endPrograms, type Place, preparePlace, startProgram, until } from '../support/service.ts';

const secret = 'a-secret-of-the-forum';

describe('a Discourse that is walked and calls', () => {
  let forum: DiscourseStandIn;
  let place: Place;
  let db: Database;
  beforeAll(async () => {
    forum = await startDiscourseStandIn(() => new Date());
    place = await preparePlace(`sources:
  forum: { kind: discourse, base_url: '${forum.baseUrl}', webhook_secret: '\${FORUM_SECRET}', poll_minutes: 1440 }
network: { allow: ['${new URL(forum.baseUrl).host}'] }
`);
    const program = startProgram({ folder: place.folder, env: { ...place.env, FORUM_SECRET: secret } });
    await program.says(/"ready"/, 55_000);
    db = await openDatabase({
      kind: 'embedded',
      directory: join(place.folder, 'data', 'pg'),
      onBusy: 'join',
    });
    await until(async () => forum.requests.length > 0);
  }, 90_000);
  afterAll(async () => {
    await db.close();
    await endPrograms();
    await forum.close();
    place.remove();
  });

  const publish = (id: number, words: string, more: Partial<ForumPost> = {}): ForumPost => {
    const at = new Date(Date.now() - 60_000);
    const post = {
      id,
      topicId: 9,
      number: id,
      createdAt: at,
      savedAt: at,
      version: 1,
      cooked: `<p>${words}</p>`,
      ...more,
    };
    forum.posts.set(id, post);
    return post;
  };
  const call = async (
    post: ForumPost,
    { event = 'post_created', signedWith = secret, name = 'forum', more = {} } = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> => {
    const body = JSON.stringify({ post: { ...renderPost(post), topic_archetype: 'regular', ...more } });
    const response = await fetch(`http://127.0.0.1:${place.port}/ingest/${name}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-discourse-event': event,
        'x-discourse-event-signature': `sha256=${createHmac('sha256', signedWith).update(body).digest('hex')}`,
      },
      body,
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const posts = async () => {
    const { rows } = await sql<{
      name: string;
      revision: number;
      text: string | null;
      parent: string | null;
    }>`
      select native_id as name, revision, text, parent from desk.mention order by native_id`.execute(
      db.kysely,
    );
    return rows;
  };
  const decided = (name: string, revision: number) =>
    until(async () => (await posts()).some((post) => post.name === name && post.revision === revision));

  it('takes a signed post and its reply at once, and the walk that it wakes brings neither again', async () => {
    const before = forum.requests.length;
    const first = publish(1, '@voltara my order 9 never arrived and nobody answers my mails');
    expect(await call(first)).toMatchObject({ status: 202, body: { accepted: 1, kept: 1, known: 0 } });
    const reply = publish(2, 'same here', { replyTo: 1 });
    expect(await call(reply)).toMatchObject({ status: 202, body: { kept: 1 } });
    await decided('9/2', 0);
    await until(async () => forum.requests.length > before);
    await until(async () => {
      const { rows } = await sql<{
        read: string;
      }>`select read from ops.source_health where source = 'forum'`.execute(db.kysely);
      return Number(rows[0]?.read) >= 4;
    });
    expect(await posts()).toMatchObject([
      { name: '9/1', revision: 0, parent: null },
      { name: '9/2', revision: 0, parent: '9/1' },
    ]);
    const { rows } = await sql<{ kind: string; n: number }>`
      select kind, (select count(*)::int from desk."case") as n from ops.source_health where source = 'forum'`.execute(
      db.kysely,
    );
    expect(rows).toEqual([{ kind: 'discourse', n: 1 }]);
  }, 60_000);

  it('knows the same body, and takes no older state for an edit', async () => {
    const original = forum.posts.get(1) as ForumPost;
    expect(await call(original)).toMatchObject({ status: 202, body: { kept: 0, known: 1 } });
    const edited = publish(1, '@voltara my order 9 never arrived, three weeks now', { version: 2 });
    expect(await call(edited, { event: 'post_edited' })).toMatchObject({ status: 202, body: { kept: 1 } });
    await decided('9/1', 1);
    // Told late: what was written first, with another count of readers.
    expect((await call({ ...original, title: 'Told again' })).status).toBe(202);
    expect((await posts())[0]).toMatchObject({ revision: 1, text: expect.stringContaining('three weeks') });
  }, 60_000);

  it('takes back what is deleted, and nothing because a header says so of a body that it knows', async () => {
    const reply = forum.posts.get(2) as ForumPost;
    reply.isDeleted = true;
    expect(await call(reply, { event: 'post_destroyed' })).toMatchObject({ status: 202, body: { known: 1 } });
    expect((await posts())[1]?.text).toBe('same here');
    const more = { deleted_at: new Date().toISOString() };
    expect((await call(reply, { event: 'post_destroyed', more })).status).toBe(202);
    await until(async () => (await posts())[1]?.text === null);
  }, 60_000);

  it('refuses what is not signed by the forum, and takes a ping', async () => {
    const post = publish(3, 'nordbahn');
    expect((await call(post, { signedWith: 'somebody-else' })).status).toBe(401);
    expect((await call(post, { name: 'other' })).status).toBe(401);
    const body = '{"ping":"OK"}';
    const response = await fetch(`http://127.0.0.1:${place.port}/ingest/forum`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-discourse-event-signature': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      body,
    });
    expect([response.status, await response.json()]).toEqual([202, { accepted: 0, kept: 0, known: 0 }]);
  });
});
