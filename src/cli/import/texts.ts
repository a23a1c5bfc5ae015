import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  spooling: 'reading standard input, {megabytes} MB',
  hashing: 'looking for an earlier import of this file',
  reading: '{lines} lines read, {kept} kept',
  deciding: '{count} left to decide',
  demo: 'There is no evenhand.yaml here, so this goes into the demo with its two made-up brands.',
  live: 'live: clocks run and alerts go out',
  history: 'history: decided and shown, but no clocks run and no alerts go out',
  alreadyDone: '{file} was imported to its end before: nothing was done.',
  interrupted: '{file}: interrupted. The same command goes on from there; what was read is kept.',
  continued: '{file}: goes on after line {line}.',
  summary: '{file} ({choice})',
  figures:
    '{lines} lines, {matched} matched, {complaints} complaints, {cases} cases, {seconds} s, {dead} could not be processed, {ignored} ignored keys, {refused} lines refused',
  undecided: '{count} posts are not decided yet; the running service goes on with them.',
  ignored: 'Ignored keys: {keys}',
  refused: 'Refused lines:',
  more: '… and {count} more; --rejects FILE writes them all',
  moreWritten: '… and {count} more in {file}',
  look: 'Look at them: evenhand dead-letters list',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  spooling: 'Standardeingabe wird gelesen, {megabytes} MB',
  hashing: 'sucht einen früheren Import dieser Datei',
  reading: '{lines} Zeilen gelesen, {kept} behalten',
  deciding: '{count} noch zu entscheiden',
  demo: 'Hier liegt keine evenhand.yaml, darum geht dies in die Demo mit ihren zwei erfundenen Marken.',
  live: 'live: Fristen laufen, Meldungen gehen hinaus',
  history: 'Archiv: entschieden und gezeigt, aber ohne Fristen und Meldungen',
  alreadyDone: '{file} wurde schon bis zum Ende importiert: nichts zu tun.',
  interrupted: '{file}: unterbrochen. Derselbe Befehl fährt dort fort; Gelesenes bleibt.',
  continued: '{file}: geht nach Zeile {line} weiter.',
  summary: '{file} ({choice})',
  figures:
    '{lines} Zeilen, {matched} passend, {complaints} Beschwerden, {cases} Fälle, {seconds} s, {dead} nicht verarbeitbar, {ignored} übergangene Schlüssel, {refused} abgelehnte Zeilen',
  undecided: '{count} Beiträge sind noch nicht entschieden; der laufende Dienst macht damit weiter.',
  ignored: 'Übergangene Schlüssel: {keys}',
  refused: 'Abgelehnte Zeilen:',
  more: '… und {count} weitere; --rejects DATEI schreibt alle',
  moreWritten: '… und {count} weitere in {file}',
  look: 'Ansehen: evenhand dead-letters list',
};

export const sayImport = createSay<keyof typeof en>({ en, de });
