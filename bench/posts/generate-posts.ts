import { english } from './english.ts';
import { german } from './german.ts';
import { createRandom, type Random } from './random.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A line of the import format, as somebody's export would hold it. */
export interface BenchPost {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly at: string;
  readonly thread?: string;
  readonly parent?: string;
  readonly url: string;
  readonly lang: string;
  readonly audience: {
    readonly followers: number;
    readonly verified: boolean;
    readonly likes: number;
    readonly reposts: number;
    readonly replies: number;
    readonly views: number;
  };
}

export interface PostOptions {
  readonly seed: number;
  readonly count: number;
  /** Posts are as old as half an hour at this time. */
  readonly now: Date;
}

/** The two brands of the demo, and how often people write of them. */
const brands = [
  { name: 'Voltara', handle: 'voltara_hilft' },
  { name: 'Nordlicht', handle: 'nordlicht_support' },
] as const;
type BenchBrand = (typeof brands)[number];

const shares = { german: 0.45, complaint: 0.13, reply: 0.3, sameHere: 0.04, support: 0.01 } as const;
const minLength = 140;
const maxLength = 280;
/** Replies answer one of the last thousand threads. */
const liveThreads = 1_000;

interface Thread {
  readonly id: string;
  readonly brand: BenchBrand;
  readonly vocabulary: Vocabulary;
}

/**
 * Posts of a realistic mixture, the same for the same seed: English and German, 140 to 280 signs, a fifth of them
 * complaints, three in ten replies in threads, authors who write more than once, audiences from nobody to millions. They come one by
 * one, so that a million of them need no memory.
 */
export function* generatePosts({ seed, count, now }: PostOptions): Generator<BenchPost> {
  const random = createRandom(seed);
  const threads: Thread[] = [];
  const authors = Math.max(50, count);
  for (let n = 0; n < count; n += 1) {
    const id = `${seed}-${n}-${random.below(1_000_000)}`;
    const answered = threads.length > 0 && random.chance(shares.reply) ? random.pick(threads) : null;
    const thread = answered ?? {
      id,
      brand: random.pick(brands),
      vocabulary: random.chance(shares.german) ? german : english,
    };
    if (answered === null)
      threads[threads.length < liveThreads ? threads.length : random.below(liveThreads)] = thread;
    const isSupport = answered !== null && random.chance(shares.support / shares.reply);
    const author = isSupport ? thread.brand.handle : `u${Math.floor(random.next() ** 2 * authors)}`;
    yield {
      id,
      text: textOf(random, thread, { isReply: answered !== null, isSupport }),
      author,
      at: new Date(now.getTime() - random.below(1_800_000)).toISOString(),
      ...(answered === null ? {} : { thread: thread.id, parent: thread.id }),
      url: `https://social.example/${author}/status/${id}`,
      lang: thread.vocabulary.language,
      audience: audienceOf(random),
    };
  }
}

const textOf = (
  random: Random,
  { brand, vocabulary }: Thread,
  { isReply, isSupport }: { isReply: boolean; isSupport: boolean },
): string => {
  const isComplaint = random.chance(shares.complaint);
  const isSameHere = isReply && random.chance(shares.sameHere / shares.reply);
  const opening = isSupport
    ? vocabulary.support
    : isSameHere
      ? vocabulary.sameHere
      : isComplaint
        ? vocabulary.complaints
        : vocabulary.mentions;
  const more = isComplaint || isSameHere ? [...vocabulary.details, ...vocabulary.talk] : vocabulary.talk;
  const aim = minLength + random.below(maxLength - minLength - 40);
  let text = fill(random.pick(opening), vocabulary, brand, random);
  while (text.length < aim) {
    const next = `${text}${random.pick(ends)}${fill(random.pick(more), vocabulary, brand, random)}`;
    if (next.length > maxLength - 20) {
      if (text.length >= minLength) break;
      continue;
    }
    text = next;
  }
  return `${text}${tail(random, brand)}`;
};

const ends = ['. ', '. ', '! ', '… ', ', ', ' - ', '\n'];
const emoji = ['😀', '🙄', '🚗', '📱', '🤷', '🔋', '❤️', '😡', '⏳', '🎉'];

const tail = (random: Random, brand: BenchBrand): string => {
  if (random.chance(0.1)) return ` #${brand.name}`;
  if (random.chance(0.15)) return ` ${random.pick(emoji)}`;
  if (random.chance(0.3)) return ` t.example/${Math.floor(random.next() * 36 ** 9).toString(36)}`;
  return random.chance(0.3) ? ` @${rareWord(random).toLowerCase()}${random.below(100)}` : '.';
};

const fill = (sentence: string, vocabulary: Vocabulary, brand: BenchBrand, random: Random): string => {
  const filled = sentence.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'brand') return brand.name;
    if (slot === 'handle') return brand.handle;
    if (slot === 'number') return `${random.below(9_000_000) + 1_000_000}`;
    if (slot === 'number2') return `${random.below(28) + 1}`;
    return random.chance(rareWords[slot] ?? 0)
      ? rareWord(random)
      : random.pickSkewed(vocabulary.words[slot] ?? []);
  });
  return filled.charAt(0).toUpperCase() + filled.slice(1);
};

/**
 * Names and places that stand in no list: without them five hundred posts pack into a third of what real ones need
 * (44 % of their bytes, measured on public posts).
 */
const rareWords: Readonly<Record<string, number>> = {
  person: 0.95,
  place: 0.95,
  topic: 0.9,
  doing: 0.9,
  day: 0.6,
  feeling: 0.7,
  quality: 0.7,
  thing: 0.4,
  part: 0.7,
};
const syllables =
  'ka mel tor in sa bre lund os wie fel da ri mo hax pe tin gor ul zan be schu lim ner ak ve ho star qui lo ben dra fi wen ju cor pal et ris bo gan'.split(
    ' ',
  );

const makeWord = (random: Random): string => {
  const word = Array.from({ length: 2 + random.below(4) }, () => random.pick(syllables)).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
};

/** As many different words as ten thousand public posts hold, the same in every run. */
const rareWordCount = 20_000;
const rareLexicon = ((random: Random) => Array.from({ length: rareWordCount }, () => makeWord(random)))(
  createRandom(20_000),
);
/** Early words come far more often than late ones. */
const rareWord = (random: Random): string =>
  rareLexicon[Math.floor(random.next() ** 3 * rareWordCount)] ?? '';

/** Followers spread over six orders of magnitude; most people have few. */
const audienceOf = (random: Random): BenchPost['audience'] => {
  const followers = Math.floor(10 ** (random.next() ** 2 * 6.5));
  const views = Math.floor(followers * random.next()) + random.below(40);
  const likes = Math.floor(views * random.next() * 0.05);
  return {
    followers,
    verified: random.chance(0.03),
    likes,
    reposts: Math.floor(likes * random.next() * 0.3),
    replies: random.below(4),
    views,
  };
};
