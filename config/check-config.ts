import { foreseeRefusal, howToAllow } from '../src/lib/public-address.ts';
import type { Config } from './config.ts';
import type { PlacedMessage } from './say-issue.ts';
import type { WrittenConfig, WrittenSource } from './schema.ts';

/** What each key for itself cannot know. */
export const findContradictions = (
  config: Config,
  lookup: (name: string) => string | undefined,
): readonly PlacedMessage[] => [
  ...digestChannel(config),
  ...accountsInTwoRoles(config),
  ...config.sources
    .filter((source) => source.kind === 'x' && lookup('X_BEARER_TOKEN') === undefined)
    .map((source) => ({
      path: ['sources', source.name],
      message: 'needs X_BEARER_TOKEN; put it into the environment or into .env',
    })),
];

const digestChannel = ({ digest, channels }: Config): readonly PlacedMessage[] => {
  if (digest.channel === null) return [];
  const path = ['digest', 'channel'];
  const channel = channels.find(({ name }) => name === digest.channel);
  if (channel === undefined)
    return [{ path, message: `names "${digest.channel}", which is not one of the channels` }];
  if (channel.audience.includes('comms')) return [];
  return [{ path, message: `names "${channel.name}", which is not for comms; write audience: comms there` }];
};

/** An account that is both support and executive: what its answer means would hang on the order of the lists. */
function* accountsInTwoRoles({ brands }: Config): Generator<PlacedMessage> {
  for (const brand of brands) {
    const roles = new Map<string, string>();
    for (const [role, accounts] of Object.entries(brand.accounts) as [string, readonly string[]][]) {
      for (const account of new Set(accounts)) {
        const other = roles.get(account);
        roles.set(account, role);
        if (other === undefined) continue;
        const message = `names "${account}", which stands under ${other} too; keep it in one of them`;
        yield { path: ['brands', brand.id, 'accounts', role], message };
      }
    }
  }
}

/** It runs, but probably not as meant. */
export const findWarnings = (written: WrittenConfig): readonly PlacedMessage[] => [
  ...brandWarnings(written),
  ...refusedAddresses(written),
];

/** Only what the address itself says; where a name leads is known when it is called. */
function* refusedAddresses({ sources, channels, network }: WrittenConfig): Generator<PlacedMessage> {
  const called = [
    ...Object.entries(sources ?? {}).map(([name, source]) => ({
      path: ['sources', name, source.kind === 'x' ? 'base_url' : 'url'],
      address: addressOf(source),
    })),
    ...Object.entries(channels ?? {}).map(([name, channel]) => ({
      path: ['channels', name, 'url'],
      address: 'url' in channel ? channel.url : undefined,
    })),
  ];
  for (const { path, address } of called) {
    const refused = address === undefined ? null : foreseeRefusal(address, network?.allow ?? []);
    if (refused !== null)
      yield { path, message: `will be refused because ${refused.why}; ${howToAllow(refused.pair)}` };
  }
}

const addressOf = (source: WrittenSource): string | undefined => {
  if (source.kind === 'x') return source.base_url;
  return source.kind === 'feed' ? source.url : undefined;
};

const brandWarnings = (written: WrittenConfig): readonly PlacedMessage[] =>
  Object.entries(written.brands).flatMap(([id, brand]) => {
    const path = ['brands', id];
    const found: PlacedMessage[] = [];
    if (brand.timezone === undefined) {
      found.push({
        path,
        message: 'has no timezone, so its hours are read in UTC; add one such as Europe/Berlin',
      });
    }
    if ((brand.on_call ?? []).length === 0) {
      found.push({
        path,
        message: 'names nobody on_call, so danger to people goes to the leads; add somebody',
      });
    }
    return found;
  });
