import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  standardInput: 'standard input',
  notJson: 'is not JSON; write one object {"text": "…"} a line',
  notAnObject: 'is no JSON object; write {"text": "…"}, with "parent" where it is a reply',
  noText: 'has no "text"; write {"text": "…"}, with "parent" where it is a reply',
  textIsNoString: '"text" is not a string; write {"text": "…"}, with "parent" where it is a reply',
  parentIsNoString: '"parent" is not a string; write the words of the post that it answers',
  more: { one: '… and {count} more broken line', other: '… and {count} more broken lines' },
  broken: {
    one: '{file}: {count} of {lines} lines could not be read; the others are classified.',
    other: '{file}: {count} of {lines} lines could not be read; the others are classified.',
  },
  nothingRead: {
    one: '{file}: its only line could not be read, so nothing was classified.',
    other: '{file}: none of its {count} lines could be read, so nothing was classified.',
  },
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  standardInput: 'Standardeingabe',
  notJson: 'ist kein JSON; pro Zeile ein Objekt {"text": "…"} schreiben',
  notAnObject: 'ist kein JSON-Objekt; {"text": "…"} schreiben, bei einer Antwort mit "parent"',
  noText: 'hat kein "text"; {"text": "…"} schreiben, bei einer Antwort mit "parent"',
  textIsNoString: '"text" ist keine Zeichenkette; {"text": "…"} schreiben, bei einer Antwort mit "parent"',
  parentIsNoString: '"parent" ist keine Zeichenkette; den Wortlaut des beantworteten Beitrags schreiben',
  more: { one: '… und {count} weitere kaputte Zeile', other: '… und {count} weitere kaputte Zeilen' },
  broken: {
    one: '{file}: {count} von {lines} Zeilen war nicht zu lesen; die übrigen sind klassifiziert.',
    other: '{file}: {count} von {lines} Zeilen waren nicht zu lesen; die übrigen sind klassifiziert.',
  },
  nothingRead: {
    one: '{file}: die einzige Zeile war nicht zu lesen, also ist nichts klassifiziert.',
    other: '{file}: keine der {count} Zeilen war zu lesen, also ist nichts klassifiziert.',
  },
};

export const sayClassify = createSay<keyof typeof en>({ en, de });
