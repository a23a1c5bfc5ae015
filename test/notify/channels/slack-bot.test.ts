import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { catalogueLanguages } from '../../../src/lib/catalogue.ts';
import type { SendDeps } from '../../../src/notify/channels/channel.ts';
import { createSlackBotChannel } from '../../../src/notify/channels/slack-bot.ts';
import type { FollowContent, FrozenNotification } from '../../../src/notify/content.ts';
import { freeze } from '../../../src/notify/freeze.ts';
import { sayDelivery } from '../../../src/notify/say-delivery.ts';
import { type SlackStandIn, startSlackStandIn } from '../../support/slack-stand-in.ts';
import { caseAlert, contentOf, everyContent, letter } from '../support/alerts.ts';

let slack: SlackStandIn;
beforeEach(async () => {
  slack = await startSlackStandIn();
});
afterEach(() => slack.close());

const channelTo = (changes: { token?: string; channel?: string; timeoutMs?: number } = {}) => {
  const { baseUrl, token, channel } = slack;
  return createSlackBotChannel({ name: 'desk', baseUrl, token, channel, ...changes });
};
const deps: SendDeps = { fetch, now: () => new Date(), signal: new AbortController().signal };
const alertOf = (id: string, caseId = 'EH-12') => contentOf([caseAlert(caseId)], { id });
const send = (frozen: FrozenNotification, to = channelTo()) => to.send(frozen, deps);
const frozenOf = (id: string, answers = ''): FrozenNotification => ({
  ...freeze(channelTo(), alertOf(id), 'en'),
  answers,
});
const follow = (answers: string, stage: FollowContent['stage'] = 'taken', language: 'en' | 'de' = 'en') => {
  const content: FollowContent = {
    kind: 'follow',
    id: 'flw_1',
    thread: 'grp_1',
    stage,
    until: null,
    cases: ['EH-12', 'EH-14'],
    writtenAt: '2026-11-23T07:13:00.000Z',
    timezone: 'Europe/Berlin',
  };
  const channel = channelTo();
  const body = channel.follows?.render(content, language) ?? new Uint8Array();
  const { contentType } = channel;
  return { id: 'flw_1', channel: 'desk', kind: 'follow', memberIds: [], body, contentType, answers } as const;
};

describe('a bot of Slack', () => {
  it.each(catalogueLanguages)('takes every kind of message in %s, without a preview', async (language) => {
    const channel = channelTo();
    const contents = [...everyContent, letter(['one', 'x & y '.repeat(4_000)])];
    for (const [index, content] of contents.entries())
      expect(await send(freeze(channel, { ...content, id: `ntf_${index}` }, language))).toMatchObject({
        kind: 'delivered',
      });
    expect(slack.wrong).toEqual([]);
    expect(slack.messages).toHaveLength(contents.length);
  });

  it('says what Slack calls the message, and puts the next of the group into its thread and into the channel', async () => {
    expect(await send(frozenOf('ntf_1'))).toEqual({
      kind: 'delivered',
      receipt: 'C0123456789/1795420800.000100',
    });
    await send(frozenOf('ntf_2', 'C0123456789/1795420800.000100'));
    expect(slack.messages.map(({ thread, isBroadcast }) => [thread, isBroadcast])).toEqual([
      [null, false],
      ['1795420800.000100', true],
    ]);
    expect(slack.wrong).toEqual([]);
  });

  it('sends the same bytes again after an answer that never came, and Slack shows one message', async () => {
    const frozen = frozenOf('ntf_1');
    slack.faults.push({ kind: 'endless' });
    expect(await send(frozen, channelTo({ timeoutMs: 300 }))).toEqual({
      kind: 'transient',
      reason: 'not_slack',
    });
    expect(await send(frozen)).toMatchObject({ kind: 'delivered' });
    expect(new Set(slack.bodies).size).toBe(1);
    expect(slack.bodies).toHaveLength(2);
    expect(slack.messages).toHaveLength(1);
  });

  it('keeps what was frozen to the byte, behind the place where it goes', async () => {
    const frozen = frozenOf('ntf_1');
    await send(frozen);
    const [sent = ''] = slack.bodies;
    expect(sent).toBe(`{"channel":"${slack.channel}",${new TextDecoder().decode(frozen.body).slice(1)}`);
    expect(new TextDecoder().decode(frozen.body)).not.toContain(slack.token);
  });

  it.each([
    'thread_not_found',
    'cannot_reply_to_message',
    'restricted_action_thread_locked',
    'restricted_action_non_threadable_channel',
  ])('stands for itself where Slack refuses the thread (%s)', async (error) => {
    await send(frozenOf('ntf_1'));
    slack.errors.push(error);
    expect(await send(frozenOf('ntf_2', 'C0123456789/1795420800.000100'))).toMatchObject({
      kind: 'delivered',
    });
    expect(slack.messages.map(({ thread }) => thread)).toEqual([null, null]);
  });

  it('begins anew in a channel that was changed in the configuration', async () => {
    await send(frozenOf('ntf_1', 'C9999999999/1795420800.000100'));
    expect(slack.messages.map(({ thread }) => thread)).toEqual([null]);
  });

  it.each(catalogueLanguages)(
    'changes a message when its cases are taken and when they are over, in %s',
    async (language) => {
      const sent = await send(frozenOf('ntf_1'));
      const receipt = sent.kind === 'delivered' ? (sent.receipt ?? '') : '';
      for (const [stage, sign] of [
        ['taken', '✋'],
        ['settled', '✅'],
      ] as const) {
        expect(await send(follow(receipt, stage, language))).toMatchObject({ kind: 'delivered' });
        expect(slack.messages[0]?.text).toMatch(new RegExp(`^${sign} .*EH-12, EH-14$`));
      }
      expect(slack.messages[0]?.body).not.toContain('deposit');
      expect(slack.messages).toHaveLength(1);
      expect(slack.wrong).toEqual([]);
    },
  );

  it('gives up the change of a message that is gone, and of none', async () => {
    const gone = { kind: 'permanent', reason: 'slack_message_not_found', disables: false };
    expect(await send(follow('C0123456789/1.0'))).toEqual(gone);
    expect(await send(follow(''))).toEqual(gone);
  });

  it('hides who wrote and links, and escapes what Slack would take for a command', () => {
    const excerpt = '<!channel> see https://x.example/@famous, ask @famous_author & co';
    const body = new TextDecoder().decode(
      channelTo().render(contentOf([caseAlert('EH-1', { excerpt })]), 'en'),
    );
    expect(body).not.toMatch(/famous|https?:/);
    expect(body).toContain('&lt;!channel&gt; see [link]');
  });
});

