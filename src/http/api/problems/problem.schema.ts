import { z } from 'zod';
import { problemStates } from '../../../domain/problem.ts';
import { exemptReasons, owedKinds, parityOutcomes, remedyKinds } from '../../../domain/remedy.ts';
import { severities } from '../../../domain/severity.ts';

const head = {
  id: z.string().meta({ description: '`P-17`.' }),
  brand: z.string(),
  state: z.enum(problemStates),
  beganAt: z.date(),
  sinceAt: z.date().meta({ description: 'Of the state.' }),
};

export const listedProblem = z
  .object({
    ...head,
    confirmed: z
      .int()
      .meta({ description: 'Cases of which the caller may know, those that were merged as one.' }),
    suggested: z.int(),
  })
  .meta({ id: 'ListedProblem' });

const member = z.object({
  case: z.string(),
  status: z.enum(['suggested', 'confirmed']),
  isAutomated: z.boolean(),
  kind: z.enum(['founder', 'exact', 'near_duplicate', 'same_problem_reply', 'cluster']),
  alike: z.string().nullable().meta({ description: 'The case that it is like, or that it answers.' }),
  similarity: z.number().nullable(),
  hindrance: z.enum(['other_subject', 'kept_apart', 'less_alike']).nullable(),
  words: z
    .array(z.object({ start: z.int(), end: z.int() }))
    .meta({ description: 'What in its text said so, in UTF-16 code units.' }),
  text: z.string().nullable().meta({ description: 'null: confidential, or no longer kept.' }),
  severity: z.enum(severities),
  caseStatus: z.string(),
  writtenAt: z.date(),
});

const event = z.object({
  at: z.date(),
  kind: z.string(),
  actor: z.string(),
  isAutomated: z.boolean(),
  case: z.string().nullable(),
  previous: z.string().nullable(),
  value: z.string().nullable(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  note: z.string().nullable(),
});

export const shownProblem = z
  .object({
    ...head,
    members: z
      .array(member)
      .meta({ description: 'By when they were written; confidential ones to the cleared alone.' }),
    hasMore: z.boolean().meta({ description: 'There are more members than were asked for.' }),
    events: z.array(event),
  })
  .meta({ id: 'ShownProblem' });

export const actedProblem = z
  .object({
    id: z.string(),
    isChanged: z.boolean().meta({ description: 'false: it was so already.' }),
    isReopened: z.boolean().meta({ description: 'It had been resolved and is not any more.' }),
    stillOwed: z
      .array(z.enum(owedKinds))
      .meta({ description: 'What an ejected case got, and members are owed all the same.' }),
  })
  .meta({ id: 'ActedProblem' });

const given = z.object({ kind: z.enum(remedyKinds), band: z.string().nullable() });

export const parity = z
  .object({
    problem: z.string(),
    isOwed: z.boolean().meta({ description: 'Somebody is owed something: the problem cannot be resolved.' }),
    members: z.array(
      z.object({
        case: z.string(),
        owed: z.array(z.enum(owedKinds)),
        given: z.array(given).meta({ description: 'Amounts as bands.' }),
        settled: z
          .object({ outcome: z.enum(parityOutcomes), reason: z.enum(exemptReasons).nullable(), at: z.date() })
          .nullable(),
      }),
    ),
    fromOutside: z
      .array(z.object({ case: z.string(), kind: z.enum(owedKinds), at: z.date() }))
      .meta({ description: 'What cases got before they were taken out; owed until it is waived.' }),
  })
  .meta({ id: 'Parity' });
