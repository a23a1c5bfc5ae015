import type { DoctorKey } from './texts.ts';

/** What a fault of the configuration says is missing, and how it is got. A source that needs something adds a line. */
const needs: readonly { readonly fits: RegExp; readonly how: DoctorKey }[] = [
  { fits: /X_BEARER_TOKEN/, how: 'config.token' },
  { fits: /sources\.[\w-]+\.secret: (?<name>\w+) is not set/, how: 'get.push' },
  { fits: /sources\.[\w-]+\.secret: must be whsec_/, how: 'get.whsec' },
  { fits: /sources\.[\w-]+\.token: (?<name>\w+) is not set/, how: 'get.mastodon' },
  { fits: /sources\.[\w-]+\.api_key: (?<name>\w+) is not set/, how: 'get.apiKey' },
  { fits: /sources\.[\w-]+\.service_account: (?:(?<name>\w+) is not set|is not the JSON)/, how: 'get.play' },
  {
    fits: /sources\.[\w-]+\.private_key: (?:(?<name>\w+) is not set|is not the private key)/,
    how: 'get.appStore',
  },
  { fits: /reads Reddit, which allows nobody/, how: 'get.reddit' },
  { fits: /sources\.[\w-]+\.client_(?:id|secret): (?<name>\w+) is not set/, how: 'get.redditApp' },
  { fits: /sources\.[\w-]+\.webhook_secret: (?<name>\w+) is not set/, how: 'get.discourseHook' },
  { fits: /channels\.[\w-]+\.secret: (?<name>\w+) is not set/, how: 'get.webhook' },
  { fits: /channels\.[\w-]+\.url: (?<name>\w+) is not set/, how: 'get.address' },
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
