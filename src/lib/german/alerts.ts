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
];
