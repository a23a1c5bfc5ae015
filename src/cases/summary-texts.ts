import { type CatalogueLanguage, createSay, localeOf, type Message, type Say } from '../lib/catalogue.ts';
import { durationText } from '../lib/duration-text.ts';
import { dateFormat } from '../lib/formats.ts';
import { sentenceIn } from '../lib/sentences.ts';
import type { SourceHealth, SummaryModel, WaitingCase } from './summary.ts';

/** The figures that a support lead looks at first, the ones that need somebody marked. */
export const headlineTexts = (model: SummaryModel, language: CatalogueLanguage): readonly Headline[] => [
  { text: saySummary(language, 'read', { count: model.read }), isTrouble: false },
  { text: saySummary(language, 'opened', { count: model.opened }), isTrouble: false },
  { text: saySummary(language, 'waiting', { count: model.waiting }), isTrouble: false },
  { text: saySummary(language, 'late', { count: model.late }), isTrouble: model.late > 0 },
  { text: saySummary(language, 'unsure', { count: model.unsure }), isTrouble: false },
  {
    text: saySummary(language, 'deadLetters', { count: model.deadLetters }),
    isTrouble: model.deadLetters > 0,
  },
  ...(model.differing > 0
    ? [{ text: saySummary(language, 'differing', { count: model.differing }), isTrouble: true }]
    : []),
  ...(model.silences > 0
    ? [
        {
          text: saySummary(language, 'silences', { count: model.silences, alerts: model.keptBack }),
          isTrouble: model.keptBack > 0,
        },
      ]
    : []),
];

