import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  none: 'No alert is silenced.',
  added: 'Silence {id}: {what}, until {until}.',
  renewed: {
    one: '{count} message that was written and not sent is written anew.',
    other: '{count} messages that were written and not sent are written anew.',
  },
  unsilenced:
    'Danger is told all the same, and so is every warning of a deadline that is not named by --kind.',
  ended: 'Silence {id} is over; what it kept back is told where a case still waits.',
  nothing:
    'say what to silence: --brand, --kind, --severity, --category or --case; everything at once is not silenced',
  compliance: '--kind {kind} is not silenced: compliance hears of it whatever is silenced',
  long: '--until is at most 30 days from now: a silence that nobody remembers hides what it was not meant for',
  past: '--until {until} is over already; name a time to come',
  unknown: 'there is no silence {id}; evenhand silences list --all shows them',
  over: 'silence {id} is over already',
  number: 'a silence is named by its number; evenhand silences list shows it',
  'head.id': 'No.',
  'head.what': 'What',
  'head.until': 'Until',
  'head.by': 'By',
  'head.comment': 'Why',
  'head.alerts': 'Kept back',
  everywhere: 'all',
  'ended.by': 'ended {when} by {who}',
  'ended.past': 'ended {when}',
} as const satisfies Record<string, Message>;

const de: Record<keyof typeof en, Message> = {
  none: 'Keine Meldung ist stumm geschaltet.',
  added: 'Stummschaltung {id}: {what}, bis {until}.',
  renewed: {
    one: '{count} Nachricht, die geschrieben und nicht gesendet war, wird neu geschrieben.',
    other: '{count} Nachrichten, die geschrieben und nicht gesendet waren, werden neu geschrieben.',
  },
  unsilenced:
    'Gefahr wird trotzdem gemeldet, und ebenso jede Warnung vor einer Frist, die --kind nicht nennt.',
  ended: 'Stummschaltung {id} ist vorbei; was sie zurückhielt, wird gemeldet, wo ein Fall noch wartet.',
  nothing:
    'angeben, was stumm sein soll: --brand, --kind, --severity, --category oder --case; alles zugleich wird nicht stumm geschaltet',
  compliance: '--kind {kind} wird nicht stumm geschaltet: die Compliance erfährt davon in jedem Fall',
  long: '--until liegt höchstens 30 Tage voraus: eine Stummschaltung, an die niemand mehr denkt, verdeckt, was nicht gemeint war',
  past: '--until {until} ist schon vorbei; eine kommende Zeit angeben',
  unknown: 'es gibt keine Stummschaltung {id}; evenhand silences list --all zeigt sie',
  over: 'Stummschaltung {id} ist schon vorbei',
  number: 'eine Stummschaltung wird durch ihre Nummer genannt; evenhand silences list zeigt sie',
  'head.id': 'Nr.',
  'head.what': 'Was',
  'head.until': 'Bis',
  'head.by': 'Von',
  'head.comment': 'Warum',
  'head.alerts': 'Zurückgehalten',
  everywhere: 'alle',
  'ended.by': 'beendet {when} von {who}',
  'ended.past': 'beendet {when}',
};

export const saySilence: Say<keyof typeof en> = createSay<keyof typeof en>({ en, de });
