/** Faults of helpdesks in evenhand.yaml and refusals of `evenhand sinks`; read behind the sentences of `sentences.ts`. */
export const germanSinkSentences: readonly (readonly [english: string, german: string])[] = [
  [
    'is no tag; write one word without spaces and commas, for example {example}',
    'ist kein Schlagwort; ein Wort ohne Leerzeichen und Kommas schreiben, zum Beispiel {example}',
  ],
  [
    'is not the name of a field; write it as the API of the helpdesk does, for example {example}',
    'ist kein Name eines Felds; ihn schreiben, wie die API des Helpdesks es tut, zum Beispiel {example}',
  ],
  [
    'must be a priority of Freshdesk: 1 (low), 2, 3 or 4 (urgent)',
    'muss eine Priorität von Freshdesk sein: 1 (niedrig), 2, 3 oder 4 (dringend)',
  ],
  [
    'must be the key of a project, for example {example}',
    'muss der Schlüssel eines Projekts sein, zum Beispiel {example}',
  ],
  [
    'is there, but follow is not webhook; write follow: webhook, or remove the secret',
    'steht da, aber follow ist nicht webhook; follow: webhook schreiben, oder das Geheimnis entfernen',
  ],
  [
    'has the name of somebody who works here, and what is done there stands under it; call it otherwise',
    'heißt wie jemand, der hier arbeitet, und was dort getan wird, steht unter diesem Namen; anders nennen',
  ],
  ['"{name}" is no helpdesk; there are {known}', '"{name}" ist kein Helpdesk; es gibt {known}'],
  [
    '"{name}" is no helpdesk: evenhand.yaml names none under sinks',
    '"{name}" ist kein Helpdesk: evenhand.yaml nennt keinen unter sinks',
  ],
  ['name one case, or write --all', 'einen Fall nennen, oder --all schreiben'],
];
