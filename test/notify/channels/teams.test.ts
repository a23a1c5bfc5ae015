import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { catalogueLanguages } from '../../../src/lib/catalogue.ts';
import { UserError } from '../../../src/lib/user-error.ts';
import type { SendDeps } from '../../../src/notify/channels/channel.ts';
import { createTeamsChannel } from '../../../src/notify/channels/teams.ts';
import type { AdaptiveCard, CardElement } from '../../../src/notify/channels/teams-card.ts';
import type { NotificationContent } from '../../../src/notify/content.ts';
import { freeze } from '../../../src/notify/freeze.ts';
import { sayDelivery } from '../../../src/notify/say-delivery.ts';
import { refusal, startTeamsStandIn, type TeamsStandIn } from '../../support/teams-stand-in.ts';
import { at, caseAlert, contentOf, everyContent, hours, letter } from '../support/alerts.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';

const anywhere = createTeamsChannel({ name: 'duty', url: 'https://teams.example/?sig=1' });
const cardOf = (content: NotificationContent, language: 'en' | 'de' = 'en'): AdaptiveCard => {
  const message = JSON.parse(new TextDecoder().decode(anywhere.render(content, language))) as {
    attachments: { content: AdaptiveCard }[];
  };
  return message.attachments[0]?.content ?? (message as never);
};
const linesOf = (elements: readonly CardElement[]): readonly string[] =>
  elements.flatMap((element) =>
    element.type === 'Container'
      ? linesOf(element.items)
      : [element.inlines.map(({ text }) => text).join('')],
  );
const deps = (signal = new AbortController().signal): SendDeps => ({ fetch, now: () => new Date(), signal });

describe('a case in Teams', () => {
  const alert = caseAlert('EH-12', {
    severity: 'critical',
    dueAt: at(hours(1)),
    excerpt: '[click](https://shop.example/@famous) **now** <at>all</at> @famous_author',
  });

  it('shows what is at stake, why, until when, and the command, with moments that stay true', () => {
    expect(linesOf(cardOf(contentOf([alert])).body)).toEqual([
      '🔴 Critical: billing at nordbahn',
      'Severity: Critical',
      'Age and due: opened Mon 23 Nov 08:00, due Mon 23 Nov 09:00',
      'Why: much money or a fixed date is at stake; has been in touch 7 times, waiting for 21 days',
      'Source: owners-forum',
      '[click]([link] **now** <at>all</at> [account]',
      'Take it: evenhand cases take EH-12',
      'as of Mon 23 Nov 08:13',
    ]);
  });

  it('holds no link, no mention and no handle: text stands in runs, which read no Markdown', () => {
    const json = JSON.stringify(cardOf(contentOf([alert])).body);
    expect(json).not.toMatch(/https?:|famous|"TextBlock"|selectAction|Action\.|msteams/);
  });

  it('speaks German', () => {
    const lines = linesOf(cardOf(contentOf([alert]), 'de').body);
    expect(lines[0]).toBe('🔴 Kritisch: Abrechnung bei nordbahn');
    expect(lines).toContain('Annehmen: evenhand cases take EH-12');
  });

  it('says nothing of the text of a danger case, alone or in a list', () => {
    const danger = caseAlert('EH-1', { danger: 'child', excerpt: 'never shown' });
    for (const alerts of [[danger], [danger, caseAlert('EH-2')]]) {
      const json = JSON.stringify(cardOf(contentOf(alerts)));
      expect(json).not.toContain('never shown');
      expect(json).toContain('Follow your safety protocol');
    }
  });
});

