import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { platformFeeds } from '../../../src/sources/feed/platform-feeds.ts';
import { unwrapAddress } from '../../../src/sources/feed/unwrap.ts';

const target = 'https://zeitung.example/artikel?id=7&seite=2';
const news = (address: string): string => {
  const bytes = Buffer.from(address, 'latin1');
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  const message = Buffer.from([0x08, 0x13, 0x22, ...length, ...bytes, 0xd2, 0x01, 0x00]);
  return `https://news.google.com/rss/articles/${message.toString('base64url')}?oc=5`;
};

describe('unwrapAddress', () => {
  it.each([
    [
      'a Google Alert',
      `https://www.google.com/url?rct=j&sa=t&url=${encodeURIComponent(target)}&ct=ga&usg=AOv`,
      target,
    ],
    [
      'an alert of another country',
      `https://www.google.co.uk/url?sa=X&q=${encodeURIComponent(target)}`,
      target,
    ],
    ['Google News', news(target), target],
    [
      'Google News with a long address',
      news(`${target}&x=${'y'.repeat(300)}`),
      `${target}&x=${'y'.repeat(300)}`,
    ],
    [
      'a link in a Substack mail',
      `https://substack.com/redirect/2/${Buffer.from(JSON.stringify({ e: target })).toString('base64url')}?r=1`,
      target,
    ],
    [
      'a shared Substack post',
      'https://open.substack.com/pub/Nord/p/der-zug?r=abc',
      'https://nord.substack.com/p/der-zug',
    ],
    [
      'a Medium post',
      'https://medium.com/@kim/post-1a2b?source=rss-77--4',
      'https://medium.com/@kim/post-1a2b',
    ],
    [
      'a WordPress post in an alert',
      `https://www.google.de/url?url=${encodeURIComponent('https://blog.example/p/?p=3&utm_source=rss&utm_medium=rss')}`,
      'https://blog.example/p/?p=3',
    ],
  ])('finds the address behind %s', (_what, wrapped, inner) => {
    expect(unwrapAddress(wrapped)).toBe(inner);
  });

  it.each([
    ['of Google News that holds no address', news('AU_yqLM-abc')],
    ['that leads to a script', 'https://www.google.com/url?url=javascript:alert(1)'],
    ['of somebody else who calls a page /url', `https://blog.example/url?url=${target}`],
    ['of a host that only looks like Google', `https://www.google.com.evil.example/url?url=${target}`],
    ['that is broken', 'https://news.google.com/rss/articles/CBMi'],
    ['that is none', 'no address'],
  ])('leaves an address %s', (_what, address) => {
    expect(unwrapAddress(address)).toBe(address);
  });

  it('changes no address without a wrapping, and unwrapping twice is unwrapping once', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const once = unwrapAddress(address);
        expect(unwrapAddress(once)).toBe(once);
        if (!/utm_|source=rss-|google|substack/.test(address)) expect(once).toBe(address);
      }),
    );
  });
});

describe('platformFeeds', () => {
  it.each([
    ['https://medium.com/@kim', 'https://medium.com/feed/@kim'],
    ['https://medium.com/tag/rail', 'https://medium.com/feed/tag/rail'],
    ['https://medium.com/nord-weekly', 'https://medium.com/feed/nord-weekly'],
    ['https://kim.medium.com/', 'https://kim.medium.com/feed'],
    ['https://nord.substack.com/', 'https://nord.substack.com/feed'],
    ['https://nord.wordpress.com/', 'https://nord.wordpress.com/feed/'],
    ['https://nord.blogspot.com/', 'https://nord.blogspot.com/feeds/posts/default'],
    ['https://news.google.com/search?q=Velora&hl=de', 'https://news.google.com/rss/search?q=Velora&hl=de'],
  ])('knows the feed of %s', (address, feed) => {
    expect(platformFeeds(address)?.feed).toBe(feed);
  });

  it.each([
    'https://blog.example/',
    'https://medium.com/feed/@kim',
    'https://nord.substack.com/feed',
    'https://nord.wordpress.com/comments/feed/',
    'https://news.google.com/rss/search?q=Velora',
    'https://medium.com.evil.example/@kim',
  ])('says nothing of %s', (address) => {
    expect(platformFeeds(address)).toBeNull();
  });
});
