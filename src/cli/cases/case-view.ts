import type { CaseFile, FiledActivity, FiledPost } from '../../cases/case-file.store.ts';
import { shownId, withoutAuthor } from '../../cases/hidden-fame.ts';
import { caseName } from '../../domain/case-id.ts';
import { durationText } from '../../lib/duration-text.ts';
import { asCalled } from '../../lib/program.ts';
import { authorHider } from '../../notify/hide-author.ts';
import { type CaseActivityRow, caseCard, imageMark } from '../render/case-card.ts';
import { fields } from '../render/fields.ts';
import { localTime } from '../render/local-time.ts';
import { dueTime, relativeTime } from '../render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { sayKnown, sayRender } from '../render/render-texts.ts';
import { printable, wrapText } from '../render/text-width.ts';
import { type DeskTextKey, sayDesk } from './desk-texts.ts';

/** How a case is told: whether its words are, and what the desk knows of its brand. */
export interface CaseView {
  readonly isHidden: boolean;
  /** IANA name. */
  readonly timezone: string;
  readonly names: readonly string[];
  /** To which a routing rule gave it. */
  readonly team?: string | null;
  /** By when it should be solved. */
  readonly resolveBy?: Date | null;
}

/** A case as `cases show` tells it: the card, both clocks, who else spoke, and what can be done. */
export const caseFileView = (whole: CaseFile, view: CaseView, options: RenderOptions): string => {
  const file = withoutAuthor(whole, authorHider);
  const { isHidden, timezone, names } = view;
  const others = file.posts.filter((post) => post !== openingPost(file));
  return [
    card(file, { isHidden, timezone, names }, options),
    section('clocks', clocks(file, view, options), options, ` (${timezone})`),
    ...(others.length === 0 ? [] : [section('others', conversation(others, isHidden, options), options)]),
    ...(links(file, isHidden).length === 0
      ? []
      : [section('links', links(file, isHidden).join('\n'), options)]),
    section('next', commands(file, isHidden, options), options),
  ].join('\n\n');
};

const openingPost = ({ posts }: CaseFile): FiledPost | null =>
  posts.find(({ role }) => role === 'customer') ?? null;

const card = (file: CaseFile, { isHidden, timezone, names }: CaseView, options: RenderOptions): string => {
  const { row } = file;
  const opening = openingPost(file);
  return caseCard(
    {
      ...row,
      id: caseName(row.id),
      thread: shownId((row.threads[0] ?? '').split('|').slice(1).join('|'), row.assignee !== null) ?? '',
      waitingSince: row.clockStart,
      // What is kept no longer is kept from nobody.
      isDanger: isHidden && opening !== null && opening.text !== null,
      timezone,
      text: isHidden ? null : (opening?.text ?? null),
      hasImage: opening?.hasImage ?? false,
      evidence: opening?.evidence ?? [],
      names,
      commands: [],
    },
    file.activities.map((activity) => fromElsewhere(activity, activityRow(activity, options))),
    options,
  );
};

/** A mark of a case that was merged into this one names it. */
const fromElsewhere = ({ from }: FiledActivity, row: CaseActivityRow): CaseActivityRow =>
  from === null ? row : { ...row, value: [row.value ?? '', `(${caseName(from)})`].join(' ').trim() };

/** Dates that only a machine reads are said as people say them; what the catalogue of cases knows is looked up there. */
const activityRow = (activity: FiledActivity, options: RenderOptions): CaseActivityRow => {
  const { kind, previous, value } = activity;
  if (kind === 'answered') return { ...activity, previous: null, value: hitText(previous, value, options) };
  if (value !== null && sayLife[kind] !== undefined)
    return { ...activity, previous: null, value: sayLife[kind](value, options) };
  if (kind === 'case_opened' && previous !== null) {
    const linked = sayDesk(options.language, 'linked', { id: caseName(previous) });
    return { ...activity, previous: null, value: linked };
  }
  if (kind === 'taken' && previous !== null) {
    const takenOver = sayDesk(options.language, 'takenOver', { by: previous });
    return { ...activity, kind: takenOver, previous: null, value: null };
  }
  if (kind === 'note' && !activity.isInternal) return { ...activity, kind: 'note_public' };
  // "Kim: taken" says who has it.
  const said = kind === 'taken' && value === activity.actor ? null : value;
  return { ...activity, previous: word(previous, options), value: word(said, options) };
};

const word = (value: string | null, { language }: RenderOptions): string | null => {
  if (value === null) return null;
  const status = sayKnown(language, 'status', value);
  return sayKnown(language, 'value', status === value ? value : status);
};

/** "20 min before it was due": what the answer did to the promise. */
const hitText = (due: string | null, at: string | null, { language }: RenderOptions): string | null => {
  if (due === null || at === null) return null;
  const aheadMs = Date.parse(due) - Date.parse(at);
  const time = durationText(Math.abs(aheadMs), language);
  return sayDesk(language, aheadMs >= 0 ? 'hit' : 'missed', { time });
};

const other = (value: string): string => caseName(value);

/** Activities whose value is another case, or a time. */
const sayLife: Readonly<Record<string, (value: string, options: RenderOptions) => string>> = {
  merged: other,
  merged_in: other,
  unmerged: other,
  parted: other,
  split: other,
  split_off: other,
  snoozed: (value, { now, language }) => relativeTime(new Date(value), now, language),
};

