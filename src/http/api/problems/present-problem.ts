import type { z } from 'zod';
import { caseName } from '../../../domain/case-id.ts';
import { problemName } from '../../../domain/problem-id.ts';
import { moneyBand } from '../../../domain/remedy.ts';
import { withoutWriter } from '../../../notify/hide-author.ts';
import type { FiledEvent, FiledMember, ProblemFile } from '../../../problems/problem-file.store.ts';
import type { ListedProblem } from '../../../problems/problem-list.store.ts';
import type { ShownParity } from '../../../problems/shown-parity.store.ts';
import type { Caller } from '../access/caller.ts';
import { areWordsHidden, wordsFor } from '../cases/words.ts';
import type { listedProblem, parity, shownProblem } from './problem.schema.ts';

export const presentListed = ({ id, ...row }: ListedProblem): z.output<typeof listedProblem> => ({
  ...row,
  id: problemName(id),
});

export const presentFile = (
  { id, brand, state, beganAt, sinceAt, members, events }: ProblemFile,
  { caller, limit }: { readonly caller: Caller; readonly limit: number },
): z.output<typeof shownProblem> => ({
  id: problemName(id),
  brand,
  state,
  beganAt,
  sinceAt,
  members: members.slice(0, limit).map((member) => presentMember(member, caller)),
  hasMore: members.length > limit,
  events: events.map(presentEvent),
});

const presentMember = (
  { caseId, alike, hidden, text, knownAs, words, ...member }: FiledMember,
  caller: Caller,
) => {
  const confided = { danger: hidden === 'danger', inDispute: hidden === 'dispute' };
  return {
    ...member,
    case: caseName(caseId),
    alike: alike === null ? null : caseName(alike),
    words: areWordsHidden(confided, caller) ? [] : words.map((word) => ({ ...word })),
    text: wordsFor(withoutWriter(text, knownAs), confided, caller),
  };
};

const presentEvent = ({ caseId, kind, value, facts, ...event }: FiledEvent) => ({
  ...event,
  kind,
  case: caseId === null ? null : caseName(caseId),
  value: value !== null && namesProblem.has(kind) ? problemName(Number(value)) : value,
  facts: { ...facts },
});

const namesProblem: ReadonlySet<string> = new Set(['merged', 'merged_into', 'unmerged']);

export const presentParity = ({
  problem,
  rows,
  amounts,
  fromOutside,
  isMoreOwed,
}: ShownParity): z.output<typeof parity> => ({
  problem: problemName(problem),
  isOwed: isMoreOwed || rows.some(({ owed }) => owed.length > 0),
  members: rows.map(({ caseId, owed, settled }) => ({
    case: caseName(caseId),
    owed: [...owed],
    given: amounts
      .filter((one) => one.caseId === caseId)
      .map(({ kind, money }) => ({ kind, band: money === null ? null : moneyBand(money) })),
    settled: settled === null ? null : { outcome: settled.outcome, reason: settled.reason, at: settled.at },
  })),
  fromOutside: fromOutside.map(({ caseId, kind, at }) => ({ case: caseName(caseId), kind, at })),
});
