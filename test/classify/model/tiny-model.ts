import { hashOf } from '../../../src/classify/model/hash.ts';
import type { ModelFile } from '../../../src/classify/model/model-file.ts';

/** A small model of weights by chance: for what must hold whatever was learnt. */
export const tinyModel = (seed = 1): ModelFile => {
  const table = (size: number, nth: number): Int8Array =>
    Int8Array.from({ length: size }, (_, at) => (hashOf(`${at}`, seed * 8 + nth) & 0xff) - 128);
  const scales = (heads: number): readonly number[] => Array.from({ length: heads }, () => 0.01);
  const none = (heads: number): readonly number[] => Array.from({ length: heads }, () => 0);
  return {
    header: {
      mainBits: 10,
      categoryBits: 8,
      languageBits: 8,
      knownBits: 8,
      mainScales: { en: scales(4), de: scales(4), transit: scales(4) },
      categoryScales: scales(9),
      languageScales: scales(8),
      biases: { en: none(4), de: none(4), transit: none(4) },
      categoryBiases: none(9),
      languageBiases: none(8),
      trainedOn: 'chance',
      trainedFor: 'nothing',
    },
    main: { en: table(4096, 1), de: table(4096, 2), transit: table(4096, 3) },
    categories: table(9 * 256, 4),
    languages: table(8 * 256, 5),
    known: new Uint8Array(32).fill(0),
  };
};
