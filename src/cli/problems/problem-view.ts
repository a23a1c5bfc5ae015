import { caseName } from '../../domain/case-id.ts';
import { problemName } from '../../domain/problem-id.ts';
import { withoutWriter } from '../../notify/hide-author.ts';
import type { FiledEvent, FiledMember, ProblemFile } from '../../problems/problem-file.store.ts';
import type { ListedProblem } from '../../problems/problem-list.store.ts';
import { columns } from '../render/columns.ts';
import { relativeTime } from '../render/relative-time.ts';
import { coloursOf, type RenderOptions } from '../render/render-options.ts';
import { printable, wrapText } from '../render/text-width.ts';
import { namesProblem } from './problem-json.ts';
import { type ProblemTextKey, sayProblem } from './problem-texts.ts';

export const problemTable = (rows: readonly ListedProblem[], options: RenderOptions): string => {
  const { language, now } = options;
  if (rows.length === 0) return sayProblem(language, 'none');
  const { dim, bold } = coloursOf(options);
  const head = (['head.problem', 'head.state', 'head.began', 'head.members', 'head.suggested'] as const).map(
    (key) => dim(sayProblem(language, key)),
  );
  return columns([
    [...head, dim(sayProblem(language, 'head.brand'))],
    ...rows.map((row) => [
      bold(problemName(row.id)),
      sayProblem(language, `state.${row.state}`),
      relativeTime(row.beganAt, now, language),
      String(row.confirmed),
      String(row.suggested),
      row.brand,
    ]),
  ]);
};

export const problemView = (file: ProblemFile, options: RenderOptions): string => {
  const { language, now } = options;
  const of = (status: FiledMember['status']) => file.members.filter((member) => member.status === status);
  const head = sayProblem(language, 'title', {
    id: problemName(file.id),
    brand: file.brand,
    state: sayProblem(language, `state.${file.state}`),
    began: relativeTime(file.beganAt, now, language),
  });
  return [
    coloursOf(options).bold(head),
    section('confirmed', of('confirmed'), options),
    section('suggested', of('suggested'), options),
    happened(file.events, options),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const section = (
  key: 'confirmed' | 'suggested',
  members: readonly FiledMember[],
  options: RenderOptions,
): string => {
  if (members.length === 0) return '';
  const title = coloursOf(options).bold(sayProblem(options.language, key, { count: members.length }));
  return [
    title,
    ...members.map((member) =>
      memberText({ ...member, text: withoutWriter(member.text, member.knownAs) }, options),
    ),
  ].join('\n');
};

const longestShown = 280;

const memberText = (member: FiledMember, options: RenderOptions): string => {
  const { language, width } = options;
  const { bold, dim } = coloursOf(options);
  const id = caseName(member.caseId);
  const line = `${bold(id)}  ${whyText(member, options)}`;
  if (member.hidden !== null) return `${line}\n  ${sayProblem(language, member.hidden, { id })}`;
  if (member.text === null) return `${line}\n  ${dim(sayProblem(language, 'gone'))}`;
  const text = printable(member.text);
  const shown = text.length <= longestShown ? text : `${text.slice(0, longestShown).toWellFormed()}…`;
  const words = wordsOf(member);
  const by = words === '' ? [] : [wrapText(sayProblem(language, 'words', { words }), width, '  ')];
  return [line, wrapText(shown, width, '  '), ...by].join('\n');
};

/** How it became a member, by whom, and what it is like. */
const whyText = (member: FiledMember, { language }: Pick<RenderOptions, 'language'>): string => {
  const other = member.alike === null ? null : caseName(member.alike);
  const alike = other ?? sayProblem(language, 'alike.hidden');
  const alikeTo = other ?? sayProblem(language, 'alikeTo.hidden');
  const percent = Math.round((member.similarity ?? 1) * 100);
  const found = sayProblem(language, `why.${member.kind}`, { alike, alikeTo, percent });
  if (member.status === 'confirmed' && !member.isAutomated)
    return `${sayProblem(language, 'by.person')} · ${found}`;
  const hindrance = member.hindrance === null ? '' : ` · ${sayProblem(language, `but.${member.hindrance}`)}`;
  return `${sayProblem(language, 'by.machine')} · ${found}${hindrance}`;
};

const mostWords = 8;

const wordsOf = ({ words, text, kind }: FiledMember): string => {
  if (text === null || kind === 'exact' || kind === 'founder') return '';
  const said = words.slice(0, mostWords).map(({ start, end }) => `“${printable(text.slice(start, end))}”`);
  return [...said, ...(words.length > mostWords ? ['…'] : [])].join(' ');
};

const happened = (events: readonly FiledEvent[], options: RenderOptions): string => {
  if (events.length === 0) return '';
  const { language, now, width } = options;
  const lines = events.map((event) => {
    const who = event.isAutomated ? sayProblem(language, 'by.machine') : event.actor;
    const note = event.note === null ? '' : `: ${printable(event.note)}`;
    const text = `${relativeTime(event.at, now, language)}  ${who}: ${eventText(event, options)}${note}`;
    return wrapText(text, width, '  ').trimStart();
  });
  return [coloursOf(options).bold(sayProblem(language, 'events')), ...lines].join('\n');
};

const eventText = ({ kind, caseId, value, facts }: FiledEvent, { language }: RenderOptions): string => {
  if (kind === 'state')
    return sayProblem(language, `reason.${facts.reason}` as ProblemTextKey, {
      ...facts,
      state: sayProblem(language, `state.${value}` as ProblemTextKey),
    });
  const other = value !== null && namesProblem.has(kind) ? problemName(Number(value)) : (value ?? '');
  const id = caseId === null ? '' : caseName(caseId);
  return sayProblem(language, `event.${kind}` as ProblemTextKey, { id, other });
};
