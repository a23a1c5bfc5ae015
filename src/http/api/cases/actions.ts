import { z } from 'zod';
import { dispositions } from '../../../cases/fold-types.ts';
import { type JumpReason, jumpReasons } from '../../../cases/lease/lease.ts';
import type { CaseAction } from '../../../cases/life/action-types.ts';
import { type Capability, may } from '../../../domain/may.ts';
import { severities } from '../../../domain/severity.ts';
import { type Operation, type OperationContext, operation } from '../operation.ts';
import { type Problem, refuse } from '../outcome.ts';
import { caseParams, moment, writtenText } from '../values.ts';
import { actedCase, actForCaller } from './act-on-case.ts';

interface Verb<Body extends z.ZodType> {
  /** Last word of the path. */
  readonly verb: string;
  readonly summary: string;
  readonly body: Body;
  /** Absent: `work_cases`. */
  readonly needs?: Capability;
  readonly toAction: (body: z.output<Body>, now: Date) => CaseAction;
  /** It decides nothing by what was read: what the version is does not matter. */
  readonly isBlind?: boolean;
  /** Why out of turn. */
  readonly toReason?: (body: z.output<Body>) => JumpReason | null;
}

/** `POST /cases/{caseId}/VERB`: alike but for what they ask for, in the order of a case's life. */
const verb = <Body extends z.ZodType>(spec: Verb<Body>): Operation =>
  operation({
    id: `${spec.verb}Case`,
    method: 'POST',
    path: `/cases/:caseId/${spec.verb}`,
    tag: 'cases',
    summary: spec.summary,
    scope: 'cases:write',
    needs: spec.needs ?? 'work_cases',
    ifMatch: spec.isBlind === true ? 'optional' : 'required',
    params: caseParams,
    body: spec.body,
    answer: { status: 200, body: actedCase },
    problems: [404],
    handle: async ({ params, body, expectedVersion }, context) => {
      const action = spec.toAction(body as z.output<Body>, context.now);
      const refused = refuseTakeOver(action, context) ?? refuseStranger(action, context);
      const because = spec.toReason?.(body as z.output<Body>) ?? null;
      return refused ?? actForCaller({ caseId: params.caseId, action, because, expectedVersion }, context);
    },
  });

/** From somebody else's hands: for those who lead. */
const refuseTakeOver = (action: CaseAction, { caller: { person } }: OperationContext): Problem | null => {
  if (!('takeOver' in action) || !action.takeOver || person === null || may(person, 'lead_cases'))
    return null;
  return refuse(
    403,
    'not_allowed',
    `${person.name} may not take over what somebody else has (docs/roles.md)`,
  );
};

/** A case that is given to a name which nobody bears would lie there for ever. */
const refuseStranger = (action: CaseAction, { people }: OperationContext): Problem | null => {
  if (action.kind !== 'assign' || people.length === 0 || people.some(({ name }) => name === action.to))
    return null;
  return refuse(
    422,
    'unknown_person',
    `there is nobody called "${action.to}" among the people in evenhand.yaml`,
  );
};

const takeOver = z
  .boolean()
  .default(false)
  .meta({ description: 'Also from somebody who has it; for those who lead.' });
const note = writtenText.optional().meta({ description: 'For the colleagues.' });
const reason = writtenText.meta({ description: 'Why, for the colleagues and for the audit.' });
const noteOnly = z.strictObject({ note });
const personName = z.string().trim().min(1).max(80);

export const caseActions: readonly Operation[] = [
  verb({
    verb: 'take',
    summary: 'Work on it: everybody sees who has it, and alerts about it stop.',
    isBlind: true,
    body: z.strictObject({
      takeOver,
      because: z
        .enum(jumpReasons)
        .optional()
        .meta({ description: 'Why now, when older cases of at least this severity wait for the caller.' }),
    }),
    toAction: (body) => ({ kind: 'take', takeOver: body.takeOver }),
    toReason: (body) => body.because ?? null,
  }),
  verb({
    verb: 'assign',
    summary: 'Give it to somebody.',
    body: z.strictObject({ to: personName, takeOver }),
    toAction: (body) => ({ kind: 'assign', ...body }),
  }),
  verb({
    verb: 'release',
    summary: 'Give it back: whoever is next takes it.',
    body: z.strictObject({ takeOver, note }),
    toAction: (body) => ({ kind: 'release', takeOver: body.takeOver, note: body.note ?? null }),
  }),
  verb({
    verb: 'answered',
    summary: 'Somebody answered: the clock stops until the customer writes again.',
    body: z.strictObject({
      at: moment.optional().meta({ description: 'When it was sent; absent: now.' }),
      note,
    }),
    toAction: (body, now) => ({ kind: 'answered', at: body.at ?? now, note: body.note ?? null }),
  }),
  verb({
    verb: 'note',
    summary: 'Write something down.',
    isBlind: true,
    body: z.strictObject({
      text: writtenText,
      isPublic: z.boolean().default(false).meta({ description: 'The customer may be told.' }),
    }),
    toAction: (body) => ({ kind: 'note', ...body }),
  }),
  verb({
    verb: 'wait',
    summary: 'Wait for the customer (pending) or for somebody else (on_hold); no clock stops.',
    body: z.strictObject({ as: z.enum(['pending', 'on_hold']), reason }),
    toAction: (body) => ({ kind: 'wait', ...body }),
  }),
  verb({
    verb: 'resume',
    summary: 'The waiting, or the sleep, is over.',
    body: noteOnly,
    toAction: (body) => ({ kind: 'resume', note: body.note ?? null }),
  }),
  verb({
    verb: 'snooze',
    summary: 'Put it off; it wakes before it is due.',
    body: z.strictObject({ until: moment, reason: reason.optional() }),
    toAction: (body) => ({ kind: 'snooze', until: body.until, reason: body.reason ?? null }),
  }),
  verb({
    verb: 'severity',
    summary: 'Something else is at stake: more moves the deadline earlier, less later.',
    body: z.strictObject({ to: z.enum(severities), reason }),
    toAction: (body) => ({ kind: 'severity', ...body }),
  }),
  verb({
    verb: 'dispute',
    summary: 'It is in dispute, or no longer: for counsel only.',
    needs: 'dispute_cases',
    body: z.strictObject({ isOn: z.boolean(), reason }),
    toAction: (body) => ({ kind: 'dispute', ...body }),
  }),
  verb({
    verb: 'resolve',
    summary: 'It is solved; a message of the customer opens it again.',
    body: noteOnly,
    toAction: (body) => ({ kind: 'resolve', note: body.note ?? null }),
  }),
  verb({
    verb: 'close',
    summary: 'A resolved case ends.',
    body: noteOnly,
    toAction: (body) => ({ kind: 'close', note: body.note ?? null }),
  }),
  verb({
    verb: 'dismiss',
    summary: 'Set it aside: it is none.',
    body: z.strictObject({ as: z.enum(dispositions), reason }),
    toAction: (body) => ({ kind: 'dismiss', ...body }),
  }),
  verb({
    verb: 'reopen',
    summary: 'Put it back into the queue.',
    body: noteOnly,
    toAction: (body) => ({ kind: 'reopen', note: body.note ?? null, goesOnIn: null }),
  }),
];
