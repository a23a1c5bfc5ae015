/** Hides account numbers whose check digits are right (ISO 13616), in groups or in one run, in either case. */
export const maskIbans = (text: string): string => hideRuns(text, ibanLike, '[iban]', ibanLength);

const ibanLike = /(?<![\p{L}\p{N}])(?=([A-Z]{2}\d{2}(?:[ \u00a0\u202f.-]?[A-Z\d]){11,70}))/giu;

/** What follows may belong to the sentence: the longest beginning with right check digits is the account number. */
const ibanLength = (run: string): number => {
  for (let end = run.length; end >= 15; end -= 1) {
    const number = run.slice(0, end).replace(/[^A-Za-z\d]/g, '');
    const isSeparator = /[^A-Za-z\d]/.test(run.charAt(end - 1));
    if (!isSeparator && number.length <= 34 && hasIbanCheck(number)) return end;
  }
  return 0;
};

/** Replaces the first `length(run)` signs of every run that the pattern sees ahead of a place; runs may overlap. */
const hideRuns = (text: string, ahead: RegExp, mark: string, length: (run: string) => number): string => {
  let masked = '';
  let done = 0;
  for (const { index, 1: run = '' } of text.matchAll(ahead)) {
    const hidden = index < done ? 0 : length(run);
    if (hidden === 0) continue;
    masked += text.slice(done, index) + mark;
    done = index + hidden;
  }
  return masked + text.slice(done);
};

