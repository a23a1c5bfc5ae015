import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';

const both = '{ acme: { names: [Acme] }, zenith: { names: [Zenith] } }';

const sourceOf = (written: string, brands = '{ acme: { names: [Acme] } }') =>
  parseConfig(`brands: ${brands}\nsources:\n  forum: ${written}\n`, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: () => undefined,
  }).config.sources[0];

const discourse = 'kind: discourse, base_url: "https://forum.example"';

describe('a forum that the operator hosts', () => {
  it('is of the only brand, or of the one that is named', () => {
    expect(sourceOf(`{ ${discourse}, own: true }`)).toMatchObject({ ownedBy: 'acme' });
    expect(sourceOf(`{ ${discourse}, own: true, brand: zenith }`, both)).toMatchObject({ ownedBy: 'zenith' });
    const feed = '{ kind: feed, url: "https://forum.example/forums/-/index.rss", own: true }';
    expect(sourceOf(feed)).toMatchObject({ kind: 'feed', ownedBy: 'acme' });
  });

  it('is somebody else’s unless it says so', () => {
    expect(sourceOf(`{ ${discourse} }`)).not.toHaveProperty('ownedBy');
    expect(sourceOf(`{ ${discourse}, own: false }`)).not.toHaveProperty('ownedBy');
  });

  it.each([
    [
      'of one of several brands',
      `{ ${discourse}, own: true }`,
      'own: does not say of which brand; write brand: acme',
    ],
    [
      'of a brand that is none',
      `{ ${discourse}, own: true, brand: other }`,
      'brand: names "other", which is not one',
    ],
    [
      'of a brand, but not its own',
      `{ ${discourse}, brand: acme }`,
      'brand: is for own: true alone; remove it',
    ],
    ['on a network of others', '{ kind: hackernews, own: true }', 'own: is not a key'],
  ])('%s is refused with its line and key', (_, written, sentence) => {
    expect(() => sourceOf(written, both)).toThrow(`evenhand.yaml:3: sources.forum.${sentence}`);
  });
});
