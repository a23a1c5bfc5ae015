import { caseName } from '../../domain/case-id.ts';
import { problemName } from '../../domain/problem-id.ts';
import { withoutWriter } from '../../notify/hide-author.ts';
import type { FiledMember, ProblemFile } from '../../problems/problem-file.store.ts';
import type { ListedProblem } from '../../problems/problem-list.store.ts';

export const problemRowJson = (row: ListedProblem) => ({ ...row, id: problemName(row.id) });

/** For scripts; words of a danger are for the people on call alone, those of a dispute for counsel. */
export const problemJson = (file: ProblemFile) => ({
  ...file,
  id: problemName(file.id),
  members: file.members.map(memberJson),
  events: file.events.map(({ caseId, value, kind, ...event }) => ({
    ...event,
    kind,
    value: value !== null && namesProblem.has(kind) ? problemName(Number(value)) : value,
    case: caseId === null ? null : caseName(caseId),
  })),
});

/** Their value is a problem. */
export const namesProblem: ReadonlySet<string> = new Set(['merged', 'merged_into', 'unmerged']);

const memberJson = ({ caseId, alike, words, text: said, knownAs, hidden, ...member }: FiledMember) => {
  const text = withoutWriter(said, knownAs);
  return {
    case: caseName(caseId),
    ...member,
    alike: alike === null ? null : caseName(alike),
    words,
    saidAlike:
      text === null || hidden !== null ? null : words.map(({ start, end }) => text.slice(start, end)),
    hidden,
    text: hidden === null ? text : null,
  };
};
