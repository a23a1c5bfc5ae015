import { pemOf, type ServiceAccount, serviceAccountOf } from '../src/lib/key-text.ts';
import * as standard from './defaults.ts';
import type { AppStoreSourceConfig, GooglePlaySourceConfig, ReviewSourceConfig } from './keyed-config.ts';
import type { WrittenSource } from './schema.ts';

type Written<Kind> = Extract<WrittenSource, { readonly kind: Kind }>;

/** Reviews of the operator's own apps, with every default filled in. */
export const buildReviews = (name: string, source: Written<'googleplay' | 'appstore'>): ReviewSourceConfig =>
  source.kind === 'googleplay' ? buildGooglePlay(name, source) : buildAppStore(name, source);

const buildGooglePlay = (name: string, source: Written<'googleplay'>): GooglePlaySourceConfig => ({
  kind: 'googleplay',
  name,
  serviceAccount: checkedAccount(source.service_account),
  apps: [...new Set(source.apps)],
  brand: source.brand,
  requestsPerHour: source.requests_per_hour ?? standard.defaultPlayRequestsPerHour,
  baseUrl: source.base_url ?? standard.defaultPlayBaseUrl,
  // A stand-in answers for both addresses.
  tokenUrl:
    source.token_url ??
    (source.base_url === undefined
      ? standard.defaultGoogleTokenUrl
      : `${source.base_url.replace(/\/+$/, '')}/token`),
  pollMinutes: source.poll_minutes ?? standard.defaultSlowPollMinutes,
});

const checkedAccount = (written: string): ServiceAccount => {
  const account = serviceAccountOf(written);
  if (account === null) throw new Error('the schema let something through that is no service account');
  return account;
};

const buildAppStore = (name: string, source: Written<'appstore'>): AppStoreSourceConfig => ({
  kind: 'appstore',
  name,
  keyId: source.key_id,
  issuerId: source.issuer_id,
  privateKey: pemOf(source.private_key),
  apps: [...new Set(source.apps)],
  brand: source.brand,
  baseUrl: source.base_url ?? standard.defaultAppStoreBaseUrl,
  pollMinutes: source.poll_minutes ?? standard.defaultSlowPollMinutes,
});
