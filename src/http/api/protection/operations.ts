import { z } from 'zod';
import { writeContacts } from '../../../cases/contacts/contact.store.ts';
import { heedOf } from '../../../cases/contacts/take-contacts.store.ts';
import { noteAsk } from '../../../cases/escalation/ask.store.ts';
import { readDeadlines } from '../../../cases/policy.store.ts';
import { contactKinds } from '../../../domain/contact.ts';
import { escalationCriteria } from '../../../domain/escalation.ts';
import { normalIdentifier } from '../../../domain/identifier.ts';
import type { Transaction } from '../../../postgres/database.ts';
import { type Operation, operation } from '../operation.ts';
import { done, refuse } from '../outcome.ts';

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
    const written = contacts.map(({ externalId }) => externalId);
    // Whose severity rose is not answered: it would say which customer complained.
    const readAll = (inner: Transaction) => readDeadlines(inner, dueUnder);
    return { ...done(taken), afterwards: (db) => heedOf(db, written, { now, readDeadlines: readAll }) };
  },
});

const escalationsOperation = operation({
  id: 'requestEscalation',
  method: 'POST',
  path: '/escalations',
  tag: 'escalations',
  summary:
    "A customer asks for an executive, in the company's own account area; what the record shows decides, never reach. The answer is the same whether there is a case or not.",
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
        answerDueAt: z.date().meta({
          description: 'Until then the customer has a written answer, when the record bears the request out.',
        }),
      })
      .meta({ id: 'AskedForExecutive' }),
  },
  problems: [],
  // Whether there is a case is looked at later, by nobody who could be asked here: an answer would say who complained.
  handle: async ({ body }, { tx, now, executive }) => {
    const identifier = normalIdentifier(body.identifier) ?? '';
    await noteAsk(tx, { identifier, criterion: body.criterion ?? null }, now);
    return done({ answerDueAt: new Date(now.getTime() + executive.answerWithinMs) });
  },
});

export const protectionOperations: readonly Operation[] = [contactsOperation, escalationsOperation];
