import { describe, expect, it } from '@jest/globals';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import type { DigestBrandRows } from '../../src/digest/digest-rows.ts';
import {
  ago,
  brandRows,
  caseRow,
  dayMs,
  exampleRows,
  hourMs,
  now,
  samples,
  standing,
  thread,
} from './digest-example.ts';

const options = { now, sinceMs: dayMs };
const nordlicht = (rows: Partial<DigestBrandRows>) => {
  const [brand] = composeDigest({ brands: [brandRows(rows)], unseen: [] }, options).brands;
  if (brand === undefined) throw new Error('the brand is missing');
  return brand;
};

describe('composing a digest', () => {
  it('puts first what spreads fastest now, and last what nothing is known of', () => {
    const brand = nordlicht({
      threads: [
        thread({ thread: 'silent', samples: null, relays: 40 }),
        thread({ thread: 'large-but-over', samples: samples(89_000, 90_000, 90_000) }),
        thread({ thread: 'rising', samples: samples(10, 500, 2_000), elsewhere: 30 }),
      ],
    });
    expect(brand.threads.map((each) => each.thread)).toEqual(['rising', 'large-but-over', 'silent']);
    expect(brand.threads[0]?.spread).toMatchObject({ kind: 'known', count: 2_030, perHour: 1_500 });
    expect(brand.threads[2]?.spread).toEqual({ kind: 'unknown' });
  });

  it('tells no speed from less than a quarter of an hour', () => {
    const quick = [
      { at: ago(60_000), count: 1 },
      { at: ago(0), count: 90 },
    ];
    const brand = nordlicht({ threads: [thread({ thread: 'a', samples: quick })] });
    expect(brand.threads[0]?.spread).toMatchObject({ count: 90, perHour: null });
  });

  it('tells no negative speed when a platform takes counts back', () => {
    const brand = nordlicht({ threads: [thread({ thread: 'a', samples: samples(90, 40) })] });
    expect(brand.threads[0]?.spread).toMatchObject({ count: 40, perHour: 0 });
  });

  it('keeps places for threads whose source tells nothing of spread, those that are told on most', () => {
    const loud = Array.from({ length: 12 }, (_, i) => thread({ thread: `t${i}`, samples: samples(0, i) }));
    const silent = [0, 7, 2].map((relays) => thread({ thread: `s${relays}`, samples: null, relays }));
    const shown = nordlicht({ threads: [...loud, ...silent], spreading: 15 });
    expect(shown.threads.map((each) => each.thread)).toEqual([
      't11',
      't10',
      't9',
      't8',
      't7',
      't6',
      's7',
      's2',
    ]);
    expect(shown.moreThreads).toBe(7);
  });

  it('leaves out threads that were quiet in the period, but no case that waits', () => {
    const brand = nordlicht({
      threads: [thread({ thread: 'old', lastSeenAt: ago(2 * dayMs) })],
      oldest: [caseRow({ caseId: 'EH-1', waitingSince: ago(40 * dayMs) })],
    });
    expect(brand.threads).toEqual([]);
    expect(brand.oldest).toMatchObject([{ caseId: 'EH-1', waitedMs: 40 * dayMs }]);
  });

  it('shows the severe cases in the order of waiting', () => {
    const oldest = [
      caseRow({ caseId: 'EH-2', waitingSince: ago(3 * hourMs) }),
      caseRow({ caseId: 'EH-1', waitingSince: ago(9 * hourMs) }),
      caseRow({ caseId: 'EH-3', severity: 'critical', waitingSince: ago(hourMs) }),
    ];
    expect(nordlicht({ oldest }).oldest.map((row) => row.caseId)).toEqual(['EH-1', 'EH-2', 'EH-3']);
  });

  it('sets the famous customer who was answered beside the lesser-known who wait', () => {
    const [brand] = composeDigest(exampleRows, options).brands;
    const chests = brand?.threads.find((each) => each.thread === 'chests');
    expect(chests?.first).toMatchObject({ caseId: 'EH-19', state: 'answered', outOfBand: 'promise' });
    expect(chests?.others).toEqual({
      total: 17,
      waiting: 15,
      lesserKnown: 14,
      unknownReach: 1,
      longestMs: 9 * dayMs,
    });
    expect(brand?.sameProblem).toMatchObject([{ waiting: 15, total: 18, longestMs: 9 * dayMs }]);
  });

  it('tells neither text nor topic of a danger', () => {
    const [brand] = composeDigest(exampleRows, options).brands;
    const line = brand?.threads.find((each) => each.thread === 'line');
    expect(line).toMatchObject({ isDanger: true, excerpt: null });
    expect(line?.first).toMatchObject({ caseId: null, state: 'waiting' });
    expect(JSON.stringify(composeDigest(exampleRows, options))).not.toContain('heart of my mother');
  });

  it('hides the text of a thread whose first case is a danger even when the thread does not say so', () => {
    const first = standing({ caseId: 'EH-1', isDanger: true });
    const brand = nordlicht({ threads: [thread({ thread: 't', excerpt: 'smoke', first })] });
    expect(brand.threads[0]?.excerpt).toBeNull();
  });

  it('takes handles and addresses out of excerpts and cuts them at 280 characters', () => {
    const excerpt = `@someone.else see https://x.example/someone/1 ${'🔥'.repeat(400)}`;
    const [first] = nordlicht({ threads: [thread({ thread: 't', excerpt })] }).threads;
    expect(first?.excerpt).not.toMatch(/someone|https/);
    expect(Array.from(first?.excerpt ?? '')).toHaveLength(280);
    expect(first?.excerpt).not.toMatch(/\p{Surrogate}/u);
  });

  it('says how much it left out', () => {
    const threads = Array.from({ length: 11 }, (_, i) => thread({ thread: `t${i}`, samples: samples(i) }));
    const oldest = Array.from({ length: 10 }, (_, i) => caseRow({ caseId: `EH-${i}` }));
    const brand = nordlicht({ threads, spreading: 300, oldest, severe: 14 });
    expect([brand.threads.length, brand.moreThreads]).toEqual([8, 292]);
    expect([brand.oldest.length, brand.moreOldest]).toEqual([10, 4]);
  });

  it('names every source that tells nothing of spread, once', () => {
    const noSpread = (rows: Parameters<typeof composeDigest>[0]) =>
      composeDigest(rows, options).unseen.filter((each) => each.kind === 'no_spread');
    const blog = { kind: 'no_spread', source: 'blog' } as const;
    expect(noSpread(exampleRows)).toEqual([blog]);
    expect(noSpread({ ...exampleRows, unseen: [blog] })).toEqual([blog]);
  });
});
