import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  'refused.identifier':
    'line {line}: "{value}" is no identifier; it needs 4 to 24 letters and digits with a digit among them',
  'refused.at': 'line {line}: "{value}" is no time; write it like 2026-05-04 10:30',
  'refused.future': 'line {line}: {value} has not come yet',
  'refused.kind': 'line {line}: "{value}" is no kind; there are call, ticket, mail and chat',
  'refused.answered':
    'line {line}: "{value}" says neither yes nor no; name the words for yes with --answered',
  'refused.id': 'line {line}: the id is empty or longer than 200 characters',
  'file.empty': '{file} is empty: its first line names the columns',
  'file.noCsv': '{file} is no CSV file: {why}',
  'file.noKind':
    '{file} has no column for kind: name it with --map kind=COLUMN, or write --kind; there are {known}',
  'file.noColumn': '{file} has no column for {field}: name it with --map {field}=COLUMN; there are {known}',
  zone: '--timezone {zone} is not a time zone; write an IANA name such as Europe/Berlin',
  map: '--map {pair}: write it as FIELD=COLUMN; the fields are {known}',
  more: { one: 'and {count} more line', other: 'and {count} more lines' },
  none: 'nothing was taken: mend the lines above, or take the others with --skip-refused',
  taken: { one: '{count} contact taken.', other: '{count} contacts taken.' },
  known: { one: '{count} was known.', other: '{count} were known.' },
  answered: { one: '{count} of them is answered now.', other: '{count} of them are answered now.' },
  skipped: { one: '{count} line left out.', other: '{count} lines left out.' },
  raised: {
    one: 'A case rose, because attempts had no answer: {cases}',
    other: '{count} cases rose, because attempts had no answer: {cases}',
  },
  notRaised: 'No case rose.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  'refused.identifier':
    'Zeile {line}: "{value}" ist keine Kennung; sie braucht 4 bis 24 Buchstaben und Ziffern, darunter eine Ziffer',
  'refused.at': 'Zeile {line}: "{value}" ist keine Zeit; sie lautet etwa 2026-05-04 10:30',
  'refused.future': 'Zeile {line}: {value} liegt in der Zukunft',
  'refused.kind': 'Zeile {line}: "{value}" ist keine Art; es gibt call, ticket, mail und chat',
  'refused.answered':
    'Zeile {line}: "{value}" sagt weder ja noch nein; die Wörter für ja stehen bei --answered',
  'refused.id': 'Zeile {line}: die id ist leer oder länger als 200 Zeichen',
  'file.empty': '{file} ist leer: die erste Zeile nennt die Spalten',
  'file.noCsv': '{file} ist keine CSV-Datei: {why}',
  'file.noKind':
    '{file} hat keine Spalte für kind: mit --map kind=SPALTE benennen, oder --kind schreiben; es gibt {known}',
  'file.noColumn': '{file} hat keine Spalte für {field}: mit --map {field}=SPALTE benennen; es gibt {known}',
  zone: '--timezone {zone} ist keine Zeitzone; einen IANA-Namen wie Europe/Berlin schreiben',
  map: '--map {pair}: als FELD=SPALTE schreiben; die Felder sind {known}',
  more: { one: 'und {count} weitere Zeile', other: 'und {count} weitere Zeilen' },
  none: 'nichts wurde übernommen: bitte die Zeilen oben berichtigen oder die anderen mit --skip-refused übernehmen',
  taken: { one: '{count} Kontakt übernommen.', other: '{count} Kontakte übernommen.' },
  known: { one: '{count} war bekannt.', other: '{count} waren bekannt.' },
  answered: { one: '{count} davon ist jetzt beantwortet.', other: '{count} davon sind jetzt beantwortet.' },
  skipped: { one: '{count} Zeile ausgelassen.', other: '{count} Zeilen ausgelassen.' },
  raised: {
    one: 'Ein Fall ist dringlicher, weil Versuche ohne Antwort blieben: {cases}',
    other: '{count} Fälle sind dringlicher, weil Versuche ohne Antwort blieben: {cases}',
  },
  notRaised: 'Kein Fall ist dringlicher.',
};

export const sayContacts = createSay<keyof typeof en>({ en, de });
