/** Contacts, the guard, escalation and danger; read behind the sentences of `sentences.ts`. */
export const germanProtectionSentences: readonly (readonly [english: string, german: string])[] = [
  ['name a CSV file', 'eine CSV-Datei nennen'],
  ['must be at most 5', 'darf höchstens 5 sein'],
  ['must be at most 0.5', 'darf höchstens 0,5 sein'],
];
