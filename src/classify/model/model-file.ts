import { createHash } from 'node:crypto';
import { UserError } from '../../lib/user-error.ts';
import { type Expert, experts } from './expert.ts';

/** What training found, as it is shipped: models/README says how it came to be. */
export interface ModelFile {
  readonly header: ModelHeader;
  /** `mainHeads` weights a row, by expert. */
  readonly main: Readonly<Record<Expert, Int8Array>>;
  readonly categories: Int8Array;
  readonly languages: Int8Array;
  /** One bit for each hash of a word that is known. */
  readonly known: Uint8Array;
}

export interface ModelHeader {
  readonly mainBits: number;
  readonly categoryBits: number;
  readonly languageBits: number;
  readonly knownBits: number;
  /** What one step of a weight is worth, by head. */
  readonly mainScales: Readonly<Record<Expert, readonly number[]>>;
  readonly categoryScales: readonly number[];
  readonly languageScales: readonly number[];
  /** Added to the sums of each head: calibration with its thresholds. */
  readonly biases: Readonly<Record<Expert, readonly number[]>>;
  readonly categoryBiases: readonly number[];
  readonly languageBiases: readonly number[];
  /** Hash of what it was trained on. */
  readonly trainedOn: string;
  /** `trainedFor` when it was trained: the signs and words of the rules that its weights know. */
  readonly trainedFor: string;
}

/**
 * A row of a table. The last is another head of the expert for some of its posts (docs/adr/0013). English: complaints, for
 * posts that address nobody by a handle sound other than those to a brand. Transit: negative, for posts about trains that
 * are not about access to them.
 */
export const mainHeads = ['complaint', 'negative', 'positive', 'relay', 'other'] as const;

/** Of each expert only the heads that differ from those of the one before in `like` are shipped. */
const shipped: Readonly<Record<Expert, readonly number[]>> = {
  en: [0, 1, 2, 3, 4],
  de: [0, 1, 2, 3],
  transit: [1, 2, 4],
};

/** The columns of a table that are shipped, row by row. */
const packedOf = (table: Int8Array, expert: Expert): Int8Array => {
  const heads = shipped[expert];
  const rows = table.length / mainHeads.length;
  const packed = new Int8Array(rows * heads.length);
  for (let row = 0; row < rows; row++)
    heads.forEach((head, nth) => {
      packed[row * heads.length + nth] = table[row * mainHeads.length + head] ?? 0;
    });
  return packed;
};

/** All columns again: those of `like` for what was not shipped, and `complaint` where nothing has `other`. */
const unpackedOf = (packed: Int8Array, expert: Expert, like: Int8Array | null): Int8Array => {
  const heads = shipped[expert];
  const rows = packed.length / heads.length;
  const width = mainHeads.length;
  const table = like === null ? new Int8Array(rows * width) : like.slice();
  for (let row = 0; row < rows; row++) {
    for (let nth = 0; nth < heads.length; nth++)
      table[row * width + (heads[nth] ?? 0)] = packed[row * heads.length + nth] ?? 0;
    if (!heads.includes(4)) table[row * width + 4] = table[row * width] ?? 0;
  }
  return table;
};
export const categoryHeads = 9;
export const languageHeads = 8;

/** Changes whenever the featuriser or the format does: weights of another version would be nonsense. */
const modelVersion = 3;

const magic = 'EVENHAND-MODEL\n';
const hashBytes = 32;
const fixedBytes = magic.length + 8;

/** Bytes of a model: magic, version, length of the header, header as JSON, tables, SHA-256 of all before. */
export const encodeModel = ({ header, main, categories, languages, known }: ModelFile): Buffer => {
  const json = Buffer.from(JSON.stringify(header), 'utf8');
  const fixed = Buffer.alloc(fixedBytes);
  fixed.write(magic, 'latin1');
  fixed.writeUInt32LE(modelVersion, magic.length);
  fixed.writeUInt32LE(json.length, magic.length + 4);
  const body = Buffer.concat([
    fixed,
    json,
    ...[...experts.map((expert) => packedOf(main[expert], expert)), categories, languages, known].map(
      (table) => Buffer.from(table.buffer, table.byteOffset, table.byteLength),
    ),
  ]);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
};

/** Reads the bytes of a model. Throws a UserError of one sentence that names `from` for anything but a whole one of this version. */
export const decodeModel = (bytes: Uint8Array, from: string): ModelFile => {
  const refuse = (why: string): never => {
    throw new UserError(`${from} ${why}: put the file of this release back, or run npm run train`);
  };
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.length < fixedBytes || buffer.toString('latin1', 0, magic.length) !== magic)
    return refuse('is not a model of Evenhand');
  const version = buffer.readUInt32LE(magic.length);
  if (version !== modelVersion)
    return refuse(`is a model of version ${version}, and this release reads version ${modelVersion}`);
  const end = buffer.length - hashBytes;
  const isWhole =
    end > fixedBytes &&
    createHash('sha256').update(buffer.subarray(0, end)).digest().equals(buffer.subarray(end));
  if (!isWhole) return refuse('is damaged or cut short');
  return tablesOf(buffer.subarray(0, end)) ?? refuse('holds tables of another size than it says');
};

const tablesOf = (buffer: Buffer): ModelFile | null => {
  const begin = fixedBytes + buffer.readUInt32LE(magic.length + 4);
  // Written by encodeModel and unchanged since, as the hash says: its shape needs no other proof.
  const header = JSON.parse(buffer.toString('utf8', fixedBytes, begin)) as ModelHeader;
  const rows = 2 ** header.mainBits;
  const sizes = [
    ...experts.map((expert) => rows * shipped[expert].length),
    2 ** header.categoryBits * categoryHeads,
    2 ** header.languageBits * languageHeads,
    2 ** header.knownBits / 8,
  ];
  if (begin + sizes.reduce((sum, size) => sum + size, 0) !== buffer.length) return null;
  let at = begin;
  const [en, german, transit, categories, languages, known] = sizes.map((size) => {
    const part = Uint8Array.from(buffer.subarray(at, at + size));
    at += size;
    return part;
  }) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const signed = (part: Uint8Array): Int8Array => new Int8Array(part.buffer);
  const de = unpackedOf(signed(german), 'de', null);
  return {
    header,
    main: { en: signed(en), de, transit: unpackedOf(signed(transit), 'transit', de) },
    categories: signed(categories),
    languages: signed(languages),
    known,
  };
};
