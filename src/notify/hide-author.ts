import type { KnownAs } from '../domain/known-as.ts';
import { blacken, fullName, namesBy, placesOf, titles, before as wordBegin } from './mask/persons.ts';
import { handlePattern, handlesIn } from './mask-speakers.ts';

/**
 * Until a case is taken nobody reads who wrote it. Black, in as many signs as it had, becomes by what the record knows them,
 * the name by which somebody of the company addresses them, and the one under which they sign. Places that are told
 * beside a text stay true. How else a name may stand in a text, nobody knows.
 */
export const authorHider = (customers: readonly KnownAs[], told: readonly Told[]): Hide => {
  const handles = [...new Set(customers.flatMap(handlesIn))].filter((handle) => !/^\d+$/.test(handle));
  const names = [...handles.filter((handle) => written.test(handle)), ...told.flatMap(namesIn)];
  const patterns = handles.map(handlePattern);
  const hide = (text: string): string =>
    blacken(
      patterns.reduce((said, each) => said.replace(each, (hit) => '█'.repeat(hit.length)), text),
      names.length === 0 ? [] : placesOf(names, text),
    );
  return ((text: string | null) => (text === null ? null : hide(text))) as Hide;
};

/** The words of a customer without who wrote them; known as null: there is nobody to hide. */
export const withoutWriter = (text: string | null, knownAs: KnownAs | null): string | null =>
  knownAs === null ? text : authorHider([knownAs], [{ text, isCustomer: true }])(text);

/** The same of something with words and a note of the company to or about customers. */
export const withoutCustomers = <Said extends CompanySaid>(said: Said): Omit<Said, 'customers'> => {
  const { customers, ...told } = said;
  if (customers === null) return told;
  const { text, note = null } = said;
  const hide = authorHider(
    customers,
    [text, note].map((each) => ({ text: each, isCustomer: false })),
  );
  return { ...told, text: hide(text), ...(said.note === undefined ? {} : { note: hide(note) }) };
};

interface CompanySaid {
  readonly text: string | null;
  readonly note?: string | null;
  readonly customers: readonly KnownAs[] | null;
}

export interface Hide {
  (text: string): string;
  (text: string | null): string | null;
}

export interface Told {
  readonly text: string | null;
  /** A customer addresses the company and signs; who works there addresses the customer. */
  readonly isCustomer: boolean;
}

/** "Anna Berg", as feeds name their authors: each word is a name. */
const written = /^\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’.-]*){1,3}$/u;

const namesIn = ({ text, isCustomer }: Told): readonly string[] =>
  text === null ? [] : isCustomer ? namesBy(signing, text) : [...namesBy(addressing, text), ...inSmall(text)];

const titled = `(?:${titles})?`;
/** Written large, and nobody's name. */
const anybody =
  '(?!(?:Grü(?:ß|ss)|Gru(?:ß|ss)|Kund|Customer|Nutzer|Community|Team|All|Everyone|Everybody|Folks|Friend|Freund|Leute|There|Again|For|Zusammen|Tag|Morgen|Abend|Herr|Frau|Mrs?|Ms|Dr|Prof)(?:\\p{L}*)(?!\\p{L}))';
const greetings =
  '(?:[Dd]ear|[Hh](?:i|ello|ey|iya|allo)|[Mm]oin|[Ss]ervus|[Gg]ood (?:morning|afternoon|evening)|[Ss]orry|[Tt]hanks?(?: you)?|[Aa]pologies|[Ll]iebe[rs]?|[Gg]eehrte[rs]?|[Gg]uten (?:Tag|Morgen|Abend)|[Dd]anke|[Ee]ntschuldigung|[Vv]erzeihung)';
/** Words with which a sentence begins before a comma. */
const opening =
  '(?!(?:\\p{L}+ly|Dear|Liebe[rs]?|Sehr|Guten|Hiya|Hi|Hello|Hey|Hallo|Moin|Sorry|Sad|Yes|No|Okay|OK|Thanks|Today|Well|Also|However|Please|First|Right|Sure|Indeed|True|Great|Good|Agreed|Understood|Noted|Apologies|Oh|Ach|Leider|Ja|Nein|Danke|Heute|Bitte|Schade|Gut|Klar|Richtig|Stimmt|Genau|Super|Prima|Nun|Tja|Verstanden|Entschuldigung|Verzeihung|Servus)(?!\\p{L}))';

const addressing: readonly RegExp[] = [
  new RegExp(`${wordBegin}${greetings}[,!]?\\s${titled}${anybody}${fullName}`, 'gu'),
  new RegExp(`^(?:@\\S+\\s+)*${opening}${anybody}${fullName},\\s`, 'gu'),
];

const signing: readonly RegExp[] = [
  new RegExp(
    `${wordBegin}(?:[Mm]y name is|[Mm]ein Name ist|[Ii]ch hei(?:ß|ss)e|[Ss]igned|gez\\.),?\\s${titled}${fullName}`,
    'gu',
  ),
  new RegExp(
    `${wordBegin}(?:[Rr]egards|[Bb]est(?: wishes)?|[Yy]ours(?: (?:sincerely|faithfully|truly))?|[Ss]incerely|[Cc]heers|[Gg]reetings|Grü(?:ß|ss)en?|Gru(?:ß|ss)|MfG|LG|VG|[Hh]ochachtungsvoll)[,.!]?\\s+${titled}${fullName}\\s*$`,
    'gmu',
  ),
];

/** "hi henrike, sorry": known by the comma, and large elsewhere. */
const inSmall = (text: string): readonly string[] =>
  [...text.matchAll(small)].flatMap(([, name = '']) => [name, name.charAt(0).toUpperCase() + name.slice(1)]);

const small = new RegExp(
  `${wordBegin}(?:[Dd]ear|[Hh](?:i|ello|ey|allo)|[Mm]oin|[Ll]iebe[rs]?|[Ss]orry)\\s(?!(?:customers?|kund(?:e|en|in|innen)|there|all|everyone|folks|guys|again|team|zusammen|alle|leute|ihr|du|for|about|to|that|we)(?!\\p{L}))(\\p{Ll}{2,20})(?=[,!])`,
  'gu',
);
