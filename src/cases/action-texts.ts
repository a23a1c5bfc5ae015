import { caseName } from '../domain/case-id.ts';
import { type CatalogueLanguage, createSay, type Message, type Values } from '../lib/catalogue.ts';
import { durationText } from '../lib/duration-text.ts';
import { commandLine, type Doorway } from './doorway.ts';
import type { Refusal } from './life/action-types.ts';

/** Why an action is refused, in one sentence that says what can be done instead. */
export const refusalText = (
  refusal: Refusal,
  context: {
    readonly caseId: string;
    readonly now: Date;
    readonly language: CatalogueLanguage;
    /** A time with its zone, as it can be typed. */
    readonly timeText: (at: Date) => string;
    readonly door?: Doorway;
  },
): string => {
  const { language, now, caseId, timeText, door = commandLine } = context;
  const id = caseName(caseId);
  const values: Record<string, string> = {
    id,
    show: door('show', id),
    resolve: door('resolve', id),
    reopen: door('reopen', id),
    takeOver: door('take_over', id),
  };
  if ('other' in refusal) values.other = otherText(refusal, language);
  if ('post' in refusal) values.post = refusal.post;
  if ('by' in refusal) values.by = refusal.by;
  if ('as' in refusal) values.as = say(language, `as.${refusal.as}`);
  if ('at' in refusal) values.at = timeText(refusal.at);
  if (refusal.code === 'answer_in_future' || refusal.code === 'snooze_in_past') values.now = timeText(now);
  if (refusal.code === 'stale') values.version = String(refusal.version);
  if (refusal.code === 'answer_before_post') values.since = timeText(refusal.since);
  else if ('since' in refusal) values.since = sinceText(refusal.since, now, language);
  return say(language, refusal.code, values satisfies Values);
};

const otherText = (
  { code, other }: Extract<Refusal, { readonly other: string | null }>,
  language: CatalogueLanguage,
): string =>
  other === null ? say(language, code === 'merged_later' ? 'another' : 'to_another') : caseName(other);

const sinceText = (since: Date | null, now: Date, language: CatalogueLanguage): string => {
  if (since === null) return '';
  const time = durationText(now.getTime() - since.getTime(), language);
  return say(language, 'since', { time });
};

