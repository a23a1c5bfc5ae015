import { generatePosts } from './generate-posts.ts';
import { createRandom, type Random } from './random.ts';

/** Names that do not exist, as one company's watch-list would hold them. */
export const watchedPhrases: readonly string[] = (
  'Voltix,Voltix Drive,Voltix Kundendienst,Brunnwald,Brunnwald Air,Qorvex,Qorvex One,Zephyrine,Tarkovia,Ostmark Energie,' +
  'Lumira,Lumira Plus,Pelikor,Pelikor Home,Hexagrid,Sonderbahn,Wexley,Wexley Bank,Marlowin,Marlowin Go'
).split(',');

const shares = { named: 0.01, reply: 0.5, deletion: 0.04, account: 0.01 } as const;

/** Messages of Jetstream v1 as bytes, with the texts of `generatePosts`: posts of a whole network, nearly none of which matters. */
export const firehoseMessages = (count: number): readonly Buffer[] => {
  const random = createRandom(7);
  const posts = generatePosts({ seed: 7, count, now: new Date('2026-05-04T09:00:00Z') });
  return Array.from(posts, ({ text, lang, at }, index) => {
    const envelope = { did: `did:plc:${idOf(random, 24)}`, time_us: Date.parse(at) * 1000 + index };
    const kind = random.next();
    if (kind < shares.account)
      return bytesOf({
        ...envelope,
        kind: 'account',
        account: { active: true, did: envelope.did, seq: index },
      });
    const commit = { rev: idOf(random, 13), collection: 'app.bsky.feed.post', rkey: idOf(random, 13) };
    if (kind < shares.account + shares.deletion)
      return bytesOf({ ...envelope, kind: 'commit', commit: { ...commit, operation: 'delete' } });
    const said = random.next() < shares.named ? `${text} ${random.pick(watchedPhrases)}` : text;
    const reply =
      random.next() < shares.reply ? { reply: { parent: refOf(random), root: refOf(random) } } : {};
    const record = { $type: 'app.bsky.feed.post', createdAt: at, langs: [lang], ...reply, text: said };
    const cid = `bafyrei${idOf(random, 52)}`;
    const { rev, ...place } = commit;
    return bytesOf({
      ...envelope,
      kind: 'commit',
      commit: { rev, operation: 'create', ...place, record, cid },
    });
  });
};

const bytesOf = (event: object): Buffer => Buffer.from(JSON.stringify(event));

const refOf = (random: Random) => ({
  cid: `bafyrei${idOf(random, 52)}`,
  uri: `at://did:plc:${idOf(random, 24)}/app.bsky.feed.post/${idOf(random, 13)}`,
});

const signs = '234567abcdefghijklmnopqrstuvwxyz';
const idOf = (random: Random, length: number): string =>
  Array.from({ length }, () => signs[Math.floor(random.next() * signs.length)]).join('');