export const summaryPeriod = (model: SummaryModel, language: CatalogueLanguage): string => {
  const format = dateFormat(localeOf[language], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return saySummary(language, 'period', { from: format.format(model.from), to: format.format(model.to) });
};

export const healthText = (health: SourceHealth, language: CatalogueLanguage): string => {
  if (health.kind === 'never') return saySummary(language, 'source.never');
  if (health.kind === 'silent')
    return saySummary(language, 'source.silent', { time: durationText(health.silentMs, language) });
  if (health.kind === 'off') {
    const time = durationText(health.offMs, language);
    return saySummary(language, 'source.off', { time, reason: sentenceIn(health.reason ?? '–', language) });
  }
  if (health.kind === 'failing') {
    const { ageMs } = health;
    const reason = sentenceIn(health.reason, language);
    return ageMs === null
      ? saySummary(language, 'source.failingEver', { reason })
      : saySummary(language, 'source.failing', { age: durationText(ageMs, language), reason });
  }
  const age = durationText(health.ageMs, language);
  const target = durationText(health.freshnessTargetMs, language);
  return saySummary(language, `source.${health.kind}`, { age, target });
};

/** "late by 20 min", "3 h left", or a dash where no answer is owed. */
export const dueText = (row: WaitingCase, language: CatalogueLanguage): string => {
  if (row.lateMs === null) return '–';
  const time = durationText(Math.abs(row.lateMs), language);
  return saySummary(language, row.lateMs > 0 ? 'lateBy' : 'left', { time });
};

export const longestText = (longestMs: number | null, language: CatalogueLanguage): string =>
  longestMs === null ? '–' : durationText(longestMs, language);

export interface Headline {
  readonly text: string;
  readonly isTrouble: boolean;
}

const en = {
  title: 'Summary for support leads',
  period: '{from} to {to} (UTC)',
  read: { one: '1 post read', other: '{count} posts read' },
  opened: { one: '1 new case', other: '{count} new cases' },
  waiting: { one: '1 waiting', other: '{count} waiting' },
  late: { one: '1 late', other: '{count} late' },
  unsure: { one: '1 unsure', other: '{count} unsure' },
  silences: {
    one: '{count} silence (alerts kept back: {alerts})',
    other: '{count} silences (alerts kept back: {alerts})',
  },
  differing: {
    one: '1 decided differently when decided again',
    other: '{count} decided differently when decided again',
  },
  deadLetters: { one: '1 could not be processed', other: '{count} could not be processed' },
  'head.severity': 'Severity',
  'head.brand': 'Brand',
  'head.opened': 'New',
  'head.waiting': 'Waiting',
  'head.late': 'Late',
  'head.longest': 'Longest',
  'head.case': 'Case',
  'head.waited': 'Waits for',
  'head.due': 'Answer due',
  'head.source': 'Source',
  'head.health': 'State',
  'oldest.heading': 'Waiting longest',
  'oldest.none': 'Nobody waits for an answer.',
  'sources.heading': 'Sources',
  'sources.none': 'No source is configured.',
  'source.off': 'off for {time}: {reason}',
  'source.failing': 'failing since it was read {age} ago: {reason}',
  'source.failingEver': 'failing, never read so far: {reason}',
  'source.never': 'never read so far',
  'source.stale': 'stale: read {age} ago, should be within {target}',
  'source.silent': 'answers, but has told nothing for {time}, longer than usual at this hour',
  'source.fresh': 'fresh: read {age} ago',
  lateBy: 'late by {time}',
  left: '{time} left',
  'next.unsure': 'Look at what was unsure: evenhand review',
  'next.silences': 'See what is kept quiet and why: evenhand silences list',
  'next.differing': 'Look at what came out differently when decided again: evenhand doctor',
  'next.deadLetters': 'Look at what could not be processed: evenhand dead-letters list',
  'severity.low': 'low',
  'severity.medium': 'medium',
  'severity.high': 'high',
  'severity.critical': 'critical',
} as const satisfies Record<string, Message>;

export type SummaryTextKey = keyof typeof en;

const de: Readonly<Record<SummaryTextKey, Message>> = {
  title: 'Überblick für die Teamleitung',
  period: '{from} bis {to} (UTC)',
  read: { one: '1 Beitrag gelesen', other: '{count} Beiträge gelesen' },
  opened: { one: '1 neuer Fall', other: '{count} neue Fälle' },
  waiting: { one: '1 wartet', other: '{count} warten' },
  late: { one: '1 überfällig', other: '{count} überfällig' },
  unsure: { one: '1 unsicher', other: '{count} unsicher' },
  silences: {
    one: '{count} Stummschaltung (Meldungen zurückgehalten: {alerts})',
    other: '{count} Stummschaltungen (Meldungen zurückgehalten: {alerts})',
  },
  differing: {
    one: '1 beim erneuten Entscheiden anders entschieden',
    other: '{count} beim erneuten Entscheiden anders entschieden',
  },
  deadLetters: { one: '1 nicht verarbeitet', other: '{count} nicht verarbeitet' },
  'head.severity': 'Schwere',
  'head.brand': 'Marke',
  'head.opened': 'Neu',
  'head.waiting': 'Wartend',
  'head.late': 'Überfällig',
  'head.longest': 'Am längsten',
  'head.case': 'Fall',
  'head.waited': 'Wartet seit',
  'head.due': 'Antwort fällig',
  'head.source': 'Quelle',
  'head.health': 'Zustand',
  'oldest.heading': 'Warten am längsten',
  'oldest.none': 'Niemand wartet auf eine Antwort.',
  'sources.heading': 'Quellen',
  'sources.none': 'Es ist keine Quelle eingerichtet.',
  'source.off': 'abgeschaltet seit {time}: {reason}',
  'source.failing': 'scheitert, zuletzt vor {age} gelesen: {reason}',
  'source.failingEver': 'scheitert, bisher nie gelesen: {reason}',
  'source.never': 'bisher nie gelesen',
  'source.stale': 'veraltet: vor {age} gelesen, soll innerhalb von {target}',
  'source.silent': 'antwortet, erzählt aber seit {time} nichts, länger als zu dieser Stunde üblich',
  'source.fresh': 'frisch: vor {age} gelesen',
  lateBy: 'überfällig seit {time}',
  left: 'noch {time}',
  'next.unsure': 'Unsicheres ansehen: evenhand review',
  'next.silences': 'Ansehen, was stumm ist und warum: evenhand silences list',
  'next.differing': 'Ansehen, was beim erneuten Entscheiden anders herauskam: evenhand doctor',
  'next.deadLetters': 'Nicht Verarbeitetes ansehen: evenhand dead-letters list',
  'severity.low': 'niedrig',
  'severity.medium': 'mittel',
  'severity.high': 'hoch',
  'severity.critical': 'kritisch',
};

export const saySummary: Say<SummaryTextKey> = createSay<SummaryTextKey>({ en, de });
