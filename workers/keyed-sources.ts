import type { SourceConfig } from '../config/config.ts';
import type { KeyedSourceConfig } from '../config/keyed-config.ts';
import type { Brand } from '../src/domain/brand.ts';
import { createAppStoreSource } from '../src/sources/appstore.ts';
import { createPlaySource } from '../src/sources/googleplay.ts';
import { createRedditSource } from '../src/sources/reddit.ts';
import type { Source } from '../src/sources/source.ts';
import { createYouTubeSource } from '../src/sources/youtube.ts';

const kinds: readonly SourceConfig['kind'][] = ['reddit', 'youtube', 'googleplay', 'appstore'];

export const isKeyed = (source: SourceConfig): source is KeyedSourceConfig => kinds.includes(source.kind);

/** Sources of platforms that let in only whom they gave a key, within a quota. */
export const createKeyedSource = (
  source: KeyedSourceConfig,
  isWatched: (text: string) => boolean,
  brands: readonly Brand[],
): Source => {
  const pollMs = source.pollMinutes * 60_000;
  switch (source.kind) {
    case 'reddit':
      return createRedditSource({
        ...source,
        searches: source.search ? brands.flatMap(({ names, phrases }) => [...names, ...phrases]) : [],
        isWatched,
        pollMs,
      }) as Source;
    case 'youtube':
      return createYouTubeSource({ ...source, isWatched, pollMs }) as Source;
    case 'googleplay':
      return createPlaySource({ ...source, pollMs }) as Source;
    case 'appstore':
      return createAppStoreSource({ ...source, pollMs }) as Source;
  }
};
