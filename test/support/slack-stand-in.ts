import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface SlackMessageKept {
  readonly ts: string;
  readonly thread: string | null;
  readonly isBroadcast: boolean;
  /** As it stands in Slack now, after the last change. */
  text: string;
  body: string;
}
export interface SlackStandIn extends StandIn {
  readonly token: string;
  readonly channel: string;
  readonly messages: SlackMessageKept[];
  /** Bodies as they came, whatever was answered. */
  readonly bodies: string[];
  /** What is wrong with what was sent, beyond what Slack itself would refuse. */
  readonly wrong: string[];
  /** The errors of the next calls, in turn; `lost`: it is done and the answer never comes. */
  readonly errors: (string | null)[];
}

/**
 * `chat.postMessage` and `chat.update` of one workspace with one channel (docs.slack.dev; the names of the errors are
 * Slack's). A message whose `client_msg_id` is known is the one that was posted before: the reference tells of errors
 * about such duplicates, not of the lookup itself.
 */
export const startSlackStandIn = async (): Promise<SlackStandIn> => {
  const messages: SlackMessageKept[] = [];
  const known = new Map<string, SlackMessageKept>();
  const bodies: string[] = [];
  const wrong: string[] = [];
  const errors: (string | null)[] = [];
  const [token, channel] = ['xoxb-1-2-stand-in', 'C0123456789'];
  const post = (call: Arguments, body: string): StandInAnswer => {
    const thread = messages.find(({ ts }) => ts === call.thread_ts);
    if (call.thread_ts !== undefined && thread === undefined) return failed('thread_not_found');
    const before = known.get(String(call.client_msg_id));
    const ts = `17954208${String(messages.length).padStart(2, '0')}.000100`;
    const message = before ?? {
      ts,
      thread: call.thread_ts ?? null,
      isBroadcast: call.reply_broadcast === true,
      text: String(call.text),
      body,
    };
    if (before === undefined) messages.push(message);
    known.set(String(call.client_msg_id), message);
    return done({ ok: true, channel, ts: message.ts, message: { text: message.text, blocks: call.blocks } });
  };
  const update = (call: Arguments, body: string): StandInAnswer => {
    const message = messages.find(({ ts }) => ts === call.ts);
    if (message === undefined) return failed('message_not_found');
    message.text = String(call.text);
    message.body = body;
    return done({ ok: true, channel, ts: message.ts, text: message.text });
  };
  const standIn = await startStandIn((url, headers, { method, body }) => {
    bodies.push(body);
    const error = errors.shift();
    if (error !== undefined && error !== null) return failed(error);
    if (headers.authorization !== `Bearer ${token}`) return failed('invalid_auth');
    const call = JSON.parse(body) as Arguments;
    wrong.push(...faultsOf(call, { method, path: url.pathname, contentType: headers['content-type'] }));
    if (call.channel !== channel) return failed('channel_not_found');
    if (call.text === undefined && call.blocks === undefined) return failed('no_text');
    if ((call.blocks ?? []).length > 50) return failed('invalid_blocks');
    return url.pathname === '/api/chat.update' ? update(call, body) : post(call, body);
  });
  return Object.assign(standIn, {
    baseUrl: `${standIn.baseUrl}/api`,
    token,
    channel,
    messages,
    bodies,
    wrong,
    errors,
  });
};

interface Arguments {
  readonly channel?: string;
  readonly text?: string;
  readonly blocks?: readonly unknown[];
  readonly thread_ts?: string;
  readonly reply_broadcast?: boolean;
  readonly unfurl_links?: boolean;
  readonly unfurl_media?: boolean;
  readonly client_msg_id?: string;
  readonly ts?: string;
}

/** Arguments of the reference; `chat.update` has neither thread nor preview. */
const known = {
  '/api/chat.postMessage': new Set(
    'channel text blocks thread_ts reply_broadcast unfurl_links unfurl_media client_msg_id'.split(' '),
  ),
  '/api/chat.update': new Set('channel ts text blocks'.split(' ')),
} as const;

const faultsOf = (
  call: Arguments,
  { method, path, contentType }: { method: string; path: string; contentType: string | undefined },
): string[] => {
  const keys = known[path as keyof typeof known] as ReadonlySet<string> | undefined;
  if (keys === undefined) return [`a call of ${path}`];
  const isPost = path === '/api/chat.postMessage';
  return [
    ...Object.keys(call).flatMap((key) => (keys.has(key) ? [] : [`${path} with ${key}`])),
    ...(method === 'POST' ? [] : [`${method} instead of POST`]),
    ...(contentType === 'application/json; charset=utf-8' ? [] : [`content type ${contentType}`]),
    ...(isPost && (call.unfurl_links !== false || call.unfurl_media !== false) ? ['a preview'] : []),
    ...(isPost &&
    !/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/.test(call.client_msg_id ?? '')
      ? ['no client_msg_id']
      : []),
    ...(call.reply_broadcast === true && call.thread_ts === undefined ? ['a broadcast of no reply'] : []),
  ];
};

const done = (answer: object): StandInAnswer => ({ status: 200, body: JSON.stringify(answer) });
const failed = (error: string): StandInAnswer => done({ ok: false, error });
