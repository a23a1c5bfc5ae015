import { createSay, type Message } from '../../lib/catalogue.ts';

const en = {
  spooling: 'reading standard input, {megabytes} MB',
  hashing: 'looking for an earlier import of this file',
  reading: '{lines} lines read, {kept} kept',
  deciding: '{count} left to decide',
  demo: 'There is no evenhand.yaml here, so this goes into the demo with its two made-up brands.',
  live: 'live: clocks run and alerts go out',
  history: 'history: decided and shown, but no clocks run and no alerts go out',
  alreadyDone: '{file} was imported to its end before, as {choice}: nothing was done.',
  'choice.live': 'live',
  'choice.history': 'history',
  notDone:
    '{file} was imported as {choice} before, into the source {source}: {asked} was not done. Under another source it is imported anew, with cases of its own beside the old ones: add {other}.',
  critical: {
    one: '{count} of {cases} cases is critical, and nobody was alerted: evenhand cases list --history --severity critical',
    other:
      '{count} of {cases} cases are critical, and nobody was alerted: evenhand cases list --history --severity critical',
  },
  recent: {
    one: '{count} post is younger than two days.',
    other: '{count} posts are younger than two days.',
  },
  startClocks: 'To start clocks and alerts, import it with --live under another source: --live {other}',
  oldLive:
    '{file}: its posts are {age} old (the median), and --live starts their clocks 24 hours before now at the earliest: many answers are late at once, and alerts go out. Without --live they would be history.',
  interrupted: '{file}: interrupted. The same command goes on from there; what was read is kept.',
  continued: '{file}: goes on after line {line}.',
  summary: '{file} ({choice})',
  'n.lines': { one: '{count} line', other: '{count} lines' },
  'n.posts': { one: '{count} post', other: '{count} posts' },
  'n.matched': '{count} matched',
  'n.complaints': { one: '{count} complaint', other: '{count} complaints' },
  'n.cases': { one: '{count} case', other: '{count} cases' },
  'n.dead': '{count} could not be processed',
  'n.ignored': { one: '{count} ignored key', other: '{count} ignored keys' },
  'n.refused': { one: '{count} line refused', other: '{count} lines refused' },
  nothingRead: {
    one: '{file}: its only line was refused, so nothing was imported.',
    other: '{file}: all {count} lines were refused, so nothing was imported.',
  },
  someRefused: {
    one: '{file}: {count} of {lines} lines was refused; the others are imported.',
    other: '{file}: {count} of {lines} lines were refused; the others are imported.',
  },
  undecided: {
    one: '{count} post is not decided yet; the running service goes on with it.',
    other: '{count} posts are not decided yet; the running service goes on with them.',
  },
  undecidedAway: {
    one: '{file}: {count} post is stored and not decided, for the queue or the database does not answer: start it, and the running service or the same command decides the post.',
    other:
      '{file}: {count} posts are stored and not decided, for the queue or the database does not answer: start it, and the running service or the same command decides them.',
  },
  ignored: 'Ignored keys: {keys}',
  passedOver: 'Passed over: {reasons}',
  passedOne: { one: '{reason} (line {line})', other: '{reason} ×{count} (first in line {line})' },
  future: {
    one: '{count} post is dated in the future and counts as published when it was read: look for a day and a month that were swapped, or a time zone that is missing.',
    other:
      '{count} posts are dated in the future and count as published when they were read: look for days and months that were swapped, or a time zone that is missing.',
  },
  noPosts: '{file}: no line of it holds a post of {from}; --from names the platform that sent them.',
  refused: 'Refused lines:',
  more: '… and {count} more; --rejects FILE writes them all',
  moreWritten: '… and {count} more in {file}',
  look: 'Look at them: evenhand dead-letters list',
  tried: {
    one: '{file}: {count} post of {source}, {named} in words that name a brand; deletions: {deletions}, refused: {refused}. Nothing was stored.',
    other:
      '{file}: {count} posts of {source}, {named} in words that name a brand; deletions: {deletions}, refused: {refused}. Nothing was stored.',
  },
  triedRefused: {
    one: '{file}: {count} of {lines} lines was refused.',
    other: '{file}: {count} of {lines} lines were refused.',
  },
  triedKept: 'Those that name a brand would come in, with the replies to them.',
  triedMore: '… and {count} more; --json shows every one',
  gone: '(deleted)',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  spooling: 'Standardeingabe wird gelesen, {megabytes} MB',
  hashing: 'sucht einen früheren Import dieser Datei',
  reading: '{lines} Zeilen gelesen, {kept} behalten',
  deciding: '{count} noch zu entscheiden',
  demo: 'Hier liegt keine evenhand.yaml, darum geht dies in die Demo mit ihren zwei erfundenen Marken.',
  live: 'live: Fristen laufen, Meldungen gehen hinaus',
  history: 'Archiv: entschieden und gezeigt, aber ohne Fristen und Meldungen',
  alreadyDone: '{file} wurde schon bis zum Ende importiert, {choice}: nichts zu tun.',
  'choice.live': 'live',
  'choice.history': 'als Archiv',
  notDone:
    '{file} wurde schon importiert, {choice}, in die Quelle {source}: {asked} ist nicht geschehen. Unter einer anderen Quelle wird neu importiert, mit eigenen Fällen neben den alten: {other} anfügen.',
  critical: {
    one: '{count} von {cases} Fällen ist kritisch, und niemand bekam eine Meldung: evenhand cases list --history --severity critical',
    other:
      '{count} von {cases} Fällen sind kritisch, und niemand bekam eine Meldung: evenhand cases list --history --severity critical',
  },
  recent: {
    one: '{count} Beitrag ist jünger als zwei Tage.',
    other: '{count} Beiträge sind jünger als zwei Tage.',
  },
  startClocks:
    'Fristen und Meldungen beginnen mit --live, unter einer anderen Quelle importiert: --live {other}',
  oldLive:
    '{file}: die Beiträge sind {age} alt (Median), und mit --live beginnen ihre Fristen frühestens 24 Stunden vor jetzt: viele Antworten sind sofort verspätet, und Meldungen gehen hinaus. Ohne --live wären sie Archiv.',
  interrupted: '{file}: unterbrochen. Derselbe Befehl fährt dort fort; Gelesenes bleibt.',
  continued: '{file}: geht nach Zeile {line} weiter.',
  summary: '{file} ({choice})',
  'n.lines': { one: '{count} Zeile', other: '{count} Zeilen' },
  'n.posts': { one: '{count} Beitrag', other: '{count} Beiträge' },
  'n.matched': '{count} passend',
  'n.complaints': { one: '{count} Beschwerde', other: '{count} Beschwerden' },
  'n.cases': { one: '{count} Fall', other: '{count} Fälle' },
  'n.dead': '{count} nicht verarbeitbar',
  'n.ignored': { one: '{count} übergangener Schlüssel', other: '{count} übergangene Schlüssel' },
  'n.refused': { one: '{count} abgelehnte Zeile', other: '{count} abgelehnte Zeilen' },
  nothingRead: {
    one: '{file}: die einzige Zeile wurde abgelehnt, also ist nichts importiert.',
    other: '{file}: alle {count} Zeilen wurden abgelehnt, also ist nichts importiert.',
  },
  someRefused: {
    one: '{file}: {count} von {lines} Zeilen wurde abgelehnt; die übrigen sind importiert.',
    other: '{file}: {count} von {lines} Zeilen wurden abgelehnt; die übrigen sind importiert.',
  },
  undecided: {
    one: '{count} Beitrag ist noch nicht entschieden; der laufende Dienst macht damit weiter.',
    other: '{count} Beiträge sind noch nicht entschieden; der laufende Dienst macht damit weiter.',
  },
  undecidedAway: {
    one: '{file}: {count} Beitrag ist gespeichert und nicht entschieden, denn Warteschlange oder Datenbank antwortet nicht: bitte starten, dann entscheidet ihn der laufende Dienst oder derselbe Befehl.',
    other:
      '{file}: {count} Beiträge sind gespeichert und nicht entschieden, denn Warteschlange oder Datenbank antwortet nicht: bitte starten, dann entscheidet sie der laufende Dienst oder derselbe Befehl.',
  },
  ignored: 'Übergangene Schlüssel: {keys}',
  passedOver: 'Übergangen: {reasons}',
  passedOne: { one: '{reason} (Zeile {line})', other: '{reason} ×{count} (zuerst in Zeile {line})' },
  future: {
    one: '{count} Beitrag trägt eine Zeit in der Zukunft und gilt als veröffentlicht, als er gelesen wurde: vielleicht sind Tag und Monat vertauscht, oder die Zeitzone fehlt.',
    other:
      '{count} Beiträge tragen eine Zeit in der Zukunft und gelten als veröffentlicht, als sie gelesen wurden: vielleicht sind Tag und Monat vertauscht, oder die Zeitzone fehlt.',
  },
  noPosts:
    '{file}: keine Zeile enthält einen Beitrag von {from}; --from nennt die Plattform, von der sie stammen.',
  refused: 'Abgelehnte Zeilen:',
  more: '… und {count} weitere; --rejects DATEI schreibt alle',
  moreWritten: '… und {count} weitere in {file}',
  look: 'Ansehen: evenhand dead-letters list',
  tried: {
    one: '{file}: {count} Beitrag aus {source}, {named} mit Worten, die eine Marke nennen; Löschungen: {deletions}, abgelehnt: {refused}. Nichts wurde gespeichert.',
    other:
      '{file}: {count} Beiträge aus {source}, {named} mit Worten, die eine Marke nennen; Löschungen: {deletions}, abgelehnt: {refused}. Nichts wurde gespeichert.',
  },
  triedRefused: {
    one: '{file}: {count} von {lines} Zeilen wurde abgelehnt.',
    other: '{file}: {count} von {lines} Zeilen wurden abgelehnt.',
  },
  triedKept: 'Herein kämen die, die eine Marke nennen, und die Antworten darauf.',
  triedMore: '… und {count} weitere; --json zeigt alle',
  gone: '(gelöscht)',
};

export const sayImport = createSay<keyof typeof en>({ en, de });
