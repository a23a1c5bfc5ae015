import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generatePosts } from '../../bench/posts/generate-posts.ts';
import { createNearDuplicates } from '../../src/problems/near-duplicates.ts';
import { readLetters } from '../../src/problems/read-letters.ts';
import { leastLetters, sign } from '../../src/problems/signature.ts';
import { itWithShared } from '../sources/x/with-shared.ts';
import { seededRandom } from '../support/random.ts';
import { edits, plainWords } from './edits.ts';

const hourMs = 3_600_000;
const windowMs = 72 * hourMs;
const key = { high: 1, low: 2 };
const create = (capacity = 4_096) => createNearDuplicates({ capacity, windowMs });

const signed = (text: string) => {
  const signature = sign(readLetters(text));
  if (signature === null) throw new Error(`too short: ${text}`);
  return signature;
};

const indexOf = (texts: readonly string[], capacity = 4_096) => {
  const index = create(capacity);
  for (const [post, text] of texts.entries()) index.add(signed(text), { post, problem: post, key }, 0);
  return index;
};

const postsAlike = (index: ReturnType<typeof create>, text: string, nowMs = 0): readonly number[] => {
  const signature = sign(readLetters(text));
  return signature === null ? [] : index.find(signature, key, nowMs).sameKey.map(({ post }) => post);
};

/** Looking changes neither: made once for all edits. */
const groundOf = (texts: readonly string[]) => {
  const ground = grounds.get(texts) ?? { index: indexOf(texts), words: plainWords(texts) };
  grounds.set(texts, ground);
  return ground;
};

const grounds = new Map<readonly string[], { index: ReturnType<typeof create>; words: readonly string[] }>();

/** Share of texts that are found again after the edit, through the index. */
const recallOf = (texts: readonly string[], edit: string, seed = 5): number => {
  const { index, words } = groundOf(texts);
  const random = seededRandom(seed);
  const found = texts.filter((text, post) =>
    postsAlike(index, edits[edit]?.(text, random, words) ?? '').includes(post),
  );
  return found.length / texts.length;
};

const bars = Object.keys(edits).map((edit) => [edit, edit === 'three changed words' ? 0.75 : 0.95] as const);
/** A fifth may be cut off, and what is left must not be too short to be compared. */
const isLongEnough = (text: string): boolean => readLetters(text).letters >= 40 && text.length <= 400;

const own = [...generatePosts({ seed: 11, count: 2_000, now: new Date(0) })].map(({ text }) => text);

describe('near-duplicates among sentences of our own', () => {
  it.each(bars)('after %s: at least %d of them are found', (edit, bar) => {
    expect(recallOf(own, edit)).toBeGreaterThanOrEqual(bar);
  });

  it('are told by what they have in common: all for a copy, none for other words', () => {
    const text = 'The charger that you sent me last week burns my fingers whenever I plug it in';
    const index = indexOf([text]);
    const { sameKey } = index.find(signed(`RT @anna: ${text.toUpperCase()}!!`), key, 0);
    expect(sameKey).toMatchObject([{ post: 0, similarity: 1, isExact: true, equalBins: -1 }]);
    expect(
      postsAlike(index, 'Mein Zug fährt seit drei Wochen nicht, und am Telefon geht niemand ran'),
    ).toEqual([]);
  });
});

const kept = new Map<string, readonly string[]>();
const shared = (file: string): readonly string[] => {
  const texts = kept.get(file) ?? readShared(file);
  kept.set(file, texts);
  return texts;
};

const readShared = (file: string): readonly string[] => {
  const lines = readFileSync(`../shared/data/${file}.jsonl`, 'utf8').trim().split('\n');
  const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text).filter(isLongEnough);
  const seen = new Set<number>();
  return texts
    .filter((text) => {
      const { exact } = signed(text);
      return seen.has(exact) ? false : seen.add(exact);
    })
    .slice(0, 2_500);
};

