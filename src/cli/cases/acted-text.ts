import type { Acted } from '../../cases/action.store.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { durationText, leftText } from '../../lib/duration-text.ts';
import { asCalled } from '../../lib/program.ts';
import { dueTime } from '../render/relative-time.ts';
import { sayKnown } from '../render/render-texts.ts';
import { sayDesk } from './desk-texts.ts';

type Done = Extract<Acted, { kind: 'done' }>;
type Settled = Exclude<Acted, { kind: 'unknown' | 'refused' }>;

interface Telling {
  readonly id: string;
  readonly now: Date;
  readonly language: CatalogueLanguage;
}

/** What has become of the case, in a sentence. */
export const actedText = (acted: Settled, telling: Telling): string => {
  const { id, language } = telling;
  if (acted.kind === 'unchanged') return sayDesk(language, 'done.unchanged', { id });
  const { activity, state } = acted;
  const due = dueTime(state.dueAt, telling.now, language);
  switch (activity.kind) {
    case 'taken':
      return withLinks(acted, takenText(acted, telling), telling);
    case 'assigned':
      return sayDesk(language, 'done.assigned', { id, to: activity.value ?? '' });
    case 'answered':
      return answeredText(acted, telling);
    case 'snoozed':
      return sayDesk(language, 'done.snoozed', { id, time: until(state.snoozedUntil, telling), due });
    case 'severity_changed':
      return severityText(acted, { ...telling, due });
    case 'resolved':
      return sayDesk(language, isUnanswered(acted) ? 'done.resolvedUnanswered' : 'done.resolved', { id });
    case 'dismissed':
      return sayDesk(language, 'done.dismissed', { id, as: dispositionText(acted, language) });
    case 'reopened':
      return sayDesk(language, 'done.reopened', { id, due });
    default:
      return sayDesk(language, `done.${activity.kind}`, { id });
  }
};

const answeredText = (acted: Done, { id, now, language }: Telling): string => {
  const { dueAt } = acted.state;
  const values = { id, due: dueTime(dueAt, now, language), hit: hitText(acted, language) };
  return sayDesk(language, dueAt === null ? 'done.answered' : 'done.answeredOwed', values);
};

const takenText = ({ activity }: Done, { id, language }: Telling): string =>
  activity.previous === null
    ? sayDesk(language, 'done.taken', { id })
    : sayDesk(language, 'done.takenOver', { id, by: activity.previous });

const until = (at: Date | null, { now, language }: Telling): string =>
  at === null ? '' : leftText(at.getTime() - now.getTime(), language);

/** For scripts: what was done and how the case stands now. */
export const actedJson = (acted: Settled) => {
  const state = acted.kind === 'unchanged' ? acted.before : acted.state;
  return {
    isChanged: acted.kind === 'done',
    version: acted.version,
    status: state.status,
    severity: state.severity,
    disposition: state.disposition,
    assignee: state.assignee,
    inDispute: state.inDispute,
    snoozedUntil: state.snoozedUntil,
    dueAt: state.dueAt,
    dueTarget: state.dueTarget,
    firstResponse: state.firstResponse,
    lastResponseAt: state.lastResponseAt,
  };
};

/** Whoever took the case has to find the post: now, and not before, its link is told. */
const withLinks = ({ state }: Done, sentence: string, { id, language }: Telling): string => {
  const [url] = state.posts.filter(({ role }) => role === 'customer').flatMap((post) => post.url ?? []);
  const show = asCalled(`evenhand cases show ${id}`);
  return [
    sentence,
    ...(url === undefined || state.danger !== null ? [] : [`${sayDesk(language, 'links')}: ${url}`]),
    show,
  ].join('\n  ');
};

const hitText = ({ activity }: Done, language: CatalogueLanguage): string => {
  if (activity.previous === null || activity.value === null) return '';
  const aheadMs = Date.parse(activity.previous) - Date.parse(activity.value);
  const time = durationText(Math.abs(aheadMs), language);
  return `, ${sayDesk(language, aheadMs >= 0 ? 'hit' : 'missed', { time })}`;
};

const severityText = (
  acted: Done,
  { id, now, language, due }: Telling & { readonly due: string },
): string => {
  const key = isLateByIt(acted, now) ? 'done.severityLate' : 'done.severity';
  return sayDesk(language, key, { id, to: sayKnown(language, 'value', acted.state.severity), due });
};

const isLateByIt = ({ before, state }: Done, now: Date): boolean =>
  state.dueAt !== null && state.dueAt < now && (before.dueAt === null || before.dueAt >= now);

const isUnanswered = ({ before, state }: Done): boolean =>
  before.dueAt !== null && state.firstResponse === null;

const dispositionText = ({ state }: Done, language: CatalogueLanguage): string =>
  state.disposition === null ? '' : sayDesk(language, `as.${state.disposition}`);