/** The clock of the queue starts at the publication; the report counts from the moment in which we could know. */
const clocks = (file: CaseFile, { timezone, team, resolveBy }: CaseView, options: RenderOptions): string => {
  const { row } = file;
  const { language, now } = options;
  const say = (key: DeskTextKey): string => sayDesk(language, key);
  const local = (at: Date): string => localTime(at, { timezone, language, now });
  const when = (at: Date): string => `${local(at)} (${relativeTime(at, now, language)})`;
  const target = row.dueTarget === null ? '' : ` · ${sayKnown(language, 'value', row.dueTarget)}`;
  const { firstResponse } = row;
  return fields(
    [
      // Nobody waits for an answer to what was imported as past.
      [say(row.isHistory ? 'clock.written' : 'clock.customer'), when(row.clockStart)],
      ...writtenEarlier(file).map((at) => [say('clock.written'), when(at)] as const),
      [say('clock.received'), when(row.receivedAt)],
      [
        say('clock.due'),
        row.dueAt === null
          ? dueTime(null, now, language)
          : `${local(row.dueAt)} (${dueTime(row.dueAt, now, language)})${target}`,
      ],
      [
        say('clock.first'),
        firstResponse === null
          ? say('clock.none')
          : `${when(firstResponse.at)}, ${sayDesk(language, `via.${firstResponse.via}`)}`,
      ],
      ...(resolveBy
        ? [[say('clock.resolve'), `${local(resolveBy)} (${dueTime(resolveBy, now, language)})`] as const]
        : []),
      [say('clock.team'), team ?? ''],
      [say('clock.assignee'), row.assignee === null ? say('clock.nobody') : assigneeText(row, options)],
    ],
    options,
  );
};

const minuteMs = 60_000;

/** A clock starts 24 hours before a post is read at the earliest: when it was written is then another time. */
const writtenEarlier = (file: CaseFile): readonly Date[] => {
  const at = openingPost(file)?.at;
  return at === undefined || Math.abs(file.row.openedAt.getTime() - at.getTime()) <= minuteMs ? [] : [at];
};

const assigneeText = ({ assignee, takenAt }: CaseFile['row'], { language, now }: RenderOptions): string =>
  takenAt === null ? `${assignee}` : `${assignee} (${relativeTime(takenAt, now, language)})`;

const conversation = (posts: readonly FiledPost[], isHidden: boolean, options: RenderOptions): string =>
  posts.map((post) => spoken(post, isHidden, options)).join('\n\n');

const spoken = (post: FiledPost, isHidden: boolean, options: RenderOptions): string => {
  const { language, now, width } = options;
  const who = sayKnown(language, 'actor', post.role);
  const head = `${who}, ${relativeTime(post.at, now, language)}${outOfBand(post, options)}`;
  const title = coloursOf(options).dim(head);
  if (isHidden && post.text !== null) return title;
  if (post.text === null) return `${title}\n${wrapText(sayRender(language, 'card.noText'), width)}`;
  // Marks stand where their words are listed: at the post that opened the case.
  const image = post.hasImage ? `\n${imageMark(options)}` : '';
  return `${title}\n${wrapText(printable(post.text), width)}${image}`;
};

/** What an executive or the brand says is marked, and answers nothing (DESIGN.md 4). */
const outOfBand = ({ role, outOfBand: kind }: FiledPost, { language }: RenderOptions): string => {
  if (role !== 'executive' && role !== 'brand') return '';
  const what = kind === null ? '' : `: ${sayKnown(language, 'value', kind)}`;
  return ` · ${sayDesk(language, 'outOfBand')}${what}`;
};

/** A link carries the author's name: who answers needs it, who only looks does not. */
const links = ({ row, posts }: CaseFile, isHidden: boolean): readonly string[] =>
  isHidden || row.assignee === null
    ? []
    : [...new Set(posts.filter(({ role }) => role === 'customer').flatMap(({ url }) => url ?? []))].map(
        (url) => `  ${printable(url)}`,
      );

const commands = ({ row, posts }: CaseFile, isHidden: boolean, { language }: RenderOptions): string => {
  const id = caseName(row.id);
  const isKept = isHidden && posts.some(({ text }) => text !== null);
  const able = possible(row).map((command) => asCalled(`  evenhand cases ${command.replace('ID', id)}`));
  const remarks = [
    ...(row.mergedInto === null
      ? []
      : [`  ${sayDesk(language, 'merged', { id: caseName(row.mergedInto) })}`]),
    ...(isKept ? [asCalled(`  evenhand cases show ${id} --on-call`)] : []),
  ];
  return [...remarks, ...able].join('\n');
};

const possible = (row: CaseFile['row']): readonly string[] => {
  if (row.mergedInto !== null || row.inDispute) return [];
  if (row.status === 'resolved' || row.status === 'closed') return ['reopen ID'];
  const more = row.dueAt === null ? [] : ['snooze ID --until TIME'];
  return [...(row.assignee === null ? ['take ID'] : []), 'answered ID', 'note ID "…"', ...more, 'resolve ID'];
};

const section = (key: DeskTextKey, body: string, options: RenderOptions, more = ''): string =>
  `${coloursOf(options).bold(sayDesk(options.language, key))}${more}\n${body}`;
