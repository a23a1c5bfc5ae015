import { z } from 'zod';
import { writeContacts } from '../../../cases/contacts/contact.store.ts';
import { heedNewContacts } from '../../../cases/contacts/heed-contacts.store.ts';
import { type Requested, requestEscalation } from '../../../cases/escalation/executive.store.ts';
import { readDeadlines } from '../../../cases/policy.store.ts';
import { contactKinds } from '../../../domain/contact.ts';
import { escalationCriteria } from '../../../domain/escalation.ts';
import { normalIdentifier } from '../../../domain/identifier.ts';
import { type Operation, operation } from '../operation.ts';
import { done, type Problem, refuse } from '../outcome.ts';

const identifier = z
  .string()
  .max(100)
  .refine((written) => normalIdentifier(written) !== null, {
    error: 'an identifier has 4 to 24 letters and digits, with a digit among them',
  })
  .meta({
    description: 'Order, booking or customer number; case and separators do not matter.',
    examples: ['VT-7718203'],
  });

const contactsOperation = operation({
  id: 'takeContacts',
  method: 'POST',
  path: '/contacts',
  tag: 'contacts',
  summary:
    "The company's own calls, tickets, mails and chats; they join a case only by an identifier that the customer gave.",
  scope: 'contacts:write',
  needs: 'import_contacts',
  body: z.strictObject({
    contacts: z
      .array(
        z.strictObject({
          externalId: z.string().trim().min(1).max(200),
          identifier,
          at: z.iso.datetime({ offset: true }),
          kind: z.enum(contactKinds),
          isAnswered: z.boolean(),
        }),
      )
      .min(1)
      .max(500),
  }),
  answer: {
    status: 200,
    body: z
      .strictObject({
        taken: z.int(),
        known: z.int().meta({ description: 'In the record before, by their externalId.' }),
        answered: z.int().meta({ description: 'Of the known ones: answered now.' }),
      })
      .meta({ id: 'TakenContacts' }),
  },
  problems: [422],
  handle: async ({ body }, { tx, now, dueUnder }) => {
    const contacts = body.contacts.map((one) => ({
      ...one,
      identifier: normalIdentifier(one.identifier) ?? '',
      at: new Date(one.at),
    }));
    const early = contacts.find(({ at }) => at > now);
    if (early !== undefined)
      return refuse(422, 'in_future', `the contact ${early.externalId} has not happened yet: check its time`);
    const taken = await writeContacts(tx, contacts, now);
    // Whose severity rose is not answered: it would say which customer complained.
    await heedNewContacts(tx, { now, deadlineOf: await readDeadlines(tx, dueUnder) });
    return done(taken);
  },
});

const escalationsOperation = operation({
  id: 'requestEscalation',
  method: 'POST',
  path: '/escalations',
  tag: 'escalations',
  summary:
    "A customer asks for an executive, in the company's own account area; what the record shows decides, never reach.",
  scope: 'escalations:write',
  needs: 'request_escalations',
  body: z.strictObject({
    identifier,
    criterion: z
      .enum(escalationCriteria)
      .optional()
      .meta({ description: 'Absent: whichever the record shows first.' }),
  }),
  answer: {
    status: 202,
    body: z
      .strictObject({
        escalation: z.string(),
        state: z.enum(['requested', 'granted', 'declined', 'lapsed']),
        answerDueAt: z.date(),
      })
      .meta({ id: 'RequestedEscalation' }),
  },
  problems: [404, 409],
  handle: async ({ body }, { tx, now, executive }) => {
    const requested = await requestEscalation(
      tx,
      {
        caseId: null,
        identifier: normalIdentifier(body.identifier),
        via: 'customer',
        by: 'customer',
        criterion: body.criterion ?? null,
        reasonCode: 'customer',
        note: null,
        now,
      },
      executive,
    );
    if (requested.kind !== 'done' && requested.kind !== 'known') return whyNot(requested);
    const { number, state, answerDueAt } = requested.escalation;
    return done({
      escalation: number,
      state: state === 'answered' ? ('requested' as const) : state,
      answerDueAt,
    });
  },
});

/** A case in dispute is told of as none: the account area must not say what counsel does. */
const whyNot = ({ kind }: Exclude<Requested, { kind: 'done' | 'known' }>): Problem =>
  kind === 'not_met'
    ? refuse(409, 'not_met', 'the record of the case shows nothing yet that brings it before an executive')
    : refuse(404, 'unknown_case', 'no open case carries this identifier');

export const protectionOperations: readonly Operation[] = [contactsOperation, escalationsOperation];
