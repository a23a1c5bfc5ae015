import type { Brand } from '../src/domain/brand.ts';
import type { DangerKind } from '../src/domain/classification.ts';
import type { EscalationChain, ExecutivePath } from '../src/domain/escalation.ts';
import type { Person } from '../src/domain/person.ts';
import type { Routing } from '../src/domain/routing.ts';
import type { ChannelConfig } from './channel-config.ts';
import type { KeyedSourceConfig } from './keyed-config.ts';
import type { SinkConfig } from './sink-config.ts';

/** Everything that evenhand.yaml says, checked and with every default filled in. It is passed on as a value. */
export interface Config {
  readonly brands: readonly Brand[];
  readonly sources: readonly SourceConfig[];
  /** Empty: whoever has a shell here may do everything, under any name. */
  readonly people: readonly Person[];
  /** null: no system asks before it acts against somebody. */
  readonly guard: GuardConfig | null;
  readonly escalation: EscalationConfig;
  readonly danger: DangerConfig;
  /** The one text by which a customer is told that a complaint was read. Evenhand sends nothing. */
  readonly acknowledgement: AcknowledgementConfig;
  /** Without rules every case is every team's. */
  readonly routing: Routing;
  readonly network: NetworkConfig;
  readonly channels: readonly ChannelConfig[];
  readonly sinks: readonly SinkConfig[];
  readonly digest: DigestConfig;
  readonly retention: RetentionConfig;
  readonly http: HttpConfig;
}

export type SourceConfig =
  | FileSourceConfig
  | FeedSourceConfig
  | XSourceConfig
  | PushSourceConfig
  | BlueskySourceConfig
  | MastodonSourceConfig
  | HackerNewsSourceConfig
  | DiscourseSourceConfig
  | WebmentionSourceConfig
  | KeyedSourceConfig
  | ForumSourceConfig;

export interface FileSourceConfig {
  readonly kind: 'file';
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Our field to the file's column or key; empty: the fields carry our names. */
  readonly map: Readonly<Partial<Record<FileField, string>>>;
}

export const fileFields = [
  'text',
  'id',
  'author',
  'at',
  'thread',
  'parent',
  'url',
  'lang',
  'image',
  'followers',
  'verified',
  'likes',
  'reposts',
  'replies',
  'views',
] as const;
/** The last six go into the sealed audience of the import, not into any rule. */
export type FileField = (typeof fileFields)[number];

export interface FeedSourceConfig {
  readonly kind: 'feed';
  readonly name: string;
  readonly url: string;
  /** Follow the comment feeds of the entries. */
  readonly comments: boolean;
  /** Read the pages of entries that hold only an excerpt, where their sites allow it. */
  readonly articles: boolean;
  readonly pollMinutes: number;
  readonly ownedBy?: string;
}

export interface XSourceConfig {
  readonly kind: 'x';
  readonly name: string;
  /** Accounts whose mentions are read, lower-case, without `@`; defaults to the brands' handles. */
  readonly mentions: readonly string[];
  readonly budgetUsdPerDay: number;
  /** null: the days alone bound it. */
  readonly budgetUsdPerMonth: number | null;
  readonly stream: boolean;
  readonly baseUrl: string;
  readonly pollMinutes: number;
}

/** A sender that pushes to `POST /ingest/NAME` and proves itself by a signature. */
export interface PushSourceConfig {
  readonly kind: 'push';
  readonly name: string;
  readonly proof: PushProof;
  /** null: as many as can be decided. */
  readonly postsPerMinute: number | null;
}

export const signatures = ['standard-webhooks', 'hmac'] as const;
export type PushProof =
  | { readonly kind: 'standard-webhooks'; readonly secret: string }
  | {
      readonly kind: 'hmac';
      readonly secret: string;
      /** Header names are lower-case. */
      readonly signatureHeader: string;
      readonly timestampHeader: string | null;
      readonly idHeader: string | null;
    };

