import { describe, expect, it } from '@jest/globals';
import { defaultHours, defaultSla } from '../../config/defaults.ts';
import type { Brand } from '../../src/domain/brand.ts';
import { compileWatchList, isExcludedAuthor, match, roleOf } from '../../src/ingest/watch-list.ts';

const brandOf = (id: string, own: Partial<Brand>): Brand => ({
  id,
  names: [],
  handles: [],
  phrases: [],
  exclusions: { phrases: [], authors: [] },
  languages: ['en', 'de'],
  accounts: { support: [], brand: [], executives: [], staff: [] },
  calendar: { timezone: 'UTC', hours: defaultHours },
  sla: defaultSla,
  onCall: [],
  ...own,
});

/** What was found, as it stands in the text. */
const found = (own: Partial<Brand>, text: string): readonly string[] =>
  match(compileWatchList([brandOf('a', own)]), text).map(({ start, end }) => text.slice(start, end));

const voltara = { names: ['Voltara'], handles: ['voltara'] };

describe('a name is found', () => {
  it.each([
    ['alone', 'Voltara', 'Voltara'],
    ['in any case', 'VOLTARA voltara vOlTaRa', 'VOLTARA|voltara|vOlTaRa'],
    ['before a sign', 'Nie wieder Voltara!', 'Voltara'],
    ['in brackets and quotes', '(Voltara) „Voltara“ *Voltara* _Voltara_', 'Voltara|Voltara|Voltara|Voltara'],
    ['in a compound with a hyphen', 'Voltara-Lieferung, E-Voltara', 'Voltara|Voltara'],
    ['in the genitive', 'Voltaras Hotline', 'Voltara'],
    ['in the possessive', "Voltara's app, Voltara’s app", 'Voltara|Voltara'],
    ['at the head of a closed compound', 'Voltarafahrer und Voltarakundendienst', 'Voltara|Voltara'],
    ['before a number', 'mein Voltara3', 'Voltara'],
    ['in a hashtag', '#voltara #Voltara', 'Voltara|Voltara'],
    ['in a hashtag with humps', '#VoltaraFail #HateVoltara #NoVoltaraPlease', 'Voltara|Voltara|Voltara'],
    ['in a hashtag with underscores', '#no_voltara_please', 'voltara'],
    ['beside emoji', '🔥Voltara🔥 ❤️Voltara', 'Voltara|Voltara'],
    [
      'with characters of no width inside',
      'Vol\u200btara Vol\u00adtara V\u2060oltara',
      'Vol\u200btara|Vol\u00adtara|V\u2060oltara',
    ],
    ['in full width', 'Ｖｏｌｔａｒａ kaputt', 'Ｖｏｌｔａｒａ'],
    ['in mathematical letters', '𝐕𝐨𝐥𝐭𝐚𝐫𝐚 ist kaputt', '𝐕𝐨𝐥𝐭𝐚𝐫𝐚'],
    ['with accents', 'Vòltàra, Volta\u0301ra', 'Vòltàra|Volta\u0301ra'],
    [
      'between Chinese, Thai and Korean',
      '我的Voltara坏了 รถVoltaraเสีย 볼Voltara가',
      'Voltara|Voltara|Voltara',
    ],
    ['in the path of a link', 'https://news.example/voltara-fails?x=voltara', 'voltara|voltara'],
    ['before a dot of no blank', 'Ich hasse Voltara.Nie wieder', 'Voltara'],
    ['with a French article', "l'Voltara d’Voltara", 'Voltara|Voltara'],
    ['many times', 'Voltara Voltara', 'Voltara|Voltara'],
  ])('%s', (_, text, expected) => {
    const folded = found(voltara, text);
    expect(folded.map((word) => word.toLowerCase())).toEqual(expected.toLowerCase().split('|'));
  });
});

