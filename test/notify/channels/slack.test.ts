import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { catalogueLanguages } from '../../../src/lib/catalogue.ts';
import { packageRoot } from '../../../src/lib/package-root.ts';
import { UserError } from '../../../src/lib/user-error.ts';
import { createSlackChannel } from '../../../src/notify/channels/slack.ts';
import type { SlackBlock, SlackMessage } from '../../../src/notify/channels/slack-layout.ts';
import type { NotificationContent } from '../../../src/notify/content.ts';
import { freeze } from '../../../src/notify/freeze.ts';
import { at, caseAlert, contentOf, everyContent, hours, letter } from '../support/alerts.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';

let receiver: Receiver;
beforeEach(async () => {
  receiver = await openReceiver();
});
afterEach(() => receiver.close());

type Sent = SlackMessage & { readonly unfurl_links: boolean; readonly unfurl_media: boolean };
const rendered = (content: NotificationContent, language: 'en' | 'de' = 'en'): Sent => {
  const channel = createSlackChannel({ name: 'desk', url: 'https://slack.example/' });
  return JSON.parse(new TextDecoder().decode(channel.render(content, language))) as Sent;
};
const textsOf = (blocks: readonly SlackBlock[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.type === 'context') return block.elements.map(({ text }) => text);
    if (block.type === 'divider') return [];
    const fields = block.type === 'section' ? (block.fields ?? []) : [];
    return [...(block.text === undefined ? [] : [block.text.text]), ...fields.map(({ text }) => text)];
  });

describe('a case in Slack', () => {
  const alert = caseAlert('EH-12', {
    severity: 'critical',
    dueAt: at(hours(1)),
    excerpt: 'A & B <!channel> cost 5 > 3',
  });
  const message = rendered(contentOf([alert]));

  it('shows what is at stake, why, until when, and the command', () => {
    expect(message.blocks[0]).toEqual({
      type: 'header',
      text: { type: 'plain_text', text: '🔴 Critical: billing at nordbahn', emoji: true },
    });
    const texts = textsOf(message.blocks);
    expect(texts).toContain('*Severity*\nCritical');
    expect(texts).toContain(
      '*Why*\nmuch money or a fixed date is at stake; has been in touch 7 times, waiting for 21 days',
    );
    expect(texts).toContain('*Source*\nowners-forum');
    expect(texts.join('\n')).toContain('*due <!date^1795420800^{date_short_pretty} {time}|today 09:00>*');
    expect(texts).toContain('Take it: `evenhand cases take EH-12`');
    expect(texts).toContain('*EH-12*');
    expect(message.text).toContain('Critical: billing at nordbahn (EH-12, due ');
  });

  it('escapes what Slack would take for a command', () => {
    expect(textsOf(message.blocks)).toContain('> A &amp; B &lt;!channel&gt; cost 5 &gt; 3');
  });

  it('has neither buttons nor links, and asks for no preview', () => {
    expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false });
    expect(JSON.stringify(message)).not.toMatch(/"actions"|"button"|https?:/);
  });

  it('speaks German', () => {
    const texts = textsOf(rendered(contentOf([alert]), 'de').blocks);
    expect(texts[0]).toBe('🔴 Kritisch: Abrechnung bei nordbahn');
    expect(texts).toContain('Annehmen: `evenhand cases take EH-12`');
    expect(texts.join('\n')).toContain('|heute 09:00>');
  });

  it('says nothing of the text of a danger case, alone or in a list', () => {
    const danger = caseAlert('EH-1', { danger: 'child', excerpt: 'never shown' });
    for (const alerts of [[danger], [danger, caseAlert('EH-2')]]) {
      const json = JSON.stringify(rendered(contentOf(alerts)));
      expect(json).not.toContain('never shown');
      expect(json).toContain('Follow your safety protocol');
    }
  });
});

