import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  none: 'Nothing was erased yet.',
  row: '{id}  {at}  {posts}, {cases}, {messages}',
  posts: { one: '{count} post', other: '{count} posts' },
  cases: { one: '{count} case', other: '{count} cases' },
  messages: { one: '{count} message not recalled', other: '{count} messages not recalled' },
  doneBy: 'Done by {name}.',
  again: 'Done again by the ledger, or by somebody who was not asked for a name.',
  recalled: 'Nothing had been sent that could not be called back.',
  delivered: 'delivered',
  changing: 'the running service takes the words out there',
  maybe: 'tried, perhaps delivered',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  none: 'Noch wurde nichts gelöscht.',
  row: '{id}  {at}  {posts}, {cases}, {messages}',
  posts: { one: '{count} Beitrag', other: '{count} Beiträge' },
  cases: { one: '{count} Fall', other: '{count} Fälle' },
  messages: {
    one: '{count} Nachricht nicht zurückgerufen',
    other: '{count} Nachrichten nicht zurückgerufen',
  },
  doneBy: 'Ausgeführt von {name}.',
  again: 'Nach dem Verzeichnis erneut ausgeführt, oder von jemandem, der nicht nach dem Namen gefragt wurde.',
  recalled: 'Es war nichts gesendet, was nicht zurückzurufen war.',
  delivered: 'zugestellt',
  changing: 'der laufende Dienst nimmt die Worte dort heraus',
  maybe: 'versucht, vielleicht zugestellt',
};

export const sayErasures = createSay<keyof typeof en>({ en, de });
