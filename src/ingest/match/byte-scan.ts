import { DIAERESIS, foldTable, IGNORED, LIGATURE, SPACE, umlautOf } from './fold.ts';
import type { Spelling } from './terms.ts';

/**
 * Whether text that is still UTF-8 bytes can name a brand at all: false is certain, true means "look". The bytes may be
 * escaped as in JSON, but for `\u`.
 */
export type MayName = (bytes: Buffer, start: number, end: number) => boolean;

/**
 * Of every spelling the longest stretch of plain signs is looked for, by its first few signs: several patterns at once,
 * looking at every n-th byte only (Wu and Manber 1994, with blocks of two). What the matcher finds stands there sign by
 * sign, unless a letter like é is folded to a plain one or a sign that nobody sees stands within a word: then the text
 * is folded first, as the matcher does it.
 */
export const createByteScan = (spellings: readonly Spelling[]): MayName => {
  const sought = spellings.filter(({ term }) => !term.isExclusion).map(({ codes }) => codes);
  const inBytes = scanFor(sought, asciiFolds());
  const inFolded = scanFor(sought, plainBytes());
  return (bytes, start, end) => {
    if (end - start > MAX_TEXT) return true;
    if (!needsFolding(bytes, start, end)) return inBytes(bytes, start, end);
    const length = foldBytes(bytes, start, end);
    return length < 0 || inFolded(folded, 0, length);
  };
};

type Scan = (bytes: Uint8Array, start: number, end: number) => boolean;

const MAX_WINDOW = 16;
/** In JSON they may be escaped, and then they stand apart. */
const ESCAPABLE = new Set(Array.from('"\\/', (sign) => sign.charCodeAt(0)));

const longestStretch = (codes: readonly number[]): readonly number[] => {
  let longest: readonly number[] = [];
  let current: number[] = [];
  for (const code of codes) {
    if (code === SPACE || code >= 0x80 || ESCAPABLE.has(code)) current = [];
    else current.push(code);
    if (current.length > longest.length) longest = [...current];
  }
  return longest;
};

const scanFor = (spellings: readonly (readonly number[])[], foldOf: Uint8Array): Scan => {
  const stretches = spellings.map(longestStretch);
  if (stretches.length === 0) return () => false;
  const length = Math.min(...stretches.map((stretch) => stretch.length), MAX_WINDOW);
  // A single sign is everywhere, and a name without any plain sign is not seen here.
  if (length < 2) return () => true;
  const windows = new Map(
    stretches.map((stretch) => [stretch.slice(0, length).join(), Uint8Array.from(stretch.slice(0, length))]),
  );
  return scanWindows([...windows.values()], length, foldOf);
};

const BLOCK_BITS = 7;

const scanWindows = (windows: readonly Uint8Array[], length: number, foldOf: Uint8Array): Scan => {
  const shifts = new Uint8Array(1 << (2 * BLOCK_BITS)).fill(length - 1);
  const endings = new Map<number, Uint8Array[]>();
  for (const signs of windows) {
    for (let at = 1; at < length; at += 1) {
      const block = ((signs[at - 1] ?? 0) << BLOCK_BITS) | (signs[at] ?? 0);
      shifts[block] = Math.min(shifts[block] ?? 0, length - 1 - at);
      if (at === length - 1) endings.set(block, [...(endings.get(block) ?? []), signs]);
    }
  }
  const stands = (bytes: Uint8Array, last: number, block: number): boolean =>
    (endings.get(block) ?? []).some((signs) => {
      let i = length - 3;
      while (i >= 0 && foldOf[bytes[last - length + 1 + i] as number] === signs[i]) i -= 1;
      return i < 0;
    });
  return (bytes, start, end) => {
    for (let last = start + length - 1; last < end; ) {
      const block =
        ((foldOf[bytes[last - 1] as number] as number) << BLOCK_BITS) |
        (foldOf[bytes[last] as number] as number);
      const shift = shifts[block] as number;
      if (shift === 0) {
        if (stands(bytes, last, block)) return true;
        last += 1;
      } else last += shift;
    }
    return false;
  };
};

