import { createHmac } from 'node:crypto';
import { createZammadSink } from '../../../src/notify/sinks/zammad.ts';
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
  unknownKeys,
} from './helpdesk.ts';
import type { Kind } from './kinds.ts';

const token = 'zammad-token';

/** docs.zammad.org/en/latest/api: ticket, ticket/articles; admin-docs.zammad.org: webhook payload and headers. */
export const zammad: Kind = {
  name: 'zammad',
  words: { solved: 'closed', open: 'open', urgent: '3 high', high: '3 high' },
  start: () =>
    startHelpdesk({
      auth: ['authorization', `Token token=${token}`],
      respond: (asked, desk) => {
        const { method, url } = asked;
        const path = url.pathname.replace('/api/v1/', '');
        if (path === 'tickets' && method === 'POST') return create(asked, desk);
        if (path === 'tickets/search') return search(url, desk);
        if (path === 'ticket_articles' && method === 'POST') return addArticle(asked, desk);
        const [, room, id] = /^(tickets|ticket_articles|ticket_articles\/by_ticket)\/(\d+)$/.exec(path) ?? [];
        if (room === 'ticket_articles' && method === 'DELETE') return remove(id ?? '', desk);
        const ticket = desk.tickets.find((one) => one.id === id);
        return ticket === undefined
          ? answer(404, { error: 'No such object!' })
          : ofTicket(ticket, room ?? '', asked, desk);
      },
    }),
  connect: (desk) =>
    createZammadSink({ baseUrl: desk.baseUrl, token, group: 'Social', customer: 'social@acme.example' }),
  ring: (ticket, { secret, delivery }) => {
    const body = JSON.stringify({ ticket: { id: Number(ticket), state: 'closed' }, article: {} });
    const signature = `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`;
    return {
      headers: {
        'x-zammad-trigger': 'evenhand',
        'x-zammad-delivery': delivery,
        'x-hub-signature': signature,
      },
      body: Buffer.from(body),
    };
  },
  tellsTime: false,
};

const ofTicket = (
  ticket: KeptTicket,
  room: string,
  { method, json }: Asked,
  desk: Helpdesk,
): StandInAnswer => {
  if (room === 'ticket_articles/by_ticket')
    return answer(200, ticket.entries.filter(({ isGone }) => !isGone).map(articleOf));
  if (method === 'PUT') {
    desk.wrong.push(...unknownKeys(json, 'priority', 'ticket'));
    Object.assign(ticket, json);
  }
  const { id, status: state, priority, statusAt } = ticket;
  const closed = statusAt === undefined ? {} : { close_at: secondsOf(statusAt) };
  return answer(200, { id: Number(id), state, priority, ...closed });
};

const create = ({ json }: Asked, desk: Helpdesk): StandInAnswer => {
  const article = (json.article ?? {}) as Readonly<Record<string, unknown>>;
  const faults = [
    ...unknownKeys(json, 'title group customer priority tags article', 'ticket'),
    ...unknownKeys(article, 'subject type internal content_type body', 'article'),
    ...(json.group === 'Social' && json.customer === 'social@acme.example' ? [] : ['group or customer']),
    ...(['1 low', '2 normal', '3 high'].includes(String(json.priority)) ? [] : ['priority']),
    ...(article.internal === true && article.type === 'note' ? [] : ['an article that customers see']),
  ];
  if (faults.length > 0) return refuse(desk, faults);
  const ticket: KeptTicket = {
    id: nextId(),
    subject: String(json.title),
    priority: String(json.priority),
    tags: String(json.tags).split(',').filter(Boolean),
    status: 'new',
    entries: [entryOf(String(article.body), desk)],
  };
  desk.tickets.push(ticket);
  return answer(201, { id: Number(ticket.id), title: ticket.subject });
};

const search = (url: URL, desk: Helpdesk): StandInAnswer => {
  desk.wrong.push(...unknownKeys(Object.fromEntries(url.searchParams), 'query limit expand', 'search'));
  const query = url.searchParams.get('query') ?? '';
  const found = desk.tickets.filter(({ subject }) => desk.isIndexed && subject.includes(query));
  return answer(
    200,
    found.map(({ id, subject }) => ({ id: Number(id), title: subject })),
  );
};

const addArticle = ({ json }: Asked, desk: Helpdesk): StandInAnswer => {
  const faults = [
    ...unknownKeys(json, 'ticket_id type internal content_type body', 'article'),
    ...(json.internal === true && json.type === 'note' ? [] : ['an article that customers see']),
  ];
  if (faults.length > 0) return refuse(desk, faults);
  const ticket = desk.tickets.find(({ id }) => id === String(json.ticket_id));
  if (ticket === undefined) return answer(404, { error: 'No such object!' });
  const entry = entryOf(String(json.body), desk);
  ticket.entries.push(entry);
  return answer(201, articleOf(entry));
};

/** Ten minutes: `ui_ticket_zoom_article_delete_timeframe`. */
const remove = (id: string, desk: Helpdesk): StandInAnswer => {
  const entry = desk.tickets.flatMap(({ entries }) => entries).find((one) => one.id === id);
  if (entry === undefined) return answer(404, { error: 'No such object!' });
  if (desk.now.getTime() - entry.at.getTime() > 600_000) return answer(403, { error: 'Not authorized' });
  entry.isGone = true;
  return answer(200, {});
};

const refuse = (desk: Helpdesk, faults: readonly string[]): StandInAnswer => {
  desk.wrong.push(...faults);
  return answer(422, { error: faults.join(', ') });
};

const articleOf = ({ id, text, isPublic, by, at }: KeptEntry) => ({
  id: Number(id),
  body: text,
  internal: !isPublic,
  type: isPublic ? 'email' : 'note',
  sender: by === 'customer' ? 'Customer' : 'Agent',
  created_at: at.toISOString(),
});
