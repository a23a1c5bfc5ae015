/** Why a command refuses an option, a mapping or a file; read behind the sentences of `sentences.ts`. */
export const germanRefusals: readonly (readonly [english: string, german: string])[] = [
  // Sources and feeds
  [
    '{name} is not polled: whoever sends it pushes to POST /ingest/{source} of the running service',
    '{name} wird nicht abgefragt: wer sie sendet, sendet an POST /ingest/{source} des laufenden Dienstes',
  ],
  [
    '{name} is not polled: pages that link to yours are told to POST /webmention/{source} of the running service',
    '{name} wird nicht abgefragt: Seiten, die auf die eigenen verweisen, werden an POST /webmention/{source} des laufenden Dienstes gemeldet',
  ],
  [
    '{name} is a file, which is imported and not polled: run "evenhand import" with its path',
    '{name} ist eine Datei, die eingelesen und nicht abgefragt wird: "evenhand import" mit ihrem Pfad aufrufen',
  ],
  [
    '--url and --header say where a file came from: name it with --file',
    '--url und --header sagen, woher eine Datei kam: sie mit --file nennen',
  ],
  [
    '--file reads a file alone: name no source beside it',
    '--file liest nur eine Datei: keine Quelle daneben nennen',
  ],
  [
    '--file needs --url too: the address the feed came from, for its relative links',
    '--file braucht auch --url: die Adresse, von der der Feed kam, für seine relativen Verweise',
  ],
  [
    '--url {told} is not a web address: write one such as https://forum.example/feed.xml',
    '--url {told} ist keine Webadresse: eine schreiben, etwa https://forum.example/feed.xml',
  ],
  [
    '--header "{told}" is not a header: write it as "Content-Type: text/xml"',
    '--header "{told}" ist keine Kopfzeile: als "Content-Type: text/xml" schreiben',
  ],
  // Texts that are classified
  [
    '--file brings its own texts: leave out the text and --parent',
    '--file bringt eigene Texte mit: den Text und --parent weglassen',
  ],
  [
    'classify needs a text: evenhand classify "…", or one on standard input',
    'classify braucht einen Text: evenhand classify "…", oder einen auf der Standardeingabe',
  ],
  [
    'standard input can be read once: name - only once',
    'die Standardeingabe ist nur einmal zu lesen: - nur einmal nennen',
  ],
  // Mappings
  ['the mapping {file} does not exist: {reason}', 'die Zuordnung {file} gibt es nicht: {reason}'],
  [
    'the mapping {file} cannot be read ({reason}): {advice}',
    'die Zuordnung {file} ist nicht zu lesen ({reason}): {advice}',
  ],
  [
    'the mapping {file} is neither YAML nor JSON: {told}',
    'die Zuordnung {file} ist weder YAML noch JSON: {told}',
  ],
  [
    'the mapping {file} has the unknown key "{name}"; it may hold {known}; did you mean "{near}"?',
    'die Zuordnung {file} hat den unbekannten Schlüssel "{name}"; erlaubt sind {known}; gemeint ist wohl "{near}"',
  ],
  [
    'the mapping {file} has the unknown key "{name}"; it may hold {known}',
    'die Zuordnung {file} hat den unbekannten Schlüssel "{name}"; erlaubt sind {known}',
  ],
  [
    'the mapping {file} must name our fields and your columns, for example text: "Full Text"',
    'die Zuordnung {file} muss unsere Felder und die eigenen Spalten nennen, zum Beispiel text: "Full Text"',
  ],
  ['the mapping {file}: "{name}" {reason}', 'die Zuordnung {file}: "{name}" {reason}'],
  [
    'must be the name of the column with the words of a post, or a list of names',
    'muss der Name der Spalte mit dem Wortlaut der Beiträge sein, oder eine Liste von Namen',
  ],
  [
    'must be the name of a column, or a list of names',
    'muss der Name einer Spalte sein, oder eine Liste von Namen',
  ],
  ['must be a zone such as Europe/Berlin', 'muss eine Zeitzone sein, etwa Europe/Berlin'],
  ['must be one character, or tab', 'muss ein einzelnes Zeichen sein, oder tab'],
  // The desk
  [
    'say who you are with --as NAME (at most 80 characters)',
    'mit --as NAME sagen, wer handelt (höchstens 80 Zeichen)',
  ],
  [
    '"{name}" is a word of the activities, not a person: say who you are with --as NAME',
    '"{name}" ist ein Wort der Vorgänge, keine Person: mit --as NAME sagen, wer handelt',
  ],
  [
    '{reason} must say something, in at most {count} characters',
    '{reason} muss etwas sagen, in höchstens {count} Zeichen',
  ],
  ['the note', 'die Notiz'],
  [
    'name a case, or a file of cases with --file',
    'einen Fall nennen, oder mit --file eine Datei voller Fälle',
  ],
  [
    'that is {count} cases: name at most {most} at once',
    'das sind {count} Fälle: höchstens {most} auf einmal nennen',
  ],
  [
    '{file}, line {line}: a case is written 12, EH-12 or #12, one a line',
    '{file}, Zeile {line}: ein Fall wird 12, EH-12 oder #12 geschrieben, einer je Zeile',
  ],
  [
    'the file {file} cannot be read ({reason}): correct --file',
    'die Datei {file} ist nicht zu lesen ({reason}): --file berichtigen',
  ],
  [
    '--if-version is for one case: name a single one',
    '--if-version gilt für einen Fall: einen einzigen nennen',
  ],
  [
    '--to {name}: there is nobody of that name; there are {known}',
    '--to {name}: so heißt hier niemand; es gibt {known}',
  ],
  [
    '--reason must say why: colleagues and the audit will read it',
    '--reason muss den Grund sagen: Kollegen und die Revision werden ihn lesen',
  ],
  ['--reason is empty: say why it is given up', '--reason ist leer: sagen, warum es aufgegeben wird'],
  ['choose one of --html, --markdown and --json', 'eines von --html, --markdown und --json wählen'],
  ['--after "{told}" is no cursor of {reason}', '--after "{told}" ist keine Marke {reason}'],
  [
    'this list: take one from "evenhand cases list --json" with the same --all or --history',
    'dieser Liste: eine aus "evenhand cases list --json" mit demselben --all oder --history nehmen',
  ],
  [
    'the list of labels: take one from "evenhand label list --json"',
    'der Liste der Labels: eine aus "evenhand label list --json" nehmen',
  ],
  [
    'the review list: take one from "evenhand review list --json"',
    'der Durchsichtsliste: eine aus "evenhand review list --json" nehmen',
  ],
  [
    'name one id of "evenhand dead-letters list", or write --all',
    'eine Nummer aus "evenhand dead-letters list" nennen, oder --all schreiben',
  ],
  [
    '"{told}" is no id: "evenhand dead-letters list" shows the numbers',
    '"{told}" ist keine Nummer: "evenhand dead-letters list" zeigt sie',
  ],
  [
    'number {count} does not exist: "evenhand dead-letters list" shows those that wait',
    'Nummer {count} gibt es nicht: "evenhand dead-letters list" zeigt, welche warten',
  ],
  [
    'number {count} was retried or given up already: there is nothing left to do',
    'Nummer {count} wurde schon wiederholt oder aufgegeben: es ist nichts mehr zu tun',
  ],
  [
    'number {count} holds nothing any more: its words were erased, so discard it',
    'Nummer {count} enthält nichts mehr: der Wortlaut wurde gelöscht, also aufgeben',
  ],
  // Erasing
  [
    'name one thing to erase: --author SOURCE/AUTHOR, --post SOURCE/ID, --again or --ledger FILE',
    'eines nennen, das gelöscht werden soll: --author QUELLE/VERFASSER, --post QUELLE/NUMMER, --again oder --ledger DATEI',
  ],
  [
    '{option} {told} names no source and id: write it as {kind} {example}',
    '{option} {told} nennt keine Quelle und Nummer: als {kind} {example} schreiben',
  ],
  [
    '--{kind} {source}/…: nothing was ever read from a source "{name}"; there is none yet',
    '--{kind} {source}/…: aus einer Quelle "{name}" wurde nie etwas gelesen; es gibt noch keine',
  ],
  [
    '--{kind} {source}/…: nothing was ever read from a source "{name}"; known are: {known}',
    '--{kind} {source}/…: aus einer Quelle "{name}" wurde nie etwas gelesen; bekannt sind: {known}',
  ],
  [
    'erasing cannot be undone and nobody is there to be asked: add --yes',
    'Löschen ist nicht rückgängig zu machen, und niemand ist da, der gefragt werden kann: --yes anfügen',
  ],
  [
    '{file} belongs to another installation: its hashes fit no id here; name the ledger of the database that was restored',
    '{file} gehört zu einer anderen Installation: die Hashes passen hier zu keiner Nummer; das Löschverzeichnis der wiederhergestellten Datenbank nennen',
  ],
  [
    '{file}, line {line} is no erasure: it holds kind, key, at and installation, as "evenhand erase" writes them; remove or mend the line',
    '{file}, Zeile {line} ist keine Löschung: sie enthält kind, key, at und installation, wie "evenhand erase" sie schreibt; die Zeile entfernen oder berichtigen',
  ],
  [
    'nothing was erased; make room or correct the rights',
    'nichts wurde gelöscht; Platz schaffen oder die Rechte berichtigen',
  ],
  ['nothing was erased', 'nichts wurde gelöscht'],
  // Files that cannot be read or written
  [
    'the data directory {file} cannot be written ({reason}): {advice}',
    'das Datenverzeichnis {file} ist nicht zu beschreiben ({reason}): {advice}',
  ],
  [
    'the ledger {file} cannot be written ({reason}): {advice}',
    'das Löschverzeichnis {file} ist nicht zu beschreiben ({reason}): {advice}',
  ],
  ['{file} cannot be written ({reason}): {advice}', '{file} ist nicht zu beschreiben ({reason}): {advice}'],
  ['{file} cannot be read ({reason}): {advice}', '{file} ist nicht zu lesen ({reason}): {advice}'],
  [
    '{file} cannot be read ({told}); make it a readable file or remove it.',
    '{file} ist nicht zu lesen ({told}); lesbar machen oder entfernen.',
  ],
  [
    '{file} cannot be read ({told}); make it a readable file.',
    '{file} ist nicht zu lesen ({told}); lesbar machen.',
  ],
  [
    '{file} cannot be read ({told}); check the file and its disk',
    '{file} ist nicht zu lesen ({told}); die Datei und ihren Datenträger prüfen',
  ],
  ['name a file that holds a feed', 'eine Datei nennen, die einen Feed enthält'],
  [
    'name a file in a folder that exists and is yours',
    'eine Datei in einem vorhandenen eigenen Ordner nennen',
  ],
  ['name a file in a folder of yours', 'eine Datei in einem eigenen Ordner nennen'],
  [
    'name the erasures.ndjson that you kept beside the backup',
    'die erasures.ndjson nennen, die neben der Sicherung aufbewahrt wurde',
  ],
  ['choose a folder that you may write to', 'einen Ordner wählen, der beschrieben werden darf'],
  [
    'correct its rights, or set EVENHAND_DATA to another directory',
    'die Rechte berichtigen, oder EVENHAND_DATA auf ein anderes Verzeichnis setzen',
  ],
  ['its folder does not exist', 'der Ordner fehlt'],
  ['a part of its path is a file, not a folder', 'ein Teil des Pfads ist eine Datei, kein Ordner'],
  ['a file is in the way', 'eine Datei ist im Weg'],
  ['it is a folder', 'es ist ein Ordner'],
  ['you have no right to', 'das Recht dazu fehlt'],
  ['its disk can only be read', 'der Datenträger lässt nur Lesen zu'],
  ['its disk is full', 'der Datenträger ist voll'],
  ['your share of the disk is full', 'der eigene Anteil am Datenträger ist voll'],
  ['its name is too long', 'der Name ist zu lang'],
  ['its links lead in a circle', 'die Verweise führen im Kreis'],
  [
    '{file}:{line}: this is no root as Evenhand writes it: name a file of roots/, or the 64 letters of a root',
    '{file}:{line}: das ist keine Wurzel, wie Evenhand sie schreibt: eine Datei aus roots/ nennen, oder die 64 Zeichen einer Wurzel',
  ],
  [
    'name a file of roots/, or the 64 letters of a root',
    'eine Datei aus roots/ nennen, oder die 64 Zeichen einer Wurzel',
  ],
];
