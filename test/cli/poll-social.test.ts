import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type DiscourseStandIn, startDiscourseStandIn } from '../support/discourse-stand-in.ts';
import { type HackerNewsStandIn, startHackerNewsStandIn } from '../support/hackernews-stand-in.ts';
import { type MastodonStandIn, startMastodonStandIn } from '../support/mastodon-stand-in.ts';
import { makeServedFolder, oneBrand, type ServedFolder } from './run-command.ts';

const now = (): Date => new Date();
const at = new Date(Date.now() - 60_000);

describe('evenhand poll of Mastodon, Hacker News and Discourse', () => {
  let folder: ServedFolder;
  let fedi: MastodonStandIn;
  let hn: HackerNewsStandIn;
  let forum: DiscourseStandIn;
  beforeAll(async () => {
    folder = await makeServedFolder();
    [fedi, hn, forum] = await Promise.all([
      startMastodonStandIn(now, { token: 'secret-token' }),
      startHackerNewsStandIn(now),
      startDiscourseStandIn(now),
    ]);
    fedi.toot({ text: 'Velora lost my parcel', tag: 'velora', createdAt: at, arrivedAt: at });
    const seconds = Math.floor(at.getTime() / 1000);
    hn.posts.set(1, {
      id: 1,
      at: seconds,
      foundAt: seconds,
      by: 'kim',
      title: 'Velora lost my parcel',
      text: '',
    });
    const post = { id: 1, topicId: 1, number: 1, createdAt: at, savedAt: at, version: 1 };
    forum.posts.set(1, { ...post, cooked: '<p>Velora lost my parcel</p>' });
  });
  afterAll(async () => {
    await folder.remove();
    await Promise.all([fedi.close(), hn.close(), forum.close()]);
  });

  const yaml = (allow: boolean): string => `${oneBrand}
sources:
  fedi: { kind: mastodon, base_url: '${fedi.baseUrl}', tags: ['#velora'], token: '\${FEDI_TOKEN}' }
  hn: { kind: hackernews, base_url: '${hn.baseUrl}', items_url: '${hn.baseUrl}' }
  forum: { kind: discourse, base_url: '${forum.baseUrl}' }
${allow ? `network: { allow: ['${[fedi, hn, forum].map(({ baseUrl }) => new URL(baseUrl).host).join("', '")}'] }` : ''}
`;
  const env = { FEDI_TOKEN: 'secret-token' };

  it('keeps what concerns the brand of each, from addresses that the operator allowed', async () => {
    folder.write('evenhand.yaml', yaml(true));
    const { code, out } = await folder.run(['poll', '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { source: 'fedi', read: 1, kept: 1, error: null, gap: null },
      { source: 'hn', read: 1, kept: 1, error: null, gap: null },
      { source: 'forum', read: 1, kept: 1, error: null, gap: null },
    ]);
    expect(fedi.requests.every(({ headers }) => headers.authorization === 'Bearer secret-token')).toBe(true);
    const again = await folder.runHere(['poll', '--json'], { env });
    expect(JSON.parse(again.out)).toMatchObject([{ kept: 0 }, { error: null }, { kept: 0 }]);
    const { out: listed } = await folder.runHere(['cases', 'list', '--all', '--json'], { env });
    expect(new Set(listed.match(/EH-\d+/g)).size).toBe(3);
  }, 120_000);

  it('calls no private address that was not allowed', async () => {
    folder.write('evenhand.yaml', yaml(false));
    const before = hn.requests.length;
    const { code, err } = await folder.runHere(['poll', 'hn', '--dry-run'], { env });
    expect([code, hn.requests.length]).toEqual([2, before]);
    expect(err).toMatch(/could not be reached for source hn/);
  });

  it('refuses a token in the file, streams without one, and half a key', async () => {
    const said = async (text: string): Promise<string> => {
      folder.write('evenhand.yaml', yaml(false).replace(/ {2}fedi: .*/, `  fedi: ${text}`));
      const { code, err } = await folder.runHere(['config', 'check'], { env });
      expect(code).toBe(2);
      return err;
    };
    expect(await said('{ kind: mastodon, base_url: "https://a.example", tags: [a], token: abc }')).toMatch(
      /sources\.fedi\.token: is a secret and may not stand in the file/,
    );
    expect(await said('{ kind: mastodon, base_url: "https://a.example", tags: [a], stream: true }')).toMatch(
      /sources\.fedi: asks for search or stream, which need a token/,
    );
    expect(await said('{ kind: mastodon, base_url: "https://a.example", tags: ["a b"] }')).toMatch(
      /is not a hashtag/,
    );
    expect(
      await said(`{ kind: discourse, base_url: "https://a.example", api_key: "\${FEDI_TOKEN}" }`),
    ).toMatch(/has only one of api_key and api_username/);
  }, 30_000);

  it('keeps every post of a forum that the operator hosts, named or not', async () => {
    const own = await startDiscourseStandIn(now);
    const post = { id: 1, topicId: 1, number: 1, createdAt: at, savedAt: at, version: 1 };
    own.posts.set(1, { ...post, cooked: '<p>My parcel is lost and nobody answers</p>' });
    const written = (mark: string): string =>
      `${oneBrand}\nsources:\n  own: { kind: discourse, base_url: '${own.baseUrl}'${mark} }\nnetwork: { allow: ['${new URL(own.baseUrl).host}'] }\n`;
    folder.write('evenhand.yaml', written(''));
    const foreign = await folder.runHere(['poll', '--dry-run', '--json']);
    expect(JSON.parse(foreign.out)).toMatchObject([{ read: 1, kept: 0 }]);
    folder.write('evenhand.yaml', written(', own: true'));
    const tried = await folder.runHere(['poll', '--dry-run', '--json']);
    expect(JSON.parse(tried.out)).toMatchObject([{ read: 1, kept: 1 }]);
    const polled = await folder.runHere(['poll', 'own', '--json']);
    expect(JSON.parse(polled.out)).toMatchObject([{ source: 'own', read: 1, kept: 1, error: null }]);
    await own.close();
  }, 60_000);
});
