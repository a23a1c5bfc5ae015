import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { sentenceIn } from '../../src/lib/sentences.ts';

const parsed = (rules: string, regions = '') =>
  parseConfig(
    `brands: { acme: { names: [Acme] } }
sources: { blog: { kind: feed, url: https://forum.example/latest.rss } }
channels:
  leads: { kind: console }
  duty: { kind: console, audience: on_call }
routing:
  regions: { ${regions} }
  rules:
${rules}
`,
    {
      file: 'evenhand.yaml',
      folder: '/srv/evenhand',
      dataDir: '/srv/evenhand/data',
      host: null,
      port: null,
      lookup: () => undefined,
    },
  ).config.routing;
const rule = (match: string, more = '') =>
  `    - { name: parcels, state: live, match: { ${match} }, team: parcels-de${more} }`;

describe('routing', () => {
  it('is read in order, one or several words at each key', () => {
    const more = ', channel: leads, quota_per_day: 20, expires: 2026-12-31';
    const two = `${rule('brand: acme, category: [delivery, billing], language: de, region: dach, severity: low', more)}
    - { name: rest, state: background, match: {}, team: customer-care }`;
    expect(parsed(two, 'dach: [blog]')).toEqual({
      regions: { dach: ['blog'] },
      rules: [
        {
          name: 'parcels',
          state: 'live',
          expires: '2026-12-31',
          match: {
            brands: ['acme'],
            categories: ['delivery', 'billing'],
            languages: ['de'],
            regions: ['dach'],
            severities: ['low'],
          },
          team: 'parcels-de',
          channel: 'leads',
          quotaPerDay: 20,
        },
        {
          name: 'rest',
          state: 'background',
          expires: null,
          match: { brands: [], categories: [], languages: [], regions: [], severities: [] },
          team: 'customer-care',
          channel: null,
          quotaPerDay: null,
        },
      ],
    });
  });

  it.each([
    ['followers', rule('followers: 1000'), '', 'names reach or standing'],
    ['verified', rule('brand: acme, verified: true'), '', 'names reach or standing'],
    ['vip', rule('', ', vip: true'), '', 'names VIPs'],
    ['an author', rule('author: ann'), '', 'names authors'],
    ['a domain rank', rule('', ', min_domain_rank: 3'), '', 'names reach or standing'],
    ['a value of reach', rule('category: viewers'), '', 'names reach or standing'],
  ])('that names %s is refused, because it is blind', (_name, rules, regions, sentence) => {
    expect(() => parsed(rules, regions)).toThrow(sentence);
  });

  it.each([
    ['an unknown brand', rule('brand: other'), '', 'rules.0.match.brand: names the brand other'],
    ['an unknown region', rule('region: dach'), '', 'rules.0.match.region: names the region dach'],
    ['a source that is not there', rule(''), 'dach: [forum]', 'regions.dach.0: names the source forum'],
    ['an unknown channel', rule('', ', channel: slack'), '', 'rules.0.channel: names the channel slack'],
    ['a channel without leads', rule('', ', channel: duty'), '', 'which does not hear alerts for leads'],
    ['a name twice', `${rule('')}\n${rule('')}`, '', 'rules.1.name: is the name of an earlier rule'],
    ['a quota of nothing', rule('', ', quota_per_day: 0'), '', 'must be at least 1'],
    ['a day that is none', rule('', ', expires: soon'), '', 'must be a day such as 2026-12-31'],
    ['an unknown state', rule('').replace('live', 'on'), '', 'rules.0.state'],
    ['an unknown severity', rule('severity: urgent'), '', 'rules.0.match.severity'],
    ['no team', rule('').replace(', team: parcels-de', ''), '', 'rules.0.team: is missing'],
  ])('with %s is refused in one sentence, in both languages', (_name, rules, regions, sentence) => {
    expect(() => parsed(rules, regions)).toThrow(sentence);
    let said = '';
    try {
      parsed(rules, regions);
    } catch (error) {
      said = error instanceof Error ? error.message : '';
    }
    for (const line of said.split('\n')) expect(sentenceIn(line, 'de')).not.toBe(line);
  });
});
