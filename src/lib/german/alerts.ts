/** What is said of channels by e-mail, silences, acknowledgements and routing rules. */
export const germanAlertSentences: readonly (readonly [english: string, german: string])[] = [
  [
    'is not an address; write it like desk@example.com, without a name',
    'ist keine Adresse; wie desk@example.com schreiben, ohne Namen',
  ],
  [
    'is not a sender; write it like desk@example.com or Desk <desk@example.com>',
    'ist kein Absender; wie desk@example.com oder Desk <desk@example.com> schreiben',
  ],
  [
    'is not the name of a server; write it without address or port, for example smtp.example.com',
    'ist kein Name eines Servers; ohne Adresse und Port schreiben, zum Beispiel smtp.example.com',
  ],
  [
    'must be an address such as desk@example.com, or a list of at most 50',
    'muss eine Adresse wie desk@example.com sein oder eine Liste von höchstens 50',
  ],
  ['goes together with user; write both or neither', 'gehört zu user; beide schreiben oder keines'],
  [
    'is none, so that the password would travel readable; write starttls or implicit',
    'ist none, so dass das Passwort lesbar übertragen würde; starttls oder implicit schreiben',
  ],
  [
    'names the brand {brand}, which there is not; name one under brands',
    'nennt die Marke {brand}, die es nicht gibt; eine unter brands nennen',
  ],
  [
    'names the region {region}, which there is not; name one under routing.regions',
    'nennt die Region {region}, die es nicht gibt; eine unter routing.regions nennen',
  ],
  [
    'names the source {source}, which there is not; name one under sources',
    'nennt die Quelle {source}, die es nicht gibt; eine unter sources nennen',
  ],
  [
    'names the channel {channel}, which there is not; name one under channels',
    'nennt den Kanal {channel}, den es nicht gibt; einen unter channels nennen',
  ],
  [
    'names the channel {channel}, which does not hear alerts for leads; name another',
    'nennt den Kanal {channel}, der keine Meldungen für die Leitung hört; einen anderen nennen',
  ],
  [
    'is the name of an earlier rule, too; give each its own',
    'heißt wie eine frühere Regel; jeder einen eigenen Namen geben',
  ],
  ['must be a short name, or a list of them', 'muss ein kurzer Name sein oder eine Liste davon'],
  ['must be at least 1', 'muss mindestens 1 sein'],
  ['must be a day such as 2026-12-31', 'muss ein Tag sein wie 2026-12-31'],
];
