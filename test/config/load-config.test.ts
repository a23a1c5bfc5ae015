import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { buildDanger, buildEscalation } from '../../config/build-protection.ts';
import { loadEnv } from '../../config/env.ts';
import { loadConfig, parseConfig } from '../../config/load-config.ts';
import { UserError } from '../../src/lib/user-error.ts';

const variables: Record<string, string> = {
  SLACK_URL: 'https://hooks.example/services/T0/B0/x',
  HOOK_SECRET: `whsec_${'a'.repeat(32)}`,
};
const options = {
  file: 'evenhand.yaml',
  folder: '/srv/evenhand',
  dataDir: '/srv/evenhand/data',
  host: null,
  port: null,
  lookup: (name: string) => variables[name],
};
const parse = (yaml: string) => parseConfig(yaml, options);
const messageOf = (yaml: string): string => {
  try {
    parse(yaml);
  } catch (error) {
    if (error instanceof UserError) return error.message;
    throw error;
  }
  return 'no error';
};
const brand = (...lines: string[]): string =>
  ['brands:', '  acme:', '    names: [Acme]', ...lines.map((line) => `    ${line}`)].join('\n');

describe('a configuration that is right', () => {
  it('gets the defaults of the design for all that is left out', () => {
    const { config, warnings } = parse('brands: { acme: { names: [Acme] } }');
    expect(config).toEqual({
      brands: [
        {
          id: 'acme',
          names: ['Acme'],
          handles: [],
          phrases: [],
          exclusions: { phrases: [], authors: [] },
          languages: ['en', 'de'],
          accounts: { support: [], brand: [], executives: [], staff: [] },
          calendar: {
            timezone: 'UTC',
            hours: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, { open: 540, close: 1020 }])),
          },
          sla: Object.fromEntries(
            ['first_response', 'next_response'].map((kind) => [
              kind,
              {
                critical: { kind: 'wall', ms: 3_600_000 },
                high: { kind: 'wall', ms: 14_400_000 },
                medium: { kind: 'business_days', days: 1 },
                low: { kind: 'business_days', days: 3 },
              },
            ]),
          ),
          onCall: [],
        },
      ],
      ...Object.fromEntries(['sources', 'people', 'sinks'].map((room) => [room, []])),
      acknowledgement: { en: expect.stringMatching(/^Thank/), de: expect.stringMatching(/^Danke/) },
      routing: { regions: {}, rules: [] },
      network: { allow: [] },
      channels: [
        {
          kind: 'console',
          name: 'console',
          language: 'en',
          audience: ['leads', 'on_call'],
          group: {
            groupBy: ['brand', 'severity'],
            groupWaitMs: null,
            groupIntervalMs: null,
            repeatIntervalMs: null,
          },
        },
      ],
      digest: { atMinute: 420, dir: '/srv/evenhand/data/digests', channel: null },
      retention: {
        postsWithoutCaseDays: 30,
        exactCountsDays: 30,
        closedCasesDays: 365,
        contactsDays: 90,
        tombstoneDays: 35,
        ledger: null,
      },
      http: { host: '127.0.0.1', port: 8080, publicUrl: null, trustedProxies: [] },
      guard: null,
      escalation: buildEscalation(),
      danger: buildDanger(),
    });
    expect(warnings).toEqual([
      expect.stringMatching(/^evenhand\.yaml:1: brands\.acme: has no timezone.*UTC.*Europe\/Berlin\.$/),
      expect.stringMatching(/^evenhand\.yaml:1: brands\.acme: names nobody on_call/),
    ]);
  });

  it('reads handles, accounts, hours and targets as people write them', () => {
    const [acme] = parse(
      brand(
        'handles: ["@Acme_Help", acme@social.example, acme.bsky.social]',
        'accounts: { support: ["@Acme_Help"], executives: [did:plc:abc] }',
        'exclusions: { phrases: [Acme Beach], authors: ["@Bot"] }',
        'timezone: Europe/Berlin',
        'hours: { mon: 08:30-24:00, sat: closed }',
        'sla: { critical: 30m, low: 5 business days, next_response: { low: 2d }, resolution: { high: 1 business day } }',
        'on_call: [Jo]',
      ),
    ).config.brands;
    expect(acme?.handles).toEqual(['acme_help', 'acme@social.example', 'acme.bsky.social']);
    expect(acme?.accounts).toEqual({
      support: ['acme_help'],
      brand: [],
      executives: ['did:plc:abc'],
      staff: [],
    });
    expect(acme?.exclusions.authors).toEqual(['bot']);
    expect(acme?.calendar).toEqual({ timezone: 'Europe/Berlin', hours: { 1: { open: 510, close: 1440 } } });
    expect(acme?.sla.first_response.critical).toEqual({ kind: 'wall', ms: 1_800_000 });
    expect(acme?.sla.first_response.low).toEqual({ kind: 'business_days', days: 5 });
    expect(acme?.sla.next_response.low).toEqual({ kind: 'wall', ms: 172_800_000 });
    expect(acme?.sla.resolution).toEqual({ high: { kind: 'business_days', days: 1 } });
  });

  it('reads sources and channels, with secrets from the environment', () => {
    const { config } = parse(
      [
        brand('timezone: UTC'),
        'sources:',
        '  blog: { kind: feed, url: "https://blog.example/feed", poll_minutes: 30, comments: false }',
        '  survey: { kind: file, path: in/survey.csv, map: { text: Comment, followers: Fans } }',
        'channels:',
        `  team: { kind: slack, url: "\${SLACK_URL}", audience: [leads, on_call], group_wait: 0, group_interval: 5m, language: de }`,
        `  press: { kind: webhook, url: https://in.example/hook, secret: "\${HOOK_SECRET}", audience: comms }`,
        'digest: { at: "06:45", dir: out, channel: press }',
        'network: { allow: ["forum.intern:8080"] }',
        'retention: { closed_cases_days: 90, tombstone_days: 40 }',
      ].join('\n'),
    );
    expect(config.sources).toEqual([
      {
        kind: 'feed',
        name: 'blog',
        url: 'https://blog.example/feed',
        comments: false,
        articles: true,
        pollMinutes: 30,
      },
      {
        kind: 'file',
        name: 'survey',
        path: '/srv/evenhand/in/survey.csv',
        map: { text: 'Comment', followers: 'Fans' },
      },
    ]);
    expect(config.channels).toMatchObject([
      {
        name: 'team',
        url: variables.SLACK_URL,
        audience: ['leads', 'on_call'],
        group: { groupWaitMs: 0, groupIntervalMs: 300_000 },
      },
      { name: 'press', kind: 'webhook', secret: variables.HOOK_SECRET, audience: ['comms'] },
    ]);
    expect(config.digest).toEqual({ atMinute: 405, dir: '/srv/evenhand/out', channel: 'press' });
    expect(config.retention).toMatchObject({ closedCasesDays: 90, tombstoneDays: 40 });
  });

  it('lets the environment win over host and port of the file', () => {
    const { config } = parseConfig(`${brand()}\nhttp: { host: 10.0.0.1, port: 1 }`, {
      ...options,
      port: 0,
      host: '::',
    });
    expect(config.http).toEqual({ host: '::', port: 0, publicUrl: null, trustedProxies: [] });
  });
});

