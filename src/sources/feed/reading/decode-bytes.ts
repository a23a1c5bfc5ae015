import chardet from 'chardet';
import iconv from 'iconv-lite';

/**
 * Bytes to text in the charset order measured on the corpus (facts/sources.md 5): byte order mark, HTTP charset, XML
 * declaration or HTML meta, UTF-8, detector. A charset that the bytes contradict is passed over; the last resort reads
 * every byte, so that this never throws.
 */
export const decodeBytes = (bytes: Uint8Array, contentType?: string): string => {
  const mark = byteOrderMark(bytes);
  const candidates = [mark, httpCharset(contentType), shapeOf(bytes), declaredCharset(bytes), 'utf-8'];
  for (const charset of candidates) {
    const text = charset === undefined ? undefined : sensibly(bytes, charset);
    if (text !== undefined) return withoutControls(text);
  }
  const mostly = mostlyUtf8(bytes);
  if (mostly !== undefined) return withoutControls(mostly);
  const detected = chardet.detect(bytes.subarray(0, DETECT_BYTES));
  const text = detected === null ? undefined : strictly(bytes, detected);
  return withoutControls(text ?? windows1252(bytes));
};

/** Not TextDecoder: Node 20 reads its windows-1252 as plain latin-1 and loses quotes and dashes. */
const windows1252 = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), 'windows-1252');
const LATIN = /^(?:windows-1252|cp1252|(?:iso[-_]?8859[-_]?1)|latin-?1|l1|us-ascii|ascii)$/;

/** Latin text that happens to be UTF-8 as well does not exist: whoever declared it so had the server's default there. */
const sensibly = (bytes: Uint8Array, charset: string): string | undefined =>
  (LATIN.test(charset.toLowerCase()) ? strictly(bytes, 'utf-8') : undefined) ?? strictly(bytes, charset);

/** UTF-8 with a few foreign bytes, as when somebody pastes from elsewhere or a page is cut: only these are read apart. */
const mostlyUtf8 = (bytes: Uint8Array): string | undefined => {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const parts: string[] = [];
  let [foreign, units] = [0, 0];
  for (const [run] of latin.matchAll(UTF8_RUN)) {
    const isForeign = run.length === 1 && run > '\x7f';
    if (isForeign) foreign += 1;
    if (foreign > MOST_FOREIGN) return undefined;
    const raw = Buffer.from(run, 'latin1');
    const part = isForeign ? windows1252(raw) : raw.toString('utf8');
    units += part.length;
    parts.push(part);
  }
  // Each character of several bytes saved at least one unit: two of them must stand for each foreign byte.
  return latin.length - units > 0 && latin.length - units >= 2 * foreign ? parts.join('') : undefined;
};
const MOST_FOREIGN = 5_000;
/** Bounded, so that the matcher's stack is. */
const UTF8_RUN =
  /(?:[^\x80-\xff]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}){1,1000}|[\x80-\xff]/g;

/** XML 1.0 allows none of them. */
const CONTROLS = /[^\P{Cc}\t\n\r\u0080-\u009f]/gu;

/** Control characters of 0x80 to 0x9F are Windows quotes and dashes that somebody declared as ISO 8859 or Unicode. */
const withoutControls = (text: string): string =>
  text
    .replace(/^\uFEFF+/, '')
    .replace(CONTROLS, '')
    .replace(/[\u0080-\u009F]/g, (control) => windows1252(Uint8Array.of(control.charCodeAt(0))));

/** Enough for the detector; it reads every byte several times. */
const DETECT_BYTES = 65_536;

/** The longer marks first: that of UTF-32 begins like that of UTF-16. */
const MARKS: readonly (readonly [string, string])[] = [
  ['fffe0000', 'utf-32le'],
  ['0000feff', 'utf-32be'],
  ['efbbbf', 'utf-8'],
  ['fffe', 'utf-16le'],
  ['feff', 'utf-16be'],
];
const headOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 4)).toString('hex');
const byteOrderMark = (bytes: Uint8Array): string | undefined =>
  MARKS.find(([mark]) => headOf(bytes).startsWith(mark))?.[1];

/** How `<` and `<?` lie in the first four bytes without a mark (XML 1.0, appendix F). */
const shapeOf = (bytes: Uint8Array): string | undefined => {
  const head = headOf(bytes);
  if (head === '3c000000') return 'utf-32le';
  if (head === '0000003c') return 'utf-32be';
  if (/^3c00..00$/.test(head)) return 'utf-16le';
  if (/^003c00..$/.test(head)) return 'utf-16be';
  return head === '4c6fa794' ? ebcdicDeclaration(bytes) : undefined;
};

const ebcdicDeclaration = (bytes: Uint8Array): string =>
  encodingIn(iconv.decode(Buffer.from(bytes.subarray(0, 200)), 'cp037')) ?? 'cp037';

const httpCharset = (contentType: string | undefined): string | undefined =>
  /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType ?? '')?.[1];

const declaredCharset = (bytes: Uint8Array): string | undefined =>
  encodingIn(Buffer.from(bytes.subarray(0, 2048)).toString('latin1'));

const encodingIn = (head: string): string | undefined =>
  (/^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/i.exec(head) ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(head))?.[1];

/** gb2312 pages use characters of its successors. */
const SUPERSETS: Readonly<Record<string, string>> = { gb2312: 'gb18030', gbk: 'gb18030', 'x-gbk': 'gb18030' };

/** The text, or undefined when the charset is unknown or the bytes are not of it. */
const strictly = (bytes: Uint8Array, charset: string): string | undefined => {
  const label = charset.toLowerCase();
  if (LATIN.test(label)) return windows1252(bytes);
  const name = SUPERSETS[label] ?? label;
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_ENCODING_NOT_SUPPORTED') return undefined;
  }
  if (!iconv.encodingExists(name)) return undefined;
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name);
  return text.includes('\uFFFD') ? undefined : text;
};
