const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * Month names of feeds in other languages, cut to what tells them apart: Greek and Hungarian with the misspellings of the
 * corpus, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian. Asked only when English does not know.
 */
const FOREIGN_MONTHS: readonly (readonly [RegExp, number])[] = [
  [/^(?:ιαν|jän|gen|ene|sty|янв)/, 1],
  [/^(?:φεβ|f[ée]v|lut|фев)/, 2],
  [/^(?:μαρ|μάρ|μ[αά]ώ|mär|mrz|márc|mrt|maart|мар)/, 3],
  [/^(?:απρ|άπρ|ápr|avr|abr|kwi|апр)/, 4],
  [/^(?:μαϊ|μάι|μαι|μαΐ|mai|máj|máuj|mag|mei|maj|ма[йя])/, 5],
  [/^(?:ιουν|ιούν|ιον|jún|juin|giu|cze|июн)/, 6],
  [/^(?:ιουλ|ιούλ|ιολ|júl|juil|lug|lip|июл)/, 7],
  [/^(?:αυγ|αύγ|ao[uû]|ago|sie|авг)/, 8],
  [/^(?:σεπ|sze|set|wrz|сен)/, 9],
  [/^(?:οκτ|όκτ|okt|ott|out|pa[zź]|окт)/, 10],
  [/^(?:νοε|νοέ|lis|ноя)/, 11],
  [/^(?:δεκ|dez|déc|dic|gru|дек)/, 12],
];

/** 1 to 12 by a name or its beginning, English and what feeds of other languages write. */
export const monthNumber = (name: string): number | undefined => {
  const lower = name.toLowerCase();
  const english = MONTHS.indexOf(lower.slice(0, 3));
  if (english >= 0) return english + 1;
  return FOREIGN_MONTHS.find(([pattern]) => pattern.test(lower))?.[1];
};

/** RFC 822 zones, the military letters that RFC 822 did not get wrong, and what feeds write instead; in hours. */
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
  nst: -3.5,
  ndt: -2.5,
  brt: -3,
  art: -3,
  sast: 2,
  trt: 3,
  ict: 7,
  wib: 7,
  sgt: 8,
  hkt: 8,
  awst: 8,
  nzst: 12,
  nzdt: 13,
  a: -1,
  n: 1,
  m: -12,
  y: 12,
};
