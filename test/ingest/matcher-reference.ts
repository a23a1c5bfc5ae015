import type { Brand } from '../../src/domain/brand.ts';
import type { Match } from '../../src/ingest/watch-list.ts';

/** The matcher once more: slow, obvious, without tables, by trying every spelling at every place. */
export const matchSlowly = (brands: readonly Brand[], text: string): readonly Match[] => {
  const signs = signsOf(text);
  return brands
    .flatMap((brand, order) => matchBrand(brand, text, signs).map((found) => ({ ...found, order })))
    .sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order)
    .map(({ brand, matchedBy, start, end }) => ({ brand, matchedBy, start, end }));
};

interface Sign {
  readonly folded: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
}

const matchBrand = (brand: Brand, text: string, signs: readonly Sign[]): readonly Match[] => {
  const words = (list: readonly string[], isName: boolean) =>
    list.flatMap((word) => findWord(word, isName, text, signs));
  const handles = (list: readonly string[]) => list.flatMap((handle) => findHandle(handle, text, signs));
  const { phrases } = brand.exclusions;
  if (
    words(
      phrases.filter((p) => !p.startsWith('@')),
      false,
    ).length > 0
  )
    return [];
  if (handles(phrases.filter((p) => p.startsWith('@')).map((p) => p.slice(1))).length > 0) return [];
  const all = [
    ...[...words(brand.names, true), ...words(brand.phrases, false)].map((span) => ({
      ...span,
      matchedBy: 'phrase' as const,
    })),
    ...handles(brand.handles).map((span) => ({ ...span, matchedBy: 'handle' as const })),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Match[] = [];
  for (const { start, end, matchedBy } of all) {
    if (start >= (kept.at(-1)?.end ?? 0)) kept.push({ brand: brand.id, matchedBy, start, end });
  }
  return kept;
};

interface Span {
  readonly start: number;
  readonly end: number;
}

const findWord = (word: string, isName: boolean, text: string, signs: readonly Sign[]): readonly Span[] => {
  const folded = foldWord(word);
  const opensCompound = isName && (folded.match(/[\p{L}\p{N}]/gu) ?? []).length >= 6;
  const trimmed = new Set(
    spellings(folded)
      .map((spelling) => spelling.replace(/ +/g, ' ').trim())
      .filter((s) => s !== ''),
  );
  return [...trimmed].flatMap((spelling) => {
    const closed = spelling.replaceAll(' ', '');
    const ways =
      closed === spelling
        ? [{ spelling, isTag: false }]
        : [
            { spelling, isTag: false },
            { spelling: closed, isTag: true },
          ];
    return ways.flatMap((way) =>
      places(way.spelling, signs)
        .filter(
          ([first, last]) =>
            beginsWell(way.spelling, signs, first) &&
            endsWell(opensCompound, way.spelling, signs, first, last),
        )
        .filter(([first]) => !way.isTag || isInTag(signs, first))
        .map(([first, last]) => ({ start: signs[first]?.start ?? 0, end: signs[last - 1]?.end ?? 0 }))
        .filter(
          ({ start, end }) =>
            /[.@]/.test(word) || !isInAddress(spread(text.slice(0, start)), spread(text.slice(end))),
        ),
    );
  });
};

const findHandle = (handle: string, text: string, signs: readonly Sign[]): readonly Span[] =>
  signs.flatMap(({ start }, index) => {
    if (isWord(signs[index - 1])) return [];
    const end = start + handle.length + 1;
    if (text.slice(start, end).normalize('NFKC').toLowerCase() !== `@${handle}`) return [];
    if (isWord(signs.find((sign) => sign.start >= end)) || /[aou]\u0308$/i.test(text.slice(start, end + 1)))
      return [];
    // A ligature is its letters: `.ﬁ` goes on with the address as `.fi` does.
    return /^(_|\.[a-z0-9]|-[a-z0-9-]*\.[a-z0-9])/.test(spread(text.slice(end))) ? [] : [{ start, end }];
  });

/** First and last (exclusive) sign of each place where the spelling stands, whatever is around it. */
const places = (spelling: string, signs: readonly Sign[]): readonly (readonly [number, number])[] =>
  signs.flatMap((_, first) => {
    let at = first;
    for (const char of spelling) {
      if (signs[at]?.folded !== char) return [];
      at++;
      while (char === ' ' && signs[at]?.folded === ' ') at++;
    }
    return [[first, at] as const];
  });

const beginsWell = (spelling: string, signs: readonly Sign[], first: number): boolean =>
  !/^[\p{L}\p{N}]/u.test(spelling) ||
  !isWord(signs[first - 1]) ||
  (isHump(signs, first) && isInTag(signs, first));

const endsWell = (
  opensCompound: boolean,
  spelling: string,
  signs: readonly Sign[],
  ...[first, last]: [number, number]
): boolean => {
  if (!/[\p{L}\p{N}]$/u.test(spelling)) return true;
  let end = last;
  while (isWord(signs[end])) end++;
  const tail = signs
    .slice(last, end)
    .map(({ folded }) => folded)
    .join('');
  if (tail === '' || tail === 's') return true;
  if (/^\d/.test(tail) && !/\d$/.test(spelling)) return true;
  if (
    opensCompound &&
    tail.length >= 3 &&
    tail.length <= 40 &&
    !/^(ings?|er[sn]|ens|est|able|ness)$/.test(tail)
  )
    return true;
  return isHump(signs, last) && isInTag(signs, first);
};

/** Han parts no words by blanks; letters beyond the BMP are rare enough to count as signs. */
const isWord = (sign: Sign | undefined): boolean =>
  sign?.folded.length === 1 && /^[\p{L}\p{N}]$/u.test(sign.folded) && !/\p{Script=Han}/u.test(sign.folded);
const isCapital = (sign: Sign | undefined): boolean =>
  sign !== undefined && sign.raw !== sign.raw.toLowerCase();
const isSmall = (sign: Sign | undefined): boolean =>
  sign !== undefined && sign.raw !== sign.raw.toUpperCase();

const isHump = (signs: readonly Sign[], at: number): boolean => {
  if (!isWord(signs[at - 1]) || !isCapital(signs[at])) return false;
  return !isCapital(signs[at - 1]) || isSmall(signs[at + 1]);
};

const isInTag = (signs: readonly Sign[], first: number): boolean => {
  let at = first;
  while (isWord(signs[at - 1]) || signs[at - 1]?.raw === '_') at--;
  return signs[at - 1]?.folded === '#';
};

const spread = (text: string): string => text.replaceAll('ﬁ', 'fi').replaceAll('ﬀ', 'ff');

const isInAddress = (before: string, after: string): boolean =>
  /[@＠][\w.-]*$/.test(before) ||
  /:\/\/[\w.-]*$/.test(before) ||
  /(^|[^\w.-])www\.[\w.-]*$/i.test(before) ||
  /^[\w.-]*@[a-z0-9]/i.test(after);

const signsOf = (text: string): readonly Sign[] => {
  const signs: Sign[] = [];
  let start = 0;
  for (const raw of text) {
    const end = start + raw.length;
    const last = signs.at(-1);
    const umlaut =
      raw === '\u0308' && last?.end === start ? { a: 'ä', o: 'ö', u: 'ü' }[last.folded] : undefined;
    if (last !== undefined && umlaut !== undefined) signs[signs.length - 1] = { ...last, folded: umlaut };
    for (const folded of foldSign(raw)) signs.push({ folded, raw, start, end });
    start = end;
  }
  return signs;
};

const foldSign = (raw: string): readonly string[] => {
  if (/^[\p{Mn}\p{Me}\p{Cf}\p{Default_Ignorable_Code_Point}]$/u.test(raw)) return [];
  const plain = /^[\p{L}\p{N}\uff01-\uff5e]$/u.test(raw) ? raw.normalize('NFKC') : raw;
  return Array.from(plain, (sign) => {
    if (/[\s\-_\u2010\u2011]/.test(sign)) return ' ';
    if (/['’‘ʼ´`]/.test(sign)) return "'";
    if (/[äöüß]/i.test(sign)) return sign.toLowerCase().replace('ẞ', 'ß');
    return sign
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase();
  });
};

const foldWord = (word: string): string =>
  Array.from(word.normalize('NFC')).flatMap(foldSign).join('').replace(/ +/g, ' ').trim();

const twins: readonly (readonly string[])[] = [
  ['ä', 'a', 'ae'],
  ['ö', 'o', 'oe'],
  ['ü', 'u', 'ue'],
  ['ß', 'ss'],
  ['ae', 'ä'],
  ['oe', 'ö'],
  ['ue', 'ü'],
  ['ss', 'ß'],
  ["'", ''],
];

const spellings = (word: string): readonly string[] => {
  if (word === '') return [''];
  const ways =
    twins.find(([written = '']) => written.length === 2 && word.startsWith(written)) ??
    twins.find(([written = '']) => word.startsWith(written));
  const [first = word.charAt(0)] = ways ?? [];
  const rests = spellings(word.slice(first.length));
  return [...new Set((ways ?? [first]).flatMap((way) => rests.map((rest) => way + rest)))];
};
