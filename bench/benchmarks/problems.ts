import { createHash } from 'node:crypto';
import type { Subject } from '../../src/problems/entity-key.ts';
import type { GroupedPost } from '../../src/problems/group-post.ts';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { generatePosts } from '../posts/generate-posts.ts';
import { createRandom, type Random } from '../posts/random.ts';
import { perSecondOf } from '../processor-time.ts';
import { median } from '../statistics.ts';

export const problemSignature: Benchmark = {
  name: 'problem-signature',
  what: 'the near-duplicate signature of a post, from its text on, against SHA-1 of the same text as hex, posts per second',
  bar: 0.5,
  better: 'higher',
  unit: 'x',
  sides:
    'both: one thread, posts of 140 to 280 signs that were read before, posts per second of processor time',
  run: async (context) => measureSignature(context),
};

export const problemGroups: Benchmark = {
  name: 'problem-groups',
  what: 'complaints grouped: entity key, signature, index, clusters, explanation; a tenth are copies, a tenth edited copies, half write of one of 40 subjects',
  bar: 20_000,
  better: 'higher',
  unit: 'posts/s',
  sides: 'one thread, posts per second of processor time, each post new; the index fills as they come',
  run: async (context) => measureGroups(context),
};

const textsOf = (count: number): readonly string[] =>
  Array.from(generatePosts({ seed: 31, count, now: new Date(0) }), ({ text }) => text);

const measureSignature = async (context: Context): Promise<Measured> => {
  const { readLetters } = await built.readLetters();
  const { createSignature, sign } = await built.signature();
  const texts = textsOf(context.isQuick ? 10_000 : 50_000);
  const signature = createSignature();
  const ours = (text: string): unknown => sign(readLetters(text), signature);
  const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');
  perSecondOf(texts, ours);
  perSecondOf(texts, sha1);
  const pairs = await interleave(context.rounds, {
    ours: async () => perSecondOf(texts, ours),
    plain: async () => perSecondOf(texts, sha1),
  });
  return { rounds: pairs.ratios, detail: sayPairs(pairs, 'posts/s') };
};

const measureGroups = async (context: Context): Promise<Measured> => {
  const { createGrouper } = await built.createGrouper();
  const posts = complaints(context.isQuick ? 20_000 : 100_000);
  const rounds: number[] = [];
  let figures = '';
  for (let round = 0; round <= context.rounds; round += 1) {
    const grouper = createGrouper();
    let joined = 0;
    let suggested = 0;
    const perSecond = perSecondOf(posts, (post) => {
      const grouping = grouper.group(post);
      if (grouping.joined !== null) joined += 1;
      if (grouping.suggested !== null) suggested += 1;
    });
    // The first one warms the compiler up.
    if (round > 0) rounds.push(perSecond);
    figures = `${posts.length} posts, ${joined} joined by themselves, ${suggested} suggested, ${Math.round(grouper.bytes / 1e6)} MB for two brands`;
  }
  return {
    rounds,
    detail: `${Math.round(median(rounds)).toLocaleString('en')} posts/s per core against the promised 20,000; ${figures}`,
  };
};

const subjects = 40;

/** Two brands; copies and edited copies of one of the last ten thousand, about the same thing. */
const complaints = (count: number): readonly GroupedPost[] => {
  const random = createRandom(7);
  const said: GroupedPost[] = [];
  for (const [n, fresh] of textsOf(count).entries()) {
    const kind = random.next();
    const earlier = kind < 0.2 ? said[n - 1 - random.below(Math.min(Math.max(n, 1), 10_000))] : undefined;
    said.push({
      post: n + 1,
      text: earlier === undefined ? fresh : copied(earlier.text, kind < 0.1 ? null : fresh),
      subject: earlier?.subject ?? subjectBy(random),
      says: { sameProblem: false, namesOtherProblem: false, solved: false, evidence: [] },
      answers: null,
      atMs: n * 1_000,
    });
  }
  return said;
};

const categories = ['billing', 'delivery', 'service', 'product'] as const;

const subjectBy = (random: Random): Subject => ({
  brand: random.pick(['voltara', 'nordlicht']),
  products: [],
  journeys: random.chance(0.5) ? [`ICE${random.below(subjects)}`] : [],
  orders: [],
  category: random.pick(categories),
});

/** A repost, or two words off the beginning and two others put at the end. */
const copied = (text: string, other: string | null): string =>
  other === null
    ? `RT @somebody: ${text}`
    : [...text.split(' ').slice(2), ...other.split(' ').slice(0, 2)].join(' ');
