import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { firehoseMessages, watchedPhrases } from '../posts/firehose.ts';
import { perSecondOf } from '../processor-time.ts';

export const firehose: Benchmark = {
  name: 'firehose',
  what: 'messages of Jetstream, from the bytes to those that name a brand or answer somewhere, against JSON.parse and a regular expression of the same phrases, messages/s; 0 where the two find other posts',
  bar: 1.5,
  better: 'higher',
  unit: 'x',
  sides: 'both: one thread, messages per second of processor time',
  run: async (context) => measure(context),
};

interface Found {
  readonly named: number;
  readonly replies: number;
}

type Side = (messages: readonly Buffer[]) => Found;

/** As many as one read of a socket and a page of the source hold, so that both sides find them in the cache. */
const messagesPerPage = 2_000;

const measure = async (context: Context): Promise<Measured> => {
  const [ours, plain] = [await oursOf(), plainSide];
  const page = firehoseMessages(messagesPerPage);
  const pages = Array.from({ length: context.isQuick ? 20 : 100 }, () => page);
  const perSecond = (side: Side): number => messagesPerPage * perSecondOf(pages, side);
  const [found, plainFound] = [ours(page), plain(page)];
  const isAlike = found.named === plainFound.named && found.replies === plainFound.replies;
  perSecond(ours);
  perSecond(plain);
  const pairs = await interleave(context.rounds, {
    ours: async () => perSecond(ours),
    plain: async () => perSecond(plain),
  });
  return {
    rounds: isAlike ? pairs.ratios : pairs.ratios.map(() => 0),
    detail: `${found.named} against ${plainFound.named} of ${messagesPerPage} found; ${sayPairs(pairs, 'messages/s')}`,
  };
};

const oursOf = async (): Promise<Side> => {
  const { compileByteScan, compileWatchList, match } = await built.watchList();
  const { nothingSifted, sift } = await built.sift();
  const { demoBrands } = await built.demo();
  const [model] = demoBrands;
  if (model === undefined) throw new Error('the demo has no brand');
  const brands = [{ ...model, names: [], handles: [], phrases: watchedPhrases }];
  const list = compileWatchList(brands);
  const words = { isNamed: (text: string) => match(list, text).length > 0, mayName: compileByteScan(brands) };
  return (messages) => {
    const into = nothingSifted();
    for (const bytes of messages) sift(bytes, into, words);
    return { named: into.named.length, replies: into.inThreads.length };
  };
};

interface Commit {
  readonly operation: string;
  readonly collection: string;
  readonly record: { readonly text: string; readonly reply?: { readonly root: { readonly uri: string } } };
}

const phrases = new RegExp(`\\b(?:${watchedPhrases.join('|')})\\b`, 'i');

const plainSide: Side = (messages) => {
  const named: unknown[] = [];
  const roots: string[] = [];
  for (const bytes of messages) {
    const event = JSON.parse(bytes.toString('utf8')) as { commit?: Commit };
    const { commit } = event;
    if (commit?.operation !== 'create' || commit.collection !== 'app.bsky.feed.post') continue;
    if (phrases.test(commit.record.text)) named.push(event);
    else if (commit.record.reply !== undefined) roots.push(commit.record.reply.root.uri);
  }
  return { named: named.length, replies: roots.length };
};
