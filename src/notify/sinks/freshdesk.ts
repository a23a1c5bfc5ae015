import { z } from 'zod';
import type { SinkStatus } from '../../domain/sink.ts';
import { basic, type Call, call, failureOf } from './call.ts';
import { idOfBody, isSameSecret, parsedBody } from './signature.ts';
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

export interface FreshdeskOptions {
  /** `https://DOMAIN.freshdesk.com`, without a stroke at the end. */
  readonly baseUrl: string;
  /** API key of an agent. */
  readonly token: string;
}

/** Freshdesk's API v2. A ticket needs a requester: each case is a contact of its own, under our key. */
export const createFreshdeskSink = (options: FreshdeskOptions): Sink => ({
  kind: 'freshdesk',
  settleMs: 0,
  find: (key, deps) => find(key, { ...options, ...deps }),
  create: (order, deps) => create(order, { ...options, ...deps }),
  update: (ticket, note, deps) => update(ticket, note, { ...options, ...deps }),
  recall: (_ticket, note, deps) => recall(note, { ...options, ...deps }),
  read: (ticket, deps) => read(ticket, { ...options, ...deps }),
  parseWebhook,
  mapStatus,
});

type Desk = FreshdeskOptions & CallDeps;

const create = async (order: TicketOrder, desk: Desk): Promise<Outcome<string>> => {
  const json = {
    name: order.caseName,
    unique_external_id: order.key,
    subject: order.subject,
    description: htmlOf(order.body),
    status: openStatus,
    priority: Number(order.priority),
    source: portal,
    tags: [...order.tags, tagOf(order.key)],
    ...(Object.keys(order.fields).length === 0 ? {} : { custom_fields: order.fields }),
  };
  const answer = await ask({ method: 'POST', path: 'tickets', json }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = withId.safeParse(answer.json);
  if (answer.status !== 201 || data === undefined) return failureOf(answer);
  return { kind: 'done', value: String(data.id) };
};

const openStatus = 2;
const portal = 2;
/** A tag has at most 32 signs. */
const tagOf = (key: string): string => key.slice(0, 32);

/** The list comes from the database, at once; the search would take minutes. */
const find = async (key: string, desk: Desk): Promise<Outcome<string | null>> => {
  const path = `tickets?unique_external_id=${encodeURIComponent(key)}&per_page=100`;
  const answer = await ask({ method: 'GET', path }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = listed.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const [first] = data.filter(({ tags }) => tags.includes(tagOf(key)));
  return { kind: 'done', value: first === undefined ? null : String(first.id) };
};

const update = async (ticket: string, note: NoteOrder, desk: Desk): Promise<Outcome<string>> => {
  if (note.priority !== null) {
    const json = { priority: Number(note.priority) };
    const lifted = await ask({ method: 'PUT', path: `tickets/${ticket}`, json }, desk);
    if (lifted.kind !== 'answered') return lifted;
    if (lifted.status !== 200) return failureOf(lifted);
  }
  const json = { body: htmlOf(note.text), private: true };
  const answer = await ask({ method: 'POST', path: `tickets/${ticket}/notes`, json }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = withId.safeParse(answer.json);
  if (answer.status !== 201 || data === undefined) return failureOf(answer);
  return { kind: 'done', value: String(data.id) };
};

const recall = async (note: string, desk: Desk): Promise<Outcome<null>> => {
  const answer = await ask({ method: 'DELETE', path: `conversations/${note}` }, desk);
  if (answer.kind !== 'answered') return answer;
  return answer.status === 204 ? { kind: 'done', value: null } : failureOf(answer);
};

const read = async (ticket: string, desk: Desk): Promise<Outcome<Reading>> => {
  const answer = await ask({ method: 'GET', path: `tickets/${ticket}?include=stats` }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = shown.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const told = await ask({ method: 'GET', path: `tickets/${ticket}/conversations?per_page=100` }, desk);
  if (told.kind !== 'answered') return told;
  const conversations = conversed.safeParse(told.json).data;
  if (told.status !== 200 || conversations === undefined) return failureOf(told);
  const answers = conversations
    .filter((one) => !one.incoming && !one.private)
    .map(({ id, created_at: at }) => ({ id: String(id), at: new Date(at) }));
  const notes = conversations
    .filter((one) => one.private)
    .map(({ id, body_text: text }) => ({ id: String(id), text: text ?? '' }));
  const since = data.stats?.status_updated_at ?? null;
  const statusAt = since === null ? null : new Date(since);
  return { kind: 'done', value: { status: String(data.status), statusAt, answers, notes } };
};

/** Freshdesk signs nothing: a header of the rule's webhook bears the secret. */
const parseWebhook = ({ headers, body }: HookDelivery, secret: string): HookOutcome => {
  const told = headers['x-evenhand-secret'];
  if (told === undefined) return { kind: 'refused', why: 'unsigned' };
  if (!isSameSecret(told, secret)) return { kind: 'refused', why: 'forged' };
  const { data } = rung.safeParse(parsedBody(body));
  if (data === undefined) return { kind: 'refused', why: 'unreadable' };
  const { ticket_id: ticket, updated_at: at } = data;
  return { kind: 'rung', id: at === undefined ? idOfBody(body) : `${ticket} ${at}`, ticket: String(ticket) };
};

const mapStatus = (status: string): SinkStatus => statuses[status] ?? 'open';

const statuses: Readonly<Record<string, SinkStatus>> = {
  2: 'open',
  3: 'pending',
  4: 'resolved',
  5: 'resolved',
  // Waiting on customer, on third party: there unless somebody removed them.
  6: 'pending',
  7: 'on_hold',
};

const htmlOf = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

interface Ask extends Omit<Call, 'url' | 'headers'> {
  readonly path: string;
}

const ask = ({ path, ...rest }: Ask, desk: Desk) =>
  call(
    {
      ...rest,
      url: `${desk.baseUrl}/api/v2/${path}`,
      headers: { authorization: basic(desk.token, 'X') },
    },
    desk,
  );

const withId = z.object({ id: z.number() });
const listed = z.array(z.object({ id: z.number(), tags: z.array(z.string()) }));
const time = z.iso.datetime({ offset: true }).nullish();
const shown = z.object({ status: z.number(), stats: z.object({ status_updated_at: time }).nullish() });
const conversed = z.array(
  z.object({
    id: z.number(),
    incoming: z.boolean(),
    private: z.boolean(),
    body_text: z.string().nullish(),
    created_at: z.iso.datetime({ offset: true }),
  }),
);
/** As the rule's webhook writes it: `{"ticket_id": "{{ticket.id}}", "updated_at": "…"}`. */
const rung = z.object({
  ticket_id: z.union([z.number(), z.string().regex(/^\d+$/)]),
  updated_at: z.string().optional(),
});
