import { describe, expect, it } from '@jest/globals';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import type { DigestRows } from '../../src/digest/digest-rows.ts';
import { ago, caseRow, dayMs, exampleRows, hourMs, now, samples, thread } from './digest-example.ts';

const options = { now, sinceMs: dayMs };
const rowsOf = (rows: Partial<DigestRows>): DigestRows => ({
  brands: [{ id: 'nordlicht', name: 'Nordlicht' }],
  threads: [],
  cases: [],
  unseen: [],
  ...rows,
});
const nordlicht = (rows: Partial<DigestRows>) => {
  const [brand] = composeDigest(rowsOf(rows), options).brands;
  if (brand === undefined) throw new Error('the brand is missing');
  return brand;
};

describe('composing a digest', () => {
  it('puts first what spreads fastest now, and last what nothing is known of', () => {
    const brand = nordlicht({
      threads: [
        thread({ thread: 'silent', samples: null, relays: 40 }),
        thread({ thread: 'large-but-over', samples: samples(89_000, 90_000, 90_000) }),
        thread({ thread: 'rising', samples: samples(10, 500, 2_000) }),
      ],
    });
    expect(brand.threads.map((each) => each.thread)).toEqual(['rising', 'large-but-over', 'silent']);
    expect(brand.threads[0]?.spread).toMatchObject({ kind: 'known', count: 2_000, perHour: 1_500 });
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

  it('leaves out threads that were quiet in the period, but no case that waits', () => {
    const brand = nordlicht({
      threads: [thread({ thread: 'old', lastSeenAt: ago(2 * dayMs) })],
      cases: [caseRow({ caseId: 'C-1', severity: 'high', openedAt: ago(40 * dayMs) })],
    });
    expect(brand.threads).toEqual([]);
    expect(brand.oldest).toMatchObject([{ caseId: 'C-1', waitedMs: 40 * dayMs }]);
  });

  it('shows the severe cases in the order of waiting, whatever the reach of their authors', () => {
    const cases = [
      caseRow({ caseId: 'C-2', severity: 'high', openedAt: ago(3 * hourMs), followers: '10k+' }),
      caseRow({ caseId: 'C-1', severity: 'high', openedAt: ago(9 * hourMs), followers: '0-99' }),
      caseRow({ caseId: 'C-3', severity: 'critical', openedAt: ago(hourMs), followers: '10k+' }),
      caseRow({ caseId: 'C-4', severity: 'high', state: 'answered' }),
      caseRow({ caseId: 'C-5', severity: 'medium', openedAt: ago(dayMs) }),
    ];
    expect(nordlicht({ cases }).oldest.map((row) => row.caseId)).toEqual(['C-1', 'C-2', 'C-3']);
    const swapped = cases.map((row) => ({
      ...row,
      followers: row.followers === '10k+' ? ('0-99' as const) : ('10k+' as const),
    }));
    expect(nordlicht({ cases: swapped }).oldest).toEqual(nordlicht({ cases }).oldest);
  });

  it('sets the famous customer who was answered beside the lesser-known who wait', () => {
    const [brand] = composeDigest(exampleRows, options).brands;
    const chests = brand?.threads.find((each) => each.thread === 'chests');
    expect(chests?.first).toMatchObject({ caseId: 'C-19', state: 'answered', outOfBand: 'promise' });
    expect(chests?.others).toEqual({
      total: 17,
      waiting: 15,
      lesserKnown: 14,
      unknownReach: 1,
      longestMs: 9 * dayMs,
    });
    expect(brand?.sameProblem).toMatchObject([{ problem: 'refund-of-chests', waiting: 15, total: 18 }]);
  });

  it('tells neither text nor topic of a danger', () => {
    const [brand] = composeDigest(exampleRows, options).brands;
    const line = brand?.threads.find((each) => each.thread === 'line');
    expect(line).toMatchObject({ isDanger: true, excerpt: null });
    expect(brand?.oldest.find((row) => row.caseId === 'C-40')).toMatchObject({
      excerpt: null,
      categories: [],
    });
    expect(JSON.stringify(composeDigest(exampleRows, options))).not.toContain('heart of my mother');
  });

  it('hides the text of a thread whose first case is a danger even when the thread does not say so', () => {
    const brand = nordlicht({
      threads: [thread({ thread: 't', excerpt: 'smoke', isDanger: false })],
      cases: [caseRow({ caseId: 'C-1', thread: 't', isThreadStart: true, isDanger: true })],
    });
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
    const threads = Array.from({ length: 11 }, (_, index) =>
      thread({ thread: `t${index}`, samples: samples(index) }),
    );
    const cases = Array.from({ length: 14 }, (_, index) =>
      caseRow({ caseId: `C-${index}`, severity: 'high' }),
    );
    const brand = nordlicht({ threads, cases });
    expect([brand.threads.length, brand.moreThreads]).toEqual([8, 3]);
    expect([brand.oldest.length, brand.moreOldest]).toEqual([10, 4]);
  });

  it('names every source that tells nothing of spread', () => {
    const { unseen } = composeDigest(exampleRows, options);
    expect(unseen.filter((each) => each.kind === 'no_spread')).toEqual([
      { kind: 'no_spread', source: 'blog' },
    ]);
  });
});