/** Pages elsewhere that say they link to the brand's own; told at `POST /webmention/NAME`. */
export interface WebmentionSourceConfig {
  readonly kind: 'webmention';
  readonly name: string;
  /** Addresses of the brand's own sites: what lies below one may be linked to. */
  readonly sites: readonly string[];
}

export interface BlueskySourceConfig {
  readonly kind: 'bluesky';
  readonly name: string;
  /** Origins of Jetstream hosts; when one fails the next is asked. */
  readonly hosts: readonly string[];
  readonly wire: 'v1' | 'v2';
  /** An AppView that answers without an account; null: none is asked. */
  readonly apiUrl: string | null;
}

export interface MastodonSourceConfig {
  readonly kind: 'mastodon';
  readonly name: string;
  /** The instance that is asked with the token. */
  readonly baseUrl: string;
  /** Further instances, asked without it. */
  readonly also: readonly string[];
  readonly tags: readonly string[];
  readonly search: boolean;
  readonly stream: boolean;
  readonly token: string | null;
  readonly pollMinutes: number;
}

export interface HackerNewsSourceConfig {
  readonly kind: 'hackernews';
  readonly name: string;
  readonly baseUrl: string;
  /** Where deletions are asked for. */
  readonly itemsUrl: string;
  readonly pollMinutes: number;
}

export interface DiscourseSourceConfig {
  readonly kind: 'discourse';
  readonly name: string;
  readonly baseUrl: string;
  /** Of a forum that shows its posts to members only. */
  readonly apiKey: string | null;
  readonly apiUsername: string | null;
  /** What the forum signs its webhooks with; null: it sends none. */
  readonly webhookSecret: string | null;
  readonly pollMinutes: number;
  /** The brand whose operator hosts the forum; absent: it is somebody else's. */
  readonly ownedBy?: string;
}

/** A forum that is read by the feed of its newest threads. */
export interface ForumSourceConfig {
  readonly kind: 'xenforo' | 'vbulletin';
  readonly name: string;
  readonly baseUrl: string;
  /** Its parts, as its software names them; none: all of it. */
  readonly forums: readonly string[];
  readonly pollMinutes: number;
}

export interface GuardConfig {
  /** Standard Webhooks; a question that one of them signed is taken. */
  readonly secrets: readonly string[];
  /** In (0, 1). */
  readonly randomShare: number;
  readonly recentDays: number;
  /** How long a `proceed` holds. */
  readonly validDays: number;
  /** null: the report has no baseline. */
  readonly customerCount: number | null;
}

export interface EscalationConfig {
  readonly chains: readonly EscalationChain[];
  readonly executive: ExecutivePath;
}

export type DangerConfig = Readonly<Record<DangerKind, DangerKindConfig>>;
export interface DangerKindConfig {
  /** null: all that hear on_call. */
  readonly channels: readonly string[] | null;
  /** null: the text that comes with Evenhand. */
  readonly protocol: { readonly en: string | null; readonly de: string | null };
  /** By kind or name of the source. */
  readonly reportLinks: Readonly<Record<string, string>>;
}

export type AcknowledgementConfig = Readonly<Record<'en' | 'de', string>>;

export interface NetworkConfig {
  /** `host:port` on the operator's own network, which may be fetched in spite of the address guard. */
  readonly allow: readonly string[];
}

export interface DigestConfig {
  /** Minutes after midnight of the brand's timezone. */
  readonly atMinute: number;
  /** Absolute. */
  readonly dir: string;
  /** Name of a channel for comms; null: files only. */
  readonly channel: string | null;
}

export interface RetentionConfig {
  readonly postsWithoutCaseDays: number;
  readonly exactCountsDays: number;
  readonly closedCasesDays: number;
  readonly contactsDays: number;
  /** How long it is remembered that a post was deleted, so that no late copy of it comes back. */
  readonly tombstoneDays: number;
  /** File of erasures, outside the database; null: erasures.ndjson of the data folder. */
  readonly ledger: string | null;
}

export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  /** Under which the world reaches this service, without a stroke at the end; null: it does not. */
  readonly publicUrl: string | null;
  /** Addresses and networks whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
}