describe('near-duplicates among real posts', () => {
  for (const file of ['complaints-en-xci', 'research-airline-en', 'transit-de-mobasa'])
    for (const [edit, bar] of bars)
      itWithShared(`${file}, after ${edit}: at least ${bar} of them are found`, () => {
        expect(recallOf(shared(file), edit)).toBeGreaterThanOrEqual(bar);
      });

  for (const file of ['complaints-en-xci', 'research-airline-en'])
    itWithShared(`${file}: at most one pair in ten thousand is taken for alike`, () => {
      const texts = shared(file);
      const index = create();
      let alike = 0;
      for (const [post, text] of texts.entries()) {
        alike += postsAlike(index, text).length;
        index.add(signed(text), { post, problem: post, key }, 0);
      }
      expect(alike / ((texts.length * (texts.length - 1)) / 2)).toBeLessThanOrEqual(1e-4);
    });
});

describe('short posts', () => {
  it.each([
    'bei mir auch',
    'same here',
    '+1',
    'Danke für nichts!',
    'worst service ever',
    'you are the worst @voltara https://voltara.example/a/long/address',
    '',
  ])('%j is compared with nobody, not even with its like', (text) => {
    expect(sign(readLetters(text))).toBeNull();
  });

  it('are those below the least number of letters and digits; links, mentions and blanks do not count', () => {
    const text = 'x'.repeat(leastLetters);
    expect(sign(readLetters(text))).not.toBeNull();
    expect(sign(readLetters(`@someone ${text.slice(1)} https://a.example/bcdef ...`))).toBeNull();
  });
});

/** Texts of ordinary words, long enough to be compared. */
const someText = fc
  .array(fc.stringMatching(/^[a-zäöüßçé0-9]{2,9}$/), { minLength: 12, maxLength: 40 })
  .map((words) => words.join(' '))
  .filter((text) => sign(readLetters(text)) !== null);

const dress = fc.record({
  isShouted: fc.boolean(),
  repost: fc.constantFrom('', 'RT @somebody: ', 'RT @a: RT @b_c: '),
  before: fc.constantFrom('', '@brand ', '😡 ', '> '),
  after: fc.constantFrom(
    '',
    ' https://a.example/x?y=z',
    ' www.b.example',
    ' @c@server.example',
    '!!!',
    ' 🙄',
  ),
  form: fc.constantFrom('NFC', 'NFD', 'NFKD'),
});

describe('any text at all', () => {
  it('stays the same text to the index in whatever dress: repost, link, mention, case, emoji, composition (I26)', () => {
    fc.assert(
      fc.property(someText, dress, (text, { isShouted, repost, before, after, form }) => {
        const dressed = `${repost}${before}${isShouted ? text.toUpperCase() : text}${after}`.normalize(form);
        const plain = text.replaceAll('ß', 'ss');
        const index = indexOf([plain]);
        const { sameKey } = index.find(signed(dressed.replaceAll('ß', 'ss')), key, 0);
        expect(sameKey).toMatchObject([{ post: 0, isExact: true }]);
      }),
    );
  });

  it('is read without ever throwing, and always alike', () => {
    const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), someText);
    fc.assert(
      fc.property(anyText, (text) => {
        const { units, length, letters } = readLetters(text);
        const first = [...units.subarray(0, length)];
        expect(letters).toBe(first.filter((unit) => unit !== 32).length);
        expect([first.at(0), first.at(-1)]).not.toContain(32);
        expect([...readLetters(text).units.subarray(0, length)]).toEqual(first);
      }),
      { numRuns: 1_000 },
    );
  });

  it('an article is compared by its beginning', () => {
    const article = 'the same long story about a broken heating in a cold winter '.repeat(1_000);
    expect(readLetters(article).length).toBeLessThanOrEqual(8_192);
    expect(postsAlike(indexOf([article]), `${article} and more`)).toEqual([0]);
  });
});