describe('a name is not found', () => {
  it.each([
    ['inside a word', 'Revoltara Altvoltara Voltarismus'],
    ['with an ending that makes no compound', 'Voltaran Voltaraing Voltaraern'],
    ['in somebody else’s handle', '@voltara_fan @my_voltara @fan.voltara.example @voltarafan'],
    [
      'in the host of a link',
      'https://www.voltara.example/help http://voltara.example www.voltara.example ftp://a.voltara.example',
    ],
    [
      'in a mail address',
      'info@voltara.example voltara@mail.example voltara.kunde@mail.example a@mail.voltara.example',
    ],
    ['in a word of another script', 'Voltaraм Яvoltara'],
    ['over a dot', 'Vol.tara Vol tara'],
    ['in the middle of a small hashtag', '#hatevoltara'],
    ['in nothing', ''],
  ])('%s', (_, text) => {
    expect(found({ names: ['Voltara'] }, text)).toEqual([]);
  });
});

describe('short names and phrases', () => {
  it('a name of fewer than six letters opens no closed compound, and its genitive is found', () => {
    expect(
      found({ names: ['Ford'] }, 'fordern Forderung Ford-Händler Fords #FordFail #fordfail Ford2'),
    ).toEqual(['Ford', 'Ford', 'Ford', 'Ford']);
  });

  it('a phrase opens no closed compound at all', () => {
    expect(found({ phrases: ['ladekarte'] }, 'ladekarten ladekartenvertrag ladekarte')).toEqual([
      'ladekarte',
    ]);
  });

  it('an acronym is found before a hump, a number and a flight', () => {
    expect(found({ names: ['DB'] }, '#DBFail #DBahn DB2024 DBs dbx ADB')).toEqual(['DB', 'DB', 'DB']);
  });

  it('numbers belong to a name that ends with one', () => {
    expect(found({ names: ['O2'] }, 'O2 O2free o2-Vertrag O23 #O2Fail O₂')).toEqual(['O2', 'o2', 'O2', 'O₂']);
  });

  it('a phrase of several words is found over any blanks and hyphens, and closed in a hashtag', () => {
    const text =
      'Nordlicht Mobil, nordlicht-mobil, Nordlicht\u00a0 \n Mobil #NordlichtMobil #nordlicht_mobil nordlichtmobil Nordlicht. Mobil';
    expect(found({ phrases: ['Nordlicht Mobil'] }, text)).toEqual([
      'Nordlicht Mobil',
      'nordlicht-mobil',
      'Nordlicht\u00a0 \n Mobil',
      'NordlichtMobil',
      'nordlicht_mobil',
    ]);
  });

  it('the longest of two that begin together wins, and one brand may be named twice', () => {
    const own = { names: ['Nordlicht', 'Nordlicht Mobil'] };
    expect(found(own, 'Nordlicht Mobil nervt, Nordlicht Mo nicht')).toEqual(['Nordlicht Mobil', 'Nordlicht']);
  });

  it('a phrase begun and given up does not hide another', () => {
    expect(found({ phrases: ['neue Nordlicht App', 'Nordlicht Kunde'] }, 'neue Nordlicht Kunde')).toEqual([
      'Nordlicht Kunde',
    ]);
  });

  it.each([
    [['Müller'], 'Müller Mueller Muller MÜLLER Mu\u0308ller', 5],
    [['Mueller'], 'Müller Mueller Muller', 2],
    [['Straße'], 'Straße Strasse STRASSE STRAẞE', 4],
    [["McDonald's"], "McDonald's McDonald’s McDonalds Mc Donalds", 3],
    [['Café Öl'], 'Cafe Oel, CAFÉ ÖL, café-ol', 3],
    [['Ærø'], 'Ærø Äro aeroe', 3],
    [['H&M', '1&1', 'C++', 'Yahoo!', '.NET'], 'H&M h&m-Gutschein 1&1, C++ Yahoo! (.NET) Yahoo', 6],
    [['日产'], '我的日产坏了', 1],
    [['🦆 Ente'], 'meine 🦆 Ente', 1],
    [['ΑΛΦΑΣ'], 'αλφας ΑΛΦΑΣ', 2],
    [['Kfz Büro'], 'Kfz Bu\u0308ro', 1],
    [['Coffee'], 'Coﬀee Co\ufb00ee', 2],
    [['voltara.example'], 'https://www.voltara.example/a info@voltara.example voltara.example', 3],
    [['#voltarafail'], 'so #VoltaraFail voltarafail', 1],
  ])('%j is found in %j', (names, text, times) => {
    expect(found({ names }, text)).toHaveLength(times);
  });
});

