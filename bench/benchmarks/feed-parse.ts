import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { benchFeeds } from '../posts/feeds.ts';

export const feedParse: Benchmark = {
  name: 'feed-parse',
  what: 'feeds from the bytes to entries of plain text, absolute links and UTC dates, against `rss-parser` to its own objects, feeds/s; 0 where the two find other titles',
  bar: 0.5,
  better: 'higher',
  unit: 'x',
  sides: 'both: one thread, feeds per second of processor time',
  run: async (context) => measure(context),
};

/** The titles that a feed has. */
type Side = (feed: Buffer) => readonly string[] | Promise<readonly string[]>;

const measure = async (context: Context): Promise<Measured> => {
  const [ours, plain] = [await oursOf(), await plainOf()];
  const feeds = benchFeeds(context.isQuick ? 20 : 100).map((feed) => Buffer.from(feed));
  const found = await titlesOf(feeds, ours);
  const isAlike = JSON.stringify(found) === JSON.stringify(await titlesOf(feeds, plain));
  await perSecond(feeds, ours);
  await perSecond(feeds, plain);
  const pairs = await interleave(context.rounds, {
    ours: () => perSecond(feeds, ours),
    plain: () => perSecond(feeds, plain),
  });
  return {
    rounds: isAlike ? pairs.ratios : pairs.ratios.map(() => 0),
    detail: `${found.length} entries; ${sayPairs(pairs, 'feeds/s')}`,
  };
};

const titlesOf = async (feeds: readonly Buffer[], side: Side): Promise<string[]> => {
  const titles: string[] = [];
  for (const feed of feeds) titles.push(...(await side(feed)));
  return titles;
};

/** As `perSecondOf`; the peer answers later. */
const perSecond = async (feeds: readonly Buffer[], side: Side): Promise<number> => {
  const begun = process.cpuUsage();
  for (const feed of feeds) await side(feed);
  const { user, system } = process.cpuUsage(begun);
  return (feeds.length * 1_000_000) / (user + system);
};

const oursOf = async (): Promise<Side> => {
  const { readFeed } = await built.feed();
  return (feed) =>
    readFeed(feed, { url: 'https://blog.example/feed/' }).items.map(({ fields }) => fields.title ?? '');
};

const plainOf = async (): Promise<Side> => {
  const { default: Parser } = await import('rss-parser');
  const parser = new Parser();
  return async (feed) =>
    (await parser.parseString(feed.toString('utf8'))).items.map(({ title }) => squeezed(title));
};

/** Ours are one line. */
const squeezed = (title: string | undefined): string => (title ?? '').replace(/\s+/g, ' ').trim();
