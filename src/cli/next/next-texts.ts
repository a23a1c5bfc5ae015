import { createSay, type Message, type Say } from '../../lib/catalogue.ts';

const en = {
  leased:
    '{id} is yours to look at for {time}. "evenhand cases take {id}" keeps it; "evenhand next --skip {id} --because language" passes it on.',
  held: '{id} was handed to you before, and is yours for {time} more. "evenhand cases take {id}" keeps it; "evenhand next --skip {id} --because language" passes it on.',
  idle: 'Nobody waits for you.',
  confidential: {
    one: 'One case of danger or in dispute waits, which is handed to nobody: "evenhand cases list" shows it.',
    other:
      '{count} cases of danger or in dispute wait, which are handed to nobody: "evenhand cases list" shows them.',
  },
  refreshed: '{id} is yours for {time} more.',
  released: '{id} stands in the queue again, where it stood.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  leased:
    '{id} kannst du dir {time} lang ansehen. "evenhand cases take {id}" behält ihn; "evenhand next --skip {id} --because language" gibt ihn weiter.',
  held: '{id} hattest du schon bekommen, und er bleibt dir noch {time}. "evenhand cases take {id}" behält ihn; "evenhand next --skip {id} --because language" gibt ihn weiter.',
  idle: 'Auf dich wartet niemand.',
  confidential: {
    one: 'Ein Fall von Gefahr oder im Streit wartet, der niemandem gegeben wird: "evenhand cases list" zeigt ihn.',
    other:
      '{count} Fälle von Gefahr oder im Streit warten, die niemandem gegeben werden: "evenhand cases list" zeigt sie.',
  },
  refreshed: '{id} bleibt dir noch {time}.',
  released: '{id} steht wieder in der Warteschlange, wo er stand.',
};

export const sayNext: Say<keyof typeof en> = createSay<keyof typeof en>({ en, de });