describe('a configuration that is wrong is refused with file, line, key and what to do', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'an unknown key',
      brand('timezon: UTC'),
      '4: brands.acme.timezon: is not a key that is known here; did you mean "timezone"?',
    ],
    [
      'an unknown key far from any',
      brand('foo_bar_baz: 1'),
      '4: brands.acme.foo_bar_baz: is not a key that is known here; known are names, handles',
    ],
    [
      'a duplicate key',
      brand('names: [Acme 2]'),
      '4: brands.acme.names: this key stands here twice; keep one of them.',
    ],
    [
      'a wrong type',
      brand('handles: acme'),
      '4: brands.acme.handles: must be a list, for example [one, two].',
    ],
    [
      'a number for a name',
      'brands:\n  a1:\n    names:\n      - Acme\n      - 1234',
      '5: brands.a1.names.1: must be text; put it in quotes.',
    ],
    ['no value', brand('hours:'), '4: brands.acme.hours: is empty; write a value or remove the line.'],
    [
      'a bad time zone',
      brand('timezone: Europe/Berln'),
      '4: brands.acme.timezone: is not a time zone; write an IANA name such as Europe/Berlin.',
    ],
    [
      'bad hours',
      brand('hours:', '  mon: 9-17'),
      '5: brands.acme.hours.mon: must be like 09:00-17:00, or closed.',
    ],
    [
      'hours backwards',
      brand('hours: { mon: 17:00-09:00 }'),
      '4: brands.acme.hours.mon: closes before it opens',
    ],
    ['hours without a day', brand('hours: { mon: closed }'), '4: brands.acme.hours: name no day'],
    [
      'a bad handle',
      brand('handles: [acme help]'),
      '4: brands.acme.handles.0: is not a handle; write it without spaces',
    ],
    [
      'a handle with a bare @',
      brand('handles: [@acme]'),
      '4: a handle may not begin with @ unless it stands in quotes; drop the @.',
    ],
    ['a bad target', brand('sla: { high: soon }'), '4: brands.acme.sla.high: must be a time by the clock'],
    [
      'a target of nothing',
      brand('sla: { high: 0 business days }'),
      '4: brands.acme.sla.high: must be a time by the clock',
    ],
    ['a bad language', brand('languages: [ger]'), '4: brands.acme.languages.0: must be one of en, de,'],
    ['a phrase of nothing', brand('phrases: ["..."]'), '4: brands.acme.phrases.0: holds no letter'],
    [
      'an account in two roles',
      brand('accounts: { support: [a1], staff: ["@A1"] }'),
      '4: brands.acme.accounts.staff: names "a1", which stands under support too',
    ],
    ['no brands', 'brands: {}', '1: brands: is empty; add a brand.'],
    ['no brands at all', 'http: { port: 1 }', '1: brands: is missing; add it.'],
    [
      'brands as a list',
      'brands:\n  - names: [Acme]',
      '1: brands: must be a map of names, each with its own keys, not a list.',
    ],
    [
      'a brand without words',
      'brands:\n  acme:\n    timezone: UTC',
      '2: brands.acme: has nothing to listen for; add names, handles or phrases.',
    ],
    [
      'a brand with a bad name',
      'brands:\n  "Acme & Co": { names: [Acme] }',
      '2: brands.Acme & Co: must be a short name',
    ],
    [
      'an unknown kind',
      `${brand()}\nsources:\n  a: { kind: fed }`,
      '5: sources.a.kind: must be one of file, feed, x, push, bluesky, mastodon, hackernews, discourse, reddit, webmention, youtube, googleplay, appstore, xenforo, vbulletin; did you mean "feed"?',
    ],
    [
      'no kind',
      `${brand()}\nsources:\n  a: { url: "https://a.example" }`,
      '5: sources.a.kind: is missing; write one of file, feed, x, push,',
    ],
    [
      'a bad address',
      `${brand()}\nsources:\n  a: { kind: feed, url: a.example }`,
      '5: sources.a.url: must be an address that begins with http',
    ],
    [
      'a key of another kind',
      `${brand()}\nsources:\n  a: { kind: file, path: a, poll_minutes: 3 }`,
      '5: sources.a.poll_minutes: is not a key that is known here',
    ],
    ['X without its token', `${brand()}\nsources:\n  tw: { kind: x }`, '5: sources.tw: needs X_BEARER_TOKEN'],
    [
      'a secret in the file',
      `${brand()}\nchannels:\n  a: { kind: slack, url: "https://hooks.example/1" }`,
      '5: channels.a.url: is a secret and may not stand in the file',
    ],
    [
      'an unset variable',
      `${brand()}\nchannels:\n  a: { kind: slack, url: "\${NOPE}" }`,
      '5: channels.a.url: NOPE is not set; put it into the environment or into .env.',
    ],
    [
      'a bad duration',
      `${brand()}\nchannels:\n  a: { kind: console, group_wait: 5 }`,
      '5: channels.a.group_wait: must be a duration such as 30s',
    ],
    [
      'comms with leads',
      `${brand()}\nchannels:\n  a: { kind: console, audience: [leads, comms] }`,
      '5: channels.a.audience: mixes comms with others',
    ],
    [
      'a digest to nowhere',
      `${brand()}\ndigest: { channel: press }`,
      '4: digest.channel: names "press", which is not one of the channels.',
    ],
    [
      'a digest to leads',
      `${brand()}\nchannels: { a: { kind: console } }\ndigest: { channel: a }`,
      '5: digest.channel: names "a", which is not for comms',
    ],
    ['an open bracket', 'brands:\n  acme:\n    names: [Acme\n    handles: [a]', '4: this is not valid YAML'],
    ['a tab', 'brands:\n\tacme: {}', '2: a tab stands where blanks must'],
    ['two documents', `${brand()}\n---\na: 1`, 'a second document begins here'],
    ['an alias without anchor', brand('phrases: *words'), 'nresolved alias'],
    ['a bad port', `${brand()}\nhttp: { port: 70000 }`, '4: http.port: must be a port from 0 to 65535.'],
    ['a port in words', `${brand()}\nhttp: { port: http }`, '4: http.port: must be a number.'],
    ['text for a file', 'just words', '1: must be a map of keys and values.'],
  ];

  it.each(cases)('%s', (_, yaml, expected) => {
    const message = messageOf(yaml);
    expect(message).toContain(expected);
    expect(message).toMatch(/^evenhand\.yaml:\d+: /);
    expect(message.split('\n')).toHaveLength(1);
  });

  it('names every fault once, from the top', () => {
    const message = messageOf(brand('timezone: Mars/Base', 'handles: ["a b"]', 'huors: {}'));
    expect(message.split('\n').map((line) => /^evenhand\.yaml:(\d+): ([\w.]+)/.exec(line)?.slice(1))).toEqual(
      [
        ['4', 'brands.acme.timezone'],
        ['5', 'brands.acme.handles.0'],
        ['6', 'brands.acme.huors'],
      ],
    );
  });

  it('never repeats a secret', () => {
    const yaml = `${brand()}\nchannels:\n  a: { kind: webhook, url: https://a.example, secret: "\${SLACK_URL}" }`;
    expect(messageOf(yaml)).toContain('5: channels.a.secret: must be whsec_');
    expect(messageOf(yaml)).not.toContain('hooks.example');
  });

  it('an empty file says how to fill it', () => {
    expect(messageOf('# nothing\n')).toBe(
      'evenhand.yaml is empty; write a configuration into it with "evenhand init".',
    );
  });
});

