import { describe, expect, it } from '@jest/globals';
import { benchmarks } from '../../bench/all.ts';
import { englishTexts } from '../../bench/posts/english-texts.ts';
import { perSecondOf } from '../../bench/processor-time.ts';

describe('the bars of the classifier', () => {
  it.each([
    ['classify-natural', 'higher', 8],
    ['classify-bayes', 'higher', 60],
    ['classify-vader', 'higher', 30],
    ['language-eld', 'higher', 5],
    ['classify-linear', 'lower', 1.3],
    ['classify-threads', 'higher', 1.6],
  ] as const)('%s: %s than %d', (name, better, bar) => {
    const benchmark = benchmarks.find((one) => one.name === name);
    expect(benchmark).toMatchObject({ better, bar, unit: 'x' });
  });
});

describe('the texts that it reads', () => {
  it('are as many as asked for, of 140 to 280 signs, the same for the same seed', () => {
    const texts = englishTexts(3, 200);
    expect(texts).toHaveLength(200);
    for (const { length } of texts) {
      expect(length).toBeGreaterThanOrEqual(140);
      expect(length).toBeLessThanOrEqual(280);
    }
    expect(englishTexts(3, 200)).toEqual(texts);
    expect(englishTexts(4, 200)).not.toEqual(texts);
  });
});

describe('the rate per second of processor time', () => {
  const spend = (milliseconds: number): void => {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  };

  it('falls with the work for each item, and does each once', () => {
    const seen: number[] = [];
    const little = perSecondOf([1, 2, 3], (item) => {
      seen.push(item);
      spend(2);
    });
    const much = perSecondOf([1, 2, 3], () => spend(40));
    expect(seen).toEqual([1, 2, 3]);
    expect(much).toBeLessThan(little);
  });
});
