import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Category } from '../../src/domain/classification.ts';
import { createGrouper } from '../../src/problems/create-grouper.ts';
import { entityKey, type Subject } from '../../src/problems/entity-key.ts';
import type { GroupedPost, Grouping } from '../../src/problems/group-post.ts';
import { type LinkAction, link, noLinks, problemOf } from '../../src/problems/links.ts';
import { itWithShared } from '../sources/x/with-shared.ts';

const hourMs = 3_600_000;
const create = () => createGrouper({ capacity: 4_096, clusters: 1_024, windowMs: 72 * hourMs });
const subject: Subject = { brand: 'voltara', products: [], journeys: [], orders: [], category: 'billing' };
const silent = { sameProblem: false, namesOtherProblem: false, solved: false, evidence: [] } as const;

const post = (number: number, text: string, more: Partial<GroupedPost> = {}): GroupedPost => ({
  post: number,
  text,
  subject,
  says: silent,
  answers: null,
  atMs: 0,
  ...more,
});
const about = (more: Partial<Subject>): { subject: Subject } => ({ subject: { ...subject, ...more } });

const charged = 'You took the monthly fee twice from my account and nobody tells me when it comes back';
const chargedToo = 'You took the monthly fee twice from my account and nobody tells us when it comes back!';
const charging = 'The charging station behind the town hall has been dark since Sunday evening';

const groupAll = (posts: readonly GroupedPost[]): readonly Grouping[] => {
  const grouper = create();
  return posts.map((one) => grouper.group(one));
};

/** Words of the joining post that the explanation points to. */
const said = (text: string, { words }: { words: readonly { start: number; end: number }[] }) =>
  words.map(({ start, end }) => text.slice(start, end));

describe('a complaint joins by itself', () => {
  it('what says the same in another dress, and is told of the post it equals', () => {
    const [first, copy] = groupAll([post(1, charged), post(2, `RT @anna: ${charged.toUpperCase()}`)]);
    expect(first).toEqual({
      problem: 1,
      home: 1,
      subject,
      joined: null,
      suggested: null,
      nearest: null,
    });
    expect(copy?.problem).toBe(1);
    expect(copy?.joined).toMatchObject({
      kind: 'exact',
      member: 1,
      similarity: 1,
      status: 'confirmed',
      isAutomated: true,
    });
  });

  it('what says nearly the same, with how alike it is and words that both have', () => {
    const [, near] = groupAll([post(1, charged), post(2, chargedToo)]);
    expect(near?.joined).toMatchObject({ kind: 'near_duplicate', member: 1, problem: 1, hindrance: null });
    expect(near?.joined?.similarity).toBeGreaterThan(0.7);
    const words = near?.joined ? said(chargedToo, near.joined) : [];
    expect(words.length).toBeGreaterThan(5);
    for (const word of words) expect(charged).toContain(word);
  });

  it('what answers with "same here", by whatever words are few enough to be compared with nobody', () => {
    const reply = post(2, 'bei mir auch', {
      says: { ...silent, sameProblem: true, evidence: [{ kind: 'same_problem', start: 0, end: 12 }] },
      answers: { post: 1, problem: 1, subject: about({ journeys: ['LH1234'] }).subject },
      ...about({ category: 'service' }),
    });
    const [grouping] = groupAll([reply]);
    expect(grouping).toMatchObject({ problem: 1, suggested: null, nearest: null });
    expect(grouping?.joined).toMatchObject({ kind: 'same_problem_reply', member: 1, isAutomated: true });
    expect(grouping?.joined ? said(reply.text, grouping.joined) : []).toEqual(['bei mir auch']);
  });
});

