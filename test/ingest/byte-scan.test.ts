import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Brand } from '../../src/domain/brand.ts';
import { compileByteScan, compileWatchList, match } from '../../src/ingest/watch-list.ts';
import { voltara } from '../support/line.ts';

const brandOf = (own: Partial<Brand>): Brand => ({
  ...voltara,
  names: [],
  handles: [],
  phrases: [],
  exclusions: { phrases: [], authors: [] },
  ...own,
});

/** The text as it stands between the quotes of a JSON string. */
const bytesOf = (text: string): Buffer => Buffer.from(JSON.stringify(text).slice(1, -1));
const isCoded = (bytes: Buffer): boolean => bytes.includes('\\u');

const brands = [
  brandOf({ names: ['Voltara', 'Müller', "Leo's", 'Straße'], handles: ['voltara', 'nord_licht'] }),
  brandOf({ names: ['Nord Licht', 'voltara.example'], phrases: ['Licht Mobil', 'Nord/Licht', 'C++'] }),
];

const pieces = [
  ...'Voltara voltara VOLTARA Ｖｏｌｔａｒａ 𝐕𝐨𝐥𝐭𝐚𝐫𝐚 Vòltárà volt ara Müller Mueller Mu\u0308ller ﬁ Nord Licht Mobil Leo’s Leos'.split(
    ' ',
  ),
  ...'Straße strasse STRASSE C++ @voltara @nord_licht voltara.example # / \\ " \n \u00ad \u200d \ufe0f 🔥 ❤️ é ü 日本 „ “ – x a o'.split(
    / /,
  ),
];
const text = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(' ', '\n', '-')), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('the scan of bytes', () => {
  it('never says no where the matcher finds a brand', () => {
    const list = compileWatchList(brands);
    const mayName = compileByteScan(brands);
    fc.assert(
      fc.property(text, (post) => {
        const bytes = bytesOf(post);
        if (isCoded(bytes) || match(list, post).length === 0) return;
        expect(mayName(bytes, 0, bytes.length)).toBe(true);
      }),
      { numRuns: 8_000 },
    );
  });

  it('never says no for any words to listen for', () => {
    const signs = fc.constantFrom(...Array.from('abcdstüßéAOV &.\'+1/\\"-'));
    const word = fc
      .array(signs, { minLength: 1, maxLength: 7 })
      .map((chars) => chars.join(''))
      .filter((name) => /[a-zß-ü1]/i.test(name));
    const around = fc.array(fc.constantFrom(...Array.from("abcs tüé\u00ad\u0308.'\n#@ 🔥1")), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), around, around, (names, before, after) => {
        const own = [brandOf({ names })];
        const post = `${before.join('')} ${names[0] ?? ''}${after.join('')}`;
        const bytes = bytesOf(post);
        if (isCoded(bytes) || match(compileWatchList(own), post).length === 0) return;
        expect(compileByteScan(own)(bytes, 0, bytes.length)).toBe(true);
      }),
      { numRuns: 1_500 },
    );
  });

  it('says no to nearly everything else, in any script', () => {
    const mayName = compileByteScan([brandOf({ names: ['Voltara'], handles: ['voltara'] })]);
    const others = [
      'The heating in the train has failed again and nobody tells us anything.',
      'Die „Straßenbahn“ fällt aus – schon wieder! 🔥❤️ Größer geht’s nicht.',
      'こんにちは、今日はとても良い天気ですね。',
      'Ça a déjà été réparé, merci à l’équipe',
    ];
    expect(others.map((other) => mayName(Buffer.from(other), 0, Buffer.byteLength(other)))).toEqual(
      others.map(() => false),
    );
  });

  it('looks at everything when a name is a single sign, or has none that is plain', () => {
    const bytes = Buffer.from('something');
    expect(compileByteScan([brandOf({ names: ['X'] })])(bytes, 0, bytes.length)).toBe(true);
    expect(compileByteScan([brandOf({ names: ['ソニー'] })])(bytes, 0, bytes.length)).toBe(true);
  });
});
