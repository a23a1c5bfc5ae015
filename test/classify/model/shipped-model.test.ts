import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decodeModel } from '../../../src/classify/model/model-file.ts';
import { modelPath } from '../../../src/classify/model/shipped-file.ts';
import { shippedModel } from '../../../src/classify/model/shipped-model.ts';
import { trainedFor } from '../../../src/classify/model/trained-for.ts';

const bytes = readFileSync(modelPath);

describe('the weights of this release', () => {
  it('take at most 4 MiB', () => {
    expect(bytes.length).toBeLessThanOrEqual(4 * 1024 * 1024);
  });

  it('are read once', () => {
    expect(shippedModel()).toBe(shippedModel());
  });

  it('were trained beside the words and signs that the rules have now', () => {
    // Changed the lexicon or the signs? Run `npm run train -- ../shared/data`, so that the weights know of it.
    expect(decodeModel(bytes, modelPath).header.trainedFor).toBe(trainedFor);
  });
});