describe('a complaint does not join by itself', () => {
  it('what is alike, but less than an edited copy is: it is suggested, and says why', () => {
    const one = 'My parcel from Hamburg has been lying in the depot since Tuesday, nobody answers the phone';
    const other = 'My parcel from Munich has been lying in the garden since Tuesday, nobody saw the driver';
    const [, second] = groupAll([post(1, one), post(2, other)]);
    expect(second).toMatchObject({
      problem: 2,
      joined: null,
      suggested: { kind: 'near_duplicate', status: 'suggested', problem: 1, hindrance: 'less_alike' },
    });
    expect(second?.suggested?.similarity).toBeLessThan(0.6);
  });

  it('another that is short in the same way', () => {
    const [, second] = groupAll([post(1, 'bei mir auch'), post(2, 'bei mir auch')]);
    expect(second).toMatchObject({ problem: 2, joined: null, nearest: null });
  });

  it.each([
    ['a flight', { journeys: ['LH1234'] }, { journeys: ['LH4321'] }],
    ['a flight that the other does not name', { journeys: [] }, { journeys: ['LH4321'] }],
    ['a product', { products: ['Volt One'] }, { products: ['Volt Two'] }],
    ['an order', { orders: ['A4711'] }, { orders: ['A4712'] }],
    ['a category', { category: 'billing' }, { category: 'delivery' }],
  ] as const)('what is about another thing: %s; it is suggested, and says why', (_what, one, other) => {
    const [, second] = groupAll([post(1, charged, about(one)), post(2, charged, about(other))]);
    expect(second).toMatchObject({ problem: 2, joined: null, nearest: { post: 1, similarity: 1 } });
    expect(second?.suggested).toMatchObject({
      kind: 'exact',
      problem: 1,
      status: 'suggested',
      hindrance: 'other_subject',
    });
  });

  it('anything about another brand, which is not even suggested', () => {
    const [, second] = groupAll([post(1, charged), post(2, charged, about({ brand: 'nordlicht' }))]);
    expect(second).toMatchObject({ problem: 2, joined: null, suggested: null, nearest: null });
  });

  it.each([
    ['names another problem', { namesOtherProblem: true }],
    ['says that its own is solved', { solved: true }],
    ['says nothing of the kind', { sameProblem: false }],
  ])('the post that it answers when it %s', (_what, says) => {
    const answers = { post: 1, problem: 1, subject };
    const [reply] = groupAll([
      post(2, 'bei mir auch', { answers, says: { ...silent, sameProblem: true, ...says } }),
    ]);
    expect(reply).toMatchObject({ problem: 2, joined: null, suggested: null });
  });

  it('the post that it answers when it names another flight; it is suggested', () => {
    const answers = { post: 1, problem: 1, subject: { ...subject, journeys: ['LH1234'] } };
    const says = { ...silent, sameProblem: true };
    const [reply] = groupAll([
      post(2, 'same here on LH4321', { answers, says, ...about({ journeys: ['LH4321'] }) }),
    ]);
    expect(reply).toMatchObject({
      problem: 2,
      joined: null,
      suggested: { kind: 'same_problem_reply', problem: 1, hindrance: 'other_subject' },
    });
  });

  it('what only uses the same words: that is suggested, with the words', () => {
    const posts = [
      post(1, charging),
      post(2, 'Nobody repairs it: town hall charging station, dark again this evening, third week'),
    ];
    const [, second] = groupAll(posts);
    expect(second).toMatchObject({
      problem: 2,
      joined: null,
      suggested: { kind: 'cluster', problem: 1, member: 1, status: 'suggested', hindrance: null },
    });
    const words = second?.suggested ? said(posts[1]?.text ?? '', second.suggested) : [];
    expect(words).toEqual(expect.arrayContaining(['charging', 'station', 'dark']));
  });

  it('what uses the same words about another flight or in another category: not even suggested', () => {
    const words = 'Nobody repairs it: town hall charging station, dark again this evening, third week';
    const [, second, third] = groupAll([
      post(1, charging),
      post(2, words, about({ journeys: ['ICE612'] })),
      post(3, words.toUpperCase(), about({ category: 'staff' })),
    ]);
    expect([second?.suggested, third?.suggested?.problem ?? null]).not.toContain(1);
    expect(second?.suggested).toBeNull();
  });

  it('anything that was written more than three days before', () => {
    const [, second] = groupAll([post(1, charged), post(2, charged, { atMs: 73 * hourMs })]);
    expect(second).toMatchObject({ problem: 2, joined: null, suggested: null });
  });
});

