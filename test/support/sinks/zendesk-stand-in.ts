import { createHmac } from 'node:crypto';
import { createZendeskSink } from '../../../src/notify/sinks/zendesk.ts';
import type { StandInAnswer } from '../stand-in.ts';
import {
  type Asked,
  answer,
  entryOf,
  type Helpdesk,
  htmlOf,
  type KeptTicket,
  nextId,
  secondsOf,
  startHelpdesk,
  unknownKeys,
} from './helpdesk.ts';
import type { Kind } from './kinds.ts';

const token = 'zendesk-token';
const us = 7;

/** developer.zendesk.com/api-reference/ticketing: tickets, ticket comments, comment redactions, idempotency. */
export const zendesk: Kind = {
  name: 'zendesk',
  words: { solved: 'solved', open: 'open', urgent: 'urgent', high: 'high' },
  start: () => {
    const externals = new Map<string, KeptTicket>();
    const keys = new Map<string, { readonly body: string; readonly said: StandInAnswer }>();
    const create = (asked: Asked, desk: Helpdesk): StandInAnswer => {
      const key = String(asked.headers['idempotency-key']);
      const before = keys.get(key);
      if (before !== undefined && before.body !== asked.body)
        return answer(400, { error: 'IdempotentRequestError' });
      if (before !== undefined) return { ...before.said, headers: { 'x-idempotency-lookup': 'hit' } };
      const written = { ...empty, ...(asked.json.ticket as Partial<Written>) };
      const faults = [
        ...unknownKeys(asked.json, 'ticket', 'body'),
        ...unknownKeys(
          asked.json.ticket,
          'external_id subject comment priority tags custom_fields',
          'ticket',
        ),
        ...unknownKeys(written.comment, 'body public', 'comment'),
        ...(['urgent', 'high', 'normal', 'low'].includes(written.priority) ? [] : ['priority']),
      ];
      if (faults.length > 0) return refuse(desk, faults);
      const ticket: KeptTicket = {
        id: nextId(),
        subject: written.subject,
        priority: written.priority,
        tags: written.tags,
        status: 'new',
        entries: [entryOf(written.comment.body, desk, { isPublic: written.comment.public })],
      };
      desk.tickets.push(ticket);
      externals.set(written.external_id, ticket);
      const said = answer(201, { ticket: shown(ticket) }, { 'x-idempotency-lookup': 'miss' });
      keys.set(key, { body: asked.body, said });
      return said;
    };
    const update = (ticket: KeptTicket, asked: Asked, desk: Helpdesk): StandInAnswer => {
      const written = { ...empty, ...(asked.json.ticket as Partial<Written>) };
      const faults = [
        ...unknownKeys(asked.json.ticket, 'comment priority', 'ticket'),
        ...unknownKeys(written.comment, 'body public', 'comment'),
      ];
      if (faults.length > 0) return refuse(desk, faults);
      if (ticket.status === 'closed') return answer(422, { error: 'RecordInvalid' });
      const entry = entryOf(written.comment.body, desk, {
        isPublic: written.comment.public,
      });
      ticket.entries.push(entry);
      if (written.priority !== '') Object.assign(ticket, { priority: written.priority });
      const events = [
        { id: Number(nextId()), type: 'Change' },
        { id: Number(entry.id), type: 'Comment' },
      ];
      return answer(200, { ticket: shown(ticket), audit: { id: 1, events } });
    };
    const redact = (id: string, { json }: Asked, desk: Helpdesk): StandInAnswer => {
      const ticket = desk.tickets.find((one) => one.id === String(json.ticket_id));
      const entry = ticket?.entries.find((one) => one.id === id);
      const html = String(json.html_body);
      if (entry === undefined || !/<redact>/.test(html)) return refuse(desk, ['redaction']);
      const left = html.replace(/<redact>.*?<\/redact>/gs, '▇').replace(/<[^>]+>/g, '');
      Object.assign(entry, { text: left, isGone: /^[▇\s]*$/.test(left) });
      return answer(200, { comment: { id: Number(id) } });
    };
    const list = (url: URL): StandInAnswer => {
      const external = url.searchParams.get('external_id') ?? '';
      const found = externals.get(external);
      return answer(200, {
        tickets: found === undefined ? [] : [{ ...shown(found), external_id: external }],
      });
    };
    return startHelpdesk({
      auth: ['authorization', `Basic ${Buffer.from(`kim@acme.example/token:${token}`).toString('base64')}`],
      respond: (asked, desk) => {
        const { method, url } = asked;
        const [, id] = /^\/api\/v2\/(?:tickets|comment_redactions)\/(\d+)/.exec(url.pathname) ?? [];
        const ticket = desk.tickets.find((one) => one.id === id);
        if (url.pathname === '/api/v2/tickets.json' && method === 'POST') return create(asked, desk);
        if (url.pathname === '/api/v2/tickets.json') return list(url);
        if (url.pathname.startsWith('/api/v2/comment_redactions/') && method === 'PUT')
          return redact(id ?? '', asked, desk);
        if (ticket === undefined) return answer(404, { error: 'RecordNotFound' });
        if (url.pathname.endsWith('/comments.json'))
          return answer(200, { comments: ticket.entries.map(commentOf).toReversed() });
        return method === 'PUT' ? update(ticket, asked, desk) : answer(200, { ticket: shown(ticket) });
      },
    });
  },
  connect: (desk) => createZendeskSink({ baseUrl: desk.baseUrl, user: 'kim@acme.example', token }),
  ring: (ticket, { secret, at, delivery }) => {
    const body = JSON.stringify({
      type: 'zen:event-type:ticket.status_changed',
      id: delivery,
      detail: { id: ticket, status: 'SOLVED' },
      event: {},
    });
    const time = at.toISOString();
    const signature = createHmac('sha256', secret).update(`${time}${body}`).digest('base64');
    return {
      headers: {
        'x-zendesk-webhook-signature': signature,
        'x-zendesk-webhook-signature-timestamp': time,
        'x-zendesk-webhook-invocation-id': delivery,
      },
      body: Buffer.from(body),
    };
  },
  tellsTime: true,
};

const empty = {
  external_id: '',
  subject: '',
  comment: { body: '', public: true },
  priority: '',
  tags: [] as readonly string[],
};
type Written = typeof empty;

const refuse = (desk: Helpdesk, faults: readonly string[]): StandInAnswer => {
  desk.wrong.push(...faults);
  return answer(422, { error: 'RecordInvalid', details: faults });
};

const shown = (ticket: KeptTicket) => ({
  id: Number(ticket.id),
  status: ticket.status,
  priority: ticket.priority,
  requester_id: us,
  submitter_id: us,
  ...(ticket.statusAt === undefined ? {} : { metric_set: { status_updated_at: secondsOf(ticket.statusAt) } }),
});

const commentOf = ({ id, text, isPublic, by, at }: KeptTicket['entries'][number]) => ({
  id: Number(id),
  type: 'Comment',
  public: isPublic,
  author_id: by === 'agent' ? 8 : us,
  body: text,
  html_body: `<div class="zd-comment" dir="auto">${htmlOf(text)}</div>`,
  created_at: at.toISOString().replace(/\.\d+/, ''),
});
