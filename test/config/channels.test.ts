import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { sentenceIn } from '../../src/lib/sentences.ts';

const environment: Record<string, string> = {
  TEAMS_URL: 'https://teams.example/workflows/1?sig=1',
  SLACK_TOKEN: 'xoxb-0123456789-secret',
  USER_TOKEN: 'xoxp-0123456789-secret',
  HOOK: `whsec_${'a'.repeat(32)}`,
  OLD_HOOK: `whsec_${'b'.repeat(32)}`,
  MAIL: 'open sesame',
  PAGER_KEY: 'R0123456789abcdef0123456789ABCDE',
};
const parsed = (written: string, more = '') =>
  parseConfig(`brands: { acme: { names: [Acme] } }\nchannels:\n  duty: ${written}\n${more}\n`, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: (name) => environment[name],
  });
const channelOf = (written: string) => parsed(written).config.channels[0];
const warningsOf = (written: string, more = '') => parsed(written, more).warnings;

describe('a channel', () => {
  it('of Teams has the address of a workflow from the environment', () => {
    expect(channelOf(`{ kind: teams, url: "\${TEAMS_URL}", audience: on_call, language: de }`)).toMatchObject(
      {
        kind: 'teams',
        name: 'duty',
        url: environment.TEAMS_URL,
        audience: ['on_call'],
        language: 'de',
      },
    );
  });

  it('of a bot of Slack has a token and the id of a channel', () => {
    expect(channelOf(`{ kind: slack-bot, token: "\${SLACK_TOKEN}", channel: C0123456789 }`)).toMatchObject({
      kind: 'slack-bot',
      token: environment.SLACK_TOKEN,
      channel: 'C0123456789',
      baseUrl: 'https://slack.com/api',
    });
  });

  it('of PagerDuty has the key of an integration, and may be called elsewhere', () => {
    const europe = 'base_url: https://events.eu.pagerduty.com/v2/';
    expect(channelOf(`{ kind: pagerduty, routing_key: "\${PAGER_KEY}", ${europe} }`)).toMatchObject({
      kind: 'pagerduty',
      routingKey: environment.PAGER_KEY,
      baseUrl: 'https://events.eu.pagerduty.com/v2',
    });
  });

  it('of Standard Webhooks may be signed with the key before, too', () => {
    const both = `secret: "\${HOOK}", former_secret: "\${OLD_HOOK}"`;
    expect(channelOf(`{ kind: webhook, url: "https://in.example/hook", ${both} }`)).toMatchObject({
      secret: environment.HOOK,
      formerSecret: environment.OLD_HOOK,
    });
  });

  const mail = 'kind: email, host: smtp.acme.example, from: Evenhand <evenhand@acme.example>';

  it('by e-mail is encrypted unless it is said otherwise, and knows the usual ports', () => {
    const login = `user: evenhand, password: "\${MAIL}"`;
    expect(channelOf(`{ ${mail}, ${login}, to: desk@acme.example, audience: comms }`)).toMatchObject({
      kind: 'email',
      host: 'smtp.acme.example',
      port: 587,
      tls: 'starttls',
      login: { user: 'evenhand', password: environment.MAIL },
      from: { name: 'Evenhand', address: 'evenhand@acme.example' },
      to: ['desk@acme.example'],
    });
    expect(
      channelOf(`{ ${mail}, tls: implicit, to: [a@x.example, b@x.example, a@x.example] }`),
    ).toMatchObject({
      port: 465,
      login: null,
      to: ['a@x.example', 'b@x.example'],
    });
    expect(
      channelOf('{ kind: email, host: mail, port: 2525, tls: none, from: e@x.example, to: a@x.example }'),
    ).toMatchObject({
      port: 2525,
      from: { name: '', address: 'e@x.example' },
    });
  });

  it('on your own network is warned of until it is allowed', () => {
    const written = `{ kind: slack-bot, token: "\${SLACK_TOKEN}", channel: C0123456789, base_url: "http://127.0.0.1:9/api" }`;
    expect(warningsOf(written).join()).toMatch(/channels\.duty\.base_url: will be refused/);
    expect(warningsOf(written, 'network: { allow: ["127.0.0.1:9"] }').join()).not.toContain('refused');
  });

  it.each([
    [
      'with a token in the file',
      '{ kind: slack-bot, token: xoxb-0123456789-secret, channel: C0123456789 }',
      'token: is a secret and may',
    ],
    [
      'with the token of a person',
      `{ kind: slack-bot, token: "\${USER_TOKEN}", channel: C0123456789 }`,
      'token: must be the token of a bot',
    ],
    [
      'with the name of a channel',
      `{ kind: slack-bot, token: "\${SLACK_TOKEN}", channel: "#desk" }`,
      'channel: must be the id of a channel',
    ],
    [
      'with a routing key in the file',
      '{ kind: pagerduty, routing_key: R0123456789abcdef0123456789ABCDE }',
      'routing_key: is a secret and may',
    ],
    [
      'with half a routing key',
      `{ kind: pagerduty, routing_key: "\${SLACK_TOKEN}" }`,
      'routing_key: must be an integration key',
    ],
    [
      'with its former key in the file',
      `{ kind: webhook, url: "https://in.example/hook", secret: "\${HOOK}", former_secret: whsec_-secret }`,
      'former_secret: is a secret and may',
    ],
    [
      'with its password in the file',
      `{ ${mail}, to: a@x.example, user: evenhand, password: open sesame }`,
      'password: is a secret and may',
    ],
    [
      'by e-mail with half a login',
      `{ ${mail}, to: a@x.example, password: "\${MAIL}" }`,
      'password: goes together with user',
    ],
    [
      'by e-mail that would show its password',
      `{ ${mail}, to: a@x.example, tls: none, user: evenhand, password: "\${MAIL}" }`,
      'tls: is none, so that the password',
    ],
    ['by e-mail to a name', `{ ${mail}, to: Desk <a@x.example> }`, 'to: is not an address'],
    [
      'by e-mail to two in one line',
      `{ ${mail}, to: ["a@x.example, b@x.example"] }`,
      'to.0: is not an address',
    ],
    [
      'by e-mail from two lines',
      '{ kind: email, host: mail, from: "Desk\\r\\nBcc: <e@x.example>", to: a@x.example }',
      'from: is not a sender',
    ],
    [
      'by e-mail to an address of the web',
      '{ kind: email, host: "https://mail.example", from: e@x.example, to: a@x.example }',
      'host: is not the name of a server',
    ],
    [
      'of PagerDuty for comms',
      `{ kind: pagerduty, routing_key: "\${PAGER_KEY}", audience: comms }`,
      'audience: is comms, but PagerDuty',
    ],
    [
      'with its address in the file',
      '{ kind: teams, url: "https://teams.example/?sig=1" }',
      'url: is a secret and may',
    ],
    ['without an address', '{ kind: teams }', 'url: is missing'],
    ['of a variable that is not set', `{ kind: teams, url: "\${NOPE}" }`, 'url: NOPE is not set'],
    ['with the key of another kind', `{ kind: teams, url: "\${TEAMS_URL}", secret: "\${NOPE}" }`, 'secret'],
    ['of an unknown kind', '{ kind: team }', 'did you mean "teams"?'],
  ])('%s is refused in one sentence that quotes no secret, in both languages', (_name, written, sentence) => {
    const parse = () => channelOf(written);
    expect(parse).toThrow(`evenhand.yaml:3: channels.duty.`);
    expect(parse).toThrow(sentence);
    const said = messageOf(parse);
    expect(said).not.toMatch(/sig=1|-secret|R0123456789|sesame/);
    for (const line of said.split('\n')) expect(sentenceIn(line, 'de')).not.toBe(line);
  });
});

const messageOf = (parse: () => unknown): string => {
  try {
    parse();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};
