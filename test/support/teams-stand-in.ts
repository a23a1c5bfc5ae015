import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface TeamsStandIn extends StandIn {
  readonly url: string;
  /** Bodies of messages that were accepted, as they came. */
  readonly bodies: string[];
  /** What is wrong with what was posted, in the words of whoever reads the test. */
  readonly wrong: string[];
}

/**
 * A workflow "When a Teams webhook request is received": takes a message with one adaptive card, at most 28 KB, and
 * answers 202 (learn.microsoft.com, "Create Incoming Webhooks"; facts/sources.md 10). The card is held against what the
 * schema of Adaptive Cards 1.4.0 says of the elements below; it refuses unknown keys.
 */
export const startTeamsStandIn = async (): Promise<TeamsStandIn> => {
  const bodies: string[] = [];
  const wrong: string[] = [];
  const standIn = await startStandIn((url, headers, { method, body }) => {
    if (url.searchParams.get('sig') !== 'secret')
      return refusal(401, 'DirectApiAuthorizationRequired', 'The request must be authenticated only by ...');
    const found = [...requestFaults(method, headers['content-type'], body), ...messageFaults(body)];
    wrong.push(...found);
    if (found.length > 0) return refusal(400, 'TriggerInputSchemaMismatch', found.join('; '));
    bodies.push(body);
    return { status: 202, body: '' };
  });
  return Object.assign(standIn, { url: `${standIn.baseUrl}/workflows/1/invoke?sig=secret`, bodies, wrong });
};

export const refusal = (status: number, code: string, message: string): StandInAnswer => ({
  status,
  body: JSON.stringify({ error: { code, message } }),
});

const requestFaults = (method: string, contentType: string | undefined, body: string): string[] => [
  ...(method === 'POST' ? [] : [`${method} instead of POST`]),
  ...(contentType?.startsWith('application/json') === true ? [] : [`content type ${contentType}`]),
  ...(Buffer.byteLength(body) > 28 * 1_024 ? ['more than 28 KB'] : []),
];

const messageFaults = (body: string): string[] => {
  const message = JSON.parse(body) as {
    type?: unknown;
    attachments?: { contentType?: unknown; content?: unknown }[];
  };
  const [attachment, ...more] = message.attachments ?? [];
  if (message.type !== 'message' || attachment === undefined || more.length > 0)
    return ['not a message with one attachment'];
  if (attachment.contentType !== 'application/vnd.microsoft.card.adaptive') return ['not an adaptive card'];
  return elementFaults(attachment.content);
};

/** Keys that the schema knows, with the values that it allows where it names them; `*` is required. */
const schema: Readonly<
  Record<string, Readonly<Record<string, readonly unknown[] | 'text' | 'elements' | 'text*'>>>
> = {
  AdaptiveCard: {
    type: 'text*',
    $schema: ['http://adaptivecards.io/schemas/adaptive-card.json'],
    version: ['1.4'],
    lang: ['en', 'de'],
    fallbackText: 'text',
    body: 'elements',
  },
  Container: {
    type: 'text*',
    items: 'elements',
    separator: [true, false],
    style: ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'],
  },
  RichTextBlock: { type: 'text*', inlines: 'elements' },
  TextRun: {
    type: 'text*',
    text: 'text*',
    size: ['default', 'small', 'medium', 'large', 'extraLarge'],
    weight: ['default', 'lighter', 'bolder'],
    color: ['default', 'dark', 'light', 'accent', 'good', 'warning', 'attention'],
    isSubtle: [true, false],
    fontType: ['default', 'monospace'],
  },
};

const elementFaults = (element: unknown): string[] => {
  if (typeof element !== 'object' || element === null) return ['an element that is no object'];
  const { type } = element as { type?: unknown };
  const known = schema[String(type)];
  if (known === undefined) return [`an element of the type ${String(type)}`];
  const missing = Object.entries(known).flatMap(([key, rule]) =>
    rule === 'text*' && !(key in element) ? [`${String(type)} without ${key}`] : [],
  );
  return [
    ...missing,
    ...Object.entries(element).flatMap(([key, value]) =>
      valueFaults(`${String(type)}.${key}`, known[key], value),
    ),
  ];
};

const valueFaults = (
  where: string,
  rule: readonly unknown[] | 'text' | 'elements' | 'text*' | undefined,
  value: unknown,
): string[] => {
  if (rule === undefined) return [`${where} is unknown`];
  if (rule === 'elements')
    return Array.isArray(value) && value.length > 0 ? value.flatMap(elementFaults) : [`${where} is empty`];
  if (rule === 'text' || rule === 'text*')
    return typeof value === 'string' && value !== '' ? [] : [`${where} is empty`];
  // Enumerations are read in any case of letters; the schema says so by a pattern.
  const plain = typeof value === 'string' && !where.includes('$schema') ? lowerFirst(value) : value;
  return rule.includes(plain) ? [] : [`${where} is ${String(value)}`];
};
const lowerFirst = (value: string): string => value.charAt(0).toLowerCase() + value.slice(1);
