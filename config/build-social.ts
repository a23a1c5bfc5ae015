import type { BlueskySourceConfig } from './config.ts';
import * as standard from './defaults.ts';
import type { WrittenSource } from './schema.ts';

type Written<Kind> = Extract<WrittenSource, { readonly kind: Kind }>;

/** Sources of the social web and of forums, with every default filled in. */
export const buildSocial = (name: string, source: Written<'bluesky'>): BlueskySourceConfig =>
  buildBluesky(name, source);

const buildBluesky = (name: string, { base_url: hosts, wire }: Written<'bluesky'>): BlueskySourceConfig => ({
  kind: 'bluesky',
  name,
  hosts: hosts === undefined ? standard.defaultBlueskyHosts : [hosts].flat(),
  wire: wire ?? 'v1',
});