describe('the file on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-config-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const load = (cwd: string, own: Record<string, string> = {}) =>
    loadConfig(loadEnv({ cwd, variables: own }));

  it('is the demo when there is neither file nor database', () => {
    const { config } = load(folder);
    expect(config.brands.map(({ id }) => id)).toEqual(['voltara', 'nordlicht']);
    expect(config.channels.every(({ kind }) => kind === 'console')).toBe(true);
    expect(config.digest.dir).toBe(join(folder, 'data-demo', 'digests'));
  });

  it('must exist when a database is named', () => {
    expect(() => load(folder, { DATABASE_URL: 'postgres://localhost/evenhand' })).toThrow(
      /there is no evenhand\.yaml/,
    );
  });

  it('is named relative to where the command runs, and its paths begin at its own folder', () => {
    const inner = join(folder, 'conf');
    mkdirSync(inner);
    writeFileSync(join(inner, 'evenhand.yaml'), `${brand()}\ndigest: { dir: out }`);
    const { config, warnings } = load(folder, { EVENHAND_CONFIG: 'conf/evenhand.yaml' });
    expect(config.digest.dir).toBe(join(inner, 'out'));
    expect(warnings[0]).toMatch(/^conf\/evenhand\.yaml:2: brands\.acme: /);
  });

  it('must be UTF-8', () => {
    const inner = join(folder, 'latin1');
    mkdirSync(inner);
    writeFileSync(
      join(inner, 'evenhand.yaml'),
      Buffer.from('brands: { a: { names: [M\xfcller] } }', 'latin1'),
    );
    expect(() => load(inner)).toThrow(
      'evenhand.yaml is not written in UTF-8; save it again in that encoding.',
    );
  });
});
