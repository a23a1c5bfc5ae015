import { describe, expect, it } from '@jest/globals';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { type Door, type Halves, split } from '../../src/ingest/split.ts';
import { compileWatchList } from '../../src/ingest/watch-list.ts';
import { voltara } from '../support/line.ts';

const watchList = compileWatchList([voltara]);
const text = `My Voltara has been broken for a week.`;

const halvesOf = (events: readonly RawEvent[], more: Partial<Door> = {}): Halves =>
  split(events, {
    source: 'forum',
    brands: [voltara],
    watchList,
    receivedAt: new Date('2026-05-04T10:00:00Z'),
    isHistory: () => false,
    brandsOfThread: () => [],
    ...more,
  });

const postOf = (more: object) => {
  const [mention] = halvesOf([{ kind: 'mention', nativeId: '1', text, ...more }]).mentions;
  if (mention === undefined) throw new Error('the post was not kept');
  return mention.post;
};

describe('splitting a page at the door', () => {
  it.each(['own', 'thread'] as const)(
    'keeps what concerns a brand for where it was found (%s), named or not',
    (by) => {
      const excluding = { ...voltara, exclusions: { phrases: [], authors: ['bot'] } };
      const other = { ...voltara, id: 'other', names: ['Otherbrand'] };
      const post = { kind: 'mention', text: 'The door does not close any more.' } as const;
      const { mentions, unmatched } = halvesOf(
        [
          { ...post, nativeId: '1' },
          { ...post, nativeId: '2', text },
          { ...post, nativeId: '3', author: 'bot' },
        ],
        { brands: [excluding, other], concerned: { brands: ['voltara'], by } },
      );
      expect(
        mentions.map(({ post: { nativeId }, brand, matchedBy }) => [nativeId, brand, matchedBy]),
      ).toEqual([
        ['1', 'voltara', by],
        ['2', 'voltara', 'phrase'],
      ]);
      expect(unmatched).toBe(1);
    },
  );

  it('keeps names of a length that the database can index, told apart by their ends', () => {
    const long = `https://forum.example/${'ü'.repeat(5_000)}`;
    const [one, other] = [
      postOf({ nativeId: `${long}1`, url: long }),
      postOf({ nativeId: `${long}2`, author: long, thread: long, parent: long, repostOf: long }),
    ];
    expect(one.nativeId).not.toBe(other.nativeId);
    expect(postOf({ nativeId: `${long}1` }).nativeId).toBe(one.nativeId);
    for (const name of [one.nativeId, one.url, other.author, other.thread, other.parent, other.repostOf])
      expect(Buffer.byteLength(name ?? '')).toBeLessThan(2_704);
  });

  it('takes NUL and lone surrogates out of every name, as out of the text', () => {
    const post = postOf({
      nativeId: 'a\0b\ud800',
      author: 'c\0',
      thread: 't\udc00',
      url: 'https://x.example/\0',
      links: ['https://y.example/\0\ud800'],
      language: 'e\0n',
      text: `${text}\0\ud800`,
    });
    expect(JSON.stringify(post)).not.toMatch(/\\u0000|\\ud800|\\udc00/);
    expect(post).toMatchObject({
      nativeId: 'ab\ufffd',
      author: 'c',
      thread: 't\ufffd',
      declaredLanguage: 'en',
    });
  });

  it('cuts a deletion as it cut the post, so that it finds it', () => {
    const nativeId = 'x'.repeat(4_000);
    const { mentions, deletions } = halvesOf([
      { kind: 'mention', nativeId, text },
      { kind: 'deletion', nativeId },
    ]);
    expect(deletions[0]?.nativeId).toBe(mentions[0]?.post.nativeId);
  });
});
