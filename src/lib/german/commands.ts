/** Why a command does not do what it was asked; read behind the sentences of `sentences.ts`. */
export const germanCommandSentences: readonly (readonly [english: string, german: string])[] = [
  [
    '{file} exists already and stays as it is: edit it, or rename it to begin anew ("evenhand init --force" renews only evenhand.schema.json and .env.example beside it)',
    '{file} gibt es schon, und sie bleibt, wie sie ist: bearbeiten, oder zum Neubeginn umbenennen ("evenhand init --force" erneuert nur evenhand.schema.json und .env.example daneben)',
  ],
  [
    'there is nothing here yet: start the demo with "npm start", or write a configuration with "evenhand init"',
    'hier ist noch nichts: mit "npm start" die Demo starten, oder mit "evenhand init" eine Konfiguration schreiben',
  ],
  [
    'there is no database in {folder} yet: start the service with "npm start", or import a file with "evenhand import FILE"',
    'in {folder} ist noch keine Datenbank: mit "npm start" den Dienst starten, oder mit "evenhand import DATEI" eine Datei importieren',
  ],
  [
    'another process already works on {folder}: stop it first, or set EVENHAND_DATA to another directory',
    'auf {folder} arbeitet schon ein Prozess: zuerst ihn beenden, oder EVENHAND_DATA auf ein anderes Verzeichnis setzen',
  ],
  ['"{name}" is no source; did you mean "{near}"?', '"{name}" ist keine Quelle; gemeint ist wohl "{near}"'],
  ['"{name}" is no source; there are {known}', '"{name}" ist keine Quelle; es gibt {known}'],
  [
    '"{name}" is no source: evenhand.yaml names none that can be polled',
    '"{name}" ist keine Quelle: evenhand.yaml nennt keine, die abgefragt werden kann',
  ],
  [
    '--brand {name}: there is no such brand; the only one is {known}',
    '--brand {name}: diese Marke gibt es nicht; die einzige ist {known}',
  ],
  [
    '--brand {name}: there is no such brand; there are {known}',
    '--brand {name}: diese Marke gibt es nicht; es gibt {known}',
  ],
  [
    '--team {name}: there is no such team; no rule of routing names one',
    '--team {name}: dieses Team gibt es nicht; keine Regel unter routing nennt eines',
  ],
  [
    '--team {name}: there is no such team; the only one is {known}',
    '--team {name}: dieses Team gibt es nicht; das einzige ist {known}',
  ],
  [
    '--team {name}: there is no such team; there are {known}',
    '--team {name}: dieses Team gibt es nicht; es gibt {known}',
  ],
  [
    '--from "{name}" is no platform whose traffic can be read; did you mean "{near}"?',
    '--from "{name}" ist keine Plattform, deren Verkehr gelesen werden kann; gemeint ist wohl "{near}"',
  ],
  [
    '--from "{name}" is no platform whose traffic can be read; there are {known}',
    '--from "{name}" ist keine Plattform, deren Verkehr gelesen werden kann; es gibt {known}',
  ],
  [
    '--map "{name}" is neither a file nor the name of a mapping of ours; did you mean "{near}"?',
    '--map "{name}" ist weder eine Datei noch der Name einer unserer Zuordnungen; gemeint ist wohl "{near}"',
  ],
  [
    '--map "{name}" is neither a file nor the name of a mapping of ours; ours are {known}',
    '--map "{name}" ist weder eine Datei noch der Name einer unserer Zuordnungen; unsere sind {known}',
  ],
  [
    '--source "{name}" is no name of a source: write a short one of a-z, 0-9, - and _, for example archive',
    '--source "{name}" ist kein Name einer Quelle: einen kurzen aus a-z, 0-9, - und _ schreiben, zum Beispiel archive',
  ],
  ['{file} does not exist; check the name', '{file} gibt es nicht; den Namen prüfen'],
  ['{file} does not exist: {reason}', '{file} gibt es nicht: {reason}'],
  ['{file} is empty; there is nothing to read', '{file} ist leer; es gibt nichts zu lesen'],
  ['{file} is a folder; name a file in it', '{file} ist ein Ordner; eine Datei darin nennen'],
  ['name a file with one JSON object a line', 'eine Datei mit einem JSON-Objekt pro Zeile nennen'],
  ['check its name', 'den Namen prüfen'],
  [
    '{file} is a spreadsheet or a zip archive; save the sheet as CSV, or unpack the archive first',
    '{file} ist eine Tabelle oder ein Zip-Archiv; das Blatt als CSV speichern, oder das Archiv zuerst auspacken',
  ],
  [
    'there is no text to classify: write one as in evenhand classify "…"',
    'es gibt keinen Text zum Klassifizieren: einen schreiben, wie in evenhand classify "…"',
  ],
  [
    '"{name}" is none of the people in evenhand.yaml: say who you are with --as NAME, or add the name under people',
    '"{name}" gehört nicht zu den Leuten in evenhand.yaml: mit --as NAME sagen, wer handelt, oder den Namen unter people eintragen',
  ],
  [
    '--to {name}: works no cases; it needs a role that does (docs/roles.md)',
    '--to {name}: bearbeitet keine Fälle; dafür ist eine Rolle nötig, die es darf (docs/roles.md)',
  ],
  [
    '"{name}" may not do this: it needs one of the roles {roles}, or the clearance {clearances} (docs/roles.md)',
    '"{name}" darf das nicht: nötig ist eine der Rollen {roles} oder die Freigabe {clearances} (docs/roles.md)',
  ],
  [
    '"{name}" may not do this: it needs one of the roles {roles} (docs/roles.md)',
    '"{name}" darf das nicht: nötig ist eine der Rollen {roles} (docs/roles.md)',
  ],
  [
    '"{name}" may not do this: it needs the clearance {clearances} (docs/roles.md)',
    '"{name}" darf das nicht: nötig ist die Freigabe {clearances} (docs/roles.md)',
  ],
  [
    '"{name}" works for {brands} and no other brand: say which with --brand NAME',
    '"{name}" arbeitet für {brands} und für keine andere Marke: mit --brand NAME sagen, für welche',
  ],
  [
    '"{name}" works for {brands}, and this is about {brand}',
    '"{name}" arbeitet für {brands}, und hier geht es um {brand}',
  ],
  [
    'this is the demo, which is not worth a move: run it where evenhand.yaml is',
    'dies ist die Demo, die keinen Umzug lohnt: den Befehl dort geben, wo evenhand.yaml liegt',
  ],
  [
    'there is no embedded database in {folder}: nothing is to be moved',
    'in {folder} ist keine eingebettete Datenbank: es gibt nichts umzuziehen',
  ],
  [
    '--to DATABASE_URL: the variable is not set here or in .env',
    '--to DATABASE_URL: die Variable ist weder hier noch in .env gesetzt',
  ],
  [
    '--to names no PostgreSQL: write it as --to postgresql://login:password@host/database, or --to DATABASE_URL to take it from the environment',
    '--to nennt kein PostgreSQL: als --to postgresql://login:password@host/database schreiben, oder --to DATABASE_URL, um es aus der Umgebung zu nehmen',
  ],
  [
    '{to} is PostgreSQL {version}: Evenhand needs 15 or newer; nothing was moved',
    '{to} ist PostgreSQL {version}: Evenhand braucht 15 oder neuer; nichts wurde umgezogen',
  ],
  [
    '{to} has a schema "{schema}" that is not Evenhand\'s: name an empty database; nothing was moved',
    '{to} hat ein Schema "{schema}", das nicht von Evenhand ist: eine leere Datenbank nennen; nichts wurde umgezogen',
  ],
  [
    '{to} is not empty (there are rows in {table}): name an empty database, or delete that one first; nothing was moved',
    '{to} ist nicht leer (in {table} stehen Zeilen): eine leere Datenbank nennen, oder diese zuerst löschen; nichts wurde umgezogen',
  ],
  [
    '{to} has tables of another version ({table}): move with the version that made them, or name an empty database; nothing was moved',
    '{to} hat Tabellen einer anderen Version ({table}): mit der Version umziehen, die sie gemacht hat, oder eine leere Datenbank nennen; nichts wurde umgezogen',
  ],
  [
    'what arrived of {table} in {to} does not add up to what is here, so that nothing was kept there: begin the move again, and report it if it happens again',
    'was von {table} in {to} ankam, stimmt nicht mit dem überein, was hier liegt; darum wurde dort nichts behalten: den Umzug neu beginnen, und melden, wenn es wieder geschieht',
  ],
  [
    '{to} is not empty (it has {table}): name an empty database; nothing was moved',
    '{to} ist nicht leer (dort liegt {table}): eine leere Datenbank nennen; nichts wurde umgezogen',
  ],
  [
    'the record of {directory} was moved to {place} at {at}, and is not moved to {to} as well: set DATABASE_URL to go on there, or delete {path} if nobody works there; nothing was moved',
    'der Bestand von {directory} ist am {at} nach {place} umgezogen und zieht nicht auch nach {to}: DATABASE_URL setzen, um dort weiterzumachen, oder {path} löschen, wenn dort niemand arbeitet; nichts wurde umgezogen',
  ],
  [
    'moving {directory} to {place} was interrupted: run the move to there again, which finishes it or begins anew, or delete {path} if you know that nothing arrived there; nothing was moved',
    'der Umzug von {directory} nach {place} wurde unterbrochen: dorthin noch einmal umziehen, was ihn beendet oder neu beginnt, oder {path} löschen, wenn dort sicher nichts ankam; nichts wurde umgezogen',
  ],
  [
    'moving {directory} to {to} was interrupted: run "evenhand move --to URL" again, which finishes it or begins anew, or delete {path} if you know that nothing arrived there',
    'der Umzug von {directory} nach {to} wurde unterbrochen: "evenhand move --to URL" noch einmal geben, was ihn beendet oder neu beginnt, oder {path} löschen, wenn dort sicher nichts ankam',
  ],
  [
    'the record of {directory} was moved to {to} at {at}: set DATABASE_URL to go on there; to go back to this copy, without what came in since, delete {path}',
    'der Bestand von {directory} ist am {at} nach {to} umgezogen: DATABASE_URL setzen, um dort weiterzumachen; um zu dieser Kopie zurückzukehren, ohne was seither kam, {path} löschen',
  ],
  [
    'DATABASE_URL names a database without a record of Evenhand, while {shown} holds the cases of the embedded database: carry them there with "evenhand move --to DATABASE_URL", move {folder} away to begin anew, or unset DATABASE_URL to go on with it',
    'DATABASE_URL nennt eine Datenbank ohne Bestand von Evenhand, während {shown} die Fälle der eingebetteten Datenbank hält: sie mit "evenhand move --to DATABASE_URL" dorthin tragen, {shown} beiseitelegen, um neu zu beginnen, oder DATABASE_URL entfernen, um damit weiterzumachen',
  ],
  [
    'nothing was moved; make room or correct the rights',
    'nichts wurde umgezogen; Platz schaffen oder die Rechte berichtigen',
  ],
  [
    '--skip and --because go together: say which case is passed on, and why',
    '--skip und --because gehören zusammen: sagen, welcher Fall weitergegeben wird, und warum',
  ],
  [
    '--note goes with --because other: the other reasons need no words',
    '--note gehört zu --because other: die anderen Gründe brauchen keine Worte',
  ],
  [
    '--withdraw needs --person NAME: say whom it is not about',
    '--withdraw braucht --person NAME: sagen, wen es nicht betrifft',
  ],
  [
    '"{name}" may not say whom a complaint is about: that needs the clearance staff_conduct too',
    '"{name}" darf nicht sagen, wen eine Beschwerde betrifft: dafür braucht es auch die Freigabe staff_conduct',
  ],
  [
    '--person needs people in evenhand.yaml: without them nobody knows who stands above or below whom',
    '--person braucht people in evenhand.yaml: ohne sie weiß niemand, wer über oder unter wem steht',
  ],
  [
    '--person {name} is none of the people in evenhand.yaml; there are {known}',
    '--person {name} steht in evenhand.yaml nicht unter people; es gibt {known}',
  ],
  [
    'there is no erasure {id}: "evenhand erasures list" shows the numbers',
    'es gibt keine Löschung {id}: "evenhand erasures list" zeigt die Nummern',
  ],
  [
    '{case} is no case of danger: only facts of a dangerous product may outlive the words',
    '{case} ist kein Fall von Gefahr: nur Angaben zu einem gefährlichen Produkt dürfen die Worte überdauern',
  ],
  [
    '{case} is held already: "evenhand holds list" says until when; end that hold first',
    '{case} wird schon festgehalten: "evenhand holds list" sagt, bis wann; das zuerst beenden',
  ],
  [
    'nothing of {case} is held: "evenhand holds list" shows what is',
    'von {case} wird nichts festgehalten: "evenhand holds list" zeigt, was festgehalten wird',
  ],
  [
    '{option} must say something, in at most {count} characters of one line',
    '{option} muss etwas sagen, in höchstens {count} Zeichen einer Zeile',
  ],
  [
    '{option} "{text}" is no day: write it as 2027-12-31',
    '{option} "{text}" ist kein Tag: als 2027-12-31 schreiben',
  ],
  [
    'a hold needs an end: say --until YYYY-MM-DD, and renew it then if it is still needed',
    'ein Festhalten braucht ein Ende: --until JJJJ-MM-TT angeben, und dann erneuern, wenn es noch nötig ist',
  ],
  [
    '--until {text} must lie ahead, by at most {count} years',
    '--until {text} muss in der Zukunft liegen, um höchstens {count} Jahre',
  ],
  ['no objection of {name} is noted', 'von {name} ist kein Widerspruch vermerkt'],
  [
    '--reason is missing: say in few words what was objected to, and when',
    '--reason fehlt: in wenigen Worten sagen, wogegen und wann widersprochen wurde',
  ],
  [
    '--source "{source}": nothing was ever read from it; known are: {known}',
    '--source "{source}": daraus wurde nie etwas gelesen; bekannt sind: {known}',
  ],
];