describe('what a person decided', () => {
  const decided = (...actions: readonly LinkAction[]) => actions.reduce(link, noLinks);

  it('eject: the post is not put back, and later copies of it alone go with neither of the two by machine', () => {
    const grouper = create();
    grouper.group(post(1, charged));
    grouper.group(post(2, charged));
    const links = decided({ kind: 'eject', post: 2, problem: 1 });
    expect(problemOf(links, 2, 1)).toBe(-2);
    const again = grouper.group(post(2, charged), links);
    expect(again).toMatchObject({ problem: -2, joined: null, suggested: null });
    expect(grouper.group(post(3, charged), links)).toMatchObject({
      problem: 3,
      joined: null,
      suggested: { status: 'suggested', hindrance: 'kept_apart' },
    });
  });

  it('eject: what is more like the post that was taken out follows it', () => {
    const grouper = create();
    grouper.group(post(1, charged));
    grouper.group(post(2, chargedToo));
    const links = decided({ kind: 'eject', post: 2, problem: 1 });
    expect(grouper.group(post(3, `RT @x: ${chargedToo}`), links)).toMatchObject({
      problem: -2,
      joined: { member: 2, problem: -2 },
    });
    expect(grouper.group(post(4, `RT @x: ${charged}`), links)).toMatchObject({ problem: 1 });
  });

  it('confirm: copies of a post that a person put into a problem follow it there', () => {
    const grouper = create();
    grouper.group(post(1, charged));
    grouper.group(post(2, charging));
    const links = decided({ kind: 'confirm', post: 2, problem: 1 });
    expect(grouper.group(post(3, `${charging} @voltara`), links)).toMatchObject({
      problem: 1,
      joined: { kind: 'exact', member: 2, problem: 1 },
    });
  });

  it('merge: later posts join the merged problem; unmerge: they stand where their like stood', () => {
    const grouper = create();
    grouper.group(post(1, charged));
    grouper.group(post(2, charging));
    const merged = decided({ kind: 'merge', problem: 2, into: 1 });
    const third = grouper.group(post(3, `${charging}!`), merged);
    expect(third).toMatchObject({ problem: 1, joined: { member: 2 } });
    const unmerged = link(merged, { kind: 'unmerge', problem: 2 });
    expect(grouper.group(post(4, `${charging} :(`), unmerged)).toMatchObject({ problem: 2 });
    expect(grouper.group(post(5, `${charged} :(`), unmerged)).toMatchObject({ problem: 1 });
  });

  it('eject: a reply is not put back into the thread’s problem', () => {
    const reply = post(2, 'same here', {
      says: { ...silent, sameProblem: true },
      answers: { post: 1, problem: 1, subject },
    });
    const links = decided({ kind: 'eject', post: 2, problem: 1 });
    expect(create().group(reply, links)).toMatchObject({ problem: -2, joined: null, suggested: null });
  });
});

const texts = [charged, chargedToo, charging, `${charging} and the app says all is well`, 'bei mir auch'];
const anyPost = fc.record({
  text: fc.constantFrom(...texts),
  dress: fc.constantFrom('', 'RT @a: ', '@voltara '),
  brand: fc.constantFrom('voltara', 'nordlicht'),
  journey: fc.constantFrom(null, 'LH1', 'LH2'),
  order: fc.constantFrom(null, 'A1'),
  category: fc.constantFrom<Category>('billing', 'delivery'),
  isReply: fc.boolean(),
  waitMs: fc.integer({ min: 0, max: 30 * hourMs }),
});
type AnyPost = typeof anyPost extends fc.Arbitrary<infer Value> ? Value : never;

