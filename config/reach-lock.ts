/**
 * Lock 4 of reach-blindness (DESIGN.md 3): no key or rule value may name who is asking or how many listen. Words to
 * listen for are free (a brand may be called VIP Cinemas), and so are the names that an operator gives to things.
 */
export interface LockedPlace {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

export const findReachWords = (written: unknown): readonly LockedPlace[] => [...walk(written, [])];

/** Why a word may be no reason to help somebody sooner; null: it is no word of reach or standing. */
export const reachRefusal = (word: string): string | null =>
  [...judge(word, ['escalation'])][0]?.message ?? null;

type Path = readonly PropertyKey[];

function* walk(value: unknown, path: Path): Generator<LockedPlace> {
  if (isFree(path)) return;
  if (typeof value === 'string' && isRule(path)) yield* judge(value, path);
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* walk(item, [...path, index]);
  if (!isMap(value)) return;
  for (const [key, below] of Object.entries(value)) {
    const place = [...path, key];
    const found = namesAreFree(path) || isFree(place) ? [] : [...judge(key, place)];
    yield* found;
    if (found.length === 0) yield* walk(below, place);
  }
}

function* judge(word: string, path: Path): Generator<LockedPlace> {
  const names = wordsOf(word);
  const reach = names.find((name) => reachWords.has(name));
  if (reach !== undefined) {
    yield {
      path,
      message: `"${word}" names ${reach === 'vip' ? 'VIPs' : 'reach or standing'}, and severity, deadlines, routing and alerts are blind to who asks and how many listen; remove it`,
    };
  } else if (isRule(path) && names.some((name) => authorWords.has(name))) {
    yield {
      path,
      message: `"${word}" names authors, and a rule for some authors would let them jump the queue; remove it (only exclusions.authors of a brand may name authors, to drop them)`,
    };
  }
}

/** `minFollowerCount`, `domain_rank` -> words, and every two neighbours as one. */
const wordsOf = (text: string): readonly string[] => {
  const words = text
    .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  return [...words, ...words.slice(1).map((word, i) => `${words[i]}${word}`)];
};

const reachWords: ReadonlySet<string> = new Set(
  `follower followers following followings like likes liked verified verification bluecheck bluetick vip vips view views viewcount
   viewer viewers impression impressions domainrank pagerank rank ranking domainauthority reach influence influencer influencers
   klout celebrity celebrities famous fame popularity popular engagement retweet retweets repost reposts share shares
   subscriber subscribers karma abonnent abonnenten reichweite verifiziert aufrufe prominent prominente`.split(
    /\s+/,
  ),
);

const authorWords: ReadonlySet<string> = new Set(
  'author authors autor autoren user users username usernames account accounts handle handles customer customers'.split(
    ' ',
  ),
);

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The names under these are given by the operator. */
const namesAreFree = (path: Path): boolean =>
  (path.length === 1 && ['brands', 'sources', 'channels', 'sinks'].includes(String(path[0]))) ||
  (path.length === 2 && path[0] === 'routing' && path[1] === 'regions');

const freeOfBrand = [
  'names',
  'handles',
  'phrases',
  'exclusions',
  'accounts',
  'on_call',
  'timezone',
  'languages',
];

const placesAndKeys = new Set([
  'url',
  'base_url',
  'channel',
  'secret',
  'former_secret',
  'token',
  'routing_key',
  'host',
  'user',
  'password',
  'from',
  'to',
]);

/** Where a helpdesk lies, and how its own statuses and fields are called: fields go by category alone. */
const freeOfSink = new Set(
  'base_url user token webhook_secret account_id inbox_id group customer project issue_type brands statuses fields'.split(
    ' ',
  ),
);

/** A share of actions, and how many customers there are; no rule for some of them. */
const guardFree = new Set(['secret', 'former_secret', 'random_share', 'customer_count']);
const givenNames = new Set(['name', 'team', 'channel']);
const namedElsewhere = new Set(['channel', 'person', 'round_robin']);

/** Words to listen for and to answer with, people to call, where things lie, and what a file's columns are called: no rules. */
const isFree = (path: Path): boolean => {
  const [room = '', second = '', key = ''] = path.map(String);
  if (room === 'guard') return path.length === 2 && guardFree.has(second);
  if (room === 'escalation') return path.some((part) => namedElsewhere.has(String(part)));
  // Names that the operator gives; what a rule matches and every other key of it stays under the lock.
  if (room === 'routing') return path.length === 4 && givenNames.has(String(path[3]));
  const free = freeKeys.get(room);
  if (free !== undefined) return path.length === 3 && free.has(key);
  return ['acknowledgement', 'digest', 'http', 'network', 'retention'].includes(room);
};

const freeKeys: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['brands', new Set(freeOfBrand)],
  ['sources', new Set(['map', 'path', 'url', 'base_url', 'mentions'])],
  ['channels', placesAndKeys],
  ['sinks', freeOfSink],
  ['danger', new Set(['protocol', 'report_links', 'on_call_channels'])],
]);

/** Where severity, deadlines, routing and alerts are said, also by keys that this version does not know. */
const isRule = (path: Path): boolean => path.length > 0 && String(path[0]) !== 'sources';
