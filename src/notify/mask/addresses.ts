/** Hides street with number, postcode with town; German, Austrian and Swiss, British and American ways of writing. */
export const maskAddresses = (text: string): string =>
  text
    .replace(germanStreet, '[address]')
    .replace(namelessStreet, '[address]')
    .replace(englishStreet, '[address]')
    .replace(germanTown, (whole, code: string, town: string) => (isAmount(code, town) ? whole : '[address]'))
    .replace(britishCode, '[address]')
    .replace(americanTown, '[address]')
    .replace(/\[address\](?:[\s,]{1,3}\[address\])+/g, '[address]');

// Bounded, so that the search stays linear on a text of one endless word.
const word = "\\p{Lu}[\\p{L}.']{0,40}";
const houseNumber =
  '\\d{1,4}(?:\\s?[a-h])?(?:\\s?[-/+]\\s?\\d{1,4}(?:\\s?[a-h])?)?(?![\\p{L}\\p{N}]|[.,:]\\d)';
/** "Heimweg 20 Minuten", "Rückweg 3 Stunden": a measure follows, not the end of an address. */
const noMeasure =
  '(?!\\s?(?:Stunden?|Std|Minuten?|Min|h|km|Kilometer|Meter|m|Tagen?|Uhr|Euro|EUR|€|%|[Mm]al|x|Wochen?|Monaten?|Jahren?|Personen|Leuten?|Leute)(?![\\p{L}]))';
// A seat and a car park are "Platz" too: such compounds do not name a street.
const noSeat =
  '(?!(?:Sitz|Steh|Stell|Park|Stamm|Arbeits|Fenster|Liege|Schlaf|Gang)platz|(?:Heim|Rück|Hin|Um|Aus|Arbeits|Schul)weg)';
const suffix =
  '(?:[Ss]tra(?:ß|ss)e|[Ss]tr\\.?|[Ww]eg|[Aa]llee|[Pp]latz|[Gg]asse|[Rr]ing|[Dd]amm|[Uu]fer|[Cc]haussee|[Pp]romenade|[Ss]tieg|[Pp]fad|[Ss]teig|[Tt]wiete|[Gg]raben|[Zz]eile|[Mm]arkt)';
const germanStreet = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${noSeat}\\p{Lu}[\\p{L}-]{0,40}${suffix}|(?:${word}[ -]){0,3}${word}(?:er|es|en|n|-)[ -]${suffix}|(?:${word}[ -]){0,2}(?:Stra(?:ß|ss)e|Allee)|Stra(?:ß|ss)e (?:des|der) (?:\\d{1,2}\\. )?${word}(?: ${word})?)\\s?${houseNumber}${noMeasure}`,
  'gu',
);
/** "Am Alten Markt 3, 12345 Musterstadt": known as a street only by the postcode behind it. */
const namelessStreet = new RegExp(
  `(?<![\\p{L}])(?:${word}[ -]){1,4}${houseNumber}(?=\\s?,?\\s(?:[DAL]-)?\\d{4,5}\\s\\p{Lu}\\p{Ll})`,
  'gu',
);
const englishStreet =
  /(?<![\p{L}\p{N}])\d{1,5}[a-z]?,?\s(?:\p{Lu}[\p{L}.'-]{0,40}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Close|Crescent|Gardens|Parkway|Pkwy|Highway|Hwy)(?![\p{L}])\.?(?:,?\s(?:Apt|Flat|Suite|Unit)\.?\s?\w{1,5})?/gu;
const germanTown =
  /(?<![\p{L}\p{N}.,€$£-])((?:(?:DE?|A|AT|CH)-\d{4,5})|\d{5})\s(\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+)*(?:\s(?:am|an der|im|in der|bei|ob der|vor der)\s\p{Lu}\p{Ll}+)?)/gu;
/** Nouns are written large in German: "12000 Kunden" is no town. Postcodes do not end in 000. */
const isAmount = (code: string, town: string): boolean =>
  /^\d/.test(code) && (code.endsWith('000') || counted.test(town));
const counted =
  /^(?:Euro|Dollar|Franken|Pfund|Cent|Kilometer|Meilen?|Meter|Schritte|Kunden|Kundinnen|Menschen|Leute|Personen|Mitarbeiter|Fahrg|Passagier|Fans|Follower|Likes|Punkte|Stück|Mal|Stunden|Minuten|Tage|Wochen|Bestellungen|Pakete|Tonnen|Liter|Nutzer|Teilnehmer|Zuschauer|Einwohner|Kilowatt|Volt|Watt|Bonusmeilen|Prämien|Zeichen|Wörter)/u;
const britishCode = /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s\d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}])/gu;
const americanTown = /(?<![\p{L}])\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+)?,\s?[A-Z]{2}\s\d{5}(?:-\d{4})?(?!\d)/gu;