/** Groups them one after the other; replies answer the post before. */
const replay = (posts: readonly AnyPost[]) => {
  const grouper = create();
  let atMs = 0;
  const done: { post: GroupedPost; grouping: Grouping }[] = [];
  for (const [index, one] of posts.entries()) {
    atMs += one.waitMs;
    const before = done.at(-1);
    const of: Subject = {
      brand: one.brand,
      products: [],
      journeys: one.journey === null ? [] : [one.journey],
      orders: one.order === null ? [] : [one.order],
      category: one.category,
    };
    const isReply = one.isReply && before !== undefined && before.post.subject.brand === one.brand;
    const answers = isReply
      ? { post: before.post.post, problem: before.grouping.problem, subject: before.post.subject }
      : null;
    const says = { ...silent, sameProblem: isReply };
    const grouped = post(index + 1, one.dress + one.text, { subject: of, answers, says, atMs });
    const grouping = grouper.group(grouped);
    done.push({ post: { ...grouped, subject: grouping.subject }, grouping });
  }
  return done;
};

describe('questions to one bank, without any entity', () => {
  itWithShared('join by themselves in nine of ten cases what asks for the same', () => {
    const lines = readFileSync('../shared/data/intents-en-banking77.jsonl', 'utf8').trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { text: string; intent: string });
    const grouper = createGrouper({ capacity: 16_384, clusters: 4_096, windowMs: 72 * hourMs });
    const joins = rows.flatMap(({ text, intent }, n) => {
      const { joined } = grouper.group(post(n + 1, text, { atMs: n }));
      return joined === null ? [] : [rows[joined.member - 1]?.intent === intent];
    });
    expect(joins.length).toBeGreaterThan(1_000);
    expect(joins.filter(Boolean).length / joins.length).toBeGreaterThanOrEqual(0.9);
  });
});

describe('whatever comes', () => {
  it('a machine never merges what has another entity key (I27)', () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 30 }), (posts) => {
        const done = replay(posts);
        const keys = new Map<number, string>();
        for (const { grouping } of done) {
          const key = entityKey(grouping.subject);
          if (grouping.joined !== null) expect(key).toBe(keys.get(grouping.problem) ?? key);
          keys.set(grouping.problem, keys.get(grouping.problem) ?? key);
          expect(grouping.joined?.status ?? 'confirmed').toBe('confirmed');
          expect(grouping.suggested?.status ?? 'suggested').toBe('suggested');
        }
      }),
    );
  });

  it('the same posts are grouped the same way again (I28)', () => {
    fc.assert(
      fc.property(fc.array(anyPost, { maxLength: 30 }), (posts) => {
        expect(replay(posts)).toEqual(replay(posts));
      }),
      { numRuns: 40 },
    );
  });

  it('the order of exact duplicates does not matter: each text has its one problem (I26)', () => {
    const copies = fc.array(fc.tuple(fc.nat(2), fc.constantFrom('', 'RT @b: ', '@c ', '😡 ')), {
      minLength: 2,
      maxLength: 20,
    });
    const different = [
      charged,
      charging,
      'Seit drei Wochen warte ich auf den Ersatzakku, und das Lager antwortet nicht',
    ];
    fc.assert(
      fc.property(copies, fc.func(fc.integer()), (said_, order) => {
        const partition = (posts: typeof said_) =>
          groupAll(posts.map(([which, dress], n) => post(n + 1, `${dress}${different[which]}`))).map(
            ({ problem }, n) => [posts[n]?.[0], posts[problem - 1]?.[0]] as const,
          );
        for (const posts of [said_, said_.toSorted((a, b) => order(a) - order(b)), said_.toReversed()])
          for (const [own, founder] of partition(posts)) expect(founder).toBe(own);
      }),
      { numRuns: 50 },
    );
  });

  it('the memory of a brand does not grow with its posts', () => {
    const grouper = create();
    grouper.group(post(1, charged));
    const { bytes } = grouper;
    for (let n = 2; n < 3_000; n += 1)
      grouper.group(
        post(n, `${charging} number ${n} beside house ${n * 7} in street ${n % 50}`, { atMs: n }),
      );
    expect(grouper.bytes).toBe(bytes);
  });
});
