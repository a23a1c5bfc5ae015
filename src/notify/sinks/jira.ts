import { z } from 'zod';
import type { SinkStatus } from '../../domain/sink.ts';
import { basic, type Call, call, failureOf } from './call.ts';
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

export interface JiraOptions {
  /** `https://SITE.atlassian.net`, without a stroke at the end. */
  readonly baseUrl: string;
  readonly user: string;
  /** API token of that account. */
  readonly token: string;
  readonly project: string;
  readonly issueType: string;
}

/** Jira Cloud's REST API, version 2, whose texts are plain. Its search may lag "from a few seconds to minutes". */
export const createJiraSink = (options: JiraOptions): Sink => ({
  kind: 'jira',
  settleMs: 300_000,
  find: (key, deps) => find(key, { ...options, ...deps }),
  create: (order, deps) => create(order, { ...options, ...deps }),
  update: (ticket, note, deps) => update(ticket, note, { ...options, ...deps }),
  recall: (ticket, note, deps) => recall(ticket, note, { ...options, ...deps }),
  read: (ticket, deps) => read(ticket, { ...options, ...deps }),
  parseWebhook,
  mapStatus,
});

type Desk = JiraOptions & CallDeps;

const create = async (order: TicketOrder, desk: Desk): Promise<Outcome<string>> => {
  const fields = {
    ...order.fields,
    project: { key: desk.project },
    issuetype: { name: desk.issueType },
    summary: order.subject,
    description: order.body,
    priority: { name: order.priority },
    labels: [...order.tags, order.key],
  };
  const answer = await ask({ method: 'POST', path: 'issue', json: { fields } }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = withId.safeParse(answer.json);
  if (answer.status !== 201 || data === undefined) return failureOf(answer);
  return { kind: 'done', value: data.id };
};

const find = async (key: string, desk: Desk): Promise<Outcome<string | null>> => {
  const jql = `project = "${desk.project}" AND labels = "${key}" ORDER BY created ASC`;
  const json = { jql, fields: ['labels'], maxResults: 2 };
  const answer = await ask({ method: 'POST', path: 'search/jql', json }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = listed.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const [first] = data.issues.filter(({ fields }) => fields.labels.includes(key));
  return { kind: 'done', value: first?.id ?? null };
};

/** In a service project the note is for agents alone; elsewhere the property says nothing. */
const update = async (ticket: string, note: NoteOrder, desk: Desk): Promise<Outcome<string>> => {
  if (note.priority !== null) {
    const json = { fields: { priority: { name: note.priority } } };
    const lifted = await ask({ method: 'PUT', path: `issue/${ticket}`, json }, desk);
    if (lifted.kind !== 'answered') return lifted;
    if (lifted.status !== 204) return failureOf(lifted);
  }
  const properties = [{ key: 'sd.public.comment', value: { internal: true } }];
  const json = { body: note.text, properties };
  const answer = await ask({ method: 'POST', path: `issue/${ticket}/comment`, json }, desk);
  if (answer.kind !== 'answered') return answer;
  const { data } = withId.safeParse(answer.json);
  if (answer.status !== 201 || data === undefined) return failureOf(answer);
  return { kind: 'done', value: data.id };
};

const recall = async (ticket: string, note: string, desk: Desk): Promise<Outcome<null>> => {
  const answer = await ask({ method: 'DELETE', path: `issue/${ticket}/comment/${note}` }, desk);
  if (answer.kind !== 'answered') return answer;
  return answer.status === 204 ? { kind: 'done', value: null } : failureOf(answer);
};

/** Only a service project answers in public; there customers are accounts of their own kind. */
const read = async (ticket: string, desk: Desk): Promise<Outcome<Reading>> => {
  const answer = await ask(
    { method: 'GET', path: `issue/${ticket}?fields=status,statuscategorychangedate` },
    desk,
  );
  if (answer.kind !== 'answered') return answer;
  const { data } = shown.safeParse(answer.json);
  if (answer.status !== 200 || data === undefined) return failureOf(answer);
  const path = `issue/${ticket}/comment?orderBy=-created&maxResults=100`;
  const told = await ask({ method: 'GET', path }, desk);
  if (told.kind !== 'answered') return told;
  const commented = comments.safeParse(told.json).data;
  if (told.status !== 200 || commented === undefined) return failureOf(told);
  const answers = commented.comments
    .filter(({ jsdPublic, author }) => jsdPublic === true && author.accountType === 'atlassian')
    .map(({ id, created }) => ({ id, at: new Date(created) }));
  const notes = commented.comments
    .filter(({ jsdPublic }) => jsdPublic !== true)
    .map(({ id, body }) => ({ id, text: body }));
  const { name, statusCategory } = data.fields.status;
  const since = data.fields.statuscategorychangedate ?? null;
  const statusAt = since === null ? null : new Date(since);
  return { kind: 'done', value: { status: `${statusCategory.key}/${name}`, statusAt, answers, notes } };
};

/** `X-Hub-Signature: sha256=…` of the body; Jira tells no time, and the same identifier at every retry. */
const parseWebhook = ({ headers, body }: HookDelivery, secret: string): HookOutcome => {
  const told = headers['x-hub-signature'];
  if (told === undefined) return { kind: 'refused', why: 'unsigned' };
  if (!isSigned(hexOf(told, 'sha256'), { method: 'sha256', secret, body }))
    return { kind: 'refused', why: 'forged' };
  const { data } = rung.safeParse(parsedBody(body));
  if (data === undefined) return { kind: 'refused', why: 'unreadable' };
  const id = headers['x-atlassian-webhook-identifier'] ?? idOfBody(body);
  return { kind: 'rung', id, ticket: data.issue?.id ?? null };
};

/** Projects name their statuses as they like; the category is Jira's: `new`, `indeterminate` or `done`. */
const mapStatus = (status: string): SinkStatus => (status.startsWith('done/') ? 'resolved' : 'open');

interface Ask extends Omit<Call, 'url' | 'headers'> {
  readonly path: string;
}

const ask = ({ path, ...rest }: Ask, desk: Desk) =>
  call(
    {
      ...rest,
      url: `${desk.baseUrl}/rest/api/2/${path}`,
      headers: { authorization: basic(desk.user, desk.token) },
    },
    desk,
  );

const withId = z.object({ id: z.string() });
const listed = z.object({
  issues: z.array(z.object({ id: z.string(), fields: z.object({ labels: z.array(z.string()) }) })),
});
/** `2026-11-20T09:00:00.000+0100`. */
const time = z.string().refine((written) => !Number.isNaN(Date.parse(written)));
const shown = z.object({
  fields: z.object({
    statuscategorychangedate: time.nullish(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
  }),
});
const comments = z.object({
  comments: z.array(
    z.object({
      id: z.string(),
      body: z.string(),
      created: time,
      jsdPublic: z.boolean().optional(),
      author: z.object({ accountType: z.string().optional() }),
    }),
  ),
});
const rung = z.object({ webhookEvent: z.string(), issue: z.object({ id: z.string() }).optional() });