describe('every message to Slack', () => {
  const path = join(packageRoot, '../shared/fixtures/slack/json-logs/samples/api/chat.postMessage.json');
  const canSkip = !existsSync(path) && process.env.EVENHAND_SHARED !== 'required';

  it.each(catalogueLanguages)('is whole in %s: no placeholder stays, nothing is undefined', (language) => {
    for (const content of everyContent) {
      const { text, blocks } = rendered(content, language);
      const said = [text, ...textsOf(blocks)].join('\n').replaceAll(/<!date\^[^|]*\|/g, '<');
      expect(said).not.toMatch(/[{}]|undefined|null|NaN/);
      for (const part of [text, ...textsOf(blocks)]) expect(part).not.toBe('');
    }
  });

  it('keeps the limits of Slack and says what it leaves out', () => {
    const long = 'x & y '.repeat(2_000);
    const many = Array.from({ length: 300 }, (_none, index) => caseAlert(`EH-${index}`));
    const contents = [
      contentOf(many),
      contentOf([caseAlert('EH-1', { brand: 'b'.repeat(400), source: long })]),
      letter(Array.from({ length: 200 }, () => 'A paragraph about a thread. '.repeat(10))),
      letter([long, long]),
    ];
    for (const content of contents) {
      const { blocks, text } = rendered(content);
      expect(blocks.length).toBeLessThanOrEqual(50);
      expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(13_000);
      expect(text.length).toBeLessThanOrEqual(3_000);
      for (const block of blocks) {
        const limit = block.type === 'header' ? 150 : 3_000;
        for (const part of textsOf([block])) expect(part.length).toBeLessThanOrEqual(limit);
        if (block.type === 'section')
          for (const { text: field } of block.fields ?? []) expect(field.length).toBeLessThanOrEqual(2_000);
      }
    }
    expect(textsOf(rendered(contentOf(many)).blocks).join('\n')).toMatch(/and \d+ more \(cut here/);
    expect(textsOf(rendered(letter([long])).blocks).join('\n')).not.toMatch(/&(?:a|am|amp)?…/);
  });

  (canSkip ? it.skip : it)(
    `has only shapes that Slack's own samples have${canSkip ? ' (skipped, needs ../shared)' : ''}`,
    () => {
      const known = shapesOf(JSON.parse(readFileSync(path, 'utf8')));
      // The samples hold no header block; its text object is checked like the others.
      known.set('header', new Set(['type', 'text']));
      expect([...known.keys()]).toEqual(
        expect.arrayContaining(['section', 'context', 'plain_text', 'mrkdwn']),
      );
      for (const content of [...everyContent, letter(['one'])]) {
        for (const [type, keys] of shapesOf(rendered(content).blocks)) {
          expect([type, [...keys].filter((key) => known.get(type)?.has(key) !== true)]).toEqual([type, []]);
        }
      }
    },
  );
});

/** The keys that objects with a `type` have, by type, at any depth. */
const shapesOf = (value: unknown, found = new Map<string, Set<string>>()): Map<string, Set<string>> => {
  if (typeof value !== 'object' || value === null) return found;
  if ('type' in value && typeof value.type === 'string' && !Array.isArray(value)) {
    found.set(value.type, new Set([...(found.get(value.type) ?? []), ...Object.keys(value)]));
  }
  for (const part of Object.values(value)) shapesOf(part, found);
  return found;
};

describe('sending to Slack', () => {
  const send = async () => {
    const channel = createSlackChannel({ name: 'desk', url: receiver.url });
    const deps = { fetch, now: () => new Date(), signal: new AbortController().signal };
    return channel.send(freeze(channel, contentOf([caseAlert('EH-1')]), 'en'), deps);
  };

  it('posts the frozen JSON', async () => {
    expect(await send()).toEqual({ kind: 'delivered' });
    expect(receiver.received[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(String(receiver.received[0]?.body))).toMatchObject({ unfurl_links: false });
  });

  it.each([
    [
      { status: 404, body: 'no_service' },
      { kind: 'permanent', reason: 'slack_no_service', disables: true },
    ],
    [
      { status: 410, body: 'channel_is_archived' },
      { kind: 'permanent', reason: 'slack_channel_is_archived', disables: true },
    ],
    [
      { status: 400, body: 'invalid_payload' },
      { kind: 'permanent', reason: 'slack_invalid_payload', disables: false },
    ],
    [
      { status: 403, body: '<html>' },
      { kind: 'permanent', reason: 'http_403', disables: false },
    ],
    [
      { status: 429, headers: { 'retry-after': '30' } },
      { kind: 'transient', reason: 'http_429', retryAfterMs: 30_000 },
    ],
    [
      { status: 500, body: 'rollup_error' },
      { kind: 'transient', reason: 'http_500' },
    ],
    [
      { status: 200, body: '<!doctype html>' },
      { kind: 'transient', reason: 'not_slack' },
    ],
  ] as const)('takes %j for %j', async (reply, delivery) => {
    receiver.reply = reply;
    expect(await send()).toEqual(delivery);
  });

  it('refuses an address that is none, without quoting it', () => {
    const make = () => createSlackChannel({ name: 'desk', url: 'hooks.slack/secret' });
    expect(make).toThrow(UserError);
    expect(make).not.toThrow('secret');
  });
});
