import type { SourcePage } from '../source.ts';
import type { HackerNewsCursor } from './walk.ts';

export interface HackerNewsPlan {
  readonly name: string;
  readonly baseUrl: string;
  readonly itemsUrl: string;
  readonly isWatched: (text: string) => boolean;
  readonly lookbackMs: number;
}

export type Page = SourcePage<HackerNewsCursor>;
