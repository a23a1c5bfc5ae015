import type { CaseAlert, DeadlineAlert } from '../../domain/alert.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { categoryText, reasonText } from '../../lib/reason-texts.ts';
import type { AlertsContent } from '../content.ts';
import { excerpt } from '../excerpt.ts';
import { say, sayMarks, saySpan } from '../speak.ts';
import { type Card, urgencyOf, type Voice, type Wording } from './wording.ts';

export const wordCases = (cases: readonly CaseAlert[], content: AlertsContent, voice: Voice): Wording => {
  const cards = cases.map((alert) => caseCard(alert, content, voice));
  const [first] = cases;
  const head =
    cases.length === 1 && first ? caseHead(first, content, voice) : casesHead(cases, content, voice);
  return { urgency: urgencyOf(cases), head, cards, lines: [], command: null };
};

const caseHead = (alert: CaseAlert, { turn }: AlertsContent, { language, plain }: Voice): string => {
  const severity = say(language, `severity.${alert.severity}`);
  const values = { brand: plain(alert.brand), issue: issueOf(alert, language), severity };
  if (alert.danger !== null) return say(language, turn > 1 ? 'head.danger_repeated' : 'head.danger', values);
  if (turn === 1 && alert.kind === 'case_opened') return say(language, 'head.case', values);
  const within = { ...values, severity: severity.toLowerCase() };
  return say(language, turn > 1 ? 'head.repeated' : 'head.raised', within);
};

const casesHead = (
  cases: readonly CaseAlert[],
  { turn }: AlertsContent,
  { language, plain }: Voice,
): string => {
  const severities = [
    ...new Set(cases.map(({ severity }) => say(language, `severity.${severity}`).toLowerCase())),
  ];
  const brand = [...new Set(cases.map((alert) => plain(alert.brand)))].join(', ');
  const values = { count: cases.length, brand, severity: severities.join(', ') };
  return say(language, turn > 1 ? 'head.cases_repeated' : 'head.cases', values);
};

const issueOf = (alert: CaseAlert, language: CatalogueLanguage): string => {
  if (alert.danger !== null) return reasonText({ code: `danger.${alert.danger}` }, language);
  const [category = 'other'] = alert.categories;
  return categoryText(category, language);
};

const caseCard = (alert: CaseAlert, { writtenAt }: AlertsContent, voice: Voice): Card => {
  const { language, moment, plain, isLive } = voice;
  const age = saySpan(Date.parse(writtenAt) - Date.parse(alert.openedAt), language);
  return {
    caseId: plain(alert.caseId),
    urgency: urgencyOf([alert]),
    severity: say(language, `severity.${alert.severity}`),
    issue: issueOf(alert, language),
    why: plain(whyOf(alert, language)),
    source: plain(alert.source),
    age: isLive
      ? say(language, 'opened.ago', { age })
      : say(language, 'opened', { moment: moment(alert.openedAt) }),
    due: dueOf(alert.dueAt, writtenAt, voice),
    // Masked at its making; masked again here, because this is the last door.
    excerpt:
      alert.danger === null && alert.excerpt ? plain(sayMarks(excerpt(alert.excerpt), language)) : null,
    note: alert.danger === null ? null : say(language, 'danger.follow'),
    command: `evenhand cases take ${plain(alert.caseId)}`,
  };
};

/** The two weightiest reasons; what the head says already, the category or the danger, is not said again. */
const whyOf = ({ reasons }: CaseAlert, language: CatalogueLanguage): string =>
  reasons
    .filter(({ code }) => code !== 'category' && !code.startsWith('danger.'))
    .slice(0, 2)
    .map((reason) => reasonText(reason, language))
    .join('; ');

export const dueOf = (
  dueAt: string | null,
  writtenAt: string,
  { language, moment, isLive }: Voice,
): string => {
  if (dueAt === null) return say(language, 'due.none');
  if (!isLive) return say(language, 'due.at', { moment: moment(dueAt) });
  const leftMs = Date.parse(dueAt) - Date.parse(writtenAt);
  const left = saySpan(Math.abs(leftMs), language);
  return say(language, leftMs < 0 ? 'due.since' : 'due.in', { moment: moment(dueAt), left });
};

export const wordDeadlines = (
  deadlines: readonly DeadlineAlert[],
  content: AlertsContent,
  voice: Voice,
): Wording => {
  const missed = deadlines.filter(({ kind }) => kind === 'deadline_missed').length;
  const near = deadlines.length - missed;
  const brand = [...new Set(deadlines.map((alert) => voice.plain(alert.brand)))].join(', ');
  const only = missed === 0 ? 'head.deadline_near' : 'head.deadline_missed';
  const key = missed > 0 && near > 0 ? 'head.deadlines' : only;
  const head = say(voice.language, key, { brand, missed, near, count: deadlines.length });
  return {
    urgency: urgencyOf(deadlines),
    head,
    cards: deadlines.map((alert) => deadlineCard(alert, content, voice)),
    lines: [],
    command: null,
  };
};

const deadlineCard = (alert: DeadlineAlert, { writtenAt }: AlertsContent, voice: Voice): Card => ({
  caseId: voice.plain(alert.caseId),
  urgency: urgencyOf([alert]),
  severity: say(voice.language, `severity.${alert.severity}`),
  issue: '',
  why: '',
  source: '',
  age: '',
  due: dueOf(alert.dueAt, writtenAt, voice),
  excerpt: null,
  note: null,
  command: `evenhand cases show ${voice.plain(alert.caseId)}`,
});
