import type { Config, SourceConfig } from '../config/config.ts';

/** Which threads can be asked for. Whoever decides knows it without the secrets that the sources need. */
const tellsThreads = (source: SourceConfig): boolean => {
  if (source.kind === 'bluesky') return source.apiUrl !== null;
  if (source.kind === 'feed') return source.comments;
  return threaded.has(source.kind);
};

const threaded: ReadonlySet<SourceConfig['kind']> = new Set([
  'discourse',
  'hackernews',
  'mastodon',
  'reddit',
  'x',
  'youtube',
]);

export const followedSources = ({ sources }: Pick<Config, 'sources'>): ReadonlySet<string> =>
  new Set(sources.filter(tellsThreads).map(({ name }) => name));
