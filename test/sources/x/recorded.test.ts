import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect } from '@jest/globals';
import { mapXResponse, type XMapped } from '../../../src/sources/x/map-response.ts';
import { itWithShared } from './with-shared.ts';

const folder = new URL('../../../../shared/fixtures/twarc-csv/test-data/', import.meta.url);

/** flat.jsonl was rewritten by the tool that recorded it, so it is no answer of the platform. */
const recorded = (): { readonly json: unknown; readonly mapped: XMapped }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && name !== 'flat.jsonl')
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split('\n'))
    .filter((line) => line.trim() !== '')
    .map((line) => parsed(line))
    .map((json) => ({ json, mapped: mapXResponse(json) }));

/** One recorded line was cut off by a lost connection. */
const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return line;
  }
};

interface Recorded {
  readonly id: string;
  readonly text: string;
  readonly author_id: string;
  readonly referenced_tweets?: readonly { readonly type: string }[];
  readonly attachments?: { readonly media_keys?: readonly string[] };
}

const postsOf = (json: unknown): readonly Recorded[] => {
  const data = (json as { data?: unknown }).data ?? [];
  return (Array.isArray(data) ? data : [data]).filter(
    (entry) => typeof entry === 'object' && 'text' in entry,
  ) as Recorded[];
};

describe('recorded answers of the platform', () => {
  itWithShared('map whole: 1,409 of 1,409 posts, and no line throws', () => {
    const lines = recorded();
    const posts = lines.flatMap(({ json }) => postsOf(json));
    const events = lines.flatMap(({ mapped }) => mapped.events);
    expect([posts.length, events.length]).toEqual([1409, 1409]);
    for (const [index, event] of events.entries()) {
      const post = posts[index];
      expect(event.author).toBe(post?.author_id);
      expect(event.publishedAt).toMatch(/^20\d\d-\d\d-\d\dT/);
      expect(event.text.trim()).not.toBe('');
      expect(event.hasImage).toBe((post?.attachments?.media_keys ?? []).length > 0);
      const kinds = new Set((post?.referenced_tweets ?? []).map((reference) => reference.type));
      expect([event.parent !== undefined, event.repostOf !== undefined]).toEqual([
        kinds.has('replied_to'),
        kinds.has('retweeted'),
      ]);
    }
  });

  itWithShared('keep reach in `counts` alone', () => {
    const events = recorded().flatMap(({ mapped }) => mapped.events);
    const known = new Set([
      'followers',
      'following',
      'posts',
      'listed',
      'verified',
      'likes',
      'reposts',
      'replies',
      'quotes',
      'bookmarks',
      'views',
    ]);
    for (const { counts, ...rest } of events) {
      expect(JSON.stringify(rest)).not.toMatch(/_count|followers_|"verified"/);
      expect(Object.keys(counts as object).filter((key) => !known.has(key))).toEqual([]);
    }
    const withFollowers = events.filter(
      ({ counts }) => typeof (counts as { followers?: number }).followers === 'number',
    );
    // One file was recorded without the authors of its posts.
    expect(withFollowers).toHaveLength(929);
  });

  itWithShared('name no handle in an address of a post', () => {
    const links = recorded().flatMap(({ mapped }) =>
      mapped.events.flatMap((event) => [event.url ?? '', ...(event.links ?? [])]),
    );
    const posts = links.filter((link) => /^https?:\/\/(twitter|x)\.com\/.*status/.test(link));
    expect(posts.length).toBeGreaterThan(1409);
    expect(posts.filter((link) => !/^https:\/\/x\.com\/i\/status\/\d+$/.test(link))).toEqual([]);
  });
});