const en = {
  since: ' {time} ago',
  another: 'another case',
  to_another: 'another case',
  merged: '{id} was merged into {other}: work on that one',
  goes_on: '{id} goes on in {other}, which a later message opened: work on that one',
  in_dispute: '{id} is in dispute: it is for counsel only',
  counsel_only: 'only somebody with the clearance counsel puts a case into dispute or takes it out',
  no_dispute: '{id} is not in dispute: there is nothing to lift',
  not_ended: '{id} is open: there is nothing to reopen',
  not_resolved: '{id} is not resolved: resolve it first with {resolve}',
  not_taken: 'nobody has {id}: there is nothing to give back',
  not_waiting: '{id} waits for nobody and does not sleep: there is nothing to resume',
  not_queued: 'no answer is owed at {id}: it is not in the queue, and there is nothing to put off',
  danger_stays:
    'somebody may be in danger at {id}: only somebody with the clearance danger says that less is at stake',
  same_case: '{id} cannot be merged into itself: name another case',
  other_brand: '{id} and {other} are of different brands: only cases of one brand are merged',
  other_customer:
    '{id} and {other} are of two customers: same words, two customers, two cases; what they have in common is a problem',
  merged_later: '{other} was merged into the same case after {id}: unmerge that one first',
  not_merged: '{id} was not merged into another case: there is nothing to unmerge',
  no_such_post: '{id} holds no post {post}: {show} tells the ids of its posts',
  splits_nothing: 'none of these posts of {id} is the customer’s: name at least one that is',
  splits_all: 'these are all posts of the customer in {id}: leave at least one there',
  snooze_in_past: '{at} lies in the past, for it is {now}: give a time to come',
  due_too_soon:
    'the answer at {id} is due at {at}: no case sleeps in its last quarter of an hour, and none that is late',
  stale: '{id} has changed since it was read (it is at version {version} now): look at it again, then decide',
  taken: '{id} was taken by {by}{since}: leave it to them, or take it over with {takeOver}',
  resolved: '{id} was resolved{since}: open it again first with {reopen}',
  closed: '{id} was closed{since}: open it again first with {reopen}',
  dismissed: '{id} was set aside as {as}{since}: open it again first with {reopen}',
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
  another: 'ein anderer Fall',
  to_another: 'einem anderen Fall',
  merged: '{id} ist in {other} aufgegangen: dort geht es weiter',
  goes_on: '{id} geht in {other} weiter, den eine spätere Nachricht eröffnet hat: dort geht es weiter',
  in_dispute: '{id} ist im Streit: nur die Rechtsabteilung arbeitet daran',
  counsel_only: 'nur wer die Freigabe counsel hat, erklärt einen Fall für strittig oder hebt das auf',
  no_dispute: '{id} ist nicht im Streit: es gibt nichts aufzuheben',
  not_resolved: '{id} ist nicht gelöst: zuerst lösen mit {resolve}',
  not_taken: '{id} hat niemand: es gibt nichts zurückzugeben',
  not_waiting: '{id} wartet auf niemanden und ruht nicht: es gibt nichts wiederaufzunehmen',
  not_queued:
    'bei {id} ist keine Antwort geschuldet: der Fall steht nicht in der Warteschlange, es gibt nichts aufzuschieben',
  danger_stays:
    'bei {id} ist vielleicht jemand in Gefahr: nur wer die Freigabe danger hat, sagt, dass weniger auf dem Spiel steht',
  same_case: '{id} kann nicht in sich selbst aufgehen: einen anderen Fall nennen',
  other_brand: '{id} und {other} gehören zu verschiedenen Marken: nur Fälle einer Marke werden vereint',
  other_customer:
    '{id} und {other} sind von zwei Kunden: gleiche Worte, zwei Kunden, zwei Fälle; was sie gemeinsam haben, ist ein Problem',
  merged_later: '{other} ist nach {id} in demselben Fall aufgegangen: zuerst diesen trennen',
  not_merged: '{id} ist in keinem anderen Fall aufgegangen: es gibt nichts zu trennen',
  no_such_post: '{id} hat keinen Beitrag {post}: {show} nennt die Nummern der Beiträge',
  splits_nothing: 'keiner dieser Beiträge von {id} ist vom Kunden: mindestens einen nennen, der es ist',
  splits_all: 'das sind alle Beiträge des Kunden in {id}: mindestens einen dort lassen',
  snooze_in_past: '{at} liegt in der Vergangenheit, denn es ist {now}: bitte eine künftige Zeit angeben',
  due_too_soon:
    'die Antwort bei {id} ist um {at} fällig: in der letzten Viertelstunde ruht kein Fall, und ein überfälliger auch nicht',
  stale:
    '{id} hat sich geändert, seit der Fall gelesen wurde (er steht jetzt bei Version {version}): noch einmal ansehen, dann entscheiden',
  not_ended: '{id} ist offen: es gibt nichts wieder zu öffnen',
  taken: '{id} wurde von {by}{since} übernommen: dabei lassen, oder selbst übernehmen mit {takeOver}',
  resolved: '{id} wurde{since} gelöst: zuerst wieder öffnen mit {reopen}',
  closed: '{id} wurde{since} geschlossen: zuerst wieder öffnen mit {reopen}',
  dismissed: '{id} wurde{since} beiseitegelegt ({as}): zuerst wieder öffnen mit {reopen}',
  answer_in_future:
    'eine Antwort um {at} liegt in der Zukunft, denn es ist {now}: bitte die Zeit angeben, zu der sie gesendet wurde, in dieser Zone oder mit einem Versatz wie +02:00',
  answer_before_post:
    'eine Antwort um {at} liegt vor dem Beitrag, den sie beantwortet ({since}): bitte die Zeit angeben, zu der sie gesendet wurde, in dieser Zone oder mit einem Versatz wie +02:00',
  'as.not_a_complaint': 'keine Beschwerde',
  'as.spam': 'Spam',
  'as.duplicate': 'Duplikat',
};

const say = createSay<keyof typeof en>({ en, de });
