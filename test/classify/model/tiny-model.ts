import { hashOf } from '../../../src/classify/model/hash.ts';
import { type ModelFile, mainHeads } from '../../../src/classify/model/model-file.ts';

/** A small model of weights by chance: for what must hold whatever was learnt. */
export const tinyModel = (seed = 1): ModelFile => {
  const table = (size: number, nth: number): Int8Array =>
    Int8Array.from({ length: size }, (_, at) => (hashOf(`${at}`, seed * 8 + nth) & 0xff) - 128);
  // What is not shipped of a table is that of another: see model-file.ts.
  const main = (like: Int8Array | null, own: Int8Array, heads: readonly number[]): Int8Array =>
    own.map((weight, at) => {
      const head = at % mainHeads.length;
      if (heads.includes(head)) return weight;
      return (like === null ? own[at - head] : like[at]) ?? 0;
    });
  const rows = 1024 * mainHeads.length;
  const de = main(null, table(rows, 2), [0, 1, 2, 3]);
  const scales = (heads: number): readonly number[] => Array.from({ length: heads }, () => 0.01);
  const none = (heads: number): readonly number[] => Array.from({ length: heads }, () => 0);
  return {
    header: {
      mainBits: 10,
      categoryBits: 8,
      languageBits: 8,
      knownBits: 8,
      mainScales: { en: scales(5), de: scales(5), transit: scales(5) },
      categoryScales: scales(9),
      languageScales: scales(8),
      biases: { en: none(5), de: none(5), transit: none(5) },
      categoryBiases: none(9),
      languageBiases: none(8),
      trainedOn: 'chance',
      trainedFor: 'nothing',
    },
    main: { en: table(rows, 1), de, transit: main(de, table(rows, 3), [1, 2, 4]) },
    categories: table(9 * 256, 4),
    languages: table(8 * 256, 5),
    known: new Uint8Array(32).fill(0),
  };
};
