import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readCaseFile } from '../../src/cases/case-file.store.ts';
import { listReview } from '../../src/cases/review.store.ts';
import { caseFileJson } from '../../src/cli/cases/case-json.ts';
import { caseFileView } from '../../src/cli/cases/case-view.ts';
import { reviewView } from '../../src/cli/review/review-view.ts';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import type { Database } from '../../src/postgres/database.ts';
import { discoursePost, mapPost } from '../../src/sources/discourse/map-post.ts';
import { takeFresh } from '../../src/sources/feed/feed-cursor.ts';
import { toMention as toFeedMention } from '../../src/sources/feed/map-item.ts';
import { readFeed } from '../../src/sources/feed.ts';
import { toEvent } from '../../src/sources/file/to-event.ts';
import { recordedReaders } from '../../src/sources/recorded/readers.ts';
import { plain } from '../cli/render/render-example.ts';
import { embeddedEngine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

const now = new Date('2026-11-20T09:00:00Z');
const at = '2026-11-20T08:00:00.000Z';

type Make = (text: string, hasImage: boolean) => readonly RawEvent[];

/** A post as each platform sends it, with an image or without. */
const platforms: Readonly<Record<string, Make>> = {
  x: (text, hasImage) =>
    recordedReaders.x()({
      data: {
        id: hasImage ? '1990000000000000001' : '1990000000000000002',
        author_id: hasImage ? '1' : '2',
        text,
        created_at: at,
        ...(hasImage ? { attachments: { media_keys: ['3_1'] } } : {}),
      },
    }).events,
  bluesky: (text, hasImage) =>
    recordedReaders.bluesky()({
      did: `did:plc:${hasImage ? 'aaaa' : 'bbbb'}`,
      time_us: Date.parse(at) * 1_000,
      kind: 'commit',
      commit: {
        rev: '3kaaaaaaaaaa2',
        operation: 'create',
        collection: 'app.bsky.feed.post',
        rkey: '3kaaaaaaaaaa2',
        record: {
          $type: 'app.bsky.feed.post',
          text,
          createdAt: at,
          ...(hasImage ? { embed: { $type: 'app.bsky.embed.images', images: [] } } : {}),
        },
      },
    }).events,
  mastodon: (text, hasImage) =>
    recordedReaders.mastodon()({
      id: hasImage ? '11' : '12',
      uri: `https://social.example/${hasImage}`,
      created_at: at,
      visibility: 'public',
      content: `<p>${text}</p>`,
      account: { id: String(hasImage), acct: `a${hasImage}`, url: `https://social.example/@a${hasImage}` },
      media_attachments: hasImage ? [{ id: '1', type: 'image' }] : [{ id: '2', type: 'audio' }],
    }).events,
  reddit: (text, hasImage) =>
    recordedReaders.reddit()({
      kind: 't3',
      data: {
        name: hasImage ? 't3_aaa' : 't3_bbb',
        id: hasImage ? 'aaa' : 'bbb',
        title: text,
        selftext: '',
        author: `a${hasImage}`,
        created_utc: Date.parse(at) / 1_000,
        ...(hasImage ? { post_hint: 'image' } : {}),
      },
    }).events,
  discourse: (text, hasImage) => [
    mapPost(
      discoursePost.parse({
        id: hasImage ? 1 : 2,
        topic_id: hasImage ? 1 : 2,
        post_number: 1,
        user_id: hasImage ? 1 : 2,
        created_at: at,
        cooked: `<p>${text} <img class="emoji" alt=":frowning:" src="/f.png"></p>${hasImage ? '<p><img src="/upload.png"></p>' : ''}`,
      }),
      'https://forum.example',
    ),
  ],
  feed: (text, hasImage) => {
    const image = hasImage ? '&lt;img src="p.jpg"&gt;' : '';
    const body = `<rss version="2.0"><channel><item><guid>${hasImage}</guid><pubDate>Fri, 20 Nov 2026 08:00:00 GMT</pubDate><description>${text} ${image}</description></item></channel></rss>`;
    const reading = readFeed(Buffer.from(body), { url: 'https://blog.example/feed' });
    const { fresh } = takeFresh(reading.items, [], { keep: 10 });
    return fresh.map((item) => toFeedMention(item, { feedUrl: 'https://blog.example/feed', now }));
  },
  push: (text, hasImage) => {
    const line = {
      id: String(hasImage),
      author: String(hasImage),
      at,
      text,
      ...(hasImage ? { image: true } : {}),
    };
    const event = toEvent(line, 1, { hash: '', time: { zone: 'UTC' }, ignore: () => undefined });
    return typeof event === 'string' ? [] : [event];
  },
};

describe('an image whose text nobody has read', () => {
  const engine = embeddedEngine();
  let db: Database;
  let line: Line;
  beforeAll(async () => {
    db = await engine.open();
    line = await openLine({ db, clock: clockAt(now.toISOString()) });
    for (const [source, make] of Object.entries(platforms))
      await line.take(source, [...make(complaintText(1), true), ...make(complaintText(2), false)]);
    await line.take(
      'x',
      recordedReaders.x()({
        data: {
          id: '1990000000000000009',
          author_id: '9',
          text: '@voltara https://t.co/a',
          created_at: at,
          attachments: { media_keys: ['3_9'] },
        },
      }).events,
    );
    await line.settle();
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });

  const fileOf = (id: string) =>
    db.transaction('desk', async (tx) => {
      const file = await readCaseFile(tx, id);
      if (file === null) throw new Error('no case');
      return file;
    });

  it.each(Object.keys(platforms))(
    'of %s is marked at the case, and a post without one is not',
    async (source) => {
      const { rows } = await sql<{
        id: string;
      }>`select case_id as id from desk."case" where source = ${source}`.execute(db.kysely);
      const files = await Promise.all(rows.map(({ id }) => fileOf(id)));
      expect(files).toHaveLength(2);
      expect(files.filter(({ posts }) => posts[0]?.hasImage === true)).toHaveLength(1);
      for (const file of files) {
        const hasImage = file.posts[0]?.hasImage ?? false;
        const shown = (language: 'en' | 'de') =>
          caseFileView(file, { isHidden: false, timezone: 'UTC', names: [] }, { ...plain, language, now });
        expect(shown('en').includes('[has an image whose text was not read]')).toBe(hasImage);
        expect(shown('de').includes('[mit einem Bild, dessen Text nicht gelesen wurde]')).toBe(hasImage);
        expect(caseFileJson(file, false).posts.map((post) => post.hasImage)).toEqual([hasImage]);
      }
    },
  );

  it('alone is on the review list, with its mark', async () => {
    const page = await db.transaction('desk', (tx) =>
      listReview(tx, { brand: null, reason: 'image_only', isUnsureOnly: false, limit: 10, after: null }),
    );
    expect(page?.posts.map(({ hasImage, isUnsure }) => [hasImage, isUnsure])).toEqual([[true, true]]);
    expect(reviewView(page?.posts ?? [], { ...plain, now })).toContain(
      '[has an image whose text was not read]',
    );
  });
});
