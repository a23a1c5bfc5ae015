/** Reads a letter as a mail program does: unfolds and decodes its headers, and takes its two parts. */
export const readLetter = (
  bytes: Uint8Array,
): { readonly headers: ReadonlyMap<string, string>; readonly text: string; readonly html: string } => {
  const whole = Buffer.from(bytes).toString('latin1');
  const end = whole.indexOf('\r\n\r\n');
  const headers = headersOf(whole.slice(0, end));
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(headers.get('content-type') ?? '') ?? [];
  const parts = whole.slice(end + 4).split(`--${boundary}`);
  if (parts.length !== 4 || !(parts[3] ?? '').startsWith('--'))
    throw new Error(`the letter has ${parts.length - 2} parts`);
  return { headers, text: partOf(parts[1] ?? ''), html: partOf(parts[2] ?? '') };
};

const headersOf = (text: string): Map<string, string> =>
  new Map(
    text
      .replace(/\r\n(?=[ \t])/g, '')
      .split('\r\n')
      .map((line) => {
        const colon = line.indexOf(':');
        return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())];
      }),
  );

/** RFC 2047; neighbours are one. */
const words = (value: string): string => {
  const joined = value.replace(/(\?=)\s+(?==\?)/g, '$1');
  const runs = joined.replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_whole, word: string) =>
    quoted(word.replaceAll('_', '=20')),
  );
  return Buffer.from(runs, 'latin1').toString('utf8');
};

const quoted = (text: string): string =>
  text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

const partOf = (part: string): string => {
  const body = part.slice(part.indexOf('\r\n\r\n') + 4, -2);
  return Buffer.from(quoted(body), 'latin1').toString('utf8').replace(/\r\n/g, '\n');
};
