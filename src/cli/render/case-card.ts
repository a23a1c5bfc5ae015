import type { Reason } from '../../domain/decision.ts';
import { reasonText } from '../../lib/reason-texts.ts';
import { type CaseTableRow, statusText, whyText } from './case-table.ts';
import { fields } from './fields.ts';
import { evidenceLegend, highlightEvidence, type Mark } from './highlight-evidence.ts';
import { localTime } from './local-time.ts';
import { dueTime, relativeTime } from './relative-time.ts';
import { coloursOf, type RenderOptions } from './render-options.ts';
import { sayKnown, sayRender } from './render-texts.ts';
import { severityBadge } from './severity-badge.ts';
import { tellingEvidence } from './telling-evidence.ts';
import { padText, textWidth, wrapText } from './text-width.ts';

/** A case with its reasons, the words that gave them, and everything that happened to it. */
export const caseCard = (
  card: CaseCardRow,
  activities: readonly CaseActivityRow[],
  options: RenderOptions,
): string =>
  [
    title(card, options),
    facts(card, options),
    section('card.why', reasonLines(card.reasons, options), options),
    section('card.said', saidText(card, options), options),
    section('card.history', activityLines(activities, options), options),
    ...(card.commands.length === 0 ? [] : [section('card.next', commandLines(card), options)]),
  ].join('\n\n');

const title = (card: CaseCardRow, options: RenderOptions): string => {
  const name = sayRender(options.language, 'card.case', { id: card.id });
  return `${coloursOf(options).bold(name)}  ${severityBadge(card.severity, options)}`;
};

const facts = (card: CaseCardRow, options: RenderOptions): string => {
  const { language, now } = options;
  const label = (key: Parameters<typeof sayRender>[1]): string => sayRender(language, key);
  const opened = `${localTime(card.openedAt, { now, language, timezone: card.timezone })} (${relativeTime(card.openedAt, now, language)})`;
  const due = dueTime(card.dueAt, now, language);
  const isLate = card.dueAt !== null && card.dueAt < now;
  return fields(
    [
      [label('card.brand'), card.brand],
      [label('card.source'), card.source],
      [label('card.thread'), card.thread],
      [label('card.status'), statusText(card, options)],
      [label('card.about'), whyText({ categories: card.categories, reasons: [] }, options)],
      [label('card.opened'), opened],
      [label('card.answer'), isLate ? coloursOf(options).red(due) : due],
    ],
    options,
  );
};

/** What it is about stands above already, where there is another reason. */
const reasonLines = (all: readonly Reason[], { language, width }: RenderOptions): string => {
  const others = all.filter(({ code }) => code !== 'category');
  const reasons = others.length === 0 ? all : others;
  return reasons
    .map((reason) => `- ${wrapText(reasonText(reason, language), width, '  ').trimStart()}`)
    .join('\n');
};

const saidText = (card: CaseCardRow, options: RenderOptions): string => {
  const { language, width } = options;
  if (card.text === null) {
    return wrapText(sayRender(language, card.isDanger ? 'card.danger' : 'card.noText'), width);
  }
  const { categories, names } = card;
  const marks = tellingEvidence(card.text, card.evidence, { isCase: true, categories, names });
  const legend = evidenceLegend(card.text, marks, options);
  const image = card.hasImage ? [imageMark(options)] : [];
  return [
    highlightEvidence(card.text, marks, options),
    ...image,
    ...(legend === '' ? [] : ['', legend]),
  ].join('\n');
};

/** What stands in an image may be the very complaint: whoever reads the words must know of it. */
export const imageMark = (options: RenderOptions): string =>
  coloursOf(options).yellow(`[${sayRender(options.language, 'card.image')}]`);

const activityLines = (activities: readonly CaseActivityRow[], options: RenderOptions): string => {
  if (activities.length === 0) return sayRender(options.language, 'card.noActivities');
  const times = activities.map((each) => relativeTime(each.at, options.now, options.language));
  const widest = Math.max(...times.map(textWidth));
  return activities
    .map((activity, index) => {
      const indent = ' '.repeat(widest + 2);
      const said = wrapText(activityText(activity, options), options.width, indent).trimStart();
      return `${coloursOf(options).dim(padText(times[index] ?? '', widest))}  ${said}`;
    })
    .join('\n');
};

/** "executive: spoke out of band (promise)"; the note stands behind it in the words of who wrote it. */
const activityText = (activity: CaseActivityRow, { language }: RenderOptions): string => {
  const who = sayKnown(language, 'actor', activity.actor);
  const what = sayKnown(language, 'activity', activity.kind);
  const [from, to] = [activity.previous, activity.value].map((value) =>
    value === null ? null : sayKnown(language, 'value', value),
  );
  const change = [from, to].filter((value) => typeof value === 'string').join(' → ');
  const automated = activity.isAutomated ? `, ${sayRender(language, 'card.automated')}` : '';
  const note = activity.note === null ? '' : `: ${activity.note}`;
  return `${who}${automated}: ${what}${change === '' ? '' : ` (${change})`}${note}`;
};

const commandLines = (card: CaseCardRow): string => card.commands.map((command) => `  ${command}`).join('\n');

const section = (key: Parameters<typeof sayRender>[1], body: string, options: RenderOptions): string =>
  `${coloursOf(options).bold(sayRender(options.language, key))}\n${body}`;

/** Id and thread only: who wrote stays out of sight until somebody answers. */
export interface CaseCardRow extends CaseTableRow {
  readonly source: string;
  readonly thread: string;
  readonly openedAt: Date;
  /** IANA name: where the brand's people work. */
  readonly timezone: string;
  readonly isDanger: boolean;
  /** null: erased, or a danger that this reader may not see. */
  readonly text: string | null;
  readonly hasImage: boolean;
  readonly evidence: readonly Mark[];
  /** Of the brand, which are no reason. */
  readonly names: readonly string[];
  /** What can be done now, as it would be typed: `evenhand cases take 12`. */
  readonly commands: readonly string[];
}

export interface CaseActivityRow {
  readonly at: Date;
  /** One of the domain's actors, or the pseudonym of somebody who works. */
  readonly actor: string;
  readonly isAutomated: boolean;
  readonly kind: string;
  readonly previous: string | null;
  readonly value: string | null;
  readonly note: string | null;
}
