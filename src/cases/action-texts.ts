import { caseName } from '../domain/case-id.ts';
import { type CatalogueLanguage, createSay, type Message, type Values } from '../lib/catalogue.ts';
import { durationText } from '../lib/duration-text.ts';
import type { Refusal } from './actions.ts';

/** Why an action is refused, in one sentence that says what can be done instead. */
export const refusalText = (
  refusal: Refusal,
  context: {
    readonly caseId: string;
    readonly now: Date;
    readonly language: CatalogueLanguage;
    /** A time with its zone, as it can be typed. */
    readonly timeText: (at: Date) => string;
  },
): string => {
  const { language, now, caseId, timeText } = context;
  const values: Record<string, string> = { id: caseName(caseId) };
  if ('other' in refusal) values.other = caseName(refusal.other);
  if ('by' in refusal) values.by = refusal.by;
  if ('as' in refusal) values.as = say(language, `as.${refusal.as}`);
  if ('at' in refusal) values.at = timeText(refusal.at);
  if (refusal.code === 'answer_in_future') values.now = timeText(now);
  if (refusal.code === 'answer_before_post') values.since = timeText(refusal.since);
  else if ('since' in refusal) values.since = sinceText(refusal.since, now, language);
  return say(language, refusal.code, values satisfies Values);
};

const sinceText = (since: Date | null, now: Date, language: CatalogueLanguage): string => {
  if (since === null) return '';
  const time = durationText(now.getTime() - since.getTime(), language);
  return say(language, 'since', { time });
};

const en = {
  since: ' {time} ago',
  merged: '{id} was merged into {other}: work on that one',
  goes_on: '{id} goes on in {other}, which a later message opened: work on that one',
  in_dispute: '{id} is in dispute: it is for counsel only',
  not_ended: '{id} is open: there is nothing to reopen',
  taken:
    '{id} was taken by {by}{since}: leave it to them, or take it over with "evenhand cases take {id} --take-over"',
  resolved: '{id} was resolved{since}: open it again first with "evenhand cases reopen {id}"',
  closed: '{id} was closed{since}: open it again first with "evenhand cases reopen {id}"',
  dismissed: '{id} was set aside as {as}{since}: open it again first with "evenhand cases reopen {id}"',
  answer_in_future:
    'an answer at {at} lies in the future, for it is {now}: give the time at which it was sent, in that zone or with an offset such as +02:00',
  answer_before_post:
    'an answer at {at} lies before the post that it answers ({since}): give the time at which it was sent, in that zone or with an offset such as +02:00',
  'as.not_a_complaint': 'not a complaint',
  'as.spam': 'spam',
  'as.duplicate': 'a duplicate',
} as const satisfies Record<string, Message>;

const de: Readonly<Record<keyof typeof en, Message>> = {
  since: ' vor {time}',
  merged: '{id} ist in {other} aufgegangen: dort geht es weiter',
  goes_on: '{id} geht in {other} weiter, den eine spätere Nachricht eröffnet hat: dort geht es weiter',
  in_dispute: '{id} ist im Streit: nur die Rechtsabteilung arbeitet daran',
  not_ended: '{id} ist offen: es gibt nichts wieder zu öffnen',
  taken:
    '{id} wurde von {by}{since} übernommen: dabei lassen, oder selbst übernehmen mit "evenhand cases take {id} --take-over"',
  resolved: '{id} wurde{since} gelöst: zuerst wieder öffnen mit "evenhand cases reopen {id}"',
  closed: '{id} wurde{since} geschlossen: zuerst wieder öffnen mit "evenhand cases reopen {id}"',
  dismissed: '{id} wurde{since} beiseitegelegt ({as}): zuerst wieder öffnen mit "evenhand cases reopen {id}"',
  answer_in_future:
    'eine Antwort um {at} liegt in der Zukunft, denn es ist {now}: bitte die Zeit angeben, zu der sie gesendet wurde, in dieser Zone oder mit einem Versatz wie +02:00',
  answer_before_post:
    'eine Antwort um {at} liegt vor dem Beitrag, den sie beantwortet ({since}): bitte die Zeit angeben, zu der sie gesendet wurde, in dieser Zone oder mit einem Versatz wie +02:00',
  'as.not_a_complaint': 'keine Beschwerde',
  'as.spam': 'Spam',
  'as.duplicate': 'Duplikat',
};

const say = createSay<keyof typeof en>({ en, de });
