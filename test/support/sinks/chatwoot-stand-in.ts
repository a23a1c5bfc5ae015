import { createHmac } from 'node:crypto';
import { createChatwootSink } from '../../../src/notify/sinks/chatwoot.ts';
import type { StandInAnswer } from '../stand-in.ts';
import {
  type Asked,
  answer,
  entryOf,
  type Helpdesk,
  type KeptEntry,
  type KeptTicket,
  nextId,
  startHelpdesk,
  unknownKeys,
} from './helpdesk.ts';
import type { Kind } from './kinds.ts';

const token = 'chatwoot-token';
const inbox = 4;

/** developers.chatwoot.com and swagger/paths of chatwoot/chatwoot: contacts, conversations, messages, webhooks. */
export const chatwoot: Kind = {
  name: 'chatwoot',
  words: { solved: 'resolved', open: 'open', urgent: 'urgent', high: 'high' },
  start: () => {
    const contacts: { readonly id: number; readonly identifier: string }[] = [];
    const ofContact = new Map<number, KeptTicket[]>();
    const addContact = ({ json }: Asked, desk: Helpdesk): StandInAnswer => {
      desk.wrong.push(...unknownKeys(json, 'inbox_id name identifier', 'contact'));
      if (contacts.some(({ identifier }) => identifier === json.identifier))
        return answer(422, {
          message: 'Identifier has already been taken',
          attributes: ['identifier'],
        });
      const contact = { id: Number(nextId()), identifier: String(json.identifier) };
      contacts.push(contact);
      return answer(200, { payload: { contact, contact_inbox: { source_id: nextId() } } });
    };
    const open = ({ json }: Asked, desk: Helpdesk): StandInAnswer => {
      const faults = [
        ...unknownKeys(json, 'inbox_id contact_id status custom_attributes', 'conversation'),
        ...(json.inbox_id === inbox ? [] : ['inbox']),
        ...(contacts.some(({ id }) => id === json.contact_id) ? [] : ['contact']),
      ];
      if (faults.length > 0) return refuse(desk, faults);
      const attributes = json.custom_attributes as Readonly<Record<string, string>>;
      const ticket: KeptTicket = {
        id: nextId(),
        subject: String(attributes.evenhand_case),
        priority: '',
        tags: [],
        status: String(json.status),
        entries: [],
      };
      desk.tickets.push(ticket);
      const contact = Number(json.contact_id);
      ofContact.set(contact, [...(ofContact.get(contact) ?? []), ticket]);
      return answer(200, { id: Number(ticket.id), account_id: 1, inbox_id: inbox });
    };
    const inConversation = (
      ticket: KeptTicket,
      rest: string,
      asked: Asked,
      desk: Helpdesk,
    ): StandInAnswer => {
      const { method, json } = asked;
      if (rest === '' && method === 'GET')
        return answer(200, { id: Number(ticket.id), status: ticket.status, priority: ticket.priority });
      if (rest === '/toggle_priority') {
        if (!['urgent', 'high', 'medium', 'low'].includes(String(json.priority)))
          return refuse(desk, ['priority']);
        Object.assign(ticket, { priority: json.priority });
        return answer(200, {});
      }
      if (rest === '/labels') {
        Object.assign(ticket, { tags: json.labels });
        return answer(200, { payload: json.labels });
      }
      if (rest === '/messages' && method === 'GET')
        return answer(200, {
          meta: {},
          payload: [...ticket.entries.map(messageOf), ...activityOf(ticket)].slice(-20),
        });
      if (rest === '/messages') return say(ticket, asked, desk);
      const entry = ticket.entries.find(({ id }) => rest === `/messages/${id}`);
      if (entry === undefined || method !== 'DELETE') return answer(404, { error: 'not found' });
      Object.assign(entry, { text: 'This message was deleted', isGone: true });
      return answer(200, messageOf(entry));
    };
    return startHelpdesk({
      auth: ['api_access_token', token],
      respond: (asked, desk) => {
        const { method, url } = asked;
        const path = url.pathname.replace('/api/v1/accounts/1/', '');
        if (path === 'contacts' && method === 'POST') return addContact(asked, desk);
        if (path === 'contacts/search')
          return answer(200, {
            payload: contacts.filter(({ identifier }) =>
              identifier.includes(url.searchParams.get('q') ?? ''),
            ),
          });
        const [, contact] = /^contacts\/(\d+)\/conversations$/.exec(path) ?? [];
        if (contact !== undefined)
          return answer(200, {
            payload: (ofContact.get(Number(contact)) ?? []).map(({ id }) => ({
              id: Number(id),
              inbox_id: inbox,
            })),
          });
        if (path === 'conversations' && method === 'POST') return open(asked, desk);
        const [, id, rest = ''] = /^conversations\/(\d+)(\/.*)?$/.exec(path) ?? [];
        const ticket = desk.tickets.find((one) => one.id === id);
        return ticket === undefined
          ? answer(404, { error: 'Resource could not be found' })
          : inConversation(ticket, rest, asked, desk);
      },
    });
  },
  connect: (desk) => createChatwootSink({ baseUrl: desk.baseUrl, token, accountId: 1, inboxId: inbox }),
  ring: (ticket, { secret, at, delivery }) => {
    const body = JSON.stringify({
      event: 'conversation_status_changed',
      id: Number(ticket),
      status: 'resolved',
    });
    const time = String(Math.floor(at.getTime() / 1_000));
    const signature = `sha256=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
    return {
      headers: {
        'x-chatwoot-signature': signature,
        'x-chatwoot-timestamp': time,
        'x-chatwoot-delivery': delivery,
      },
      body: Buffer.from(body),
    };
  },
  tellsTime: true,
};

const say = (ticket: KeptTicket, { json }: Asked, desk: Helpdesk): StandInAnswer => {
  const faults = [
    ...unknownKeys(json, 'content message_type private', 'message'),
    ...(json.private === true && json.message_type === 'outgoing' ? [] : ['a message to the customer']),
  ];
  if (faults.length > 0) return refuse(desk, faults);
  const entry = entryOf(String(json.content), desk);
  ticket.entries.push(entry);
  return answer(200, messageOf(entry));
};

const refuse = (desk: Helpdesk, faults: readonly string[]): StandInAnswer => {
  desk.wrong.push(...faults);
  return answer(422, { message: faults.join(', ') });
};

/** Chatwoot notes a change of the status by itself. */
const activityOf = ({ status, statusAt }: KeptTicket) =>
  statusAt === undefined
    ? []
    : [
        {
          id: 1,
          content: `Conversation was marked ${status}`,
          message_type: 2,
          private: false,
          content_attributes: { activity: { type: 'conversation_status_changed', status } },
          created_at: Math.floor(statusAt.getTime() / 1_000),
        },
      ];

const messageOf = ({ id, text, isPublic, by, at }: KeptEntry) => ({
  id: Number(id),
  content: text,
  message_type: by === 'customer' ? 0 : 1,
  private: !isPublic,
  created_at: Math.floor(at.getTime() / 1_000),
  sender: { id: 1, type: by === 'customer' ? 'contact' : 'user' },
});
