import { createHmac } from 'node:crypto';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import type { AlertsContent, FrozenNotification, NotificationContent } from '../content.ts';
import { alertJson, typeOf } from './alert-json.ts';
import type { Channel, Delivery, SendDeps } from './channel.ts';
import { type Answer, judgeStatus, post } from './post.ts';

export interface WebhookOptions {
  readonly name: string;
  readonly url: string;
  /** `whsec_` and base64; several while they are rotated: the receiver accepts whichever it knows. */
  readonly secrets: readonly string[];
  readonly timeoutMs?: number;
}

/** Standard Webhooks (standardwebhooks.com, version 1): signed JSON, thin, without anything about a person. */
export const createWebhookChannel = (options: WebhookOptions): Channel => {
  const keys = options.secrets.map((secret) => parseSecret(secret, options.name));
  if (keys.length === 0)
    throw new UserError(`channel ${options.name}: a webhook needs at least one secret, "whsec_" and base64`);
  return {
    name: options.name,
    kind: 'webhook',
    contentType: 'application/json',
    render,
    send: (frozen, deps) => send(frozen, { ...options, keys }, deps),
  };
};

const render = (content: NotificationContent, language: CatalogueLanguage): Uint8Array => {
  const event = { type: typeOf(content), timestamp: content.writtenAt, data: dataOf(content, language) };
  return new TextEncoder().encode(JSON.stringify(event));
};

const dataOf = (content: NotificationContent, language: CatalogueLanguage) => {
  if (content.kind === 'letter') return { title: content.title, paragraphs: content.paragraphs };
  const { groupKey, turn, later } = content satisfies AlertsContent;
  return {
    groupKey,
    turn,
    ...(later === 0 ? {} : { later }),
    alerts: content.alerts.map((row) => alertJson(row, language)),
  };
};

interface Signed extends WebhookOptions {
  readonly keys: readonly Buffer[];
}

const send = async (
  frozen: FrozenNotification,
  { url, keys, timeoutMs = 20_000 }: Signed,
  deps: SendDeps,
): Promise<Delivery> => {
  const timestamp = Math.floor(deps.now().getTime() / 1_000);
  const headers = {
    'content-type': frozen.contentType,
    'user-agent': 'evenhand',
    'webhook-id': frozen.id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': keys
      .map((key) => sign(key, { id: frozen.id, timestamp, body: frozen.body }))
      .join(' '),
  };
  const answer = await post({ url, body: frozen.body, headers, timeoutMs }, deps);
  return answer.kind === 'answered' ? judge(answer) : answer;
};

/** The specification: whatever is not 2xx has failed and is tried again, 404 and redirects too; 410 alone is the end. */
const judge = (answer: Answer): Delivery => {
  const verdict = judgeStatus(answer);
  return verdict.kind === 'permanent' && !verdict.disables
    ? { kind: 'transient', reason: verdict.reason }
    : verdict;
};

export interface Signable {
  readonly id: string;
  /** Unix seconds. */
  readonly timestamp: number;
  readonly body: Uint8Array;
}

/** `v1,` and the base64 HMAC-SHA256 of `id.timestamp.body`. */
export const sign = (key: Uint8Array, { id, timestamp, body }: Signable): string =>
  `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')}`;

/** The key is what the base64 after `whsec_` says, 24 to 64 bytes of it; the secret itself is never quoted. */
export const parseSecret = (secret: string, channel: string): Buffer => {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(secret.trim()) ?? [];
  const key = Buffer.from(base64, 'base64');
  if (key.length >= 24 && key.length <= 64) return key;
  throw new UserError(
    `channel ${channel}: the webhook secret must be "whsec_" and the base64 of 24 to 64 random bytes; make one with: echo "whsec_$(openssl rand -base64 32)"`,
  );
};
