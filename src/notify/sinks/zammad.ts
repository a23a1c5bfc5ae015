import { z } from 'zod';
import type { SinkStatus } from '../../domain/sink.ts';
import { type Call, call, failed, failureOf } from './call.ts';
import { hexOf, idOfBody, isSigned, parsedBody } from './signature.ts';
import type {
  CallDeps,
  HookDelivery,
  HookOutcome,
  NoteOrder,
  Outcome,
  Reading,
  Sink,
  TicketOrder,
} from './sink.ts';

export interface ZammadOptions {
  /** Without a stroke at the end. */
  readonly baseUrl: string;
  /** Of a user with the permission ticket.agent. */
  readonly token: string;
  readonly group: string;
  readonly customer: string;
}

/** Zammad's REST API v1. Its search is fed in the background, so that a ticket is found after a while only. */
export const createZammadSink = (options: ZammadOptions): Sink => ({
  kind: 'zammad',
  settleMs: 120_000,
  find: (key, deps) => find(key, { ...options, ...deps }),
  create: (order, deps) => create(order, { ...options, ...deps }),
  update: (ticket, note, deps) => update(ticket, note, { ...options, ...deps }),
  recall: (_ticket, note, deps) => recall(note, { ...options, ...deps }),
  read: (ticket, deps) => read(ticket, { ...options, ...deps }),
  parseWebhook,
  mapStatus,
});

type Desk = ZammadOptions & CallDeps;

const create = async (order: TicketOrder, desk: Desk): Promise<Outcome<string>> => {
  const json = {
    ...order.fields,
    title: `${order.subject} [${order.key}]`,
    group: desk.group,
    customer: desk.customer,
    priority: order.priority,
    tags: order.tags.join(','),
    article: { subject: order.subject, ...internal, body: order.body },
  };
  const answer = await ask({ method: 'POST', path: 'tickets', json }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = withId.safeParse(answer.json);
  if (answer.status !== 201 || data === undefined) return failureOf(answer);
  return { kind: 'done', value: String(data.id) };
};

/** The key is one word without strokes, for the index as for a database without one. */
const find = async (key: string, desk: Desk): Promise<Outcome<string | null>> => {
  const path = `tickets/search?query=${encodeURIComponent(key)}&limit=10&expand=true`;
  const answer = await ask({ method: 'GET', path }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = listed.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const [first] = data.filter(({ title }) => title.endsWith(`[${key}]`));
  return { kind: 'done', value: first === undefined ? null : String(first.id) };
};

const internal = { type: 'note', internal: true, content_type: 'text/plain' } as const;

const update = async (ticket: string, note: NoteOrder, desk: Desk): Promise<Outcome<string>> => {
  if (note.priority !== null) {
    const lifted = await ask(
      { method: 'PUT', path: `tickets/${ticket}`, json: { priority: note.priority } },
      desk,
    );
    if (lifted.kind !== 'answered') return lifted;
    if (lifted.status !== 200) return failureOf(lifted);
  }
  const json = { ticket_id: Number(ticket), ...internal, body: note.text };
  const answer = await ask({ method: 'POST', path: 'ticket_articles', json }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = withId.safeParse(answer.json);
  if (answer.status !== 201 || data === undefined) return failureOf(answer);
  return { kind: 'done', value: String(data.id) };
};

/** An agent may delete a note of its own for a while only, ten minutes unless the helpdesk says otherwise. */
const recall = async (note: string, desk: Desk): Promise<Outcome<null>> => {
  const answer = await ask({ method: 'DELETE', path: `ticket_articles/${note}` }, desk);
  if (answer.kind !== 'answered') return answer;
  if (answer.status === 200 || answer.status === 204) return { kind: 'done', value: null };
  return answer.status === 403 || answer.status === 422 ? failed('not_recallable') : failureOf(answer);
};

const read = async (ticket: string, desk: Desk): Promise<Outcome<Reading>> => {
  const answer = await ask({ method: 'GET', path: `tickets/${ticket}?expand=true` }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = shown.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const told = await ask({ method: 'GET', path: `ticket_articles/by_ticket/${ticket}?expand=true` }, desk);
  if (told.kind !== 'answered') return told;
  const articles = articled.safeParse(told.json).data;
  if (told.status !== 200 || articles === undefined) return failureOf(told);
  const answers = articles
    .filter((article) => article.sender === 'Agent' && !article.internal)
    .map(({ id, created_at: at }) => ({ id: String(id), at: new Date(at) }));
  const notes = articles
    .filter((article) => article.internal)
    .map(({ id, body }) => ({ id: String(id), text: body }));
  const closed = mapStatus(data.state) === 'resolved' ? (data.last_close_at ?? data.close_at ?? null) : null;
  const statusAt = closed === null ? null : new Date(closed);
  return { kind: 'done', value: { status: data.state, statusAt, answers, notes } };
};

/** `X-Hub-Signature: sha1=…` of the body; Zammad tells no time. */
const parseWebhook = ({ headers, body }: HookDelivery, secret: string): HookOutcome => {
  const told = headers['x-hub-signature'];
  if (told === undefined) return { kind: 'refused', why: 'unsigned' };
  if (!isSigned(hexOf(told, 'sha1'), { method: 'sha1', secret, body }))
    return { kind: 'refused', why: 'forged' };
  const { data } = rung.safeParse(parsedBody(body));
  if (data === undefined) return { kind: 'refused', why: 'unreadable' };
  const id = headers['x-zammad-delivery'] ?? idOfBody(body);
  return { kind: 'rung', id, ticket: String(data.ticket.id) };
};

const mapStatus = (status: string): SinkStatus => statuses[status] ?? 'open';

const statuses: Readonly<Record<string, SinkStatus>> = {
  new: 'open',
  open: 'open',
  'pending reminder': 'pending',
  'pending close': 'pending',
  closed: 'resolved',
  // Work goes on in the ticket that it was merged into, which is nobody's here.
  merged: 'ignored',
};

interface Ask extends Omit<Call, 'url' | 'headers'> {
  readonly path: string;
}

const ask = ({ path, ...rest }: Ask, desk: Desk) =>
  call(
    {
      ...rest,
      url: `${desk.baseUrl}/api/v1/${path}`,
      headers: { authorization: `Token token=${desk.token}` },
    },
    desk,
  );

const withId = z.object({ id: z.number() });
const listed = z.array(z.object({ id: z.number(), title: z.string() }));
const time = z.iso.datetime({ offset: true }).nullish();
/** `close_at` is that of the first time; the last one is told since Zammad 6. */
const shown = z.object({ state: z.string(), close_at: time, last_close_at: time });
const articled = z.array(
  z.object({
    id: z.number(),
    sender: z.string(),
    internal: z.boolean(),
    body: z.string(),
    created_at: z.iso.datetime({ offset: true }),
  }),
);
const rung = z.object({ ticket: z.object({ id: z.number() }) });
