/** Faults of evenhand.yaml and of the environment, for whoever mends them; read behind the sentences of `sentences.ts`. */
export const germanSchemaSentences: readonly (readonly [english: string, german: string])[] = [
  ['{file}:{line}: {key}: {reason}', '{file}:{line}: {key}: {reason}'],
  ['{file}:{line}: {reason}.', '{file}:{line}: {reason}.'],
  ['{file}:{line}: {reason}', '{file}:{line}: {reason}'],
  [
    'is not a key that is known here; did you mean "{near}"?',
    'ist hier kein bekannter Schlüssel; gemeint ist wohl "{near}"',
  ],
  [
    'is not a key that is known here; known are {known}',
    'ist hier kein bekannter Schlüssel; bekannt sind {known}',
  ],
  ['is empty; write a value or remove the line', 'ist leer; einen Wert schreiben oder die Zeile entfernen'],
  ['is empty; write something or remove it', 'ist leer; etwas hineinschreiben oder entfernen'],
  ['is empty; add a brand', 'ist leer; eine Marke eintragen'],
  [
    'is missing; put it into .env as {name}=… and write {key}: {place} here',
    'fehlt; als {name}=… in .env eintragen und hier {key}: {place} schreiben',
  ],
  ['is missing; write one of {known}', 'fehlt; eines von {known} schreiben'],
  ['is missing; add it', 'fehlt; bitte eintragen'],
  [
    'is an empty list; name at least one or remove it',
    'ist eine leere Liste; mindestens eines nennen oder sie entfernen',
  ],
  ['must be text; put it in quotes', 'muss Text sein; in Anführungszeichen setzen'],
  ['needs a kind: one of {known}', 'braucht ein kind: eines von {known}'],
  [
    'must be one of {known}; did you mean "{near}"?',
    'muss eines von {known} sein; gemeint ist wohl "{near}"',
  ],
  ['must be one of {known}, or a list of them', 'muss eines von {known} sein oder eine Liste davon'],
  ['must be one of {known}', 'muss eines von {known} sein'],
  ['this key stands here twice; keep one of them', 'dieser Schlüssel steht hier zweimal; einen behalten'],
  [
    'a handle may not begin with @ unless it stands in quotes; drop the @',
    'ein Handle darf nur in Anführungszeichen mit @ beginnen; das @ weglassen',
  ],
  [
    'a word may not begin with ` unless it stands in quotes',
    'ein Wort darf nur in Anführungszeichen mit ` beginnen',
  ],
  [
    'a second document begins here; keep everything in one and remove the ---',
    'hier beginnt ein zweites Dokument; alles in einem behalten und das --- entfernen',
  ],
  [
    'a tab stands where blanks must; indent with blanks',
    'hier steht ein Tabulator statt Leerzeichen; mit Leerzeichen einrücken',
  ],
  [
    'this is not valid YAML ({told}); check the indentation, quotes and brackets here',
    'das ist kein gültiges YAML ({told}); hier Einrückung, Anführungszeichen und Klammern prüfen',
  ],
  [
    '{file} is empty; write a configuration into it with "evenhand init".',
    '{file} ist leer; mit "evenhand init" eine Konfiguration hineinschreiben.',
  ],
  [
    '{file} is not written in UTF-8; save it again in that encoding.',
    '{file} ist nicht in UTF-8 geschrieben; in dieser Kodierung neu speichern.',
  ],
  [
    'is a secret and may not stand in the file; put it into .env under a name and write {place} here',
    'ist ein Geheimnis und darf nicht in der Datei stehen; unter einem Namen in .env eintragen und hier {place} schreiben',
  ],
  [
    'must be whsec_ and at least 24 bytes in base64 (try: echo whsec_$(openssl rand -base64 24))',
    'muss aus whsec_ und mindestens 24 Bytes in base64 bestehen (etwa: echo whsec_$(openssl rand -base64 24))',
  ],
  [
    '"{word}" names {reason}, and severity, deadlines, routing and alerts are blind to who asks and how many listen; remove it',
    '"{word}" nennt {reason}, doch Schwere, Fristen, Weiterleitung und Meldungen sind blind dafür, wer fragt und wie viele zuhören; entfernen',
  ],
  [
    '"{word}" names authors, and a rule for some authors would let them jump the queue; remove it (only exclusions.authors of a brand may name authors, to drop them)',
    '"{word}" nennt Verfasser, und eine Regel für manche ließe sie an der Schlange vorbei; entfernen (nur exclusions.authors einer Marke darf Verfasser nennen, um sie zu übergehen)',
  ],
  ['names "{name}", which is not one of the channels', 'nennt "{name}", und das ist keiner der Kanäle'],
  ['names "{name}", which is not one of the brands', 'nennt "{name}", und das ist keine der Marken'],
  [
    'names "{name}", which is not for comms; write audience: comms there',
    'nennt "{name}", das nicht für comms ist; dort audience: comms schreiben',
  ],
  [
    'names "{name}", which stands under {other} too; keep it in one of them',
    'nennt "{name}", das auch unter {other} steht; nur an einer Stelle behalten',
  ],
  [
    'does not say of which brand; write brand: {name} beside it',
    'sagt nicht, von welcher Marke; brand: {name} daneben schreiben',
  ],
  [
    'has nothing to listen for; add names, handles or phrases',
    'hat nichts, worauf zu hören wäre; names, handles oder phrases eintragen',
  ],
  [
    'is not a handle; write it without spaces or address, for example acme_help',
    'ist kein Handle; ohne Leerzeichen und Adresse schreiben, zum Beispiel acme_help',
  ],
  [
    'is not a hashtag; write it as one word without spaces, for example AcmeDown',
    'ist kein Hashtag; als ein Wort ohne Leerzeichen schreiben, zum Beispiel AcmeDown',
  ],
  [
    'is not an account; write the handle or platform id without spaces',
    'ist kein Konto; Handle oder Nummer der Plattform ohne Leerzeichen schreiben',
  ],
  [
    'is not a time zone; write an IANA name such as Europe/Berlin',
    'ist keine Zeitzone; einen IANA-Namen schreiben, etwa Europe/Berlin',
  ],
  [
    'is neither a date such as 2026-12-24 nor a region such as DE or DE-BY whose holidays are known',
    'ist weder ein Tag wie 2026-12-24 noch eine Region wie DE oder DE-BY, deren Feiertage bekannt sind',
  ],
  ['must be like 09:00-17:00, or closed', 'muss wie 09:00-17:00 aussehen, oder closed'],
  [
    'closes before it opens; write the earlier time first, for example 09:00-17:00',
    'schließt, bevor geöffnet wird; die frühere Zeit zuerst, zum Beispiel 09:00-17:00',
  ],
  ['must be a time such as "07:30"', 'muss eine Uhrzeit sein, etwa "07:30"'],
  ['must be a duration such as 30s, 5m, 4h or 2d', 'muss eine Dauer sein, etwa 30s, 5m, 4h oder 2d'],
  [
    'must be a time by the clock such as 90m or 4h, or business days such as 3 business days',
    'muss eine Dauer nach der Uhr sein, etwa 90m oder 4h, oder Werktage, etwa 3 business days',
  ],
  [
    'must be an address that begins with http:// or https:// and holds no password',
    'muss eine Adresse sein, die mit http:// oder https:// beginnt und kein Passwort enthält',
  ],
  ['must be host:port, for example forum.intern:8080', 'muss host:port sein, zum Beispiel forum.intern:8080'],
  ['must be a port from 0 to 65535', 'muss ein Port von 0 bis 65535 sein'],
  ['must be at least {count} day', 'muss mindestens {count} Tag sein'],
  ['must be at most {count} days', 'darf höchstens {count} Tage sein'],
  ['must be at least {count} minute', 'muss mindestens {count} Minute sein'],
  ['must be at most {count} minutes', 'darf höchstens {count} Minuten sein'],
  ['must be at least {count} requests', 'muss mindestens {count} Anfragen sein'],
  ['must be at least {count} units', 'muss mindestens {count} Einheiten sein'],
  ['must be at least {count}', 'muss mindestens {count} sein'],
  [
    'must be a short name of a-z, 0-9, - and _, for example owners-blog',
    'muss ein kurzer Name aus a-z, 0-9, - und _ sein, zum Beispiel owners-blog',
  ],
  [
    'must be the number of an X account in quotes, for example "12345678"',
    'muss die Nummer eines X-Kontos in Anführungszeichen sein, zum Beispiel "12345678"',
  ],
  [
    'mixes comms with others: only comms may hear of reach, so give comms a channel of its own',
    'mischt comms mit anderen: nur comms darf von Reichweite hören, also comms einen eigenen Kanal geben',
  ],
  [
    'DATABASE_URL is set, but there is no evenhand.yaml in {folder}; write one with "evenhand init", or name one in EVENHAND_CONFIG.',
    'DATABASE_URL ist gesetzt, aber in {folder} liegt keine evenhand.yaml; mit "evenhand init" eine schreiben oder in EVENHAND_CONFIG eine nennen.',
  ],
  [
    'EVENHAND_CONFIG names {path}, which is not a file; write one there with "evenhand init", or correct the path.',
    'EVENHAND_CONFIG nennt {path}, und das ist keine Datei; mit "evenhand init" dort eine schreiben oder den Pfad berichtigen.',
  ],
  [
    'The command line names {path}, which is not a file; write one there with "evenhand init", or correct the path.',
    'Die Befehlszeile nennt {path}, und das ist keine Datei; mit "evenhand init" dort eine schreiben oder den Pfad berichtigen.',
  ],
  [
    'The environment variable {name} is unknown; did you mean "{near}"?',
    'Die Umgebungsvariable {name} ist unbekannt; gemeint ist wohl "{near}"',
  ],
  [
    'The environment variable {name} is unknown; remove it, or give it a name without EVENHAND_.',
    'Die Umgebungsvariable {name} ist unbekannt; entfernen oder einen Namen ohne EVENHAND_ geben.',
  ],
  ['must be {reason}, not a list', 'muss {reason} sein, keine Liste'],
  ['must be {reason}', 'muss {reason} sein'],
  ['text', 'Text'],
  ['a list, for example [one, two]', 'eine Liste, zum Beispiel [eins, zwei],'],
  ['a map of keys and values', 'eine Zuordnung von Schlüsseln zu Werten'],
  ['a map of names, each with its own keys', 'eine Zuordnung von Namen zu eigenen Schlüsseln'],
  ['a number', 'eine Zahl'],
  ['a whole number', 'eine ganze Zahl'],
  ['true or false', 'true oder false'],
  ['VIPs', 'VIPs'],
  ['reach or standing', 'Reichweite oder Rang'],
];
