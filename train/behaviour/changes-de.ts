import { exchanging, type NamedChange, names, pick, replacing } from './changes.ts';

const towns = [
  'Lissabon',
  'Denver',
  'Oslo',
  'Bielefeld',
  'Nairobi',
  'Chemnitz',
  'Osaka',
  'Graz',
  'Lyon',
  'Cottbus',
  'Castrop-Rauxel',
  'Krakau',
  'Gelsenkirchen',
  'Burkina Faso',
  'Rosenheim',
];

const written: readonly (readonly [string, string])[] = [
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['Ä', 'Ae'],
  ['Ö', 'Oe'],
  ['Ü', 'Ue'],
  ['ß', 'ss'],
];

const umlautsWritten = (text: string): string =>
  written.reduce((changed, [letter, two]) => changed.replaceAll(letter, two), text);

/** What must not change an answer in German. */
export const germanChanges: readonly NamedChange[] = [
  ['umlauts written out', (text) => umlautsWritten(text)],
  ['ss for ß', (text) => text.replaceAll('ß', 'ss')],
  [
    'umlauts without dots',
    (text) => text.replace(/[äöüÄÖÜ]/g, (letter) => letter.normalize('NFD')[0] ?? letter),
  ],
  [
    'contractions',
    exchanging([
      ['geht es', "geht's"],
      ['gibt es', "gibt's"],
      ['ist es', "ist's"],
      ['war es', "war's"],
      ['habe ich', 'hab ich'],
      ['ich habe', 'ich hab'],
      ['ich finde', 'ich find'],
      ['ich glaube', 'ich glaub'],
      ['nichts', 'nix'],
      ['für das', 'fürs'],
      ['auf das', 'aufs'],
      ['eine', 'ne'],
      ['einen', 'nen'],
      ['ein', 'n'],
      ['mal', 'ma'],
      ['nicht', 'nich'],
    ]),
  ],
  [
    'compounds',
    (text) =>
      /\p{L}-\p{Lu}/u.test(text)
        ? text.replace(
            /(\p{Ll})-(\p{Lu})/gu,
            (_, left: string, right: string) => `${left}${right.toLowerCase()}`,
          )
        : text.replace(
            /(Kunden|Service|Bestell|Rechnungs|Liefer|Bahn|Strom|Internet|Handy|Paket|Konto)(?=\p{Ll}{5})(\p{Ll})/u,
            (_, left: string, right: string) => `${left}-${right.toUpperCase()}`,
          ),
  ],
  [
    'he and she',
    exchanging([
      ['der Mitarbeiter', 'die Mitarbeiterin'],
      ['ein Mitarbeiter', 'eine Mitarbeiterin'],
      ['der Fahrer', 'die Fahrerin'],
      ['der Verkäufer', 'die Verkäuferin'],
      ['mein Nachbar', 'meine Nachbarin'],
      ['mein Mann', 'meine Frau'],
      ['mein Vater', 'meine Mutter'],
      ['mein Sohn', 'meine Tochter'],
      ['der Kollege', 'die Kollegin'],
      ['der Techniker', 'die Technikerin'],
      ['Kunde', 'Kundin'],
      ['Kunden', 'Kundinnen'],
      ['Opa', 'Oma'],
    ]),
  ],
  [
    'names changed',
    replacing(
      /\b(?:Anna|Peter|Sarah|Tom|Lisa|Maria|Paul|Ahmed|Emma|David|Laura|Jonas|Lena|Jan|Klaus|Sabine|Karin|Thomas)\b/g,
      names,
    ),
  ],
  [
    'places changed',
    replacing(
      /\b(?:London|Berlin|Hamburg|Paris|München|Köln|Wien|Leipzig|Frankfurt|Stuttgart|Bremen|Dresden|Hannover)\b/g,
      towns,
    ),
  ],
  ['place told', (text, random) => `Hier in ${pick(towns, random)}: ${text}`],
  [
    'place told, small',
    (text, random) => `${text.replace(/[.!?]$/, '')}, in ${pick(towns, random).toLowerCase()}`,
  ],
];
