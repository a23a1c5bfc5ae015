import { createFreshdeskSink } from '../../../src/notify/sinks/freshdesk.ts';
import type { StandInAnswer } from '../stand-in.ts';
import {
  type Asked,
  answer,
  entryOf,
  type Helpdesk,
  type KeptEntry,
  type KeptTicket,
  nextId,
  secondsOf,
  startHelpdesk,
  textOf,
  unknownKeys,
} from './helpdesk.ts';
import type { Kind } from './kinds.ts';

const token = 'freshdesk-key';

/** developers.freshdesk.com/api: tickets, conversations. */
export const freshdesk: Kind = {
  name: 'freshdesk',
  words: { solved: '4', open: '2', urgent: '4', high: '3' },
  start: () => {
    const externals = new Map<KeptTicket, string>();
    return startHelpdesk({
      auth: ['authorization', `Basic ${Buffer.from(`${token}:X`).toString('base64')}`],
      respond: (asked, desk) => {
        const { method, url } = asked;
        const path = url.pathname.replace('/api/v2/', '');
        if (path === 'tickets' && method === 'POST') return create(asked, desk, externals);
        if (path === 'tickets') {
          const known = unknownKeys(
            Object.fromEntries(url.searchParams),
            'unique_external_id requester_id email company_id updated_since per_page page',
            'list',
          );
          desk.wrong.push(...known);
          const wanted = url.searchParams.get('unique_external_id');
          const found = desk.tickets.filter((ticket) => externals.get(ticket) === wanted);
          return answer(
            200,
            found.map(({ id, tags }) => ({ id: Number(id), tags })),
          );
        }
        const [, note] = /^conversations\/(\d+)$/.exec(path) ?? [];
        if (note !== undefined && method === 'DELETE') return remove(note, desk);
        const [, id, rest = ''] = /^tickets\/(\d+)(\/.*)?$/.exec(path) ?? [];
        const ticket = desk.tickets.find((one) => one.id === id);
        if (ticket === undefined) return answer(404, null);
        return inTicket(ticket, rest, asked, desk);
      },
    });
  },
  connect: (desk) => createFreshdeskSink({ baseUrl: desk.baseUrl, token }),
  ring: (ticket, { secret, delivery }) => ({
    headers: { 'x-evenhand-secret': secret },
    body: Buffer.from(JSON.stringify({ ticket_id: ticket, updated_at: delivery })),
  }),
  tellsTime: false,
};

const create = ({ json }: Asked, desk: Helpdesk, externals: Map<KeptTicket, string>): StandInAnswer => {
  const tags = (json.tags ?? []) as readonly string[];
  const faults = [
    ...unknownKeys(
      json,
      'name unique_external_id subject description status priority source tags custom_fields',
      'ticket',
    ),
    ...([1, 2, 3, 4].includes(Number(json.priority)) ? [] : ['priority']),
    ...([1, 2, 3, 7, 9, 10].includes(Number(json.source)) ? [] : ['source']),
    ...(tags.every((tag) => tag.length <= 32) ? [] : ['a tag of more than 32 signs']),
    ...(typeof json.unique_external_id === 'string' ? [] : ['nobody who asks']),
  ];
  if (faults.length > 0) return refuse(desk, faults);
  const ticket: KeptTicket = {
    id: nextId(),
    subject: String(json.subject),
    priority: String(json.priority),
    tags,
    status: String(json.status),
    entries: [entryOf(textOf(String(json.description)), desk)],
  };
  desk.tickets.push(ticket);
  externals.set(ticket, String(json.unique_external_id));
  return answer(201, { id: Number(ticket.id), status: 2, tags });
};

const inTicket = (
  ticket: KeptTicket,
  rest: string,
  { method, json }: Asked,
  desk: Helpdesk,
): StandInAnswer => {
  if (rest === '/conversations')
    return answer(
      200,
      ticket.entries
        .slice(1)
        .filter(({ isGone }) => !isGone)
        .map(conversationOf),
    );
  if (rest === '/notes') {
    const faults = [
      ...unknownKeys(json, 'body private', 'note'),
      ...(json.private === true ? [] : ['a note that customers see']),
    ];
    if (faults.length > 0) return refuse(desk, faults);
    const entry = entryOf(textOf(String(json.body)), desk);
    ticket.entries.push(entry);
    return answer(201, conversationOf(entry));
  }
  if (method === 'PUT') {
    desk.wrong.push(...unknownKeys(json, 'priority', 'ticket'));
    Object.assign(ticket, { priority: String(json.priority) });
  }
  const { id, status, tags, statusAt } = ticket;
  const stats = statusAt === undefined ? {} : { stats: { status_updated_at: secondsOf(statusAt) } };
  return answer(200, { id: Number(id), status: Number(status), tags, ...stats });
};

const remove = (id: string, desk: Helpdesk): StandInAnswer => {
  const entry = desk.tickets.flatMap(({ entries }) => entries).find((one) => one.id === id);
  if (entry === undefined) return answer(404, null);
  entry.isGone = true;
  return answer(204, null);
};

const refuse = (desk: Helpdesk, faults: readonly string[]): StandInAnswer => {
  desk.wrong.push(...faults);
  return answer(400, { description: 'Validation failed', errors: faults });
};

const conversationOf = ({ id, text, isPublic, by, at }: KeptEntry) => ({
  id: Number(id),
  body_text: text,
  incoming: by === 'customer',
  private: !isPublic,
  source: isPublic ? 0 : 2,
  created_at: at.toISOString().replace(/\.\d+/, ''),
});
