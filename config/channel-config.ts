/** Channels as the program sees them: checked, with every default filled in. */

export const audiences = ['leads', 'comms', 'on_call'] as const;
/** `comms` alone may hear of reach, so no channel serves it together with another. */
export type ChannelAudience = (typeof audiences)[number];
export const channelLanguages = ['en', 'de'] as const;
export const groupKeys = ['brand', 'severity', 'category', 'source'] as const;

export type ChannelConfig =
  | ConsoleChannelConfig
  | WebhookChannelConfig
  | SlackChannelConfig
  | SlackBotChannelConfig
  | PagerDutyChannelConfig
  | TeamsChannelConfig
  | EmailChannelConfig;

interface AnyChannel {
  readonly name: string;
  readonly language: (typeof channelLanguages)[number];
  readonly audience: readonly ChannelAudience[];
  readonly group: GroupConfig;
}

export interface ConsoleChannelConfig extends AnyChannel {
  readonly kind: 'console';
}

export interface WebhookChannelConfig extends AnyChannel {
  readonly kind: 'webhook';
  readonly url: string;
  /** Standard Webhooks signing secret, `whsec_` and base64. */
  readonly secret: string;
  /** Of the same kind, while receivers change to the new one; null: none. */
  readonly formerSecret: string | null;
}

export interface SlackChannelConfig extends AnyChannel {
  readonly kind: 'slack';
  readonly url: string;
}

export interface SlackBotChannelConfig extends AnyChannel {
  readonly kind: 'slack-bot';
  readonly token: string;
  /** Id of the channel. */
  readonly channel: string;
  /** Without a stroke at the end. */
  readonly baseUrl: string;
}

export interface PagerDutyChannelConfig extends AnyChannel {
  readonly kind: 'pagerduty';
  /** Integration key of a service, Events API v2. */
  readonly routingKey: string;
  /** Without a stroke at the end. */
  readonly baseUrl: string;
}

export interface TeamsChannelConfig extends AnyChannel {
  readonly kind: 'teams';
  /** Of a workflow; a secret. */
  readonly url: string;
}

export const mailSecurity = ['starttls', 'implicit', 'none'] as const;

export interface EmailChannelConfig extends AnyChannel {
  readonly kind: 'email';
  readonly host: string;
  readonly port: number;
  readonly tls: (typeof mailSecurity)[number];
  readonly login: { readonly user: string; readonly password: string } | null;
  /** Name and address; the name may be ''. */
  readonly from: { readonly name: string; readonly address: string };
  readonly to: readonly string[];
}

/** Alertmanager's words. Absent: what the severity's policy says (notify). */
export interface GroupConfig {
  readonly groupBy: readonly (typeof groupKeys)[number][];
  readonly groupWaitMs: number | null;
  readonly groupIntervalMs: number | null;
  readonly repeatIntervalMs: number | null;
}
