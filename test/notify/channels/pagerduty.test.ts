import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { catalogueLanguages } from '../../../src/lib/catalogue.ts';
import { packageRoot } from '../../../src/lib/package-root.ts';
import type { SendDeps } from '../../../src/notify/channels/channel.ts';
import { createPagerDutyChannel } from '../../../src/notify/channels/pagerduty.ts';
import type { FollowContent, NotificationContent } from '../../../src/notify/content.ts';
import { freeze } from '../../../src/notify/freeze.ts';
import { type PagerDutyStandIn, startPagerDutyStandIn } from '../../support/pagerduty-stand-in.ts';
import { at, caseAlert, contentOf, deadlineAlert, everyContent, hours, letter } from '../support/alerts.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';

let pager: PagerDutyStandIn;
beforeEach(async () => {
  pager = await startPagerDutyStandIn();
});
afterEach(() => pager.close());

const channelTo = (changes: { routingKey?: string; baseUrl?: string; timeoutMs?: number } = {}) => {
  const { baseUrl, routingKey } = pager;
  return createPagerDutyChannel({ name: 'pager', baseUrl, routingKey, ...changes });
};
const deps: SendDeps = { fetch, now: () => new Date(), signal: new AbortController().signal };
const send = (content: NotificationContent, to = channelTo(), language: 'en' | 'de' = 'en') =>
  to.send(freeze(to, content, language), deps);
const eventOf = (content: NotificationContent, language: 'en' | 'de' = 'en') =>
  JSON.parse(new TextDecoder().decode(channelTo().render(content, language))) as {
    dedup_key: string;
    payload: { summary: string; severity: string; custom_details: { cases: object[]; more?: string } };
  };
const follow = (stage: FollowContent['stage'], thread = contentOf([]).thread) => {
  const { follows, contentType } = channelTo();
  const content: FollowContent = {
    kind: 'follow',
    id: 'flw_1',
    thread,
    stage,
    until: null,
    cases: ['EH-12'],
    writtenAt: at(0),
    timezone: 'UTC',
  };
  const body = follows?.render(content, 'en') ?? new Uint8Array();
  return { id: 'flw_1', channel: 'pager', kind: 'follow', memberIds: [], body, contentType, thread } as const;
};

