import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { demoBrands } from '../../config/demo.ts';
import type { Brand } from '../../src/domain/brand.ts';
import { compileWatchList, match } from '../../src/ingest/watch-list.ts';
import { matchSlowly } from './matcher-reference.ts';

const [model] = demoBrands;
const brandOf = (id: string, own: Partial<Brand>): Brand => {
  if (model === undefined) throw new Error('the demo has no brand');
  return {
    ...model,
    id,
    names: [],
    phrases: [],
    handles: [],
    exclusions: { phrases: [], authors: [] },
    ...own,
  };
};

const brands = [
  brandOf('a', { names: ['Voltara', 'DB', 'Müller', 'Nord', "Leo's"], handles: ['voltara', 'nord_licht'] }),
  brandOf('b', {
    names: ['Nord Licht', 'Straße', 'O2'],
    phrases: ['Licht Mobil', 'a b', 'H&M'],
    handles: ['v.social.example', 'volt@s.example'],
    exclusions: { phrases: ['Voltara Beach', '@nord'], authors: [] },
  }),
  brandOf('c', {
    names: ['Mueller', 'C++', '#nord', 'voltara.example'],
    phrases: ['Nord', 'Nord Licht Mobil'],
  }),
];

const unprintable = ['\u200b', '\u00ad', '\u0301', '\u0308', '\n', '\u00a0', '\ud800', '\udc00', '\0'];
const piece = fc.constantFrom(
  ...'Voltara voltara VOLTARA Ｖｏｌｔ 𝐕𝐨 volt ara DB db Müller Mueller Muller Mu\u0308ller Nord nord NORD Licht licht Mobil'.split(
    ' ',
  ),
  ...'Leo Leo’s Leos Straße strasse STRASSE O2 o ₂ a b H&M C++ Beach @voltara @nord @nord_licht @v.social.example'.split(
    ' ',
  ),
  ..."@volt @ # ＃ . .. , - – _ / :// https:// www. .example s es fahrer ing er ern 1 7 ! ' ’ ſ ﬁ ß ẞ ı İ й 日".split(
    ' ',
  ),
  ...unprintable,
  ...'s S x X 🔥 ❤️'.split(' '),
);
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: piece }, { weight: 1, arbitrary: fc.constant(' ') }), {
    maxLength: 14,
  })
  .map((pieces) => pieces.join(''));

describe('the matcher', () => {
  it('finds exactly what the slow reference finds', () => {
    const list = compileWatchList(brands);
    fc.assert(
      fc.property(text, (post) => expect(match(list, post)).toEqual(matchSlowly(brands, post))),
      { numRuns: 5_000 },
    );
  });

  it('finds what the reference finds for any words to listen for', () => {
    const word = fc
      .array(fc.constantFrom(...Array.from("abcduesßüä oV-&.'1")), { minLength: 1, maxLength: 7 })
      .map((chars) => chars.join(''));
    const usable = word.filter((name) => /[a-zß-ü1]/i.test(name));
    const post = fc
      .array(fc.constantFrom(...Array.from("abcduesßüä oVA-&.#@'1\u200b\u0308_")), { maxLength: 60 })
      .map((chars) => chars.join(''));
    fc.assert(
      fc.property(
        fc.array(usable, { maxLength: 5 }),
        fc.array(usable, { maxLength: 2 }),
        post,
        (names, phrases, some) => {
          const own = [brandOf('a', { names, phrases })];
          const whole = `${some} ${names[0] ?? ''}`;
          expect(match(compileWatchList(own), whole)).toEqual(matchSlowly(own, whole));
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('throws for no text and for no words, and its places lie in the text', () => {
    const any = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());
    fc.assert(
      fc.property(any, any, (name, post) => {
        const list = compileWatchList([brandOf('a', { names: [name], phrases: [name], handles: [name] })]);
        for (const { start, end } of match(list, `${post}${name}${post} ${name}`)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing without brands, and a name in a text of a million letters', () => {
    expect(match(compileWatchList([]), 'Voltara')).toEqual([]);
    const list = compileWatchList(brands);
    expect(match(list, `${'x '.repeat(500_000)}Voltara`)).toEqual([
      { brand: 'a', matchedBy: 'phrase', start: 1_000_000, end: 1_000_007 },
    ]);
  });

  it.each([
    ['a name without end', 'Voltara'.repeat(30_000)],
    ['a hashtag without end', `#${'Voltara'.repeat(30_000)}`],
    ['a phrase begun for ever', 'Nord Licht '.repeat(20_000)],
    ['a host without end', `https://${'voltara.'.repeat(30_000)}`],
    ['hashes without end', '#V'.repeat(100_000)],
    ['signs of no width without end', `Volt${'\u200b'.repeat(200_000)}ara`],
  ])('takes time in proportion to the text for %s', (_, long) => {
    const list = compileWatchList(brands);
    const timeOf = (post: string): number => {
      const begun = performance.now();
      match(list, post);
      return performance.now() - begun;
    };
    timeOf(long.slice(0, long.length / 8));
    // Ten times the share of an eighth, and the noise of a busy machine; a square would be sixty-four.
    expect(timeOf(long)).toBeLessThan(80 * timeOf(long.slice(0, long.length / 8)) + 500);
  });
});

describe('a watch-list of a thousand phrases', () => {
  it('costs at most 1.5 times what ten cost', () => {
    const random = mulberry(11);
    const names = Array.from({ length: 1_000 }, () => inventedName(random));
    const posts = Array.from({ length: 2_000 }, () => inventedPost(random, names.slice(0, 10)));
    const ten = compileWatchList([brandOf('a', { names: names.slice(0, 10) })]);
    const thousand = compileWatchList([brandOf('a', { names })]);
    const timeOf = (list: typeof ten): number => {
      const begun = performance.now();
      for (const post of posts) match(list, post);
      return performance.now() - begun;
    };
    const rounds = Array.from({ length: 31 }, () => ({ few: timeOf(ten), many: timeOf(thousand) })).slice(6);
    const middle = (values: readonly number[]): number =>
      [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
    const ratio = middle(rounds.map(({ many }) => many)) / middle(rounds.map(({ few }) => few));
    expect(ratio).toBeLessThan(1.5);
  });
});

/** A small generator of even random numbers (mulberry32), so that every run sees the same words. */
const mulberry = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const oneOf = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;
const inventedName = (random: () => number): string => {
  const syllable = () =>
    oneOf(random, 'bdfgklmnprstvz'.split('')) + oneOf(random, ['a', 'e', 'i', 'o', 'u', 'ä', 'ei']);
  const one = Array.from({ length: 3 + Math.floor(random() * 2) }, syllable).join('');
  return random() < 0.3 ? `${one} ${syllable()}${syllable()}` : one;
};
const vocabulary =
  'seit drei wochen keine antwort von euch die hotline ist nie erreichbar my flight was cancelled again and nobody answers the phone bitte rechnung doppelt abgebucht app stürzt ab where is my refund Lieferung Termin verschoben danke für nichts still waiting since monday'.split(
    ' ',
  );
const inventedPost = (random: () => number, names: readonly string[]): string => {
  const words = Array.from({ length: 34 }, () => oneOf(random, vocabulary));
  if (random() < 0.5) words.splice(5, 0, oneOf(random, names));
  return words.join(' ').slice(0, 280);
};
