const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Month names of feeds in other languages, cut to what tells them apart. Greek and Hungarian as in the corpus. */
const FOREIGN_MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ιαν|januar|jän)/, 1],
  [/^(?:φεβ|febru|feber)/, 2],
  [/^(?:μαρ|μάρ|märz|mrz|márci|mär)/, 3],
  [/^(?:απρ|άπρ|április)/, 4],
  [/^(?:μαϊ|μάι|μαι|μαΐ|mai|máju)/, 5],
  [/^(?:ιουν|ιούν|ιον|júni)/, 6],
  [/^(?:ιουλ|ιούλ|ιολ|júli)/, 7],
  [/^(?:αυγ|αύγ|auguszt)/, 8],
  [/^(?:σεπ|szept)/, 9],
  [/^(?:οκτ|όκτ|okt)/, 10],
  [/^(?:νοε|νοέ)/, 11],
  [/^(?:δεκ|dez)/, 12],
];

/** 1 to 12 by a name or its beginning, English and what feeds of other languages write. */
export const monthNumber = (name: string): number | undefined => {
  const lower = name.toLowerCase();
  const english = MONTHS.indexOf(lower.slice(0, 3));
  if (english >= 0) return english + 1;
  return FOREIGN_MONTHS.find(([pattern]) => pattern.test(lower))?.[1];
};

/** RFC 822 zones, their military letters, and what feeds write instead; in hours. */
export const ZONE_HOURS: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  ast: -4,
  adt: -3,
  at: -4,
  est: -5,
  edt: -4,
  et: -5,
  cst: -6,
  cdt: -5,
  ct: -6,
  mst: -7,
  mdt: -6,
  mt: -7,
  pst: -8,
  pdt: -7,
  pt: -8,
  akst: -9,
  akdt: -8,
  hst: -10,
  bst: 1,
  west: 1,
  cet: 1,
  met: 1,
  mez: 1,
  cest: 2,
  mest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  ist: 5.5,
  jst: 9,
  kst: 9,
  aest: 10,
  aedt: 11,
  a: -1,
  n: 1,
  m: -12,
  y: 12,
};
