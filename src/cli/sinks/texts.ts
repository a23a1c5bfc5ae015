import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  title: 'Tickets in helpdesks:',
  'none.all': 'No case has a ticket in a helpdesk.',
  'none.failed': 'Nothing was given up.',
  'none.not_recalled': 'Every helpdesk gave back what it should.',
  notThere: 'not there yet',
  waiting: { one: '{count} call waits', other: '{count} calls wait' },
  failed: { one: '{count} call was given up', other: '{count} calls were given up' },
  notRecalled: { one: '{count} note was not given back', other: '{count} notes were not given back' },
  retried: {
    one: '{count} call is due now; a running service makes it.',
    other: '{count} calls are due now; a running service makes them.',
  },
  nothing: 'Nothing was given up there; the helpdesk is switched on.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  title: 'Tickets in Helpdesks:',
  'none.all': 'Kein Fall hat ein Ticket in einem Helpdesk.',
  'none.failed': 'Nichts wurde aufgegeben.',
  'none.not_recalled': 'Jeder Helpdesk gab heraus, was er sollte.',
  notThere: 'noch nicht dort',
  waiting: { one: '{count} Aufruf wartet', other: '{count} Aufrufe warten' },
  failed: { one: '{count} Aufruf wurde aufgegeben', other: '{count} Aufrufe wurden aufgegeben' },
  notRecalled: {
    one: '{count} Notiz wurde nicht herausgegeben',
    other: '{count} Notizen wurden nicht herausgegeben',
  },
  retried: {
    one: '{count} Aufruf ist jetzt fällig; ein laufender Dienst macht ihn.',
    other: '{count} Aufrufe sind jetzt fällig; ein laufender Dienst macht sie.',
  },
  nothing: 'Dort wurde nichts aufgegeben; der Helpdesk ist eingeschaltet.',
};

export const saySinks = createSay<keyof typeof en>({ en, de });
