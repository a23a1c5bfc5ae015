import { z } from 'zod';
import { caseName } from '../../../domain/case-id.ts';
import { problemStates } from '../../../domain/problem.ts';
import { problemName } from '../../../domain/problem-id.ts';
import type { CaseEvent, FeedEvent, ProblemEvent } from './event.store.ts';

const caseTypes = ['case.opened', 'case.updated'] as const;
const problemTypes = [
  'problem.opened',
  'problem.updated',
  'problem.escalating',
  'problem.regressed',
  'problem.resolved',
] as const;
export const eventTypes = [...caseTypes, ...problemTypes] as const;

const happened = { id: z.int(), at: z.date(), brand: z.string() };

/** Thin: whoever wants to know more asks for the case, with a key that may see it. */
const caseEvent = z
  .object({
    ...happened,
    type: z.enum(caseTypes),
    case: z.string().meta({ description: '`EH-12`.' }),
    kind: z.string().meta({ description: 'What happened: `case_opened`, `taken`, `answered` …' }),
  })
  .meta({ id: 'CaseEvent' });

/** No member stands in it: whoever may see them asks for the problem. */
const problemEvent = z
  .object({
    ...happened,
    type: z.enum(problemTypes),
    problem: z.string().meta({ description: '`P-17`.' }),
    kind: z.string().meta({ description: 'What happened: `opened`, `state`, `confirmed`, `merged` …' }),
    state: z.enum(problemStates).nullable().meta({ description: 'The new one, where it changed.' }),
  })
  .meta({ id: 'ProblemEvent' });

export const toldEvent = z.union([caseEvent, problemEvent]);
export type ToldEvent = z.output<typeof toldEvent>;

export const presentEvent = (event: FeedEvent): ToldEvent =>
  'caseId' in event ? presentCase(event) : presentProblem(event);

const presentCase = ({ id, at, caseId, brand, kind }: CaseEvent): z.output<typeof caseEvent> => ({
  id,
  type: kind === 'case_opened' ? 'case.opened' : 'case.updated',
  at,
  case: caseName(caseId),
  brand,
  kind,
});

const presentProblem = (event: ProblemEvent): z.output<typeof problemEvent> => {
  const { id, at, problem, brand, kind } = event;
  const state = problemStates.find((known) => known === event.state) ?? null;
  return { id, type: typeOf(kind, state), at, problem: problemName(problem), brand, kind, state };
};

const typeOf = (kind: string, state: string | null): (typeof problemTypes)[number] => {
  if (kind === 'opened') return 'problem.opened';
  return problemTypes.find((type) => type === `problem.${state}`) ?? 'problem.updated';
};