describe('an incident of PagerDuty', () => {
  const alert = caseAlert('EH-12', {
    severity: 'critical',
    dueAt: at(hours(1)),
    excerpt: 'ask @famous_author',
  });

  it('says what is at stake in one line, and why, until when, and the command in its details', () => {
    const { payload } = eventOf(contentOf([alert]));
    expect(payload).toMatchObject({
      summary: 'Critical: billing at nordbahn (EH-12, due Mon 23 Nov 09:00)',
      severity: 'critical',
      source: 'evenhand',
      group: 'nordbahn',
      timestamp: contentOf([]).writtenAt,
    });
    expect(payload.custom_details.cases).toEqual([
      {
        case: 'EH-12',
        severity: 'Critical',
        due: 'due Mon 23 Nov 09:00',
        why: 'much money or a fixed date is at stake; has been in touch 7 times, waiting for 21 days',
        source: 'owners-forum',
        said: 'ask [account]',
        command: 'evenhand cases take EH-12',
      },
    ]);
    expect(eventOf(contentOf([alert]), 'de').payload.summary).toMatch(/^Kritisch: Abrechnung bei nordbahn/);
  });

  it.each([
    [caseAlert('EH-1', { danger: 'product', severity: 'critical' }), 'critical'],
    [caseAlert('EH-1', { severity: 'high' }), 'error'],
    [deadlineAlert('EH-1', { severity: 'medium' }), 'warning'],
    [deadlineAlert('EH-1', { severity: 'low' }), 'info'],
    [{ kind: 'source_stale', brand: null, values: { source: 'x', since: at(0) } } as const, 'warning'],
  ])('of %j has the severity %s', (told, severity) => {
    expect(eventOf(contentOf([told])).payload.severity).toBe(severity);
  });

  it('wakes once for a group, is acknowledged when its cases are taken and resolved when they are over', async () => {
    const key = contentOf([]).thread;
    for (const id of ['ntf_1', 'ntf_2'])
      expect(await send(contentOf([alert], { id }))).toEqual({ kind: 'delivered' });
    expect(pager.incidents.get(key)).toEqual({ state: 'triggered', woken: 1 });
    await channelTo().send(follow('taken'), deps);
    expect(pager.incidents.get(key)).toEqual({ state: 'acknowledged', woken: 1 });
    await channelTo().send(follow('settled'), deps);
    expect(pager.incidents.get(key)).toEqual({ state: 'resolved', woken: 1 });
    expect(pager.wrong).toEqual([]);
  });

  it.each(catalogueLanguages)(
    'is what PagerDuty takes, for every message that wakes somebody in %s',
    async (language) => {
      const channel = channelTo();
      const long = 'ü'.repeat(4_000);
      const many = Array.from({ length: 300 }, (_none, index) => caseAlert(`EH-${index}`));
      const contents = [
        ...everyContent,
        contentOf(many),
        contentOf([caseAlert('EH-1', { brand: long, source: long })]),
      ];
      for (const content of contents) {
        if (channel.passesOver?.(content) === true) continue;
        expect(await send(content, channel, language)).toEqual({ kind: 'delivered' });
      }
      expect(pager.wrong).toEqual([]);
      expect(eventOf(contentOf(many)).payload.custom_details).toMatchObject({ more: 'and 280 more' });
      expect(pager.bodies.join()).not.toMatch(/undefined|NaN|\{\w+\}/);
    },
  );

  it('is not opened to say that all is well, nor by a digest', () => {
    const { passesOver } = channelTo();
    const notices = [
      contentOf([{ kind: 'all_well', brand: null, values: {} }]),
      contentOf([{ kind: 'source_heard', brand: null, values: {} }]),
      letter(['one']),
    ];
    expect(notices.map((content) => passesOver?.(content))).toEqual([true, true, true]);
    expect(passesOver?.(contentOf([alert]))).toBe(false);
  });

  it('says nothing of the text of a danger case', () => {
    const json = JSON.stringify(
      eventOf(contentOf([caseAlert('EH-1', { danger: 'child', excerpt: 'never shown' })])),
    );
    expect(json).not.toContain('never shown');
    expect(json).toContain('Follow your safety protocol');
  });

  it('stores no key with its bytes, which stay as they are on every attempt', async () => {
    const channel = channelTo();
    const frozen = freeze(channel, contentOf([alert]), 'en');
    pager.faults.push({ kind: 'drop' });
    expect(await channel.send(frozen, deps)).toEqual({ kind: 'transient', reason: 'network' });
    await channel.send(frozen, deps);
    const text = new TextDecoder().decode(frozen.body);
    expect(text).not.toContain(pager.routingKey);
    expect(pager.bodies).toEqual([`{"routing_key":"${pager.routingKey}",${text.slice(1)}`]);
  });

  const path = join(packageRoot, '../shared/fixtures/pagerduty/reference/events-v2/openapiv3.json');
  const canSkip = !existsSync(path) && process.env.EVENHAND_SHARED !== 'required';
  (canSkip ? it.skip : it)(
    `keeps to PagerDuty's own OpenAPI${canSkip ? ' (skipped, needs ../shared)' : ''}`,
    async () => {
      const { components } = JSON.parse(readFileSync(path, 'utf8')) as { components: object };
      const all = JSON.parse(readFileSync(path, 'utf8')) as {
        paths: {
          '/enqueue': { post: { requestBody: { content: { 'application/json': { schema: object } } } } };
        };
      };
      const { schema } = all.paths['/enqueue'].post.requestBody.content['application/json'];
      const validate = new Ajv({ strict: false, validateFormats: false }).compile({ ...schema, components });
      const channel = channelTo();
      for (const content of everyContent)
        if (channel.passesOver?.(content) !== true) await send(content, channel);
      for (const stage of ['taken', 'settled'] as const) await channel.send(follow(stage), deps);
      expect(pager.bodies.length).toBeGreaterThan(10);
      for (const body of pager.bodies)
        expect([validate(JSON.parse(body)), validate.errors ?? []]).toEqual([true, []]);
    },
  );
});

describe('the answer of PagerDuty', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
  });
  afterEach(() => receiver.close());

  it.each([
    [{ status: 202, body: '{"status":"success"}' }, { kind: 'delivered' }],
    [
      { status: 400, body: '{"status":"invalid event","errors":["\'payload.summary\' is missing"]}' },
      { kind: 'permanent', reason: 'pagerduty_invalid_event', disables: false },
    ],
    [
      { status: 429, headers: { 'retry-after': '60' } },
      { kind: 'transient', reason: 'http_429', retryAfterMs: 60_000 },
    ],
    [{ status: 429 }, { kind: 'transient', reason: 'http_429' }],
    [{ status: 500 }, { kind: 'transient', reason: 'http_500' }],
    [{ status: 503 }, { kind: 'transient', reason: 'http_503' }],
    [
      { status: 200, body: '<html>' },
      { kind: 'transient', reason: 'not_pagerduty' },
    ],
    [{ status: 403 }, { kind: 'permanent', reason: 'http_403', disables: true }],
  ] as const)('%j means %j', async (reply, delivery) => {
    receiver.reply = reply;
    expect(await send(contentOf([caseAlert('EH-1')]), channelTo({ baseUrl: receiver.url }))).toEqual(
      delivery,
    );
  });

  it('to a key that it does not know switches the channel off', async () => {
    const channel = channelTo({ routingKey: 'x'.repeat(32) });
    expect(await send(contentOf([caseAlert('EH-1')]), channel)).toEqual({
      kind: 'permanent',
      reason: 'pagerduty_invalid_key',
      disables: true,
    });
  });

  it('may never come: the attempt ends by itself', async () => {
    receiver.reply = { status: 202, manner: 'hang' };
    const channel = channelTo({ baseUrl: receiver.url, timeoutMs: 100 });
    expect(await send(contentOf([caseAlert('EH-1')]), channel)).toEqual({
      kind: 'transient',
      reason: 'timeout',
    });
  });
});
