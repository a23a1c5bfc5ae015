import { z } from 'zod';
import type { SinkStatus } from '../../domain/sink.ts';
import { type Call, call, failed, failureOf } from './call.ts';
import { isAnswer, type Message, messaged, statusTime } from './chatwoot-messages.ts';
import { hexOf, idOfBody, isFresh, isSigned, parsedBody } from './signature.ts';
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

export interface ChatwootOptions {
  /** Without a stroke at the end. */
  readonly baseUrl: string;
  /** `api_access_token` of an agent. */
  readonly token: string;
  readonly accountId: number;
  /** Of the channel API: what agents answer there goes nowhere by itself. */
  readonly inboxId: number;
}

/**
 * Chatwoot's application API. A conversation needs a contact: each case is one of its own, under our key, which no two
 * contacts share. So every step of `create` is looked up before it is done, at the first attempt too.
 */
export const createChatwootSink = (options: ChatwootOptions): Sink => ({
  kind: 'chatwoot',
  settleMs: 0,
  find: () => Promise.resolve({ kind: 'done', value: null }),
  create: (order, deps) => create(order, { ...options, ...deps }),
  update: (ticket, note, deps) => update(ticket, note, { ...options, ...deps }),
  recall: (ticket, note, deps) => recall(ticket, note, { ...options, ...deps }),
  read: (ticket, deps) => read(ticket, { ...options, ...deps }),
  parseWebhook,
  mapStatus,
});

type Desk = ChatwootOptions & CallDeps;

const create = async (order: TicketOrder, desk: Desk): Promise<Outcome<string>> => {
  const contact = await contactOf(order, desk);
  if (contact.kind !== 'done') return contact;
  const conversation = await conversationOf(contact.value, order, desk);
  if (conversation.kind !== 'done') return conversation;
  const described = await describe(conversation.value, order, desk);
  return described.kind === 'done' ? conversation : described;
};

const contactOf = async (order: TicketOrder, desk: Desk): Promise<Outcome<number>> => {
  const json = { inbox_id: desk.inboxId, name: order.caseName, identifier: order.key };
  const answer = await ask({ method: 'POST', path: 'contacts', json }, desk);
  if (answer.kind !== 'answered') return answer;
  // The identifier is taken: an earlier attempt made it.
  if (answer.status === 422) return findContact(order.key, desk);
  const { data } = madeContact.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  return { kind: 'done', value: data.payload.contact.id };
};

