/**
 * Hides whom a post calls by name: an employee who is complained of is named nowhere outside the desk. A name is known by
 * what stands before or behind it (a title, a role, "called"), in German and in English, and hidden wherever the text
 * repeats it. A bare first name without any of these is not found.
 */
export const maskPersons = (text: string): string =>
  personsIn(text).reduce((masked, { start, end }) => masked.slice(0, start) + mark + masked.slice(end), text);

/** The same in as many signs, for a text of which places are known. */
export const blackenPersons = (text: string): string => blacken(text, personsIn(text));

export const blacken = (text: string, places: readonly Place[]): string =>
  places.reduce(
    (said, { start, end }) => said.slice(0, start) + '█'.repeat(end - start) + said.slice(end),
    text,
  );

const mark = '[name]';

export interface Place {
  readonly start: number;
  readonly end: number;
}

const personsIn = (text: string): readonly Place[] => placesOf(namesBy(cues, text), text);

/** What stands in the first group of each cue. */
export const namesBy = (by: readonly RegExp[], text: string): readonly string[] =>
  by.flatMap((cue) => [...text.matchAll(cue)].map(([, name = '']) => name));

/** Wherever a word of these names stands, alone or beside another one; the last one first. */
export const placesOf = (names: readonly string[], text: string): readonly Place[] => {
  const words = [...new Set(names.flatMap((name) => name.split(/\s/)))];
  if (words.length === 0) return [];
  const word = `(?:${words.map((each) => each.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})`;
  const again = new RegExp(`${before}${word}(?:[ -]${word})*${after}`, 'gu');
  return [...text.matchAll(again)]
    .map((hit) => ({ start: hit.index, end: hit.index + hit[0].length }))
    .reverse();
};

export const before = '(?<![\\p{L}\\p{N}])';
/** "Hollmanns Zusage", "Hollmann's promise". */
const after = "(?=s?(?![\\p{L}\\p{N}])|['’])";

/** Written large in German or at the beginning of a sentence, and nobody's name. */
const noName =
  '(?!(?:Ihr(?:e[mnrs]?)?|Sie|De[rmn]|Die|Das|Und|Ich|Wir|Er|Es|Am|Im|In|Um|Mit|V[ou][nm]|Zu[mr]|Auf|Nach|Dr|Prof|Doktor|The|They|He|She|We|It|You|And|But|When|At|On|My|Your|No)(?![\\p{L}]))';
// Bounded, so that the search stays linear on a text of one endless word.
const oneName = `${noName}\\p{Lu}(?:[\\p{L}-]|['’](?=\\p{Lu})){1,40}`;
export const fullName = `(${oneName}(?:\\s${oneName})?)`;
export const titles = '(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Herrn?|Frau|Frl|Hr|Fr)\\.?\\s(?:(?:Dr|Prof)\\.?\\s){0,2}';
const englishRoles =
  '(?:employee|agent|advis[eo]r|consultant|clerk|technician|mechanic|colleague|receptionist|sales(?:man|woman|person)|representative|rep|supervisor|assistant|driver|cashier|waiter|waitress|conductor|manager|operator)';
const germanRoles =
  '(?:Mitarbeiter|Kolleg|Berater|Sachbearbeiter|Techniker|Mechaniker|Monteur|Filialleiter|Verkäufer|Schaffner|Fahrer|Betreuer|Ansprechpartner|Chef)(?:e|en|in|innen|n)?';
const people = '(?:some(?:body|one)|man|woman|guy|lady|person|jemand(?:en|em)?|Mann|Frau|Dame)';
const places =
  '(?:desk|counter|reception|support|service|centre|center|department|team|hotline|helpdesk|workshop|branch|store)';

const cues: readonly RegExp[] = [
  `${before}${titles}${fullName}`,
  `${before}(?:${englishRoles}|${germanRoles}|${people}),?\\s(?:named|called|namens|mit (?:dem )?Namen)\\s${fullName}`,
  `${before}(?:${englishRoles}|${germanRoles}),?\\s${fullName}`,
  `${before}(?:with|and|to|by|that|when|but)\\s${fullName}\\s(?:from|at|in)\\s(?:(?:the|your|their)\\s)?(?:\\p{Ll}{2,20}\\s){0,2}${places}(?!\\p{L})`,
].map((cue) => new RegExp(cue, 'gu'));
