import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { read } from '../../src/classify/reading/read.ts';
import { findDanger } from '../../src/classify/rules/danger.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import { besideTrouble } from '../../train/danger/beside.ts';
import { type Judged, markAt, tellKinds } from '../../train/danger/measure.ts';
import { readSentences, type Sentence } from '../../train/danger/sentences.ts';
import { trainDanger } from '../../train/danger/train-danger.ts';

const sentences = readSentences(join(packageRoot, 'train', 'own'));

const judged = (score: number, danger: Sentence['danger']): Judged => ({
  sentence: { ...(sentences[0] as Sentence), danger },
  said: { score, kind: danger },
});

describe('training of the weights of danger', () => {
  it('writes the same bytes for the same sentences, and learns nothing from the held fifth', () => {
    const some = sentences.filter((_, nth) => nth % 51 === 0);
    const train = (all: readonly Sentence[]) => trainDanger({ sentences: all, posts: [], withHeld: false });
    const { sources } = train(some);
    // A second run at once, in which nothing differs but what must not be learnt.
    const turned = some.map((one) => (one.isHeld ? { ...one, danger: null } : one));
    expect(train(turned).sources).toEqual(sources);
  }, 120_000);

  it('shipped weights that find eight of ten dangers of the sentences they were learnt from', () => {
    const dangers = sentences.filter(({ danger, isHeld }) => danger !== null && !isHeld);
    const found = dangers.filter(({ text }) => findDanger(read(text)) !== null);
    expect(found.length / dangers.length).toBeGreaterThan(0.8);
  });

  it('set dangers and near misses beside an ordinary complaint of their own language and fold', () => {
    const told = besideTrouble(sentences.filter(({ isHeld }) => !isHeld));
    expect(told.length).toBeGreaterThan(1_000);
    const whole = new Map(sentences.map((one) => [one.text.toLowerCase().replace(/[.!?]+$/, ''), one]));
    for (const { text, danger, language, fold } of told.slice(0, 200)) {
      const parts = [...whole].filter(([part]) => part !== '' && text.toLowerCase().includes(part));
      const beside = parts.map(([, one]) => one);
      expect(beside.some((one) => one.danger === danger)).toBe(true);
      expect(
        beside.some(
          (one) => one.danger === null && one.isComplaint && one.language === language && one.fold === fold,
        ),
      ).toBe(true);
    }
  });

  it('marks where enough of what is found is right, and no lower', () => {
    const list = [
      judged(4, 'child'),
      judged(3, null),
      judged(2, 'product'),
      judged(1, null),
      judged(0, null),
    ];
    expect(markAt(list, 0.6)).toBe(1.5);
    expect(markAt(list, 1)).toBe(3.5);
    expect(markAt(list.toReversed(), 0.5)).toBe(0.5);
  });

  it('tells what each kind was taken for, and how often for none', () => {
    const taken = { ...judged(2, 'child'), said: { score: 2, kind: 'product' as const } };
    const told = tellKinds('judged', [judged(3, 'child'), taken, judged(0, 'child'), judged(5, null)], 1);
    expect(told).toContain(
      'judged, child taken for                      person_at_risk 0  threat_to_others 0  product 1  child 1  none 1',
    );
  });
});