/** ISO 7064 mod 97-10: country and check digits to the end, letters as 10 to 35, remainder 1. */
const hasIbanCheck = (number: string): boolean => {
  // At least half are digits in every country: a flight number with the words behind it is none.
  if (number.length < 15 || number.replace(/\D/g, '').length * 2 < number.length) return false;
  let remainder = 0;
  for (const sign of number.slice(4) + number.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
};

/**
 * Hides vehicle numbers (ISO 3779: 17 signs without I, O, Q). European makers leave the check sign out, so a run of
 * letters and digits is enough; a run in groups, or of digits only, needs the right check sign.
 */
export const maskVins = (text: string): string =>
  hideRuns(
    text.replace(vin, (run) => (isMixed(run) || hasVinCheck(run) ? '[vin]' : run)),
    groupedVin,
    '[vin]',
    (run) => (isMixed(run) && hasVinCheck(run.replace(/[ -]/g, '')) ? run.length : 0),
  );

const vin = /(?<![\p{L}\p{N}])[A-HJ-NPR-Z\d]{17}(?![\p{L}\p{N}])/giu;
const groupedVin = /(?<![\p{L}\p{N}])(?=([A-HJ-NPR-Z\d](?:[ -]?[A-HJ-NPR-Z\d]){16})(?![\p{L}\p{N}]))/giu;
const isMixed = (run: string): boolean => /\d.*\d.*\d/.test(run) && /[A-Za-z]/.test(run);

// 49 CFR 565.15: values of the letters A to Z (0: not used) and weights of the places; remainder 10 is written X.
const letterValues = '12345678012345070923456789';
const placeWeights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
const hasVinCheck = (run: string): boolean => {
  const signs = Array.from(run.toUpperCase());
  const value = (sign: string) => Number(/\d/.test(sign) ? sign : letterValues[sign.charCodeAt(0) - 65]);
  const sum = signs.reduce((total, sign, place) => total + value(sign) * (placeWeights[place] ?? 0), 0);
  return signs[8] === (sum % 11 === 10 ? 'X' : String(sum % 11));
};

/** Hides German plates: district, letters and digits, with a hyphen or in capitals with spaces. */
export const maskPlates = (text: string): string =>
  text
    .replace(hyphenPlate, (whole, product: string) => (products.has(product) ? whole : '[plate]'))
    .replace(spacedPlate, (whole, district: string, letters: string) =>
      isFlight(district, letters) ? whole : '[plate]',
    );

const hyphenPlate = /(?<![\p{L}\p{N}-])([A-ZÄÖÜ]{1,3}-[A-Z]{1,2})[ -]?[1-9]\d{0,3}[EH]?(?![\p{L}\p{N}])/gu;
// It takes two digits, or three without a space before them: "JFK T5" is a gate.
const spacedPlate =
  /(?<![\p{L}\p{N}-])([A-ZÄÖÜ]{1,3}) ([A-Z]{1,2})(?: [1-9]\d{1,3}|[1-9]\d{2,3})[EH]?(?![\p{L}\p{N}])/gu;
/** `MIT LH 400`, `FRA LH 400`: a word or an airport before a flight number, not a district. */
const isFlight = (district: string, letters: string): boolean =>
  airlines.has(letters) && (district.length === 3 || shortWords.has(district));

// IATA codes of the airlines that fly most to and from Germany, and the short words that stand before a flight.
const airlines = new Set(
  'LH EW DE FR BA AF KL LX OS SN TK PC XQ UA AA DL EK QR EY IB VY AY SK DY TP AZ LO OK RO SU TO HV EI AC WN NK VS SQ NH CX'.split(
    ' ',
  ),
);
const shortWords = new Set(
  'AM IM IN AN AB ZU SO ES ER DA OB UM ON MY IS AT BY NO TO I A OF OR IT'.split(' '),
);
const products = new Set(['USB-C', 'USB-A', 'WI-FI']);

/** Hides order, booking, customer and other numbers by which a company finds a person. */
export const maskNumbers = (text: string): string =>
  text
    .replace(named, (whole, words: string, explicit: string | undefined, candidate: string) =>
      isNumber(candidate, explicit !== undefined) ? `${words}[number]` : whole,
    )
    .replace(bookingCode, (_whole, words: string) => `${words}[number]`)
    .replace(bare, (run) => (isDay(run) ? run : '[number]'))
    .replace(mixed, (run) => (/\d(?:[^\d]*\d){3}/.test(run) ? '[number]' : run));

const things =
  'order|bestell(?:ung|nummer|-?nr)|auftrag(?:snummer|s?-?nr)?|booking|buchung(?:snummer|snr)?|reservation|reservierung(?:snummer)?|reference|referenz(?:nummer)?|ref|pnr|ticket(?:nummer|nr)?|rechnung(?:snummer|s?-?nr)?|invoice|kunden(?:nummer|-?nr)|customer|account|konto(?:nummer)?|case|vorgang(?:snummer|s?-?nr)?|sendung(?:snummer|s?-?nr)?|tracking|shipment|parcel|vertrag(?:snummer|s?-?nr)?|contract|policy|serial|seriennummer|aktenzeichen';
const explicitly =
  '(?:no|nr|number|nummer|id|ref|reference|code)\\b[.:]?\\s*(?:is\\s|lautet\\s|ist\\s)?|#\\s*|:\\s*';
const token =
  '(?=[A-Z._/-]{0,20}\\d)([A-Z\\d](?:[A-Z\\d._/-]{0,60}[A-Z\\d])?)(?![A-Z\\d._/-]{0,60}[\\p{L}\\p{N}])';
/** "Ticket 120,50", "invoice 4333 EUR": what it cost, not what it is called. */
const noPrice = '(?!,\\d\\d|\\s?(?:€|\\$|£|Euro|EUR|USD|GBP|CHF|Dollar|Franken))';
const named = new RegExp(
  `(?<![\\p{L}])((?:${things})\\b\\.?\\s*(${explicitly})?)#?${token}${noPrice}`,
  'giu',
);
const isNumber = (candidate: string, isExplicit: boolean): boolean => {
  if (/^\d+[.]\d{2}$|^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$|^\d{4}-\d\d-\d\d$/.test(candidate)) return false;
  return candidate.length >= (isExplicit ? 3 : 5);
};
const bookingCode =
  /(?<![\p{L}])((?:pnr|[Bb]ooking code|[Bb]uchungscode|PNR)[\s:]+(?:is\s|ist\s|lautet\s)?)[A-Z]{6}(?![\p{L}\p{N}])/gu;

/** Eight digits and more, also in groups as on cards and parcels, and `#12345`. */
const bare =
  /(?<![\p{L}\p{N}.,])(?:\d{8,}|\d{4}(?:[ -]\d{4}){2,}(?:[ -]\d{1,4})?|\d{3}-\d{7}-\d{7}|#\d{5,})(?![\p{L}\p{N}]|[.,]\d)/gu;
const isDay = (run: string): boolean => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(run);
/** Capitals and digits of nine signs and more, four of them digits: `EVB-2024-00123`. */
const mixed =
  /(?<![\p{L}\p{N}])(?=[\d/-]{0,40}[A-Z])(?=[A-Z/-]{0,40}\d)[A-Z\d](?:[A-Z\d]|[/-](?=[A-Z\d])){8,}(?![\p{L}\p{N}])/gu;
