import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { howToGet } from '../../src/cli/doctor/how-to-get.ts';
import { isPrivateKey, pemOf, serviceAccountOf } from '../../src/lib/key-text.ts';
import { createSources } from '../../workers/sources.ts';
import { failure } from '../sources/x/harness.ts';
import { appleKey, applePrivateKey, playKeyFile } from '../support/review-keys.ts';

const env: Readonly<Record<string, string>> = {
  PLAY: playKeyFile,
  PLAY64: Buffer.from(playKeyFile).toString('base64'),
  APPLE: applePrivateKey.replaceAll('\n', '\\n'),
  APPLE64: Buffer.from(applePrivateKey).toString('base64'),
  WRONG: 'geheim-und-falsch',
};

const load = (source: string) =>
  parseConfig(
    `brands:\n  velora: { names: [Velora], timezone: UTC, on_call: [kim] }\nsources:\n  r: ${source}\n`,
    { file: 'evenhand.yaml', folder: '/', dataDir: '/', host: null, port: null, lookup: (name) => env[name] },
  ).config;

const refusal = async (source: string): Promise<string> =>
  String(await failure((async () => load(source))()));

const play = (key: string, more = ''): string =>
  `{ kind: googleplay, service_account: "\${${key}}", apps: [com.velora.app], brand: velora${more} }`;
const apple = (key: string, more = ''): string =>
  `{ kind: appstore, key_id: ${appleKey.keyId}, issuer_id: ${appleKey.issuerId}, private_key: "\${${key}}", apps: ["1234567890"], brand: velora${more} }`;

describe('sources of reviews', () => {
  it.each([
    ['googleplay', play('PLAY')],
    ['googleplay', play('PLAY64')],
    ['appstore', apple('APPLE')],
    ['appstore', apple('APPLE64')],
  ])('of kind %s take their key from the environment, as it is or as base64', (kind, source) => {
    const config = load(source);
    expect(config.sources).toMatchObject([{ kind, brand: 'velora', pollMinutes: 15 }]);
    expect(createSources(config, { xBearerToken: null }).get('r')?.kind).toBe(kind);
  });

  it.each([
    [play('WRONG'), /service_account: is not the JSON file of a Google service account/, 'get.play'],
    [apple('WRONG'), /private_key: is not the private key of App Store Connect/, 'get.appStore'],
    [apple('PLAY'), /private_key: is not the private key of App Store Connect/, 'get.appStore'],
    [play('ABSENT'), /service_account: ABSENT is not set/, 'get.play'],
    [apple('ABSENT'), /private_key: ABSENT is not set/, 'get.appStore'],
  ] as const)('that lack a right key say so, and how it is got: %s', async (source, sentence, how) => {
    const fault = await refusal(source);
    expect([fault, howToGet(fault)?.how]).toEqual([expect.stringMatching(sentence), how]);
    expect(fault).not.toMatch(/geheim|PRIVATE KEY-----/);
  });

  it('refuse a key that stands in the file, a brand that nobody knows, and an app that is none', async () => {
    expect(await refusal(play('PLAY').replace(/"\$.*?"/, 'abc'))).toMatch(/is a secret and may not stand/);
    expect(await refusal(apple('APPLE').replace(/"\$.*?"/, 'abc'))).toMatch(/is a secret and may not stand/);
    expect(await refusal(play('PLAY').replace('brand: velora', 'brand: other'))).toMatch(
      /sources\.r\.brand: names "other", which is not one of the brands/,
    );
    expect(await refusal(play('PLAY').replace('com.velora.app', 'velora'))).toMatch(
      /not the name of a package/,
    );
    expect(await refusal(apple('APPLE').replace('1234567890', 'velora'))).toMatch(/not the number of an app/);
  });

  it('tell one kind of key from another', () => {
    expect([isPrivateKey(applePrivateKey, 'ec'), isPrivateKey(applePrivateKey, 'rsa')]).toEqual([
      true,
      false,
    ]);
    expect(pemOf(applePrivateKey.replaceAll('\n', '\\n'))).toBe(applePrivateKey);
    expect(serviceAccountOf('{"client_email":"a"}')).toBeNull();
    expect(serviceAccountOf(playKeyFile)).toMatchObject({ keyId: 'rsa-key-1' });
  });
});
