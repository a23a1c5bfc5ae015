import type { DoctorKey } from './texts.ts';

/** A variable that the file refers to and nobody set, or that it does not refer to yet. */
const unset = (room: 'sources' | 'channels', key: string): RegExp =>
  new RegExp(
    `${room}\\.[\\w-]+\\.${key}: (?:is missing; put it into \\.env as )?(?<name>\\w+)(?: is not set|=)`,
  );

/** What a fault of the configuration says is missing, and how it is got. A source that needs something adds a line. */
const needs: readonly { readonly fits: RegExp; readonly how: DoctorKey }[] = [
  { fits: /X_BEARER_TOKEN/, how: 'config.token' },
  { fits: unset('sources', 'secret'), how: 'get.push' },
  { fits: /sources\.[\w-]+\.secret: must be whsec_/, how: 'get.whsec' },
  { fits: unset('sources', 'token'), how: 'get.mastodon' },
  { fits: unset('sources', 'api_key'), how: 'get.apiKey' },
  { fits: unset('sources', 'service_account'), how: 'get.play' },
  { fits: /sources\.[\w-]+\.service_account: is not the JSON/, how: 'get.play' },
  { fits: unset('sources', 'private_key'), how: 'get.appStore' },
  { fits: /sources\.[\w-]+\.private_key: is not the private key/, how: 'get.appStore' },
  { fits: /reads Reddit, which allows nobody/, how: 'get.reddit' },
  { fits: unset('sources', 'client_(?:id|secret)'), how: 'get.redditApp' },
  { fits: unset('sources', 'webhook_secret'), how: 'get.discourseHook' },
  { fits: unset('channels', '(?:former_)?secret'), how: 'get.webhook' },
  { fits: unset('channels', 'token'), how: 'get.slackBot' },
  { fits: /channels\.[\w-]+\.token: must be the token of a bot/, how: 'get.slackBot' },
  { fits: unset('channels', 'routing_key'), how: 'get.pagerDuty' },
  { fits: /channels\.[\w-]+\.routing_key: must be an integration key/, how: 'get.pagerDuty' },
  { fits: unset('channels', 'password'), how: 'get.mail' },
  { fits: unset('channels', 'url'), how: 'get.address' },
];

export interface HowToGet {
  readonly how: DoctorKey;
  /** Of the variable; empty: the fault names none. */
  readonly name: string;
}

export const howToGet = (fault: string): HowToGet | null => {
  for (const { fits, how } of needs) {
    const found = fits.exec(fault);
    if (found !== null) return { how, name: found.groups?.name ?? '' };
  }
  return null;
};
