import { describe, expect, it } from '@jest/globals';
import { enterShape, misspeltOf, type Shapes } from '../../../src/classify/reading/misspelt.ts';

const shapes: Shapes = new Map();
for (const word of ['disconnected', 'charged', 'fernwaerme', 'heating']) enterShape(shapes, word);

describe('a long word with one wrong letter inside', () => {
  it.each([
    ['disconected', 'disconnected'],
    ['disconnnected', 'disconnected'],
    ['discomnected', 'disconnected'],
    ['fernwarme', 'fernwaerme'],
  ])('is known: %s', (word, known) => {
    expect(misspeltOf(shapes, word)).toBe(known);
  });

  it('is another word where the first or the last letter differs, or more than one', () => {
    expect(misspeltOf(shapes, 'charger')).toBeNull();
    expect(misspeltOf(shapes, 'beating')).toBeNull();
    expect(misspeltOf(shapes, 'disconected'.replace('n', 'm'))).toBeNull();
  });
});