describe('a workflow of Teams', () => {
  let teams: TeamsStandIn;
  beforeEach(async () => {
    teams = await startTeamsStandIn();
  });
  afterEach(() => teams.close());
  const channelTo = (url = teams.url) => createTeamsChannel({ name: 'duty', url, timeoutMs: 5_000 });
  const send = (content: NotificationContent, language: 'en' | 'de' = 'en') => {
    const channel = channelTo();
    return channel.send(freeze(channel, content, language), deps());
  };

  it.each(catalogueLanguages)('takes every kind of message in %s', async (language) => {
    const long = 'Straße & 🚆 '.repeat(2_000);
    const contents = [
      ...everyContent,
      letter(['one', 'two']),
      letter(Array.from({ length: 200 }, () => long)),
      contentOf(Array.from({ length: 300 }, (_none, index) => caseAlert(`EH-${index}`))),
      contentOf([caseAlert('EH-1', { brand: 'b'.repeat(400), source: long })]),
    ];
    for (const content of contents) expect(await send(content, language)).toEqual({ kind: 'delivered' });
    expect(teams.wrong).toEqual([]);
    for (const body of teams.bodies) {
      expect(body).not.toMatch(/\{\w+\}|undefined|NaN/);
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(21_000);
    }
    expect(teams.bodies.at(-2)).toMatch(/(?:and|und) \d+ (?:more|weitere) \(/);
  });

  it('gets the same bytes again after an answer that never came', async () => {
    const channel = channelTo();
    const frozen = freeze(channel, contentOf([caseAlert('EH-1')]), 'de');
    teams.faults.push({ kind: 'drop' });
    expect(await channel.send(frozen, deps())).toEqual({ kind: 'transient', reason: 'network' });
    expect(await channel.send(frozen, deps())).toEqual({ kind: 'delivered' });
    expect(teams.bodies).toEqual([new TextDecoder().decode(frozen.body)]);
  });

  it('that lets nobody in by the address alone switches the channel off, and says how to mend it', async () => {
    const channel = channelTo(`${teams.baseUrl}/workflows/1/invoke`);
    const delivery = await channel.send(freeze(channel, contentOf([caseAlert('EH-1')]), 'en'), deps());
    expect(delivery).toEqual({ kind: 'permanent', reason: 'teams_needs_anyone', disables: true });
    for (const language of catalogueLanguages)
      expect(sayDelivery('teams_needs_anyone', language)).toMatch(/Teams.*sig=/);
  });
});

describe('the answer of Teams', () => {
  let receiver: Receiver;
  beforeEach(async () => {
    receiver = await openReceiver();
  });
  afterEach(() => receiver.close());
  const off = refusal(
    400,
    'WorkflowTriggerIsNotEnabled',
    "workflow '1' trigger 'manual' with state 'Disabled'",
  );
  const deleted = refusal(
    400,
    'WorkflowTriggerIsNotEnabled',
    "workflow '1' trigger 'manual' with state 'Deleted'",
  );

  it.each([
    [{ status: 202 }, { kind: 'delivered' }],
    [{ status: 200, body: '1' }, { kind: 'delivered' }],
    [
      {
        status: 200,
        body: 'Webhook message delivery failed: Microsoft Teams endpoint returned HTTP error 429',
      },
      { kind: 'transient', reason: 'http_429' },
    ],
    [
      { status: 200, body: 'Microsoft Teams endpoint returned HTTP error 413 with ...' },
      { kind: 'permanent', reason: 'http_413', disables: false },
    ],
    [
      { status: 200, body: '<!doctype html>' },
      { kind: 'transient', reason: 'not_teams' },
    ],
    [
      { status: 429, headers: { 'retry-after': '17' } },
      { kind: 'transient', reason: 'http_429', retryAfterMs: 17_000 },
    ],
    [{ status: 502 }, { kind: 'transient', reason: 'http_502' }],
    [
      { status: 400, body: '{"error":{"code":"TriggerInputSchemaMismatch"}}' },
      { kind: 'permanent', reason: 'http_400', disables: false },
    ],
    [off, { kind: 'transient', reason: 'teams_workflow_off' }],
    [deleted, { kind: 'permanent', reason: 'teams_workflow_gone', disables: true }],
    [{ status: 404 }, { kind: 'permanent', reason: 'http_404', disables: true }],
    [{ status: 410 }, { kind: 'permanent', reason: 'http_410', disables: true }],
  ] as const)('%j means %j', async (reply, delivery) => {
    receiver.reply = reply;
    const channel = createTeamsChannel({ name: 'duty', url: receiver.url });
    expect(await channel.send(freeze(channel, contentOf([caseAlert('EH-1')]), 'en'), deps())).toEqual(
      delivery,
    );
  });

  it('may never come: the attempt ends by itself', async () => {
    receiver.reply = { status: 202, manner: 'hang' };
    const channel = createTeamsChannel({ name: 'duty', url: receiver.url, timeoutMs: 100 });
    const delivery = await channel.send(freeze(channel, contentOf([caseAlert('EH-1')]), 'en'), deps());
    expect(delivery).toEqual({ kind: 'transient', reason: 'timeout' });
  });

  it('is not asked for at an address that is none, which is refused without quoting it', () => {
    const make = () => createTeamsChannel({ name: 'duty', url: 'teams.example/secret' });
    expect(make).toThrow(UserError);
    expect(make).toThrow(/channel duty: the address of the Teams workflow is not an address/);
    expect(make).not.toThrow('secret');
  });
});
