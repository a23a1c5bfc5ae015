import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  noSources: 'evenhand.yaml names no source that can be asked; "evenhand import FILE" reads files.',
  page: '{source}: {read} read, {kept} kept',
  done: '{source}: {read} read, {kept} kept.',
  failed: '{source}: {reason}',
  gap: '{source}: {reason}',
  slowed: '{source}: {count} batches wait to be decided, so the rest is read later.',
  asked: 'The running service is asked to poll now.',
  slow: '{source}: the running service has not answered within {seconds} s; it goes on. "evenhand doctor" shows how the source fares.',
  deciding: 'Deciding: {count} left',
  decided: 'Everything in the inbox is decided.',
  dryRun: '{source}: {read} read, {kept} would be kept; nothing was stored.',
  moreKept: '… and {count} more; --json shows every one',
  deletions: { one: '{count} deletion', other: '{count} deletions' },
  more: 'This was the first page; there is more.',
  units: '{source}: {used} of {limit} units used.',
  requests: '{source}: {used} of {limit} requests used.',
  booked: '{source}: the platform bills what it told, in a dry run too; it is booked in the budget.',
  unbooked:
    '{source}: the platform bills what it tells, and there is no database yet in which that is booked: the budget will not know of it.',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  noSources: 'evenhand.yaml nennt keine Quelle, die man fragen kann; "evenhand import DATEI" liest Dateien.',
  page: '{source}: {read} gelesen, {kept} behalten',
  done: '{source}: {read} gelesen, {kept} behalten.',
  failed: '{source}: {reason}',
  gap: '{source}: {reason}',
  slowed: '{source}: {count} Stapel warten auf Entscheidung, der Rest wird später gelesen.',
  asked: 'Der laufende Dienst ist gebeten, jetzt abzufragen.',
  slow: '{source}: der laufende Dienst hat binnen {seconds} s nicht geantwortet; er macht weiter. "evenhand doctor" zeigt, wie es der Quelle geht.',
  deciding: 'Entscheidet: {count} übrig',
  decided: 'Alles im Eingang ist entschieden.',
  dryRun: '{source}: {read} gelesen, {kept} würden behalten; nichts wurde gespeichert.',
  moreKept: '… und {count} weitere; --json zeigt alle',
  deletions: { one: '{count} Löschung', other: '{count} Löschungen' },
  more: 'Das war die erste Seite; es gibt mehr.',
  units: '{source}: {used} von {limit} Einheiten verbraucht.',
  requests: '{source}: {used} von {limit} Anfragen verbraucht.',
  booked:
    '{source}: die Plattform berechnet, was sie erzählt hat, auch bei einer Probe; es ist im Budget verbucht.',
  unbooked:
    '{source}: die Plattform berechnet, was sie erzählt, und es gibt noch keine Datenbank, in der das verbucht wird: das Budget wird davon nichts wissen.',
};

export const sayPoll = createSay<keyof typeof en>({ en, de });