const plainBytes = (): Uint8Array => Uint8Array.from({ length: 256 }, (_, byte) => byte & 0x7f);

const asciiFolds = (): Uint8Array =>
  Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? seenAs(foldTable()[byte] ?? 0) : 0));

/** What parts stretches is 0. */
const seenAs = (code: number): number => (code > SPACE && code < 0x80 ? code : 0);

/** Posts of 2,000 bytes are long; what is longer than this is looked at as a whole. */
const MAX_TEXT = 16_384;
const words = new Uint32Array(MAX_TEXT / 4 + 1);
const copy = Buffer.from(words.buffer);
const folded = Buffer.alloc(MAX_TEXT);

const SKIPPED = 0x80;
const UNSURE = 0x81;
const MARKED = 0x82;

let units: Uint8Array | null = null;

/** For each UTF-16 code unit how it stands in `folded`, or one of the three above. */
const seenUnits = (): Uint8Array => {
  units ??= Uint8Array.from(foldTable(), (code) => {
    if (code === IGNORED) return SKIPPED;
    if (code === LIGATURE) return UNSURE;
    return code === DIAERESIS ? MARKED : seenAs(code);
  });
  return units;
};

/** Four bytes at a time: most text is ASCII, or has a few signs that merely part words (quotes, emoji) or stay apart (ü). */
const needsFolding = (bytes: Buffer, start: number, end: number): boolean => {
  const length = bytes.copy(copy, 0, start, end);
  const wholeWords = length >>> 2;
  // Where the last sign beyond ASCII ended: one that nobody sees does no harm behind it.
  let after = -1;
  for (let i = 0; i < length; ) {
    if ((i & 3) === 0) {
      let word = i >>> 2;
      while (word < wholeWords && ((words[word] as number) & 0x80808080) === 0) word += 1;
      i = word << 2;
      if (i >= length) return false;
    }
    if ((copy[i] as number) < 0x80) {
      i += 1;
      continue;
    }
    const seen = seenAt(copy, i);
    if (seen !== 0 && (seen !== SKIPPED || i !== after)) return true;
    i += sizeOf(copy[i] as number);
    after = i;
  }
  return false;
};

/** Letters in mathematical dress stand in this plane (F0 9D); no other sign beyond the first plane means a letter. */
const ASTRAL_LEAD = 0xf0;
const MATHEMATICAL = 0x9d;

const sizeOf = (lead: number): number => {
  if (lead < 0xe0) return 2;
  return lead < ASTRAL_LEAD ? 3 : 4;
};

/** How the sign beyond ASCII that begins here stands in `folded`. */
const seenAt = (bytes: Buffer, at: number): number => {
  const lead = bytes[at] as number;
  const second = bytes[at + 1] as number;
  if (lead >= ASTRAL_LEAD) return second === MATHEMATICAL ? UNSURE : 0;
  const unit =
    lead < 0xe0
      ? ((lead & 0x1f) << 6) | (second & 0x3f)
      : ((lead & 0x0f) << 12) | ((second & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
  return seenUnits()[unit] as number;
};

/** Fills `folded`; returns how far, or -1 where only the matcher itself can tell. */
const foldBytes = (bytes: Buffer, start: number, end: number): number => {
  const seen = seenUnits();
  let length = 0;
  // U+0308 makes an umlaut of the very sign before it.
  let isAfterSign = false;
  for (let i = start; i < end; ) {
    const byte = bytes[i] as number;
    const sign = byte < 0x80 ? (seen[byte] as number) : seenAt(bytes, i);
    i += byte < 0x80 ? 1 : sizeOf(byte);
    if (sign < 0x80) folded[length++] = sign;
    else if (sign === UNSURE) return -1;
    else if (sign === MARKED && isAfterSign && umlautOf(folded[length - 1] ?? 0) !== undefined)
      folded[length - 1] = 0;
    isAfterSign = sign < 0x80;
  }
  return length;
};
