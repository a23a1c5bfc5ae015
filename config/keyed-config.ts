import type { ServiceAccount } from '../src/lib/key-text.ts';

/** Sources of platforms that let in only whom they gave a key, within a quota. */
export type KeyedSourceConfig = RedditSourceConfig | YouTubeSourceConfig | ReviewSourceConfig;

/** Only where somebody wrote that Reddit approved. */
export interface RedditSourceConfig {
  readonly kind: 'reddit';
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly userAgent: string;
  readonly subreddits: readonly string[];
  readonly search: boolean;
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly pollMinutes: number;
}

export interface YouTubeSourceConfig {
  readonly kind: 'youtube';
  readonly name: string;
  readonly apiKey: string;
  readonly channels: readonly string[];
  readonly videos: readonly string[];
  /** Id of the brand whose channels and videos these are; null: the watch-list chooses. */
  readonly brand: string | null;
  readonly unitsPerDay: number;
  readonly baseUrl: string;
  readonly pollMinutes: number;
}

export type ReviewSourceConfig = GooglePlaySourceConfig | AppStoreSourceConfig;

export interface GooglePlaySourceConfig {
  readonly kind: 'googleplay';
  readonly name: string;
  readonly serviceAccount: ServiceAccount;
  readonly apps: readonly string[];
  /** Id of the brand whose apps these are. */
  readonly brand: string;
  readonly requestsPerHour: number;
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly pollMinutes: number;
}

export interface AppStoreSourceConfig {
  readonly kind: 'appstore';
  readonly name: string;
  readonly keyId: string;
  readonly issuerId: string;
  /** PEM, PKCS #8. */
  readonly privateKey: string;
  readonly apps: readonly string[];
  readonly brand: string;
  readonly baseUrl: string;
  readonly pollMinutes: number;
}
