import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';

const secrets: Record<string, string> = {
  SLACK_URL: 'https://hooks.example/services/hush',
  HOOK_SECRET: `whsec_${'a'.repeat(32)}`,
};
const warningsOf = (yaml: string): readonly string[] =>
  parseConfig(yaml, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: (name: string) => secrets[name],
  }).warnings;

describe('a configuration with several faults', () => {
  const acme = 'brands: { acme: { names: [Acme] } }';

  it('names all secrets that are missing at once, whoever asks for them', () => {
    const yaml = `${acme}
sources: { x: { kind: x } }
channels:
  a: { kind: slack, url: "$\{SLACK_WEBHOOK_URL}" }
  b: { kind: webhook, url: https://a.example, secret: "$\{OTHER}" }`;
    const missing = 'put it into the environment or into .env.';
    expect(() => warningsOf(yaml)).toThrow(
      [
        `evenhand.yaml:2: sources.x: needs X_BEARER_TOKEN; ${missing}`,
        `evenhand.yaml:4: channels.a.url: SLACK_WEBHOOK_URL is not set; ${missing}`,
        `evenhand.yaml:5: channels.b.secret: OTHER is not set; ${missing}`,
      ].join('\n'),
    );
  });

  it('ends each sentence once', () => {
    expect(() => warningsOf(`${acme}\nbrand: {}`)).toThrow(/; did you mean "brands"\?$/);
  });
});

const withAllowed = (allow: string): string => `brands:
  acme: { names: [Acme], timezone: UTC, on_call: [Kim] }
sources:
  forum: { kind: feed, url: "http://forum.intern/feed.xml?key=hush" }
  desk: { kind: feed, url: "http://[::1]/hush" }
  blog: { kind: feed, url: "https://blog.example/feed.xml" }
  odd: { kind: feed, url: "https://blog.example:8443/feed.xml" }
channels:
  leads: { kind: webhook, url: "http://2130706433:9000/hush", secret: "$\{HOOK_SECRET}", audience: [leads, on_call] }
  team: { kind: slack, url: "$\{SLACK_URL}" }
network: { allow: [${allow}] }
`;

describe('an address that the guard will refuse', () => {
  it('is foreseen without asking anybody, with the key that opens it and without a secret', () => {
    expect(warningsOf(withAllowed(''))).toEqual([
      'evenhand.yaml:4: sources.forum.url: will be refused because forum.intern is a name of your own network; if it is on your own network, add "forum.intern:80" to network.allow in evenhand.yaml.',
      'evenhand.yaml:5: sources.desk.url: will be refused because ::1 is not a public address; if it is on your own network, add "[::1]:80" to network.allow in evenhand.yaml.',
      'evenhand.yaml:7: sources.odd.url: will be refused because only ports 80 and 443 are called; if it is on your own network, add "blog.example:8443" to network.allow in evenhand.yaml.',
      'evenhand.yaml:9: channels.leads.url: will be refused because 127.0.0.1 is not a public address; if it is on your own network, add "127.0.0.1:9000" to network.allow in evenhand.yaml.',
    ]);
  });

  it('is not mentioned when network.allow names it', () => {
    const pairs = '"Forum.intern:80", "[::1]:80", "blog.example:8443", "127.0.0.1:9000"';
    expect(warningsOf(withAllowed(pairs))).toEqual([]);
  });

  it.each([
    'localhost',
    'localhost.',
    'box.localhost',
    'nas.local',
    'db.internal',
    'intranet',
    'router.lan',
    'wiki.home.arpa',
  ])('is foreseen by the name %s', (host) => {
    const yaml = `brands: { acme: { names: [Acme], timezone: UTC, on_call: [Kim] } }
sources: { forum: { kind: feed, url: "https://${host}/" } }`;
    expect(warningsOf(yaml)).toEqual([expect.stringContaining(`add "${host}:443" to network.allow`)]);
  });
});

describe('who is told of danger to people', () => {
  const withChannels = (channels: string, people = 'Kim'): readonly string[] =>
    warningsOf(
      `brands: { acme: { names: [Acme], timezone: UTC, on_call: [${people}] } }\nchannels: ${channels}`,
    );

  it('is said when no channel is for the people on call, with what happens instead', () => {
    const said = (instead: string): string =>
      `evenhand.yaml:2: channels: have none for on_call, so nobody on call is told of danger to people: it is ${instead}; write audience: on_call at one.`;
    const instead = 'told to the leads instead, without the words';
    expect(withChannels('{ a: { kind: console, audience: [leads] } }')).toEqual([said(instead)]);
    expect(withChannels('{ a: { kind: console } }')).toEqual([said(instead)]);
    expect(withChannels('{ a: { kind: console, audience: comms } }')).toEqual([
      said('told to nobody at all'),
    ]);
  });

  it('is not a question when one is, or when the console stands in for all', () => {
    expect(withChannels('{ a: { kind: console }, b: { kind: console, audience: on_call } }')).toEqual([]);
    expect(withChannels('{}')).toEqual([]);
    expect(warningsOf('brands: { acme: { names: [Acme], timezone: UTC, on_call: [Kim] } }')).toEqual([]);
  });

  it('is nobody by name where on_call is empty, whichever channels there are', () => {
    expect(withChannels('{ a: { kind: console } }', '')).toEqual([
      expect.stringContaining('acme: names nobody on_call, so danger to people goes to the leads'),
    ]);
    expect(withChannels('{}', '')).toEqual([
      expect.stringContaining('acme: names nobody on_call, so nobody is named who answers for danger'),
    ]);
  });
});

describe('a language that is named and not decided', () => {
  const naming = (languages: string): readonly string[] =>
    warningsOf(
      `brands:\n  acme: { names: [Acme], timezone: UTC, on_call: [Kim],\n    languages: [${languages}] }`,
    );

  it('is named with what becomes of its posts', () => {
    expect(naming('en, fr, it')).toEqual([
      'evenhand.yaml:3: brands.acme.languages: names fr, it, but only en and de are decided: posts in fr or it go to the review list undecided, unless they tell of danger to people.',
    ]);
    expect(naming('en, de')).toEqual([]);
    expect(naming('de')).toEqual([]);
  });
});
