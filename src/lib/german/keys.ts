/** Why the commands about keys of the HTTP API refuse; read behind the sentences of `sentences.ts`. */
export const germanKeySentences: readonly (readonly [english: string, german: string])[] = [
  [
    'there is a key "{name}" already: give this one another name, or end that one with "evenhand keys revoke {same}"',
    'einen Schlüssel "{name}" gibt es schon: diesem einen anderen Namen geben, oder jenen mit "evenhand keys revoke {same}" beenden',
  ],
  [
    'no key in force is called "{name}": "evenhand keys list" shows them',
    'kein geltender Schlüssel heißt "{name}": "evenhand keys list" zeigt sie',
  ],
  [
    '"{name}" is no name for a key: write up to 40 of a-z, 0-9, ".", "_" and "-", as in helpdesk',
    '"{name}" ist kein Name für einen Schlüssel: bis zu 40 Zeichen aus a-z, 0-9, ".", "_" und "-" schreiben, etwa helpdesk',
  ],
  [
    '"{name}" is one of the people: call the key something else, as in {example}-phone, and say --as-person {same}',
    '"{name}" ist eine der Personen: den Schlüssel anders nennen, etwa {example}-phone, und --as-person {same} schreiben',
  ],
  [
    'there is no webhook "{id}": "evenhand webhooks list" shows them',
    'es gibt keinen Webhook "{id}": "evenhand webhooks list" zeigt sie',
  ],
  [
    '--as-person "{name}" is not one of the people in evenhand.yaml: add them there first',
    '--as-person "{name}" ist keine der Personen in evenhand.yaml: zuerst dort eintragen',
  ],
];
