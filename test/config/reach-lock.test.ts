import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseConfig } from '../../config/load-config.ts';
import { findReachWords } from '../../config/reach-lock.ts';

const parse = (yaml: string) =>
  parseConfig(yaml, {
    file: 'evenhand.yaml',
    folder: '/',
    dataDir: '/data',
    host: null,
    port: null,
    lookup: () => undefined,
  });
const brands = 'brands:\n  acme:\n    names: [Acme]\n    timezone: UTC\n';

describe('lock 4: no rule of evenhand.yaml may look at reach', () => {
  it.each([
    [
      'a severity by followers',
      `${brands}severity:\n  critical: { followers: "> 10000" }`,
      6,
      'severity.critical.followers',
    ],
    ['a deadline for VIPs', `${brands}    sla: { vip: 10m }`, 5, 'brands.acme.sla.vip'],
    ['likes in camel case', `${brands}alerts: { minLikes: 5 }`, 5, 'alerts.minLikes'],
    ['a routing by verified', `${brands}routing:\n  - { when: is_verified, to: press }`, 6, 'routing.0.when'],
    [
      'grouping by views',
      `${brands}channels:\n  a: { kind: console, group_by: [views] }`,
      6,
      'channels.a.group_by.0',
    ],
    [
      'a channel above a reach',
      `${brands}channels:\n  a: { kind: console, min_reach: 3 }`,
      6,
      'channels.a.min_reach',
    ],
    ['a rank of domains', `${brands}routing: { domain_rank: 100 }`, 5, 'routing.domain_rank'],
    [
      'a source for loud accounts',
      `${brands}sources:\n  a: { kind: x, min_followers: 3 }`,
      6,
      'sources.a.min_followers',
    ],
  ])('%s', (_, yaml, line, key) => {
    expect(() => parse(yaml)).toThrow(`evenhand.yaml:${line}: ${key}: "`);
    expect(() => parse(yaml)).toThrow(/blind to who asks and how many listen; remove it/);
  });

  it.each([
    `${brands}severity: { authors: [somebody] }`,
    `${brands}    sla: { accounts: [a] }`,
    `${brands}routing: { users: [a] }`,
  ])('lists of authors stand in exclusions only: %j', (yaml) => {
    expect(() => parse(yaml)).toThrow(/names authors.*only exclusions\.authors of a brand may name authors/);
  });

  it('a brand may be called VIP Cinemas, and words to listen for may be any', () => {
    const yaml = [
      'brands:',
      '  vip-cinemas:',
      '    names: [VIP Cinemas]',
      '    handles: [vip_verified]',
      '    phrases: [five million followers, Reach]',
      '    exclusions: { phrases: [likes], authors: [influencer1] }',
      '    timezone: UTC',
      'channels:',
      '  vip-desk: { kind: console }',
      'sources:',
      '  followers-forum: { kind: feed, url: "https://reach.example/views" }',
      '  survey: { kind: file, path: views.csv, map: { text: T, followers: Followers } }',
    ].join('\n');
    expect(parse(yaml).config.brands[0]?.names).toEqual(['VIP Cinemas']);
  });

  it('finds the words wherever a rule may hide, and never throws', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('severity', 'routing', 'alerts', 'rules', 'deadlines', 'sla'),
        fc.array(fc.constantFrom('if', 'when', 'then', 'any', 'all', 'match'), { maxLength: 4 }),
        fc.constantFrom(
          'followers',
          'min_follower_count',
          'isVerified',
          'VIP',
          'likes',
          'page-rank',
          'Reichweite',
        ),
        fc.boolean(),
        (room, path, word, asKey) => {
          const leaf: unknown = asKey ? { [word]: 1 } : [word];
          const rule = path.reduceRight<unknown>((below, key) => ({ [key]: below }), leaf);
          expect(findReachWords({ [room]: rule })).toHaveLength(1);
        },
      ),
    );
    fc.assert(fc.property(fc.anything(), (value) => expect(Array.isArray(findReachWords(value))).toBe(true)));
  });
});
