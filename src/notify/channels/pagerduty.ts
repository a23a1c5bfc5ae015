import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { AlertsContent, FollowContent, FrozenNotification, NotificationContent } from '../content.ts';
import { say, sayDatedMoment } from '../speak.ts';
import { wordAlerts } from '../wording/word-alerts.ts';
import type { Card, Urgency, Voice } from '../wording/wording.ts';
import type { Channel, Delivery, SendDeps } from './channel.ts';
import { type Answer, judgeStatus, post } from './post.ts';

export interface PagerDutyOptions {
  readonly name: string;
  /** Integration key of a service; a secret, put in when it is sent and never stored with the event. */
  readonly routingKey: string;
  /** Without a stroke at the end. */
  readonly baseUrl: string;
  readonly timeoutMs?: number;
}

/**
 * Events API v2 (PagerDuty's OpenAPI): the group is the incident, so that a repetition wakes nobody twice. Acknowledged
 * when somebody works on each of its cases, resolved when all are answered or over.
 */
export const createPagerDutyChannel = (options: PagerDutyOptions): Channel => ({
  name: options.name,
  kind: 'pagerduty',
  contentType: 'application/json',
  follows: { by: 'thread', render: renderFollowUp },
  passesOver: wakesNobody,
  render,
  send: (frozen, deps) => send(frozen, options, deps),
});

/** Nobody is woken for a digest, or to hear that all is well. */
const wakesNobody = (content: NotificationContent): boolean =>
  content.kind === 'letter' || content.alerts.every(({ alert }) => goodNews.has(alert.kind));
const goodNews = new Set<string>(['all_well', 'caught_up', 'source_heard']);

const render = (content: NotificationContent, language: CatalogueLanguage): Uint8Array =>
  content.kind === 'letter' ? new Uint8Array() : bytesOf(triggerOf(content, language));

const renderFollowUp = ({ stage, thread }: FollowContent): Uint8Array =>
  bytesOf({ event_action: stage === 'settled' ? 'resolve' : 'acknowledge', dedup_key: thread });

const bytesOf = (event: object): Uint8Array => new TextEncoder().encode(JSON.stringify(event));

const triggerOf = (content: AlertsContent, language: CatalogueLanguage) => {
  const { head, urgency, cards, lines, command } = wordAlerts(content, voiceOf(content, language));
  const [first] = cards;
  const named = cards.length === 1 && first !== undefined ? ` (${first.caseId}, ${first.due})` : '';
  const [brand] = content.alerts.flatMap(({ alert }) => alert.brand ?? []);
  const left = cards.length - detailedAtMost;
  return {
    event_action: 'trigger',
    dedup_key: content.thread,
    client: 'Evenhand',
    payload: {
      summary: clip(`${head}${named}`, summarySigns),
      source: 'evenhand',
      severity: severities[urgency],
      timestamp: content.writtenAt,
      ...(brand === undefined ? {} : { group: clip(brand, 200) }),
      custom_details: {
        cases: cards.slice(0, detailedAtMost).map(detailsOf),
        ...(left > 0 ? { more: say(language, 'more', { count: left }) } : {}),
        ...(lines.length === 0
          ? {}
          : { lines: lines.slice(0, detailedAtMost).map((line) => clip(line, 1_000)) }),
        ...(command === null ? {} : { command }),
      },
    },
  };
};

/** facts/sources.md 10: a summary has at most 1,024 signs. An event has at most 512 KB, which this stays far below. */
const summarySigns = 1_024;
const detailedAtMost = 20;

/** PagerDuty's four words; what is at stake for people is critical, what is only late or broken here a warning. */
const severities: Readonly<Record<Urgency, 'critical' | 'error' | 'warning' | 'info'>> = {
  danger: 'critical',
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'info',
  notice: 'warning',
  well: 'info',
};

const detailsOf = ({ caseId, severity, due, why, source, excerpt, note, command }: Card) => ({
  case: caseId,
  severity,
  due,
  ...(why === '' ? {} : { why: clip(why, 1_000) }),
  ...(source === '' ? {} : { source: clip(source, 200) }),
  ...(excerpt === null ? {} : { said: excerpt }),
  ...(note === null ? {} : { note }),
  command,
});

const voiceOf = ({ timezone }: AlertsContent, language: CatalogueLanguage): Voice => ({
  language,
  isLive: false,
  plain: (text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' '),
  moment: (time) => sayDatedMoment(time, { language, timezone }),
});

const clip = (text: string, signs: number): string =>
  text.length <= signs ? text : `${text.slice(0, signs - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;

const send = async (
  frozen: FrozenNotification,
  { routingKey, baseUrl, timeoutMs = 20_000 }: PagerDutyOptions,
  deps: SendDeps,
): Promise<Delivery> => {
  // Before what was frozen, which stays as it is, to the byte.
  const key = Buffer.from(`{"routing_key":${JSON.stringify(routingKey)},`);
  const body = Buffer.concat([key, Buffer.from(frozen.body).subarray(1)]);
  const headers = { 'content-type': frozen.contentType, 'user-agent': 'evenhand' };
  const answer = await post({ url: `${baseUrl}/enqueue`, body, headers, timeoutMs }, deps);
  return answer.kind === 'answered' ? judge(answer) : answer;
};

/** 202 is accepted, 400 is not to be tried again, 429 and 5xx are. */
const judge = (answer: Answer): Delivery => {
  const { status, text } = answer;
  if (status < 300 && text.trimStart().startsWith('<')) return { kind: 'transient', reason: 'not_pagerduty' };
  const verdict = judgeStatus(answer);
  if (verdict.kind !== 'permanent') return verdict;
  if (/routing.?key/i.test(text))
    return { kind: 'permanent', reason: 'pagerduty_invalid_key', disables: true };
  if (status === 400) return { kind: 'permanent', reason: 'pagerduty_invalid_event', disables: false };
  return { ...verdict, disables: verdict.disables || status === 401 || status === 403 };
};
