import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  ask: {
    one: 'Erase {what}: {count} post in {cases}, for good? [y/N]',
    other: 'Erase {what}: {count} posts in {cases}, for good? [y/N]',
  },
  inCases: { one: '{count} case', other: '{count} cases' },
  erased: {
    one: 'Erased: {count} post with words, author and links, and {samples}.',
    other: 'Erased: {count} posts with words, author and links, and {samples}.',
  },
  samples: { one: '{count} audience sample', other: '{count} audience samples' },
  nothing: 'Nothing of it is stored.',
  cases: 'Their cases stay, with clocks and notes: {cases}. Read the notes: people may have quoted there.',
  labels:
    'Labels for the training went too: {labels}. Delete these lines in files that were exported, and export anew.',
  statements:
    'Statements of the company that were about them or named them are withdrawn, without their words: {statements}. "evenhand statements add" says anew what is still to be said.',
  deadLetters: {
    one: '{count} mention that could not be processed was erased too.',
    other: '{count} mentions that could not be processed were erased too.',
  },
  renewed: {
    one: '{count} message that had not been sent goes without the words.',
    other: '{count} messages that had not been sent go without the words.',
  },
  later:
    'What still waits to be decided is covered. What is written after now is a new post and is read again.',
  nothingSent: 'No alert about these cases had been sent.',
  notRecalled: 'Already sent and not recalled; erase it there by hand:',
  maybe: 'tried, perhaps delivered',
  changing: 'the running service takes the words out there; look whether it did',
  digests: 'Digests that were written or sent before may hold an excerpt; they are files of yours and stay.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  ask: {
    one: '{what} endgültig löschen: {count} Beitrag in {cases}? [j/N]',
    other: '{what} endgültig löschen: {count} Beiträge in {cases}? [j/N]',
  },
  inCases: { one: '{count} Fall', other: '{count} Fällen' },
  erased: {
    one: 'Gelöscht: {count} Beitrag mit Wortlaut, Verfasser und Links, dazu {samples}.',
    other: 'Gelöscht: {count} Beiträge mit Wortlaut, Verfasser und Links, dazu {samples}.',
  },
  samples: { one: '{count} Reichweiten-Wert', other: '{count} Reichweiten-Werte' },
  nothing: 'Davon ist nichts gespeichert.',
  cases:
    'Ihre Fälle bleiben, mit Fristen und Notizen: {cases}. Bitte die Notizen lesen: dort kann jemand zitiert haben.',
  labels:
    'Kennzeichnungen für das Training sind mit gelöscht: {labels}. Bitte diese Zeilen in exportierten Dateien löschen und neu exportieren.',
  statements:
    'Stellungnahmen des Unternehmens, die davon handelten oder jemanden davon nannten, sind zurückgezogen, ohne ihre Worte: {statements}. „evenhand statements add“ sagt neu, was noch zu sagen ist.',
  deadLetters: {
    one: '{count} Erwähnung, die nicht verarbeitet werden konnte, ist mit gelöscht.',
    other: '{count} Erwähnungen, die nicht verarbeitet werden konnten, sind mit gelöscht.',
  },
  renewed: {
    one: '{count} noch nicht gesendete Nachricht geht ohne den Wortlaut hinaus.',
    other: '{count} noch nicht gesendete Nachrichten gehen ohne den Wortlaut hinaus.',
  },
  later:
    'Was noch auf Entscheidung wartet, ist erfasst. Was ab jetzt geschrieben wird, ist neu und wird wieder gelesen.',
  nothingSent: 'Zu diesen Fällen war noch keine Meldung gesendet.',
  notRecalled: 'Schon gesendet und nicht zurückgerufen; bitte dort von Hand löschen:',
  maybe: 'versucht, vielleicht zugestellt',
  changing: 'der laufende Dienst nimmt die Worte dort heraus; bitte nachsehen',
  digests:
    'Früher geschriebene oder gesendete Digests können einen Auszug enthalten; es sind Ihre Dateien, sie bleiben.',
};

export const sayErase = createSay<keyof typeof en>({ en, de });
