import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dangers, figuresOfSpeech } from './danger-sentences.ts';
import { wordsOf } from './reading-of.ts';

const pieces = [
  ...dangers,
  ...figuresOfSpeech,
  'same here',
  'bei mir auch',
  'order no VT-1234',
  '1.890 €',
  '\u202e',
  '\u200d',
  '\ud83d',
  '👩‍👩‍👧',
  '<b>',
  '&amp;',
  'https://a.example/?q=1',
  '@a',
  '#b',
  'рауment',
  'क्ष',
  '\u0000',
  '...',
  '1e999',
  '99999999999999999999',
];
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 8 })), { maxLength: 20 })
    .map((parts) => parts.join(' ')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 80 })
    .map((units) => String.fromCharCode(...units)),
);

const check = (text: string): void => {
  const words = wordsOf(text, { hasImage: text.length % 2 === 0 });
  const { negative, neutral, positive } = words.sentiment;
  const probabilities = [words.complaint, negative, neutral, positive, ...Object.values(words.categories)];
  for (const probability of probabilities) {
    expect(probability).toBeGreaterThanOrEqual(0);
    expect(probability).toBeLessThanOrEqual(1);
  }
  expect(negative + neutral + positive).toBeCloseTo(1, 9);
  expect(words.stake === null).toBe(words.complaint < 0.5);
  for (const { start, end, label } of words.evidence) {
    expect([0, start, end, text.length]).toEqual([0, start, end, text.length].toSorted((a, b) => a - b));
    expect(end).toBeGreaterThan(start);
    expect(label ?? '').not.toMatch(/NaN|undefined|Infinity/);
  }
  for (const value of [words.priorContact?.count ?? 0, words.priorContact?.days ?? 0])
    expect(Number.isFinite(value) && value >= 0).toBe(true);
};

describe('any text', () => {
  it('is classified without throwing, with probabilities and spans in range', () => {
    fc.assert(fc.property(anyText, check), { numRuns: 2_000 });
  });

  it.each<readonly [string, string]>([
    ['nothing', ''],
    ['white space', ' \t\n\u00a0'],
    ['one emoji', '😡'],
    ['lone surrogates', 'broken \ud83d phone \udc00'],
    ['marks of direction', '\u202emy parcel is missing\u202c'],
    ['joined emoji', '👩‍👩‍👧‍👦 my parcel is missing'],
    ['markup', '<p>my <b>parcel</b> is missing &amp; late</p><script>alert(1)</script>'],
    ['only links', 'https://a.example https://b.example'],
    ['only mentions', '@a @b @c'],
    ['two languages', 'my parcel is missing, das Paket ist weg'],
  ])('may be %s', (_, text) => {
    check(text);
  });

  it('means the same with invisible marks, lookalike letters and stretched words', () => {
    const plain = wordsOf('my account is locked').stake;
    expect(wordsOf('my acc\u200bount is lo\u00adcked').stake).toBe(plain);
    expect(wordsOf('my аccоunt is lосked').stake).toBe(plain);
    expect(wordsOf('my account is lockeddddd').stake).toBe(plain);
    expect(wordsOf('MY ACCOUNT IS LOCKED').stake).toBe(plain);
  });

  it('of a megabyte is read in time linear to its length', () => {
    const piece = 'my parcel has not arrived, called 5 times and nobody answers. ';
    const kilobyte = piece.repeat(16);
    const hundred = piece.repeat(1_600);
    wordsOf(hundred);
    const long = timeOf(() => wordsOf(hundred));
    const short = timeOf(() => {
      for (let nth = 0; nth < 100; nth++) wordsOf(kilobyte);
    });
    expect(long / short).toBeLessThan(2.5);
    expect(wordsOf('not '.repeat(262_144)).evidence.length).toBeGreaterThanOrEqual(0);
  });

  it.each([
    'not ',
    'want rather ',
    '<a',
    '@.',
    '1.',
    "a'",
    'same here ',
    'for 2 days ',
    'a\u200b',
    '👍',
    'my $ ',
  ])('made of %j takes no more than 50 ms for 10 kB', (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    wordsOf(text);
    expect(timeOf(() => wordsOf(text))).toBeLessThan(50);
  });
});

/** Least of five runs in ms: what the machine does beside it only adds. */
const timeOf = (run: () => unknown): number => {
  const times = Array.from({ length: 5 }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return Math.min(...times);
};
