/** What is said of files that are imported and of mappings; read behind the sentences of `sentences.ts`. */
export const germanFileSentences: readonly (readonly [english: string, german: string])[] = [
  ['line {line}', 'Zeile {line}'],
  ['a line without a post', 'eine Zeile ohne Beitrag'],
  ['an entry without text', 'ein Eintrag ohne Text'],
  ['a post that {reason}', 'ein Beitrag, der übergangen wird ({reason})'],
  ['is not public', 'nicht öffentlich'],
  ['is by an account that opted out (noindex)', 'das Konto hat widersprochen, noindex'],
  // Lines that are refused
  ['is not JSON', 'ist kein JSON'],
  ['is not a JSON object', 'ist kein JSON-Objekt'],
  ['is longer than {count} MB', 'ist länger als {count} MB'],
  ['"text" is missing', '"text" fehlt'],
  ['"text" is not a string', '"text" ist keine Zeichenkette'],
  ['"text" is empty', '"text" ist leer'],
  [
    '"{key}" is neither a string nor a whole number below 2^53; write it in quotes',
    '"{key}" ist weder Zeichenkette noch ganze Zahl unter 2^53; in Anführungszeichen schreiben',
  ],
  ['"{key}" is longer than {count} characters', '"{key}" ist länger als {count} Zeichen'],
  [
    '"at" is not a time: {told}; write it as 2026-11-03T10:15:00Z',
    '"at" ist keine Zeit: {told}; als 2026-11-03T10:15:00Z schreiben',
  ],
  ['"deleted" is neither true nor false', '"deleted" ist weder true noch false'],
  [
    '"deleted" needs the "id" of a post, or the "author" whose posts are gone',
    '"deleted" braucht die "id" eines Beitrags oder den "author", dessen Beiträge fort sind',
  ],
  [
    '"revision" is not a whole number from 0 to 2,147,483,647',
    '"revision" ist keine ganze Zahl von 0 bis 2.147.483.647',
  ],
  [
    'has {cells} cells, and the file has {count} columns; put quotation marks around text that holds a delimiter',
    'hat {cells} Zellen, und die Datei hat {count} Spalten; Text, der ein Trennzeichen enthält, in Anführungszeichen setzen',
  ],
  [
    'opens a quotation mark that is not closed within 1 MB',
    'öffnet ein Anführungszeichen, das innerhalb von 1 MB nicht geschlossen wird',
  ],
  ['has no id, no uri or no content', 'hat keine id, keine uri oder kein content'],
  ['post {count} has no id or no text', 'Beitrag {count} hat keine id oder keinen text'],
  ['thing {count} has no name or no text', 'Ding {count} hat keinen name oder keinen Text'],
  ['deletes nothing that has an id', 'löscht nichts, was eine id hat'],
  ['is no event of Jetstream v1', 'ist kein Ereignis von Jetstream v1'],
  ['is nothing that X sends: it has neither data nor text', 'ist nichts, was X sendet: weder data noch text'],
  [
    'is nothing that Reddit sends: neither a Listing nor a thing',
    'ist nichts, was Reddit sendet: weder Listing noch thing',
  ],
  // Mappings and what they look for
  [
    '{file} has no column "text"; its columns are {found}: say which one holds the words with a mapping',
    '{file} hat keine Spalte "text"; die Spalten sind {found}: mit einer Zuordnung sagen, welche die Worte enthält',
  ],
  [
    '{file} has no column {name}, which {map} names for "{key}"; its columns are {found}; did you mean {near}?',
    '{file} hat keine Spalte {name}, die {map} für "{key}" nennt; die Spalten sind {found}; gemeint ist wohl {near}',
  ],
  [
    '{file} has no column {name}, which {map} names for "{key}"; its columns are {found}',
    '{file} hat keine Spalte {name}, die {map} für "{key}" nennt; die Spalten sind {found}',
  ],
  [
    '{file} has none of the columns {names}, which {map} names for "{key}"; its columns are {found}; did you mean {near}?',
    '{file} hat keine der Spalten {names}, die {map} für "{key}" nennt; die Spalten sind {found}; gemeint ist wohl {near}',
  ],
  [
    '{file} has none of the columns {names}, which {map} names for "{key}"; its columns are {found}',
    '{file} hat keine der Spalten {names}, die {map} für "{key}" nennt; die Spalten sind {found}',
  ],
  [
    '{file} lacks {names}, which {map} names; its columns are {found}; did you mean {near}?',
    '{file} fehlen Spalten, die {map} nennt: {names}; die Spalten sind {found}; gemeint ist wohl {near}',
  ],
  [
    '{file} lacks {names}, which {map} names; its columns are {found}',
    '{file} fehlen Spalten, die {map} nennt: {names}; die Spalten sind {found}',
  ],
  [
    'has no key {name}, which {map} names for "{key}"; its keys are {found}; did you mean {near}?',
    'hat keinen Schlüssel {name}, den {map} für "{key}" nennt; die Schlüssel sind {found}; gemeint ist wohl {near}',
  ],
  [
    'has no key {name}, which {map} names for "{key}"; its keys are {found}',
    'hat keinen Schlüssel {name}, den {map} für "{key}" nennt; die Schlüssel sind {found}',
  ],
  [
    'has none of the keys {names}, which {map} names for "{key}"; its keys are {found}; did you mean {near}?',
    'hat keinen der Schlüssel {names}, die {map} für "{key}" nennt; die Schlüssel sind {found}; gemeint ist wohl {near}',
  ],
  [
    'has none of the keys {names}, which {map} names for "{key}"; its keys are {found}',
    'hat keinen der Schlüssel {names}, die {map} für "{key}" nennt; die Schlüssel sind {found}',
  ],
  ['name a file with the text', 'eine Datei mit dem Text angeben'],
];