const findContact = async (key: string, desk: Desk): Promise<Outcome<number>> => {
  const answer = await ask({ method: 'GET', path: `contacts/search?q=${encodeURIComponent(key)}` }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = contacts.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const [found] = data.payload.filter(({ identifier }) => identifier === key);
  return found === undefined ? failed('contact_refused') : { kind: 'done', value: found.id };
};

const conversationOf = async (contact: number, order: TicketOrder, desk: Desk): Promise<Outcome<string>> => {
  const known = await ask({ method: 'GET', path: `contacts/${contact}/conversations` }, desk);
  if (known.kind !== 'answered') return known;
  const { data } = conversations.safeParse(known.json);
  if (known.status !== 200 || data === undefined) return failureOf(known);
  const [first] = data.payload.filter(({ inbox_id: inbox }) => inbox === desk.inboxId);
  if (first !== undefined) return { kind: 'done', value: String(first.id) };
  const json = {
    inbox_id: desk.inboxId,
    contact_id: contact,
    status: 'open',
    custom_attributes: { ...order.fields, evenhand_case: order.caseName },
  };
  const answer = await ask({ method: 'POST', path: 'conversations', json }, desk);
  if (answer.kind !== 'answered') return answer;
  const made = withId.safeParse(answer.json).data;
  if (answer.status !== 200 || made === undefined) return failureOf(answer);
  return { kind: 'done', value: String(made.id) };
};

/** Priority and labels replace what was there; the first note is there once, found by its mark. */
const describe = async (ticket: string, order: TicketOrder, desk: Desk): Promise<Outcome<null>> => {
  const place = `conversations/${ticket}`;
  const steps: Ask[] = [
    { method: 'POST', path: `${place}/toggle_priority`, json: { priority: order.priority } },
    ...(order.tags.length === 0
      ? []
      : [{ method: 'POST' as const, path: `${place}/labels`, json: { labels: order.tags } }]),
  ];
  for (const step of steps) {
    const answer = await ask(step, desk);
    if (answer.kind !== 'answered') return answer;
    if (answer.status !== 200) return failureOf(answer);
  }
  const messages = await readMessages(ticket, desk);
  if (messages.kind !== 'done') return messages;
  if (messages.value.some(({ content, private: isPrivate }) => isPrivate && content === order.body))
    return { kind: 'done', value: null };
  const noted = await addNote(ticket, order.body, desk);
  return noted.kind === 'done' ? { kind: 'done', value: null } : noted;
};

const update = async (ticket: string, note: NoteOrder, desk: Desk): Promise<Outcome<string>> => {
  if (note.priority !== null) {
    const path = `conversations/${ticket}/toggle_priority`;
    const lifted = await ask({ method: 'POST', path, json: { priority: note.priority } }, desk);
    if (lifted.kind !== 'answered') return lifted;
    if (lifted.status !== 200) return failureOf(lifted);
  }
  return addNote(ticket, note.text, desk);
};

const addNote = async (ticket: string, content: string, desk: Desk): Promise<Outcome<string>> => {
  const json = { content, message_type: 'outgoing', private: true };
  const answer = await ask({ method: 'POST', path: `conversations/${ticket}/messages`, json }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = withId.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  return { kind: 'done', value: String(data.id) };
};

const recall = async (ticket: string, note: string, desk: Desk): Promise<Outcome<null>> => {
  const path = `conversations/${ticket}/messages/${note}`;
  const answer = await ask({ method: 'DELETE', path }, desk);
  if (answer.kind !== 'answered') return answer;
  return answer.status === 200 ? { kind: 'done', value: null } : failureOf(answer);
};

const read = async (ticket: string, desk: Desk): Promise<Outcome<Reading>> => {
  const answer = await ask({ method: 'GET', path: `conversations/${ticket}` }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = shown.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const messages = await readMessages(ticket, desk);
  if (messages.kind !== 'done') return messages;
  const answers = messages.value
    .filter(isAnswer)
    .map(({ id, created_at: at }) => ({ id: String(id), at: new Date(at * 1_000) }));
  const notes = messages.value
    .filter((message) => message.private)
    .map(({ id, content }) => ({ id: String(id), text: content ?? '' }));
  return {
    kind: 'done',
    value: { status: data.status, statusAt: statusTime(data.status, messages.value), answers, notes },
  };
};

/** The newest twenty. */
const readMessages = async (ticket: string, desk: Desk): Promise<Outcome<readonly Message[]>> => {
  const answer = await ask({ method: 'GET', path: `conversations/${ticket}/messages` }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = messaged.safeParse(answer.json);
  return answer.status === 200 && data !== undefined
    ? { kind: 'done', value: data.payload }
    : failureOf(answer);
};

/** `sha256=` and the HMAC-SHA256 of `time.body`. */
const parseWebhook = ({ headers, body }: HookDelivery, secret: string, now: Date): HookOutcome => {
  const [told, time] = [headers['x-chatwoot-signature'], headers['x-chatwoot-timestamp']];
  if (told === undefined || time === undefined) return { kind: 'refused', why: 'unsigned' };
  if (!isSigned(hexOf(told, 'sha256'), { method: 'sha256', secret, before: `${time}.`, body }))
    return { kind: 'refused', why: 'forged' };
  if (!isFresh(time, now)) return { kind: 'refused', why: 'stale' };
  const { data } = rung.safeParse(parsedBody(body));
  if (data === undefined) return { kind: 'refused', why: 'unreadable' };
  const ticket = data.event.startsWith('conversation_') ? data.id : data.conversation?.id;
  const id = headers['x-chatwoot-delivery'] ?? idOfBody(body);
  return { kind: 'rung', id, ticket: ticket === undefined ? null : String(ticket) };
};

const mapStatus = (status: string): SinkStatus => statuses[status] ?? 'open';

const statuses: Readonly<Record<string, SinkStatus>> = {
  open: 'open',
  pending: 'open',
  snoozed: 'pending',
  resolved: 'resolved',
};

interface Ask extends Omit<Call, 'url' | 'headers'> {
  readonly path: string;
}

const ask = ({ path, ...rest }: Ask, desk: Desk) =>
  call(
    {
      ...rest,
      url: `${desk.baseUrl}/api/v1/accounts/${desk.accountId}/${path}`,
      headers: { api_access_token: desk.token },
    },
    desk,
  );

const withId = z.object({ id: z.number() });
const madeContact = z.object({ payload: z.object({ contact: withId }) });
const contacts = z.object({
  payload: z.array(z.object({ id: z.number(), identifier: z.string().nullish() })),
});
const conversations = z.object({ payload: z.array(z.object({ id: z.number(), inbox_id: z.number() })) });
const shown = z.object({ status: z.string() });
const rung = z.object({
  event: z.string(),
  id: z.number().optional(),
  conversation: withId.optional(),
});
