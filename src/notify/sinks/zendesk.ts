import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { SinkStatus } from '../../domain/sink.ts';
import { basic, type Call, call, failed, failureOf } from './call.ts';
import { isFresh, isSigned, parsedBody } from './signature.ts';
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

export interface ZendeskOptions {
  /** `https://SUBDOMAIN.zendesk.com`, without a stroke at the end. */
  readonly baseUrl: string;
  readonly user: string;
  /** API token of that agent. */
  readonly token: string;
}

/** Zendesk's Ticketing API v2. It alone knows an idempotency key, for two hours; later the external id tells. */
export const createZendeskSink = (options: ZendeskOptions): Sink => ({
  kind: 'zendesk',
  settleMs: 0,
  find: (key, deps) => find(key, { ...options, ...deps }),
  create: (order, deps) => create(order, { ...options, ...deps }),
  update: (ticket, note, deps) => update(ticket, note, { ...options, ...deps }),
  recall: (ticket, note, deps) => recall(ticket, note, { ...options, ...deps }),
  read: (ticket, deps) => read(ticket, { ...options, ...deps }),
  parseWebhook,
  mapStatus,
});

type Desk = ZendeskOptions & CallDeps;

const create = async (order: TicketOrder, desk: Desk): Promise<Outcome<string>> => {
  const ticket = {
    external_id: order.key,
    subject: order.subject,
    comment: { body: order.body, public: false },
    priority: order.priority,
    tags: order.tags,
    custom_fields: Object.entries(order.fields).map(([id, value]) => ({ id: Number(id), value })),
  };
  const headers = { 'idempotency-key': idempotencyKeyOf(order) };
  const answer = await ask({ method: 'POST', path: 'tickets.json', json: { ticket }, headers }, desk);
  if (answer.kind !== 'answered') return answer;
  const made = withId.safeParse(answer.json).data;
  if (answer.status !== 201 || made === undefined) return failureOf(answer);
  return { kind: 'done', value: String(made.ticket.id) };
};

/** The same key with another body is refused: a ticket that was written anew, after a person mended it, is another. */
const idempotencyKeyOf = (order: TicketOrder): string =>
  `${order.key}-${createHash('sha256').update(JSON.stringify(order)).digest('hex').slice(0, 16)}`;

