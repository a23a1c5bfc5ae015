import type { SinkSettings } from '../src/domain/sink.ts';

/** Helpdesks as the program sees them: checked, with every default filled in. */
export type SinkConfig = ZendeskConfig | ZammadConfig | ChatwootConfig | FreshdeskConfig | JiraConfig;

interface AnySink extends SinkSettings {
  /** Without a stroke at the end. */
  readonly baseUrl: string;
  readonly token: string;
}

export interface ZendeskConfig extends AnySink {
  readonly kind: 'zendesk';
  /** Address of the agent whose API token it is. */
  readonly user: string;
}

export interface ZammadConfig extends AnySink {
  readonly kind: 'zammad';
  readonly group: string;
  /** E-mail address of the user under whom tickets stand; not the complainant. */
  readonly customer: string;
}

export interface ChatwootConfig extends AnySink {
  readonly kind: 'chatwoot';
  readonly accountId: number;
  readonly inboxId: number;
}

export interface FreshdeskConfig extends AnySink {
  readonly kind: 'freshdesk';
}

export interface JiraConfig extends AnySink {
  readonly kind: 'jira';
  /** Address of the account whose API token it is. */
  readonly user: string;
  readonly project: string;
  readonly issueType: string;
}
