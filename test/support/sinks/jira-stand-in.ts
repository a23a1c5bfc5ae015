import { createHmac } from 'node:crypto';
import { createJiraSink } from '../../../src/notify/sinks/jira.ts';
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

const token = 'jira-token';

/** developer.atlassian.com/cloud/jira/platform/rest/v2: issues, issue comments, issue search; webhooks. */
export const jira: Kind = {
  name: 'jira',
  words: { solved: 'Done', open: 'In Progress', urgent: 'Highest', high: 'High' },
  start: () =>
    startHelpdesk({
      auth: ['authorization', `Basic ${Buffer.from(`kim@acme.example:${token}`).toString('base64')}`],
      respond: (asked, desk) => {
        const { method, url } = asked;
        const path = url.pathname.replace('/rest/api/2/', '');
        if (path === 'issue' && method === 'POST') return create(asked, desk);
        if (path === 'search/jql' && method === 'POST') return search(asked, desk);
        const [, id, rest = ''] = /^issue\/(\d+)(\/.*)?$/.exec(path) ?? [];
        const ticket = desk.tickets.find((one) => one.id === id);
        if (ticket === undefined) return answer(404, { errorMessages: ['Issue does not exist'] });
        return inIssue(ticket, rest, asked, desk);
      },
    }),
  connect: (desk) =>
    createJiraSink({
      baseUrl: desk.baseUrl,
      user: 'kim@acme.example',
      token,
      project: 'SUP',
      issueType: 'Task',
    }),
  ring: (ticket, { secret, delivery }) => {
    const body = JSON.stringify({ webhookEvent: 'jira:issue_updated', issue: { id: ticket, key: 'SUP-1' } });
    const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
    return {
      headers: { 'x-hub-signature': signature, 'x-atlassian-webhook-identifier': delivery },
      body: Buffer.from(body),
    };
  },
  tellsTime: false,
};

const empty = {
  project: { key: '' },
  issuetype: { name: '' },
  summary: '',
  description: '',
  priority: { name: '' },
  labels: [] as readonly string[],
};
type Fields = typeof empty;

const faultsOf = (fields: Fields): readonly string[] => [
  ...unknownKeys(fields, Object.keys(empty).join(' '), 'fields'),
  ...(fields.project.key === 'SUP' && fields.issuetype.name === 'Task' ? [] : ['project or type']),
  ...(fields.labels.some((label) => /\s/.test(label)) ? ['a label with a blank'] : []),
  ...(priorities.includes(fields.priority.name) ? [] : ['priority']),
  ...(fields.summary !== '' && fields.summary.length <= 255 ? [] : ['summary']),
];

const create = ({ json }: Asked, desk: Helpdesk): StandInAnswer => {
  const fields = { ...empty, ...(json.fields as Partial<Fields>) };
  const faults = [...unknownKeys(json, 'fields', 'body'), ...faultsOf(fields)];
  if (faults.length > 0) return refuse(desk, faults);
  const ticket: KeptTicket = {
    id: nextId(),
    subject: fields.summary,
    priority: fields.priority.name,
    tags: fields.labels,
    status: 'To Do',
    entries: [entryOf(fields.description, desk)],
  };
  desk.tickets.push(ticket);
  return answer(201, { id: ticket.id, key: `SUP-${desk.tickets.length}`, self: '' });
};

const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'];

const search = ({ json }: Asked, desk: Helpdesk): StandInAnswer => {
  const [, label] =
    /^project = "SUP" AND labels = "([^"]+)" ORDER BY created ASC$/.exec(String(json.jql)) ?? [];
  const faults = [
    ...unknownKeys(json, 'jql fields maxResults', 'search'),
    ...(label === undefined ? ['jql'] : []),
  ];
  if (faults.length > 0) return refuse(desk, faults);
  const found = desk.tickets.filter(({ tags }) => desk.isIndexed && tags.includes(label ?? ''));
  return answer(200, {
    issues: found.map(({ id, tags }) => ({ id, fields: { labels: tags } })),
    isLast: true,
  });
};

const inIssue = (
  ticket: KeptTicket,
  rest: string,
  { method, json }: Asked,
  desk: Helpdesk,
): StandInAnswer => {
  if (rest === '/comment' && method === 'GET')
    return answer(200, {
      comments: ticket.entries
        .slice(1)
        .filter(({ isGone }) => !isGone)
        .map(commentOf)
        .toReversed(),
    });
  if (rest === '/comment') return addComment(ticket, json, desk);
  const entry = ticket.entries.find(({ id }) => rest === `/comment/${id}`);
  if (entry !== undefined && method === 'DELETE') {
    entry.isGone = true;
    return answer(204, null);
  }
  if (method === 'PUT') {
    Object.assign(ticket, { priority: (json.fields as Fields).priority.name });
    return answer(204, null);
  }
  const key = ticket.status === 'Done' ? 'done' : ticket.status === 'To Do' ? 'new' : 'indeterminate';
  const status = { name: ticket.status, statusCategory: { key } };
  const since = ticket.statusAt?.toISOString().replace('Z', '+0000');
  return answer(200, { id: ticket.id, fields: { status, statuscategorychangedate: since } });
};

const addComment = (ticket: KeptTicket, json: Asked['json'], desk: Helpdesk): StandInAnswer => {
  const faults = unknownKeys(json, 'body properties', 'comment');
  if (faults.length > 0) return refuse(desk, faults);
  const [property] = json.properties as { key: string; value: { internal: boolean } }[];
  const isPublic = property?.key !== 'sd.public.comment' || !property.value.internal;
  const entry = entryOf(String(json.body), desk, { isPublic });
  ticket.entries.push(entry);
  return answer(201, commentOf(entry));
};

const refuse = (desk: Helpdesk, faults: readonly string[]): StandInAnswer => {
  desk.wrong.push(...faults);
  return answer(400, { errorMessages: faults, errors: {} });
};

const commentOf = ({ id, text, isPublic, by, at }: KeptEntry) => ({
  id,
  body: text,
  created: at.toISOString().replace('Z', '+0000'),
  jsdPublic: isPublic,
  author: { accountId: '1', accountType: by === 'customer' ? 'customer' : 'atlassian' },
});
