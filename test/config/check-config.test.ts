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

const withAllowed = (allow: string): string => `brands:
  acme: { names: [Acme], timezone: UTC, on_call: [Kim] }
sources:
  forum: { kind: feed, url: "http://forum.intern/feed.xml?key=hush" }
  desk: { kind: feed, url: "http://[::1]/hush" }
  blog: { kind: feed, url: "https://blog.example/feed.xml" }
  odd: { kind: feed, url: "https://blog.example:8443/feed.xml" }
channels:
  leads: { kind: webhook, url: "http://2130706433:9000/hush", secret: "$\{HOOK_SECRET}" }
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
