import type { EscalationReport } from '../../cases/escalation/escalation-report.ts';
import type { Escalation } from '../../cases/escalation/executive.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { type CatalogueLanguage, localeOf } from '../../lib/catalogue.ts';
import { durationText } from '../../lib/duration-text.ts';
import { numberFormat } from '../../lib/formats.ts';
import { columns } from '../render/columns.ts';
import { relativeTime } from '../render/relative-time.ts';
import { printable } from '../render/text-width.ts';
import { type EscalationTextKey, sayEscalation } from './texts.ts';

interface Telling {
  readonly now: Date;
  readonly language: CatalogueLanguage;
}

export const escalationJson = ({ caseId, ...escalation }: Escalation) => ({
  ...escalation,
  case: caseName(caseId),
});

export const escalationList = (rows: readonly Escalation[], { now, language }: Telling): string => {
  if (rows.length === 0) return `${sayEscalation(language, 'none')}\n`;
  const lines = rows.map((row) => [
    row.number,
    caseName(row.caseId),
    sayEscalation(language, `criterion.${row.criterion}`),
    stateText(row, language),
    relativeTime(row.answerDueAt, now, language),
  ]);
  return `${columns(lines)}\n`;
};

export const escalationView = (row: Escalation, { now, language }: Telling): string => {
  const say = (key: EscalationTextKey, values = {}): string => sayEscalation(language, key, values);
  const when = (at: Date): string => relativeTime(at, now, language);
  const by = (at: Date, name: string | null): string =>
    name === null ? when(at) : say('by', { when: when(at), name: printable(name) });
  const asker = row.via === 'customer' ? say('via.customer') : row.requestedBy;
  const decided = row.decidedAt === null ? [] : [[say('decided'), by(row.decidedAt, row.decidedBy)]];
  const answered = row.answeredAt === null ? [] : [[say('answered'), by(row.answeredAt, row.answeredBy)]];
  const note = row.note === null ? [] : [[say('note'), printable(row.note)]];
  const reason = row.decisionNote === null ? [] : [[say('reason'), printable(row.decisionNote)]];
  const facts = columns([
    [say('case'), caseName(row.caseId)],
    [say('state'), stateText(row, language)],
    [say('why'), `${say(`criterion.${row.criterion}`)} · ${printable(row.reasonCode)}`],
    [say('asked'), by(row.requestedAt, asker)],
    ...note,
    ...decided,
    ...reason,
    ...(row.answeredAt === null ? [[say('answerDue'), when(row.answerDueAt)]] : []),
    ...answered,
  ]);
  return row.answer === null ? `${facts}\n` : `${facts}\n\n${printable(row.answer)}\n`;
};

/** That it was declined stays to be seen beside the answer. */
const stateText = ({ state, decision }: Escalation, language: CatalogueLanguage): string => {
  const text = sayEscalation(language, `state.${state}`);
  return state !== 'answered' || decision === null
    ? text
    : `${sayEscalation(language, `report.${decision}`)}, ${text}`;
};

const shown = [
  'cases',
  'requested',
  'byCustomers',
  'granted',
  'declined',
  'lapsed',
  'answered',
  'overdue',
  'unfounded',
] as const;

export const reportView = (
  { counts, rate }: EscalationReport,
  { sinceMs, language }: { readonly sinceMs: number; readonly language: CatalogueLanguage },
): string => {
  const say = (key: EscalationTextKey, values = {}): string => sayEscalation(language, key, values);
  const number = numberFormat(localeOf[language], {});
  const percent = numberFormat(localeOf[language], { style: 'percent', maximumSignificantDigits: 2 });
  const rows = shown.map((name) => {
    const count = counts[name];
    return [count === null ? say('report.few') : number.format(count), say(`report.${name}`)];
  });
  const share =
    rate === null
      ? say('report.tooFew')
      : say('report.rate', {
          share: percent.format(rate.share),
          low: percent.format(rate.low),
          high: percent.format(rate.high),
        });
  return `${say('report.title', { time: durationText(sinceMs, language) })}\n${columns(rows)}\n\n${share}\n`;
};
