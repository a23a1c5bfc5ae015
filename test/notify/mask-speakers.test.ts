import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mask } from '../../src/notify/mask.ts';
import { maskSpeakers } from '../../src/notify/mask-speakers.ts';
import { aroundIt } from './support/personal-data.ts';

const letter = fc.constantFrom('q', 'x', 'z', 'j', 'k', 'w', 'v', 'y');
const name = fc
  .tuple(
    fc.string({ unit: letter, minLength: 4, maxLength: 12 }),
    fc.constantFrom('', '_', '.', '-', '99', 'ß', 'é'),
    fc.string({ unit: letter, minLength: 2, maxLength: 8 }),
  )
  .map((parts) => parts.join(''));

describe('the words of a post without those who speak in it', () => {
  it('hide the author, whatever the record knows them by, in any case and as often as they are named', () => {
    const links = [
      (handle: string) => `https://x.com/${handle}/status/1`,
      (handle: string) => `https://mobile.twitter.com/${handle}/status/1`,
      (handle: string) => `https://mastodon.example/@${handle}/11`,
      (handle: string) => `https://bsky.example/profile/${handle}/post/3k`,
      (handle: string) => `https://forum.example/u/${encodeURIComponent(handle)}`,
    ];
    fc.assert(
      fc.property(name, name, fc.constantFrom(...links), aroundIt, (author, handle, link, around) => {
        const text = `${around(author)} and ${around(handle.toUpperCase())}, says ${author}`;
        const masked = maskSpeakers(text, [{ author, url: link(handle) }]).toLowerCase();
        expect(masked).not.toContain(author.toLowerCase());
        expect(masked).not.toContain(handle.toLowerCase());
      }),
    );
  });

  it('hide a name that signs nobody sees break up, and whom a reply speaks to', () => {
    const speakers = [
      { author: 'anna_berg', url: null },
      { author: '4711', url: 'https://x.com/JoWinter/status/5' },
    ];
    expect(maskSpeakers('an\u200bna_berg to jowinter: same', speakers)).toBe('[account] to [account]: same');
  });

  it('leave other words alone: parts of words, short names, and the marks themselves', () => {
    const speakers = [
      { author: 'bahn', url: null },
      { author: 'in', url: null },
      { author: 'account', url: null },
      { author: 'c++ (fan)', url: 'https://owners-blog.example/2026/05/story' },
    ];
    expect(maskSpeakers('Die Nordbahn fällt in Kiel aus, 2026 wie 2025: @jo', speakers)).toBe(
      'Die Nordbahn fällt in Kiel aus, 2026 wie 2025: [account]',
    );
    expect(maskSpeakers('says C++ (fan)!', speakers)).toBe('says [account]!');
  });

  it('are as masked as any other, and masking them twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string(), (text, author) => {
        expect(maskSpeakers(text, [])).toBe(mask(text));
        const speakers = [{ author, url: `https://x.com/${author}/status/1` }];
        const once = maskSpeakers(text, speakers);
        expect(maskSpeakers(once, speakers)).toBe(once);
      }),
    );
  });
});