describe('the answer of Slack to a bot', () => {
  it.each([
    ['invalid_auth', true],
    ['token_revoked', true],
    ['missing_scope', true],
    ['channel_not_found', true],
    ['not_in_channel', true],
    ['is_archived', true],
    ['restricted_action', true],
    ['not_authed', true],
    ['account_inactive', true],
    ['token_expired', true],
    ['not_allowed_token_type', true],
    ['no_permission', true],
    ['restricted_action_read_only_channel', true],
    ['restricted_action_thread_only_channel', true],
    ['ekm_access_denied', true],
    ['access_denied', true],
    ['team_access_not_granted', true],
    ['team_not_found', true],
    ['enterprise_is_restricted', true],
    ['messages_tab_disabled', true],
    ['two_factor_setup_required', true],
    ['accesslimited', true],
    ['msg_blocks_too_long', false],
    ['invalid_blocks', false],
    ['no_text', false],
  ])('%s is not tried again (disables the channel: %s), and is worded', async (error, disables) => {
    slack.errors.push(error);
    expect(await send(frozenOf('ntf_1'))).toEqual({ kind: 'permanent', reason: `slack_${error}`, disables });
    for (const language of catalogueLanguages)
      expect(sayDelivery(`slack_${error}`, language)).toMatch(/^[^_]+ [^_]+$/);
  });

  it.each(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'a_word_of_tomorrow'])(
    '%s may pass: it is tried again',
    async (error) => {
      slack.errors.push(error);
      expect(await send(frozenOf('ntf_1'))).toEqual({ kind: 'transient', reason: `slack_${error}` });
    },
  );

  it('with a time to come back is obeyed', async () => {
    slack.faults.push({ kind: 'status', status: 429, headers: { 'retry-after': '30' } });
    expect(await send(frozenOf('ntf_1'))).toEqual({
      kind: 'transient',
      reason: 'http_429',
      retryAfterMs: 30_000,
    });
  });

  it.each([
    [{ kind: 'truncated' }, 'not_slack'],
    [{ kind: 'drop' }, 'network'],
    [{ kind: 'status', status: 503 }, 'http_503'],
  ] as const)('spoilt by %j is no answer: it is tried again', async (fault, reason) => {
    slack.faults.push(fault);
    expect(await send(frozenOf('ntf_1'))).toEqual({ kind: 'transient', reason });
  });

  it('to a wrong token switches the channel off', async () => {
    const channel = channelTo({ token: 'xoxb-another' });
    expect(await channel.send(frozenOf('ntf_1'), deps)).toEqual({
      kind: 'permanent',
      reason: 'slack_invalid_auth',
      disables: true,
    });
  });
});
