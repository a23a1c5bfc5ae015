import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { AlertsContent, FollowContent, FrozenNotification, NotificationContent } from '../content.ts';
import type { Channel, Delivery, SendDeps } from './channel.ts';
import { type Answer, judgeStatus, post } from './post.ts';
import { layOutAlerts, layOutFollowUp, layOutLetter } from './slack-layout.ts';

export interface SlackBotOptions {
  readonly name: string;
  /** Of a bot with the scope chat:write that is a member of the channel; a secret. */
  readonly token: string;
  /** Id of the channel; its name would do for posting, but not for changing what was posted. */
  readonly channel: string;
  /** Without a stroke at the end. */
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}

/**
 * Slack's Web API: later messages of a group go into the thread of its first and are shown in the channel too, because
 * a thread alone wakes nobody; a message is changed when its cases are taken or over. No previews, as everywhere.
 */
export const createSlackBotChannel = (options: SlackBotOptions): Channel => ({
  name: options.name,
  kind: 'slack-bot',
  contentType: 'application/json; charset=utf-8',
  pauseMs: slackPauseMs,
  follows: { by: 'message', render: renderFollowUp, rewrite },
  render,
  send: (frozen, deps) => send(frozen, options, deps),
});

/** One message a second and channel (docs.slack.dev, chat.postMessage, rate limits). */
const slackPauseMs = 1_050;

const render = (content: NotificationContent, language: CatalogueLanguage): Uint8Array => {
  const { text, blocks } =
    content.kind === 'letter' ? layOutLetter(content, language) : layOutAlerts(content, language);
  const message = {
    text,
    unfurl_links: false,
    unfurl_media: false,
    client_msg_id: uuidOf(content.id),
    blocks,
  };
  return new TextEncoder().encode(JSON.stringify(message));
};

const renderFollowUp = (content: FollowContent, language: CatalogueLanguage): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(layOutFollowUp(content, language)));

const rewrite = (content: AlertsContent, language: CatalogueLanguage): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(layOutAlerts(content, language)));

/** Slack knows a message that it has taken already by this id; the same notification has the same one for ever. */
const uuidOf = (id: string): string =>
  createHash('sha256')
    .update(id)
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');

const send = async (
  frozen: FrozenNotification,
  options: SlackBotOptions,
  deps: SendDeps,
): Promise<Delivery> => {
  const place = placeOf(frozen.answers ?? '');
  if (frozen.kind === 'follow')
    return place === null
      ? { kind: 'permanent', reason: 'slack_message_not_found', disables: false }
      : call({ method: 'chat.update', to: place, frozen }, options, deps);
  const to = { channel: options.channel };
  const method = 'chat.postMessage';
  // The channel may have been changed in the configuration since the thread was begun.
  if (place?.channel !== options.channel) return call({ method, to, frozen }, options, deps);
  const threaded = { ...to, thread_ts: place.ts, reply_broadcast: true };
  const delivery = await call({ method, to: threaded, frozen }, options, deps);
  const isThreadRefused = delivery.kind === 'permanent' && threadErrors.has(delivery.reason);
  return isThreadRefused ? call({ method, to, frozen }, options, deps) : delivery;
};

/** `C0123456789/1503435956.000247`. */
const placeOf = (receipt: string): { readonly channel: string; readonly ts: string } | null => {
  const [, channel, ts] = /^([A-Z0-9]+)\/([\d.]+)$/.exec(receipt) ?? [];
  return channel === undefined || ts === undefined ? null : { channel, ts };
};

interface Call {
  readonly method: 'chat.postMessage' | 'chat.update';
  /** Where it goes; put before what was frozen, which stays as it is, to the byte. */
  readonly to: Readonly<Record<string, string | boolean>>;
  readonly frozen: FrozenNotification;
}

const call = async (
  { method, to, frozen }: Call,
  { baseUrl, token, timeoutMs = 20_000 }: SlackBotOptions,
  deps: SendDeps,
): Promise<Delivery> => {
  const headers = {
    'content-type': frozen.contentType,
    'user-agent': 'evenhand',
    authorization: `Bearer ${token}`,
  };
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(to).slice(0, -1)},`),
    Buffer.from(frozen.body).subarray(1),
  ]);
  const request = { url: `${baseUrl}/${method}`, body, headers, timeoutMs, answerSigns: 262_144 };
  const answer = await post(request, deps);
  return answer.kind === 'answered' ? judge(answer) : answer;
};

const reply = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
});

const judge = (answer: Answer): Delivery => {
  if (answer.status !== 200) return judgeStatus(answer);
  const { data } = reply.safeParse(jsonOf(answer.text));
  // Nobody knows whether Slack has it: tried again, under the id by which Slack would know it.
  if (data === undefined) return { kind: 'transient', reason: 'not_slack' };
  if (data.ok)
    return data.channel === undefined || data.ts === undefined
      ? { kind: 'delivered' }
      : { kind: 'delivered', receipt: `${data.channel}/${data.ts}` };
  return judgeError(data.error ?? '', answer);
};

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What nobody has listed here may pass: it is tried again and `doctor` names it, so that no alert is lost by a new word. */
const judgeError = (error: string, { retryAfterMs }: Answer): Delivery => {
  const reason = /^[a-z_]{3,60}$/.test(error) ? `slack_${error}` : 'not_slack';
  if (closed.has(error)) return { kind: 'permanent', reason, disables: true };
  if (unfit.has(error) || threadErrors.has(reason)) return { kind: 'permanent', reason, disables: false };
  return retryAfterMs === undefined
    ? { kind: 'transient', reason }
    : { kind: 'transient', reason, retryAfterMs };
};

// All words of the errors: docs.slack.dev, reference of chat.postMessage and chat.update.
/** Only a person can mend it, in Slack or in the configuration; till then every message would fail. */
const closed = new Set(
  'invalid_auth not_authed account_inactive token_revoked token_expired missing_scope not_allowed_token_type no_permission channel_not_found not_in_channel is_archived restricted_action restricted_action_read_only_channel restricted_action_thread_only_channel ekm_access_denied access_denied team_access_not_granted team_not_found enterprise_is_restricted messages_tab_disabled two_factor_setup_required accesslimited'.split(
    ' ',
  ),
);
/** This message alone, which no retry makes another. */
const unfit = new Set(
  'msg_too_long msg_blocks_too_long invalid_blocks invalid_blocks_format no_text invalid_arguments invalid_arg_name invalid_json json_not_object message_not_found cant_update_message edit_window_closed'.split(
    ' ',
  ),
);
/** The thread is gone or closed to answers: the message stands for itself. */
const threadErrors = new Set(
  [
    'thread_not_found',
    'cannot_reply_to_message',
    'restricted_action_thread_locked',
    'restricted_action_non_threadable_channel',
  ].map((error) => `slack_${error}`),
);
