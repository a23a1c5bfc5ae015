import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  none: 'Everything could be processed.',
  title: 'Could not be processed:',
  attempts: { one: '{count} attempt', other: '{count} attempts' },
  next: 'Again: evenhand dead-letters retry ID (or --all). Give up: evenhand dead-letters discard ID --reason "…".',
  nothingWaits: 'Nothing waits to be tried again: everything could be processed.',
  retried: {
    one: '{count} mention waits in the inbox again.',
    other: '{count} mentions wait in the inbox again.',
  },
  willRun: 'The running service finds it within a minute and decides it.',
  notRunning: 'No service runs that decides: it is decided when one is started.',
  discarded: 'Number {id} is given up and its words are erased.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  none: 'Alles konnte verarbeitet werden.',
  title: 'Konnte nicht verarbeitet werden:',
  attempts: { one: '{count} Versuch', other: '{count} Versuche' },
  next: 'Noch einmal: evenhand dead-letters retry NR (oder --all). Aufgeben: evenhand dead-letters discard NR --reason "…".',
  nothingWaits: 'Nichts wartet auf einen neuen Versuch: alles konnte verarbeitet werden.',
  retried: {
    one: '{count} Erwähnung wartet wieder im Eingang.',
    other: '{count} Erwähnungen warten wieder im Eingang.',
  },
  willRun: 'Der laufende Dienst findet sie binnen einer Minute und entscheidet.',
  notRunning: 'Es läuft kein Dienst, der entscheidet: das geschieht, sobald einer gestartet wird.',
  discarded: 'Nummer {id} ist aufgegeben, ihr Wortlaut gelöscht.',
};

export const sayDeadLetter = createSay<keyof typeof en>({ en, de });
