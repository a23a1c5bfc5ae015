import type { Mention } from '../../src/domain/post.ts';

/** A customer's post as the inbox would hand it over. */
export const mentionOf = (nativeId: string, text: string, parent: string | null): Mention => ({
  post: {
    kind: 'post',
    source: 'forum',
    nativeId,
    revision: 0,
    author: `author-${nativeId}`,
    authorRole: 'customer',
    thread: parent ?? nativeId,
    parent,
    repostOf: null,
    text,
    declaredLanguage: null,
    url: null,
    links: [],
    hasImage: false,
    publishedAt: null,
  },
  brand: 'brand',
  matchedBy: 'thread',
  fingerprint: '0000000000000000',
  receivedAt: '2026-01-01T00:00:00.000Z',
  isHistory: false,
});
