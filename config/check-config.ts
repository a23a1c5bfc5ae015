import { decidedLanguages } from '../src/domain/classification.ts';
import { foreseeRefusal, howToAllow } from '../src/lib/public-address.ts';
import type { Config } from './config.ts';
import { unownedPlaces } from './owned-places.ts';
import type { PlacedMessage } from './say-issue.ts';
import type { WrittenConfig, WrittenSource } from './schema.ts';

/** What each key for itself cannot know. */
export const findContradictions = (config: Config): readonly PlacedMessage[] => [
  ...digestChannel(config),
  ...accountsInTwoRoles(config),
  ...unownedPlaces(config),
  ...unknownBrands(config),
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

function* unknownBrands({ brands, sources }: Config): Generator<PlacedMessage> {
  for (const source of sources) {
    const brand = 'brand' in source ? source.brand : null;
    if (brand === null || brands.some(({ id }) => id === brand)) continue;
    const message = `names "${brand}", which is not one of the brands`;
    yield { path: ['sources', source.name, 'brand'], message };
  }
}

/** It runs, but probably not as meant. */
export const findWarnings = (written: WrittenConfig): readonly PlacedMessage[] => [
  ...brandWarnings(written),
  ...deafOnCall(written),
  ...deafCompliance(written),
  ...loneStaffConduct(written),
  ...refusedAddresses(written),
];

/** Only what the address itself says; where a name leads is known when it is called. */
function* refusedAddresses({ sources, channels, network }: WrittenConfig): Generator<PlacedMessage> {
  const called = [
    ...Object.entries(sources ?? {}).flatMap(([name, source]) =>
      addressesOf(source).map((address) => ({
        path: ['sources', name, source.kind === 'feed' ? 'url' : 'base_url'],
        address,
      })),
    ),
    ...Object.entries(channels ?? {}).map(([name, channel]) => ({
      path: ['channels', name, 'url' in channel ? 'url' : 'base_url'],
      address: 'url' in channel ? channel.url : 'base_url' in channel ? channel.base_url : undefined,
    })),
  ];
  for (const { path, address } of called) {
    const refused = address === undefined ? null : foreseeRefusal(address, network?.allow ?? []);
    if (refused !== null)
      yield { path, message: `will be refused because ${refused.why}; ${howToAllow(refused.pair)}` };
  }
}

const addressesOf = (source: WrittenSource): readonly string[] => {
  if (source.kind === 'file' || source.kind === 'push' || source.kind === 'webmention') return [];
  if (source.kind === 'feed') return [source.url];
  const written = source.base_url ?? [];
  return [written].flat().map((address) => address.replace(/^ws(?=s?:)/i, 'http'));
};

/** Whom danger reaches hangs on the channels alone (`channelsOf` in notify); the names under on_call call nobody. */
function* deafOnCall(written: WrittenConfig): Generator<PlacedMessage> {
  const people = new Set(Object.values(written.brands).flatMap((brand) => brand.on_call ?? []));
  if (people.size === 0 || hears(written, 'on_call')) return;
  const instead = hears(written, 'leads')
    ? 'told to the leads instead, without the words'
    : 'told to nobody at all';
  yield {
    path: ['channels'],
    message: `have none for on_call, so nobody on call is told of danger to people: it is ${instead}; write audience: on_call at one`,
  };
}

/** Nobody else may hear of them, so nobody stands in. */
function* deafCompliance(written: WrittenConfig): Generator<PlacedMessage> {
  if (written.guard === undefined) return;
  const channels = Object.values(written.channels ?? {});
  if (!channels.some(({ audience }) => [audience ?? 'leads'].flat().includes('compliance')))
    yield {
      path: ['guard'],
      message:
        'has nobody who is told that an approval waits; write audience: compliance at a channel of its own, or look at "evenhand approvals list"',
    };
  const mayApprove = Object.values(written.people ?? {}).filter(({ clearances }) =>
    clearances?.includes('compliance'),
  );
  if (written.people !== undefined && mayApprove.length < 2)
    yield {
      path: ['people'],
      message: `have ${mayApprove.length === 1 ? 'one person' : 'nobody'} with the clearance compliance; whoever stands in the line of an action may not approve it, so name at least two`,
    };
}

/** A complaint about the only one who may have it, or about their line, would wait for ever. */
function* loneStaffConduct({ people }: WrittenConfig): Generator<PlacedMessage> {
  if (people === undefined) return;
  const may = Object.values(people).filter(({ clearances }) => clearances?.includes('staff_conduct'));
  if (may.length < 2)
    yield {
      path: ['people'],
      message: `${may.length === 1 ? 'have one person with the clearance staff_conduct' : 'have nobody with the clearance staff_conduct'}; a complaint about staff goes to nobody of the line of whom it is about, so name at least two of different lines`,
    };
}

/** Without channels of its own a configuration has the console, which is for both. */
const hears = ({ channels }: WrittenConfig, audience: 'leads' | 'on_call'): boolean => {
  const all = Object.values(channels ?? {});
  return all.length === 0 || all.some((one) => [one.audience ?? 'leads'].flat().includes(audience));
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
      const now = hears(written, 'on_call')
        ? 'nobody is named who answers for danger to people'
        : 'danger to people goes to the leads';
      found.push({ path, message: `names nobody on_call, so ${now}; add somebody` });
    }
    const undecided = (brand.languages ?? []).filter((language) => !decidedLanguages.includes(language));
    if (undecided.length > 0) {
      found.push({
        path: [...path, 'languages'],
        message: `names ${undecided.join(', ')}, but only ${decidedLanguages.join(' and ')} are decided: posts in ${undecided.join(' or ')} go to the review list undecided, unless they tell of danger to people`,
      });
    }
    return found;
  });