describe('a handle', () => {
  const handles = ['voltara', 'volt_help', 'volt.social.example', 'volt@server.example'];
  it.each([
    ['@voltara', '@voltara'],
    ['.@Voltara: hi', '@Voltara'],
    ['＠voltara', '＠voltara'],
    ["danke @voltara's team", '@voltara'],
    ['🔥@voltara🔥', '@voltara'],
    ['@voltara@server.example', '@voltara'],
    ['die @voltara-Lieferung', '@voltara'],
    ['@voltara.Nie wieder', '@voltara'],
    ['@VOLT_help', '@VOLT_help'],
    ['@volt.social.example hallo', '@volt.social.example'],
    ['@volt@server.example', '@volt@server.example'],
    ['https://social.example/@voltara/1', '@voltara'],
  ])('is found in %j', (text, expected) => {
    expect(found({ handles }, text)).toEqual([expected]);
  });

  it.each([
    '@voltara_fan @voltara2 @voltaraü @voltaras @voltara_',
    'info@voltara kontakt@voltara.example',
    '@voltara.fans.example @voltara-fans.example',
    '@volt-help @volt help @volt__help @volt\u200b_help',
    'voltara volt_help',
    '@volt@server.example.org',
  ])('is not found in %j', (text) => {
    expect(found({ handles }, text)).toEqual([]);
  });

  it('says by what the brand was found', () => {
    const list = compileWatchList([brandOf('a', voltara), brandOf('b', { names: ['Nordlicht'] })]);
    expect(match(list, 'Nordlicht und @voltara und Voltara')).toEqual([
      { brand: 'b', matchedBy: 'phrase', start: 0, end: 9 },
      { brand: 'a', matchedBy: 'handle', start: 14, end: 22 },
      { brand: 'a', matchedBy: 'phrase', start: 27, end: 34 },
    ]);
  });
});

describe('exclusions', () => {
  const own = {
    ...voltara,
    exclusions: { phrases: ['Voltara Beach', '@voltara_fan'], authors: ['bot', 'did:plc:x'] },
  };
  const list = compileWatchList([brandOf('a', own), brandOf('b', { names: ['Voltara'] })]);
  it.each(['@voltara am Voltara-Beach', 'Voltara sagt @voltara_fan'])(
    'take the brand out of %j, and no other brand',
    (text) => {
      expect(match(list, text).map(({ brand }) => brand)).toEqual(['b']);
    },
  );
  it('do not take it out of another post', () => {
    expect(match(list, 'Voltara am Strand, Voltara Beachtung').map(({ brand }) => brand)).toEqual([
      'a',
      'b',
      'a',
      'b',
    ]);
  });

  it.each([
    ['bot', null, true],
    ['x-1', '@Bot', true],
    ['DID:plc:x', null, true],
    [null, null, false],
    ['x-1', '', false],
    ['robot', 'bots', false],
  ])('author %j with the handle %j is excluded: %j', (author, handle, expected) => {
    expect(isExcludedAuthor(brandOf('a', own), author, handle)).toBe(expected);
  });
});

describe('own accounts', () => {
  const brand = brandOf('a', {
    handles: ['voltara', 'voltara_hilft'],
    accounts: { support: ['voltara_hilft'], brand: ['voltara_de'], executives: ['mira'], staff: ['42'] },
  });
  it.each([
    ['x-1', '@Voltara_Hilft', 'support'],
    ['x-1', 'voltara_de', 'brand'],
    ['x-1', 'voltara', 'brand'],
    ['x-1', 'MIRA', 'executive'],
    ['42', null, 'staff'],
    ['x-1', 'voltara_fan', 'customer'],
    [null, null, 'customer'],
  ] as const)('%j with the handle %j is %s', (author, handle, role) => {
    expect(roleOf(brand, author, handle)).toBe(role);
  });
});
