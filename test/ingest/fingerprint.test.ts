import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fingerprint } from '../../src/ingest/fingerprint.ts';

const same = (a: string, b: string) => expect([b, fingerprint(b)]).toEqual([b, fingerprint(a)]);

describe('texts that differ only in their dress have one fingerprint', () => {
  const plain = 'Seit drei Wochen keine Antwort von euch, Straße 5';
  it.each([
    ['case', 'SEIT DREI wochen Keine Antwort von Euch, STRAßE 5'],
    ['blanks', '  Seit drei\u00a0Wochen\n\nkeine Antwort\tvon euch, Straße 5 '],
    ['punctuation', 'Seit drei Wochen: keine Antwort?! "von euch" – Straße 5...'],
    ['emoji', 'Seit drei Wochen 😡🔥 keine Antwort von euch 👍🏽 Straße 5 ❤️ 👩‍👩‍👧'],
    ['links', 'Seit drei Wochen keine Antwort https://a.example/x?y=Z von euch, Straße 5 www.b.example'],
    [
      'mentions',
      '@voltara @anna@server.example Seit drei Wochen keine Antwort von euch, @anna.host.example Straße 5',
    ],
    ['a repost', 'RT @voltara_fan: Seit drei Wochen keine Antwort von euch, Straße 5'],
    ['a repost of a repost', 'rt @a: RT @b: Seit drei Wochen keine Antwort von euch, Straße 5'],
    ['full width', 'Ｓｅｉｔ　drei Wochen keine Antwort von euch, Straße ５'],
    ['mathematical letters', '𝐒𝐞𝐢𝐭 drei Wochen keine Antwort von euch, Straße 𝟓'],
    ['characters of no width', 'Se\u200bit drei Wo\u00adchen keine Antwort von euch, Straße 5'],
  ])('%s', (_, other) => same(plain, other));

  it('an accent may stand apart or not', () =>
    same('Müller café 각', 'Mu\u0308ller cafe\u0301 \u1100\u1161\u11a8'));
  it('what follows a mention with a hyphen counts', () =>
    same('Lieferung kaputt', '@voltara-Lieferung kaputt'));
});

describe('other texts have another', () => {
  it.each([
    ['I called 5 times', 'I called 7 times'],
    ['keine Antwort', 'keine antworten'],
    ['ab', 'ba'],
    ['Müller', 'Muller'],
    ['mail an info@voltara.example', 'mail an info@nordlicht.example'],
    ['RT ist ein Kürzel', 'ist ein Kürzel'],
    ['hallo welt', 'hallo www welt'],
    ['日产坏了', '日产好了'],
    ['𠮷野家', '野家'],
    ['aa', 'a'],
    ['', 'a'],
  ])('%j and %j', (a, b) => expect(fingerprint(a)).not.toBe(fingerprint(b)));

  it('counts every sign when there are no words', () => {
    expect(fingerprint('😡')).not.toBe(fingerprint('👍'));
    expect(fingerprint('https://a.example/1')).not.toBe(fingerprint('https://a.example/2'));
    same('@Voltara 😡', '@voltara  😡');
  });

  it('hardly ever collides: none in 300,000 that differ little', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 300_000; i++) seen.add(fingerprint(`Bestellung ${i} fehlt`));
    expect(seen.size).toBe(300_000);
    // Birthdays: 300,000 of 2^32 meet about 10 times in half of the bits; 60 would say that a lane is weak.
    for (const half of [0, 8]) {
      const halves = new Set([...seen].map((hex) => hex.slice(half, half + 8)));
      expect(300_000 - halves.size).toBeLessThan(60);
    }
  });
});

describe('any text at all', () => {
  const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());

  it('has 64 bits as hex, always the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
        expect(fingerprint(text)).toBe(fingerprint(text));
      }),
      { numRuns: 2_000 },
    );
    expect(fingerprint('\ud800 x \udc00')).toMatch(/^[0-9a-f]{16}$/);
  });

  it('keeps its fingerprint whatever dress is put on', () => {
    const words = fc.array(fc.stringMatching(/^[a-zäöüß0-9]{1,9}$/), { minLength: 1, maxLength: 12 });
    const glue = fc.constantFrom(
      ' ',
      '  ',
      '\n',
      ' – ',
      '! ',
      ' 🔥 ',
      ' @anna ',
      ' https://a.example/b ',
      ', ',
      ' #',
    );
    fc.assert(
      fc.property(
        words,
        fc.array(glue, { minLength: 13, maxLength: 13 }),
        fc.boolean(),
        (list, glues, isLoud) => {
          const dressed = list.map((word, i) => `${isLoud ? upper(word) : word}${glues[i]}`).join('');
          same(list.join(' '), `RT @x: ${glues[12]}${dressed}`);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('is another when one word is', () => {
    const word = fc.stringMatching(/^[a-z0-9]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word), word, word, (list, a, b) => {
        fc.pre(a !== b);
        expect(fingerprint([...list, a].join(' '))).not.toBe(fingerprint([...list, b].join(' ')));
      }),
    );
  });
});

/** ß has no capital of one letter. */
const upper = (word: string): string => word.replace(/[^ß]/g, (letter) => letter.toUpperCase());
