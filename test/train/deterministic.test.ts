import { describe, expect, it } from '@jest/globals';
import { createModel } from '../../src/classify/model/model.ts';
import { decodeModel, encodeModel } from '../../src/classify/model/model-file.ts';
import { behaviourLessons } from '../../train/behaviour/lessons.ts';
import { prepare } from '../../train/build-model.ts';
import { quantise } from '../../train/heads/pack.ts';
import { trainSentiment } from '../../train/heads/sentiment.ts';
import { scoresOf } from '../../train/learn/linear.ts';
import { tinyModel } from '../classify/model/tiny-model.ts';

const lessons = behaviourLessons().filter((_, nth) => nth % 20 === 0);
const trained = () => {
  const { corpus } = prepare(lessons);
  return { corpus, table: trainSentiment(corpus, () => true, { language: 'en', seeds: [1] }) };
};

describe('training', () => {
  it('gives the same weights to the last bit each time', () => {
    const { table } = trained();
    expect(Buffer.from(trained().table.buffer).equals(Buffer.from(table.buffer))).toBe(true);
  });

  it('says the same with whole steps as with the weights that it learnt', () => {
    const { corpus, table } = trained();
    const { steps, scale } = quantise(table);
    const coarse = Float32Array.from(steps, (step) => step * scale);
    const saidBy = (weights: Float32Array, row: number) => {
      const scores = [...scoresOf(corpus.matrix, row, weights, 3)];
      const [first = 0, second = 0] = scores.toSorted((a, b) => b - a);
      return { label: scores.indexOf(first), lead: first - second };
    };
    const clear = lessons.flatMap((_, row) => (saidBy(table, row).lead > 0.5 ? [row] : []));
    expect(clear.length / lessons.length).toBeGreaterThan(0.8);
    for (const row of clear) expect(saidBy(coarse, row).label).toBe(saidBy(table, row).label);
  });

  it('writes sentences that are the same on every machine', () => {
    const sentences = behaviourLessons();
    expect(sentences).toEqual(behaviourLessons());
    expect(sentences.length).toBeGreaterThan(5_000);
    expect(sentences.filter(({ text }) => /[{}|()]/.test(text))).toEqual([]);
  });

  it('packs a model that answers as it did before it was written', () => {
    const file = tinyModel(3);
    expect(createModel(decodeModel(encodeModel(file), 'x')).languagesOf([])).toEqual(
      createModel(file).languagesOf([]),
    );
  });
});
