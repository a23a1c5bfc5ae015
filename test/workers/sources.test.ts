import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';
import { followedSources } from '../../workers/followed-sources.ts';
import { createSources, sourcesWithAudiences } from '../../workers/sources.ts';

const { config } = parseConfig(
  `brands: { acme: { names: [Acme] } }
sources:
  blog: { kind: feed, url: "https://blog.example/feed" }
  news: { kind: feed, url: "https://news.example/feed", comments: false }
  bsky: { kind: bluesky }
  lab: { kind: bluesky, base_url: "wss://jetstream.example" }
  fedi: { kind: mastodon, base_url: "https://fedi.example", tags: [acme] }
  hn: { kind: hackernews }
  forum: { kind: discourse, base_url: "https://forum.example", own: true }
  talk: { kind: reddit, approved: true, client_id: i, client_secret: '\${KEY}', username: acme_help, subreddits: [acme] }
  videos: { kind: youtube, api_key: '\${KEY}', channels: [UCacmeacmeacmeacmeacmeac] }
  archive: { kind: file, path: posts.csv }
`,
  {
    file: 'evenhand.yaml',
    folder: '/srv',
    dataDir: '/srv/data',
    host: null,
    port: null,
    lookup: (name) => (name === 'KEY' ? 'secret' : undefined),
  },
);

describe('sources as configured', () => {
  const sources = createSources(config, { xBearerToken: null });

  it('have their threads followed where they can tell one, and whoever decides knows which', () => {
    const tell = [...sources.values()].flatMap(({ name, follow }) => (follow === undefined ? [] : [name]));
    expect(tell).toEqual(['blog', 'bsky', 'fedi', 'hn', 'forum', 'talk', 'videos']);
    expect([...followedSources(config)]).toEqual(tell);
  });

  it('are asked about audiences where the stream tells none, and nobody sends to a foreign host unasked', () => {
    expect(sourcesWithAudiences(config).map(({ name }) => name)).toEqual(['bsky']);
  });

  it('say which brand hosts them', () => {
    expect(
      [...sources.values()].flatMap(({ name, ownedBy }) => (ownedBy === undefined ? [] : [[name, ownedBy]])),
    ).toEqual([['forum', 'acme']]);
  });
});