const find = async (key: string, desk: Desk): Promise<Outcome<string | null>> => {
  const path = `tickets.json?external_id=${encodeURIComponent(key)}`;
  const answer = await ask({ method: 'GET', path }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = listed.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const [first] = data.tickets.filter((ticket) => ticket.external_id === key);
  return { kind: 'done', value: first === undefined ? null : String(first.id) };
};

const update = async (ticket: string, note: NoteOrder, desk: Desk): Promise<Outcome<string>> => {
  const change = {
    comment: { body: note.text, public: false },
    ...(note.priority === null ? {} : { priority: note.priority }),
  };
  const answer = await ask({ method: 'PUT', path: `tickets/${ticket}.json`, json: { ticket: change } }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = audited.safeParse(answer.json);
  const comment = data?.audit.events.find(({ type }) => type === 'Comment');
  if (answer.status !== 200 || comment === undefined) return failureOf(answer);
  return { kind: 'done', value: String(comment.id) };
};

/** What is redacted is gone for good; the comment stays, as a row of blocks. */
const recall = async (ticket: string, note: string, desk: Desk): Promise<Outcome<null>> => {
  const comments = await readComments(ticket, desk);
  if (comments.kind !== 'done') return comments;
  const comment = comments.value.find(({ id }) => String(id) === note);
  if (comment === undefined) return failed('note_not_found');
  const html_body = comment.html_body.replace(/(^|>)([^<>]+)(?=<|$)/g, '$1<redact>$2</redact>');
  const json = { ticket_id: Number(ticket), html_body };
  const answer = await ask({ method: 'PUT', path: `comment_redactions/${note}.json`, json }, desk);
  if (answer.kind !== 'answered') return answer;
  return answer.status === 200 ? { kind: 'done', value: null } : failureOf(answer);
};

/** The requester is our own agent, or a customer whom somebody put there; neither's words are the brand's answer. */
const read = async (ticket: string, desk: Desk): Promise<Outcome<Reading>> => {
  const answer = await ask({ method: 'GET', path: `tickets/${ticket}.json?include=metric_sets` }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = shown.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const comments = await readComments(ticket, desk);
  if (comments.kind !== 'done') return comments;
  const { status, requester_id: requester, submitter_id: submitter } = data.ticket;
  const answers = comments.value
    .filter(
      ({ public: isPublic, author_id: author }) => isPublic && author !== requester && author !== submitter,
    )
    .map(({ id, created_at: at }) => ({ id: String(id), at: new Date(at) }));
  const notes = comments.value
    .filter(({ public: isPublic }) => !isPublic)
    .map(({ id, body }) => ({ id: String(id), text: body }));
  const since = (data.ticket.metric_set ?? data.metric_sets?.[0])?.status_updated_at ?? null;
  const statusAt = since === null ? null : new Date(since);
  return { kind: 'done', value: { status, statusAt, answers, notes } };
};

/** The newest hundred. */
const readComments = async (ticket: string, desk: Desk): Promise<Outcome<readonly Comment[]>> => {
  const path = `tickets/${ticket}/comments.json?sort_order=desc`;
  const answer = await ask({ method: 'GET', path }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = commented.safeParse(answer.json);
  return answer.status === 200 && data !== undefined
    ? { kind: 'done', value: data.comments }
    : failureOf(answer);
};

/** base64(HMAC-SHA256(time + body)); the id of a trigger's own body is that of the invocation. */
const parseWebhook = ({ headers, body }: HookDelivery, secret: string, now: Date): HookOutcome => {
  const told = headers['x-zendesk-webhook-signature'];
  const time = headers['x-zendesk-webhook-signature-timestamp'];
  if (told === undefined || time === undefined) return { kind: 'refused', why: 'unsigned' };
  if (!isSigned(Buffer.from(told, 'base64'), { method: 'sha256', secret, before: time, body }))
    return { kind: 'refused', why: 'forged' };
  if (!isFresh(time, now)) return { kind: 'refused', why: 'stale' };
  const { data } = rung.safeParse(parsedBody(body));
  if (data === undefined) return { kind: 'refused', why: 'unreadable' };
  const ticket = 'detail' in data ? data.detail.id : data.ticket_id;
  const id = headers['x-zendesk-webhook-invocation-id'] ?? ('detail' in data ? data.id : `${ticket} ${time}`);
  return { kind: 'rung', id, ticket: String(ticket) };
};

const mapStatus = (status: string): SinkStatus => statuses[status] ?? 'open';

const statuses: Readonly<Record<string, SinkStatus>> = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  hold: 'on_hold',
  solved: 'resolved',
  closed: 'resolved',
};

interface Ask extends Omit<Call, 'url' | 'headers'> {
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const ask = ({ path, headers = {}, ...rest }: Ask, desk: Desk) =>
  call(
    {
      ...rest,
      url: `${desk.baseUrl}/api/v2/${path}`,
      headers: { ...headers, authorization: basic(`${desk.user}/token`, desk.token) },
    },
    desk,
  );

const id = z.union([z.number(), z.string()]);
const withId = z.object({ ticket: z.object({ id }) });
const listed = z.object({ tickets: z.array(z.object({ id, external_id: z.string().nullish() })) });
const audited = z.object({ audit: z.object({ events: z.array(z.object({ id, type: z.string() })) }) });
const metrics = z.object({ status_updated_at: z.iso.datetime({ offset: true }).nullish() });
const shown = z.object({
  ticket: z.object({
    status: z.string(),
    requester_id: id.nullish(),
    submitter_id: id.nullish(),
    metric_set: metrics.nullish(),
  }),
  /** Sideloaded beside the ticket or in it; without the right to it neither is there. */
  metric_sets: z.array(metrics).nullish(),
});
const comment = z.object({
  id,
  public: z.boolean(),
  author_id: id,
  body: z.string(),
  html_body: z.string(),
  created_at: z.iso.datetime({ offset: true }),
});
type Comment = z.output<typeof comment>;
const commented = z.object({ comments: z.array(comment) });
/** Of an event of Zendesk's own, or as a trigger of yours writes it: `{"ticket_id": "{{ticket.id}}"}`. */
const rung = z.union([z.object({ id: z.string(), detail: z.object({ id }) }), z.object({ ticket_id: id })]);
