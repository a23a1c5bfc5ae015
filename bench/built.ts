import type * as Defaults from '../config/demo.ts';
import type * as LeaseStore from '../src/cases/lease/lease.store.ts';
import type * as LogRoots from '../src/cases/log/root.store.ts';
import type * as MentionStore from '../src/cases/mention.store.ts';
import type * as QueueStore from '../src/cases/queue.store.ts';
import type * as Classify from '../src/classify/classify.ts';
import type * as DetectLanguage from '../src/classify/language/detect-language.ts';
import type * as ShippedModel from '../src/classify/model/shipped-model.ts';
import type * as Compiled from '../src/classify/reading/compiled.ts';
import type * as ApiKeyStore from '../src/http/api/keys/key.store.ts';
import type * as ApiKey from '../src/http/api/keys/key.ts';
import type * as WatchList from '../src/ingest/watch-list.ts';
import { compiledEntry } from '../src/lib/package-root.ts';
import type * as Record from '../src/postgres/database.ts';
import type * as CreateGrouper from '../src/problems/create-grouper.ts';
import type * as ReadLetters from '../src/problems/read-letters.ts';
import type * as Signature from '../src/problems/signature.ts';
import type * as Sift from '../src/sources/bluesky/sift.ts';
import type * as Feed from '../src/sources/feed.ts';
import type * as HtmlText from '../src/sources/html-text.ts';
import type * as Channels from '../workers/channels.ts';
import type * as GiveWay from '../workers/give-way.ts';
import type * as Import from '../workers/import.ts';
import type * as Service from '../workers/service.ts';

/** For threads, which load it themselves. */
export const classifyEntry = compiledEntry('src/classify/classify.js').href;

const load = async <Module>(path: string): Promise<Module> =>
  (await import(compiledEntry(path).href)) as Module;

/** The built program's own modules: what is measured is what people run, not what a loader makes of the sources. */
export const built = {
  service: () => load<typeof Service>('workers/service.js'),
  giveWay: () => load<typeof GiveWay>('workers/give-way.js'),
  import: () => load<typeof Import>('workers/import.js'),
  channels: () => load<typeof Channels>('workers/channels.js'),
  database: () => load<typeof Record>('src/postgres/database.js'),
  demo: () => load<typeof Defaults>('config/demo.js'),
  watchList: () => load<typeof WatchList>('src/ingest/watch-list.js'),
  feed: () => load<typeof Feed>('src/sources/feed.js'),
  sift: () => load<typeof Sift>('src/sources/bluesky/sift.js'),
  htmlText: () => load<typeof HtmlText>('src/sources/html-text.js'),
  classify: () => load<typeof Classify>('src/classify/classify.js'),
  compiled: () => load<typeof Compiled>('src/classify/reading/compiled.js'),
  detectLanguage: () => load<typeof DetectLanguage>('src/classify/language/detect-language.js'),
  shippedModel: () => load<typeof ShippedModel>('src/classify/model/shipped-model.js'),
  createGrouper: () => load<typeof CreateGrouper>('src/problems/create-grouper.js'),
  readLetters: () => load<typeof ReadLetters>('src/problems/read-letters.js'),
  signature: () => load<typeof Signature>('src/problems/signature.js'),
  apiKey: () => load<typeof ApiKey>('src/http/api/keys/key.js'),
  apiKeyStore: () => load<typeof ApiKeyStore>('src/http/api/keys/key.store.js'),
  mentionStore: () => load<typeof MentionStore>('src/cases/mention.store.js'),
  logRoots: () => load<typeof LogRoots>('src/cases/log/root.store.js'),
  leaseStore: () => load<typeof LeaseStore>('src/cases/lease/lease.store.js'),
  queueStore: () => load<typeof QueueStore>('src/cases/queue.store.js'),
} as const;
