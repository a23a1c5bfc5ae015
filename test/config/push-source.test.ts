import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';

const secrets: Record<string, string> = {
  HOOK_SECRET: `whsec_${'a'.repeat(32)}`,
  PLAIN_SECRET: 'a secret of sixteen'.replaceAll(' ', '-'),
};

const sourceOf = (written: string) =>
  parseConfig(`brands: { acme: { names: [Acme] } }\nsources:\n  reviews: ${written}\n`, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: (name) => secrets[name],
  }).config.sources[0];

describe('a source that is pushed', () => {
  it('is signed by Standard Webhooks unless it says otherwise', () => {
    expect(sourceOf(`{ kind: push, secret: "\${HOOK_SECRET}" }`)).toEqual({
      kind: 'push',
      name: 'reviews',
      proof: { kind: 'standard-webhooks', secret: secrets.HOOK_SECRET },
      postsPerMinute: null,
    });
  });

  it('may name the headers of its own HMAC', () => {
    const headers = 'signature_header: X-Sig, timestamp_header: X-Time, id_header: X-Event-Id';
    const written = `{ kind: push, secret: "\${PLAIN_SECRET}", signature: hmac, ${headers}, posts_per_minute: 600 }`;
    expect(sourceOf(written)).toMatchObject({
      proof: {
        kind: 'hmac',
        signatureHeader: 'x-sig',
        timestampHeader: 'x-time',
        idHeader: 'x-event-id',
      },
      postsPerMinute: 600,
    });
    expect(sourceOf(`{ kind: push, secret: "\${PLAIN_SECRET}", signature: hmac }`)).toMatchObject({
      proof: { signatureHeader: 'x-signature', timestampHeader: null, idHeader: null },
    });
  });

  it.each([
    [
      'whose secret stands in the file',
      '{ kind: push, secret: 0123456789abcdef0123 }',
      'secret: is a secret and may',
    ],
    [
      'whose secret is none of Standard Webhooks',
      `{ kind: push, secret: "\${PLAIN_SECRET}" }`,
      'secret: must be whsec_',
    ],
    [
      'that names a header for hmac alone',
      `{ kind: push, secret: "\${HOOK_SECRET}", id_header: X-Id }`,
      'id_header: is for signature: hmac alone; remove it',
    ],
    ['without a secret', '{ kind: push }', 'secret: is missing'],
  ])('%s is refused with its line and key', (_, written, sentence) => {
    expect(() => sourceOf(written)).toThrow(`evenhand.yaml:3: sources.reviews.${sentence}`);
  });
});

describe('proxies in front of the service', () => {
  const parse = (proxies: string) =>
    parseConfig(`brands: { acme: { names: [Acme] } }\nhttp: { trusted_proxies: [${proxies}] }`, {
      file: 'evenhand.yaml',
      folder: '/srv/evenhand',
      dataDir: '/srv/evenhand/data',
      host: null,
      port: null,
      lookup: () => undefined,
    }).config.http.trustedProxies;

  it('are addresses and networks', () => {
    expect(parse('10.0.0.0/8, "::1", "fd00::/8"')).toEqual(['10.0.0.0/8', '::1', 'fd00::/8']);
  });

  it.each(['10.0.0.0/33', 'proxy.example', '10.0.0.1/8/8', '10.0.0.1/', '"::1/129"'])(
    'refuse %s',
    (written) => {
      expect(() => parse(written)).toThrow('http.trusted_proxies.0: must be an address or a network');
    },
  );
});
