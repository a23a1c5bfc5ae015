import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  copying: '{rows} of {total} rows',
  done: 'The record is in {to}: {rows} rows in {tables} tables, counted and summed on both sides.',
  wasThere: 'The record was in {to} already, row for row: {rows} rows in {tables} tables.',
  next: 'Go on there: set DATABASE_URL and start the service. What waits in the inbox and what was not sent yet goes on; the queue is made anew.',
  stays:
    '{directory} stays as it was and is marked as moved. Keep it until you trust the other; to go back to it, delete {mark}.',
  open: 'The login may not create roles there, so that lock 3 of reach-blindness is open: evenhand doctor prints what to run.',
} as const satisfies Record<string, Message>;

type MoveTextKey = keyof typeof en;

const de: Readonly<Record<MoveTextKey, Message>> = {
  copying: '{rows} von {total} Zeilen',
  done: 'Der Bestand liegt in {to}: {rows} Zeilen in {tables} Tabellen, auf beiden Seiten gezählt und summiert.',
  wasThere: 'Der Bestand lag schon in {to}, Zeile für Zeile: {rows} Zeilen in {tables} Tabellen.',
  next: 'Dort geht es weiter: DATABASE_URL setzen und den Dienst starten. Was im Eingang wartet und was noch nicht versandt ist, geht weiter; die Warteschlange entsteht neu.',
  stays:
    '{directory} bleibt, wie es war, und ist als umgezogen markiert. Aufheben, bis sich der neue Ort bewährt hat; um zurückzukehren, {mark} löschen.',
  open: 'Die Anmeldung darf dort keine Rollen anlegen, darum steht Schloss 3 der Reichweiten-Blindheit offen: evenhand doctor zeigt, was auszuführen ist.',
};

export const sayMove = createSay<MoveTextKey>({ en, de });
