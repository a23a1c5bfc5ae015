const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;

export interface ScannedString {
  /** The quote behind its last sign; -1: there is none. */
  readonly end: number;
  /** `coded`: with `\u`, so that a sign may stand there which is not seen. */
  readonly escapes: 'none' | 'plain' | 'coded';
}

/** Where the JSON string that begins at `start` (behind its quote) ends. */
export const scanString = (bytes: Buffer, start: number): ScannedString => {
  const quote = bytes.indexOf(QUOTE, start);
  const backslash = bytes.indexOf(BACKSLASH, start);
  if (backslash === -1 || backslash > quote) return { end: quote, escapes: 'none' };
  let isCoded = false;
  for (let i = backslash; i < bytes.length; i += 1) {
    const byte = bytes[i] as number;
    if (byte === QUOTE) return { end: i, escapes: isCoded ? 'coded' : 'plain' };
    if (byte !== BACKSLASH) continue;
    i += 1;
    isCoded ||= bytes[i] === LETTER_U;
  }
  return { end: -1, escapes: 'none' };
};

/** null: what is escaped is no JSON. */
export const readText = (
  bytes: Buffer,
  start: number,
  end: number,
  escapes: ScannedString['escapes'],
): string | null => {
  const told = bytes.toString('utf8', start, end);
  if (escapes === 'none') return told;
  try {
    return JSON.parse(`"${told}"`) as string;
  } catch {
    return null;
  }
};