describe('the memory of the index', () => {
  it.each([4_096, 65_536, 1_048_576])('of %d posts is at most a hundred bytes for each', (capacity) => {
    expect(create(capacity).bytes).toBeLessThanOrEqual(100 * capacity);
  });

  it('does not grow, however many posts come', () => {
    const index = create();
    const { bytes } = index;
    for (let post = 0; post < 20_000; post += 1)
      index.add(signed(own[post % own.length] ?? ''), { post, problem: post, key }, post);
    expect([index.bytes, index.size, index.crowdedOut]).toEqual([bytes, 4_096, 20_000 - 4_096]);
  });

  it('refuses a capacity that is no power of two', () => {
    expect(() => create(5_000)).toThrow('a capacity of 5000 is no power of two from 4,096');
  });
});

describe('forgetting', () => {
  const [text = ''] = own;

  it('begins after 72 hours and is over ten minutes later', () => {
    const index = indexOf([text]);
    expect(postsAlike(index, text, windowMs - 1)).toEqual([0]);
    expect(index.size).toBe(1);
    expect(postsAlike(index, text, windowMs + 600_000)).toEqual([]);
    expect(index.size).toBe(0);
  });

  it('leaves nothing behind: after any past, an index answers as one that saw the last 72 hours only', () => {
    const event = fc.record({
      text: fc.integer({ min: 0, max: 30 }),
      waitMs: fc.integer({ min: 0, max: 20 * hourMs }),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const index = create();
        const seen: { post: number; atMs: number; text: string }[] = [];
        let now = 0;
        for (const [post, { text: which, waitMs }] of events.entries()) {
          now += waitMs;
          const said = own[which] ?? '';
          const alike = postsAlike(index, said, now);
          const step = Math.floor(now / 600_000);
          const young = seen.filter(({ atMs }) => step - Math.floor(atMs / 600_000) <= windowMs / 600_000);
          const expected = young.filter((one) => one.text === said).map((one) => one.post);
          expect(alike.slice(0, expected.length)).toEqual(expected.reverse().slice(0, 4));
          for (const one of alike) expect(young.map(({ post: other }) => other)).toContain(one);
          index.add(signed(said), { post, problem: post, key }, now);
          seen.push({ post, atMs: now, text: said });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('takes a time that goes back for the last one', () => {
    const index = create();
    index.add(signed(text), { post: 1, problem: 1, key }, 10 * hourMs);
    index.add(signed(text), { post: 2, problem: 2, key }, hourMs);
    expect(postsAlike(index, text, 0)).toEqual([2, 1]);
    expect(postsAlike(index, text, 82 * hourMs - 1)).toEqual([2, 1]);
  });

  it('of the oldest comes early when more posts come than there is room, and is counted', () => {
    const index = create();
    index.add(signed(text), { post: 0, problem: 0, key }, 0);
    for (let post = 1; post <= 4_096; post += 1)
      index.add(signed(own[1 + (post % 1_999)] ?? ''), { post, problem: post, key }, 0);
    expect(postsAlike(index, text)).not.toContain(0);
    expect(index.crowdedOut).toBe(1);
  });
});

describe('what the index remembers of a post', () => {
  it('are its numbers, as large as numbers of rows become, and negative ones of problems', () => {
    const numbers = fc.record({
      post: fc.maxSafeNat(),
      problem: fc.maxSafeInteger(),
      high: fc.integer(),
      low: fc.integer(),
    });
    fc.assert(
      fc.property(numbers, ({ post, problem, high, low }) => {
        const index = create();
        const ofOurs = { high, low };
        index.add(signed(own[0] ?? ''), { post, problem, key: ofOurs }, 0);
        expect(index.find(signed(own[0] ?? ''), ofOurs, 0).sameKey).toMatchObject([{ post, problem }]);
        const found = index.find(signed(own[0] ?? ''), { high, low: low ^ 1 }, 0);
        expect([found.sameKey.length, found.otherKey[0]?.post]).toEqual([0, post]);
      }),
    );
  });
});
