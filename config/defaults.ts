import type { Brand, Calendar, SlaPolicy, Target } from '../src/domain/brand.ts';
import type { Severity } from '../src/domain/severity.ts';
import type { ChannelConfig, GroupConfig } from './channel-config.ts';
import type { AcknowledgementConfig, RetentionConfig } from './config.ts';

const hour = 3_600_000;

/** DESIGN.md 4: critical 1 h and high 4 h on the wall clock, medium 1 and low 3 business days. */
const responseTargets: Readonly<Record<Severity, Target>> = {
  critical: { kind: 'wall', ms: hour },
  high: { kind: 'wall', ms: 4 * hour },
  medium: { kind: 'business_days', days: 1 },
  low: { kind: 'business_days', days: 3 },
};

export const defaultSla: SlaPolicy = { first_response: responseTargets, next_response: responseTargets };

const officeDay = { open: 9 * 60, close: 17 * 60 };

/** Monday to Friday, 9 to 17. */
export const defaultHours: Calendar['hours'] = {
  1: officeDay,
  2: officeDay,
  3: officeDay,
  4: officeDay,
  5: officeDay,
};

export const defaultTimezone = 'UTC';
export const defaultLanguages: Brand['languages'] = ['en', 'de'];

/** DESIGN.md 5, privacy; 12 months are 365 days. Tombstones outlive every backup that is kept for 30 days. */
export const defaultRetention: RetentionConfig = {
  postsWithoutCaseDays: 30,
  exactCountsDays: 30,
  closedCasesDays: 365,
  contactsDays: 90,
  tombstoneDays: 35,
  ledger: null,
};

/** Loopback only: whoever wants the service in the network says so. */
export const defaultHttp = { host: '127.0.0.1', port: 8080, publicUrl: null, trustedProxies: [] } as const;

export const defaultFeedPollMinutes = 15;
export const defaultXPollMinutes = 5;
export const defaultXBaseUrl = 'https://api.x.com';
export const defaultXBudgetUsdPerDay = 5;
export const defaultSignatureHeader = 'x-signature';
/** facts/sources.md 2. */
export const defaultBlueskyHosts: readonly string[] = [
  'wss://jetstream1.us-east.bsky.network',
  'wss://jetstream2.us-east.bsky.network',
  'wss://jetstream1.us-west.bsky.network',
  'wss://jetstream2.us-west.bsky.network',
];
export const defaultBlueskyApiUrl = 'https://public.api.bsky.app';
export const defaultMastodonPollMinutes = 2;
export const defaultForumPollMinutes = 5;
export const defaultHackerNewsBaseUrl = 'https://hn.algolia.com';
export const defaultHackerNewsItemsUrl = 'https://hacker-news.firebaseio.com';
export const defaultRedditBaseUrl = 'https://oauth.reddit.com';
export const defaultRedditTokenUrl = 'https://www.reddit.com/api/v1/access_token';
export const defaultYouTubeBaseUrl = 'https://www.googleapis.com';
/** facts/sources.md 8. */
export const defaultYouTubeUnitsPerDay = 10_000;
export const defaultPlayBaseUrl = 'https://androidpublisher.googleapis.com';
export const defaultGoogleTokenUrl = 'https://oauth2.googleapis.com/token';
/** Reading reviews was allowed 200 times an hour for years; more is seldom needed. */
export const defaultPlayRequestsPerHour = 200;
export const defaultAppStoreBaseUrl = 'https://api.appstoreconnect.apple.com';
export const defaultSlowPollMinutes = 15;
export const defaultDigestMinute = 7 * 60;

export const defaultGroup: GroupConfig = {
  groupBy: ['brand', 'severity'],
  groupWaitMs: null,
  groupIntervalMs: null,
  repeatIntervalMs: null,
};

/** Without any channel the alerts stand in the console's log. */
export const defaultChannels: readonly ChannelConfig[] = [
  { kind: 'console', name: 'console', language: 'en', audience: ['leads', 'on_call'], group: defaultGroup },
];

export const defaultSlackBaseUrl = 'https://slack.com/api';
export const defaultPagerDutyBaseUrl = 'https://events.pagerduty.com/v2';

/** Said to everybody alike, known or not; it promises no time and no priority. */
export const defaultAcknowledgement: AcknowledgementConfig = {
  en: 'Thank you for telling us. We have read this and are looking into it. We answer everybody in the order in which answers are due, and will get back to you here.',
  de: 'Danke, dass Sie uns das sagen. Wir haben es gelesen und gehen dem nach. Wir antworten allen in der Reihenfolge, in der Antworten fällig sind, und melden uns hier bei Ihnen.',
};
