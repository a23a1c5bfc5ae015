import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { howToGet } from '../../src/cli/doctor/how-to-get.ts';
import { createSources } from '../../workers/sources.ts';
import { failure } from '../sources/x/harness.ts';

const load = (source: string, env: Readonly<Record<string, string>> = { SECRET: 'geheim' }) =>
  parseConfig(
    `brands:\n  velora: { names: [Velora], phrases: [Velora Bank], timezone: UTC, on_call: [kim] }\nsources:\n  r: ${source}\n`,
    { file: 'evenhand.yaml', folder: '/', dataDir: '/', host: null, port: null, lookup: (name) => env[name] },
  );

const app = `kind: reddit, client_id: id, client_secret: "\${SECRET}", username: velora_help`;

describe('a source of kind reddit', () => {
  it('is off, and says what it needs, until somebody writes that Reddit approved', async () => {
    for (const approved of ['', ', approved: false']) {
      const fault = String(await failure((async () => load(`{ ${app}${approved} }`))()));
      expect(fault).toMatch(
        /evenhand\.yaml:4: sources\.r: reads Reddit, which allows nobody to without its approval/,
      );
      expect(howToGet(fault)).toEqual({ how: 'get.reddit', name: '' });
      expect(fault).not.toContain('geheim');
    }
  });

  it('reads communities and searches for the names and phrases of the brands when it is approved', () => {
    const { config } = load(`{ ${app}, approved: true, subreddits: [trains, Trains, germany] }`);
    expect(config.sources).toEqual([
      {
        kind: 'reddit',
        name: 'r',
        clientId: 'id',
        clientSecret: 'geheim',
        userAgent: 'node:evenhand:v0 (by /u/velora_help)',
        subreddits: ['Trains', 'germany'],
        search: true,
        baseUrl: 'https://oauth.reddit.com',
        tokenUrl: 'https://www.reddit.com/api/v1/access_token',
        pollMinutes: 5,
      },
    ]);
    const source = createSources(config, { xBearerToken: null }).get('r');
    expect([source?.kind, source?.knowsSpread]).toEqual(['reddit', true]);
  });

  it.each([
    [
      `{ kind: reddit, approved: true, client_id: id, client_secret: abc, username: velora_help }`,
      /client_secret: is a secret and may not stand in the file/,
    ],
    [`{ ${app}, approved: true, search: false }`, /has nothing to read; name subreddits/],
    [`{ ${app}, approved: true, subreddits: [r/trains] }`, /is not a community; write its name without r\//],
    [
      `{ kind: reddit, approved: true, client_id: id, client_secret: '$\{SECRET}', username: u/x }`,
      /must be the name of a Reddit account/,
    ],
  ])('refuses %s', async (source, sentence) => {
    expect(String(await failure((async () => load(source))()))).toMatch(sentence);
  });

  it('says how its app is got where the secret is not set', async () => {
    const fault = String(await failure((async () => load(`{ ${app}, approved: true }`, {}))()));
    expect(howToGet(fault)).toEqual({ how: 'get.redditApp', name: 'SECRET' });
  });
});
