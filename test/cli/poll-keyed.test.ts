import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ForumStandIn, startForumStandIn } from '../support/forum-stand-in.ts';
import { type RedditStandIn, startRedditStandIn } from '../support/reddit-stand-in.ts';
import { appleKey, applePrivateKey, playKeyFile } from '../support/review-keys.ts';
import { type ReviewStandIn, startAppStoreStandIn, startPlayStandIn } from '../support/review-stand-ins.ts';
import { startYouTubeStandIn, type YouTubeStandIn, youtubeKey } from '../support/youtube-stand-in.ts';
import { makeServedFolder, oneBrand, type ServedFolder } from './run-command.ts';

const now = (): Date => new Date();
const at = new Date(Date.now() - 60_000);
const channel = 'UCvelora5678901234567890';

interface StandIns {
  readonly reddit: RedditStandIn;
  readonly videos: YouTubeStandIn;
  readonly play: ReviewStandIn;
  readonly ios: ReviewStandIn;
  readonly owners: ForumStandIn;
}

const startAll = async (): Promise<StandIns> => {
  const [reddit, videos, play, ios, owners] = await Promise.all([
    startRedditStandIn(now),
    startYouTubeStandIn(now),
    startPlayStandIn(now),
    startAppStoreStandIn(now),
    startForumStandIn(now),
  ]);
  const text = 'Velora lost my parcel';
  const place = { createdAt: at, shownAt: at, author: 'jo' };
  reddit.things.set('t3_abc1', { name: 't3_abc1', subreddit: 'parcels', title: text, text: '', ...place });
  videos.comments.set('Ugx1', {
    id: 'Ugx1',
    videoId: 'v',
    channelId: channel,
    publishedAt: at,
    shownAt: at,
    author: 'jo',
    text: 'mine never came',
  });
  const review = { id: 'r1', at, shownAt: at, title: '', body: 'it crashes when I pay' };
  play.apps.add('com.velora.app');
  play.reviews.set('r1', { ...review, app: 'com.velora.app' });
  ios.apps.add('1234567890');
  ios.reviews.set('r1', { ...review, app: '1234567890' });
  owners.threads.set(1, { id: 1, forum: 'cars.12', at, author: 'Jo', title: text, body: 'for weeks' });
  return { reddit, videos, play, ios, owners };
};

describe('evenhand poll of platforms that give keys, and of forums', () => {
  let folder: ServedFolder;
  let all: StandIns;
  beforeAll(async () => {
    folder = await makeServedFolder();
    all = await startAll();
    folder.write('evenhand.yaml', yaml(all));
  });
  afterAll(async () => {
    await folder.remove();
    await Promise.all(Object.values(all).map((standIn: StandIns[keyof StandIns]) => standIn.close()));
  });

  const yaml = ({ reddit, videos, play, ios, owners }: StandIns): string => `${oneBrand}
sources:
  reddit: { kind: reddit, approved: true, client_id: app-id, client_secret: '\${REDDIT}', username: velora_help, subreddits: [parcels], base_url: '${reddit.baseUrl}' }
  videos: { kind: youtube, api_key: '\${YOUTUBE}', channels: [${channel}], brand: velora, base_url: '${videos.baseUrl}' }
  play: { kind: googleplay, service_account: '\${PLAY}', apps: [com.velora.app], brand: velora, base_url: '${play.baseUrl}' }
  ios: { kind: appstore, key_id: ${appleKey.keyId}, issuer_id: ${appleKey.issuerId}, private_key: '\${APPLE}', apps: ['1234567890'], brand: velora, base_url: '${ios.baseUrl}' }
  owners: { kind: xenforo, base_url: '${owners.baseUrl}' }
network: { allow: ['${[reddit, videos, play, ios, owners].map(({ baseUrl }) => new URL(baseUrl).host).join("', '")}'] }
`;
  const env = {
    REDDIT: 'app-secret',
    YOUTUBE: youtubeKey,
    PLAY: Buffer.from(playKeyFile).toString('base64'),
    APPLE: Buffer.from(applePrivateKey).toString('base64'),
  };

  it('shows what would come in, and what of a quota it took', async () => {
    const { code, out } = await folder.run(['poll', '--dry-run', '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject([
      { source: 'reddit', read: 1, kept: 1, quota: { unit: 'requests', limit: 1_000 } },
      { source: 'videos', read: 1, kept: 1, quota: { unit: 'units', used: 1, limit: 10_000 } },
      { source: 'play', read: 1, kept: 1, quota: { unit: 'requests', used: 1, limit: 200 } },
      { source: 'ios', read: 1, kept: 1, quota: { unit: 'requests' } },
      { source: 'owners', read: 1, kept: 1, quota: null },
    ]);
  }, 120_000);

  it('keeps it, also what names no brand where the place is one of its own, and doctor shows the quotas', async () => {
    const { code, out } = await folder.runHere(['poll'], { env });
    expect(code).toBe(0);
    for (const name of ['reddit', 'videos', 'play', 'ios', 'owners'])
      expect(out).toContain(`${name}: 1 read, 1 kept.`);
    expect(out).toMatch(/videos: \d+ of 10,000 units used\./);
    const told = await folder.runHere(['doctor', '--json'], { env });
    const { findings } = JSON.parse(told.out) as { findings: readonly { text: string }[] };
    const texts = findings.map(({ text }) => text).join('\n');
    expect(texts).toMatch(/videos: \d+ of 10,000 units used; counted anew in /);
    expect(texts).toMatch(/play: \d+ of 200 requests used/);
    for (const secret of Object.values(env)) expect(texts + out).not.toContain(secret);
  }, 120_000);
});
