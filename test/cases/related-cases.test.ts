import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sql } from 'kysely';
import { lockBatch, readBatchCases } from '../../src/cases/batch-cases.store.ts';
import { fromJson, type JsonRecord } from '../../src/cases/case-record.ts';
import { fold } from '../../src/cases/fold.ts';
import type { CaseRow, FoldMention } from '../../src/cases/fold-types.ts';
import { redactMentions } from '../../src/cases/mention.store.ts';
import { scrubCases } from '../../src/ingest/erase.store.ts';
import type { Database, Transaction } from '../../src/postgres/database.ts';
import { complainantKey } from '../../workers/decided-batch.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { commitPosts, type Post } from './desk-factory.ts';
import { complains, deadlineOf, hour, listed, say } from './fold-samples.ts';

const people = ['ann', 'bob'];
const count = 24;

const anyId = fc.nat(count).map((n) => `p${n}`);
const anyLink = fc
  .tuple(anyId, fc.constantFrom('', '/', '#top'))
  .map(([id, end]) => [`https://forum.example/${id}${end}`]);
const isSeldom = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 3, nil: undefined });

/** Posts of two people over fifty days who repeat themselves, quote, link and edit, and answers of own accounts. */
const anyPosts: fc.Arbitrary<readonly Post[]> = fc
  .array(
    fc.record({
      days: fc.integer({ min: 0, max: 50 }),
      writer: fc.constantFrom<Writer>(
        ...people.flatMap((by) => [{ by }, { by }]),
        { by: 'support', authorRole: 'support' as const },
        { by: 'executive', authorRole: 'executive' as const },
      ),
      thread: isSeldom(fc.constantFrom('t1', 't2')),
      parent: fc.option(anyId),
      repostOf: fc.option(anyId, { freq: 2 }),
      links: isSeldom(anyLink),
      text: isSeldom(fc.constantFrom('late', 'lost')),
      identifiers: isSeldom(fc.constantFrom(['A1'], ['B2'])),
      decision: fc.constantFrom(
        complains('medium', ['delivery']),
        complains('high', ['delivery']),
        complains('medium', ['billing']),
        listed(),
      ),
      edits: fc.option(fc.nat(count), { freq: 5 }),
    }),
    { minLength: 3, maxLength: count },
  )
  .map((all) => all.map((told, n) => asPost(told, n, all[told.edits ?? n])));

type Writer = Pick<Post, 'by' | 'authorRole'>;

interface AnyPost {
  readonly days: number;
  readonly writer: Writer;
  readonly edits: number | null;
  readonly [told: string]: unknown;
}

/** The nth post, or an edit of one that came before it. */
const asPost = ({ days, writer, edits, ...told }: AnyPost, n: number, edited?: AnyPost): Post => {
  const isEdit = edited !== undefined && edits !== null && edits < n;
  const given = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
  return {
    text: `text ${n}`,
    ...given,
    ...(isEdit ? edited.writer : writer),
    id: `p${isEdit ? edits : n}`,
    revision: isEdit ? n : 0,
    at: days * 24 + n / 100,
  };
};

/** What happens to cases between two batches. */
interface Fate {
  readonly which: number;
  readonly fate: 'closed' | 'dismissed' | 'resolved' | 'merged' | 'deleted';
}
const anyFates = fc.array(
  fc.record<Fate>({
    which: fc.nat(6),
    fate: fc.constantFrom('closed', 'dismissed', 'resolved', 'merged', 'deleted'),
  }),
  { maxLength: 4 },
);

const fates: Readonly<Record<string, string>> = {
  closed: `update desk."case" set status = 'closed', closed_at = now(), due_at = null`,
  dismissed: `update desk."case" set status = 'resolved', disposition = 'not_a_complaint', due_at = null`,
  resolved: `update desk."case" set status = 'resolved', resolved_at = last_post_at, due_at = null`,
  merged: `update desk."case" set merged_into = (select max(case_id) from desk."case")`,
};

const befall = async (db: Database, { which, fate }: Fate): Promise<void> => {
  const { rows } = await sql<{ id: string; post: string }>`
    select case_id as id, posts -> 0 ->> 'key' as post from desk."case" where merged_into is null order by case_id`.execute(
    db.kysely,
  );
  // Others are merged into the last one.
  const one = (fate === 'merged' ? rows.slice(0, -1) : rows)[which];
  if (one === undefined) return;
  if (fate in fates)
    return void (await sql`${sql.raw(fates[fate] ?? '')} where case_id = ${one.id}`.execute(db.kysely));
  const nativeIds = [one.post.slice('forum|'.length)];
  await db.transaction('desk', async (tx) => {
    await redactMentions(tx, { source: 'forum', nativeIds, authors: [], before: new Date() });
    await scrubCases(tx, [one.id], [one.post]);
  });
};

/** The slow twin: every case that there is. */
const readAllCases = async (tx: Transaction): Promise<CaseRow[]> => {
  const { rows } = await sql<{ told: JsonRecord }>`
    select to_jsonb(c) || jsonb_build_object('case_id', case_id::text, 'merged_into', merged_into::text, 'linked_to', linked_to::text) as told
    from desk."case" c`.execute(tx);
  return rows.map(({ told }) => fromJson(told));
};

const foldedFrom = (cases: readonly CaseRow[], mentions: readonly FoldMention[], gone: readonly string[]) => {
  let next = 0;
  return fold(
    { cases, mentions, deletedPosts: gone.map((id) => `forum|${id}`) },
    { now: hour(2_000), deadlineOf, newCaseId: () => `new-${++next}` },
  );
};

const post = (id: string, at: number, told: Partial<Post> = {}): Post => ({ id, at, by: 'ann', ...told });
type Story = [posts: readonly Post[], size: number, befalling: Fate[], deleted: number[]];

/** What chance seldom makes. */
const examples: Story[] = [
  // Two edits that say worse, each after the case was closed: three cases hold the post that is deleted then.
  [
    [
      post('p0', 0, { decision: complains('low') }),
      post('p0', 1, { revision: 1, decision: complains('medium') }),
      post('p0', 2, { revision: 2, decision: complains('high') }),
      post('p9', 3),
    ],
    1,
    [0, 1].map((which) => ({ which, fate: 'closed' as const })),
    [0],
  ],
  // An edit of a post whose case was merged, and a link to it that is spelled otherwise.
  [
    [
      post('p0', 0, { decision: complains('low') }),
      post('p1', 1),
      post('p0', 2, { revision: 2, decision: complains('high') }),
      post('p3', 3, { links: ['https://forum.example/p0/#top'] }),
    ],
    1,
    [{ which: 0, fate: 'merged' }],
    [],
  ],
  // Nothing in common but an order number, which only the second post of the case named.
  [
    [
      post('p0', 0, { thread: 't1' }),
      post('p1', 1, { thread: 't1', identifiers: ['A1'] }),
      post('p2', 2, { identifiers: ['A1'] }),
    ],
    1,
    [],
    [],
  ],
];

describe.each(engines)('reading the cases that a batch may touch, on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });

  it('gives the fold all that it needs: with every case there is it does the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyPosts,
        fc.integer({ min: 1, max: 6 }),
        anyFates,
        fc.uniqueArray(fc.nat(count), { maxLength: 2 }),
        async (posts, size, befalling, deleted) => {
          await emptyRecord(db);
          const seen = new Set<string>();
          for (let from = 0; from < posts.length; from += size) {
            const batch = newestOf(posts.slice(from, from + size));
            const mentions = batch.map(({ id, ...told }) => {
              const item = say(id, told);
              return { ...item, complainantKey: complainantKey(item.mention, 'test') };
            });
            const gone = deleted.map((n) => `p${n}`).filter((id) => seen.has(id));
            await db.transaction('desk', async (tx) => {
              const deletions = gone.map((nativeId) => ({
                kind: 'deletion' as const,
                source: 'forum',
                nativeId,
                author: null,
              }));
              const locked = await lockBatch(tx, { source: 'forum', mentions, deletions });
              const related = await readBatchCases(tx, locked, mentions, ({ post }) =>
                seen.has(post.nativeId),
              );
              expect(foldedFrom(related, mentions, gone)).toEqual(
                foldedFrom(await readAllCases(tx), mentions, gone),
              );
            });
            await commitPosts(db, batch);
            for (const { id } of batch) seen.add(id);
            for (const one of befalling) await befall(db, one);
          }
        },
      ),
      { numRuns: 6, examples },
    );
  }, 240_000);
});

/** A batch holds one revision of a post, as a page of a source is decided. */
const newestOf = (posts: readonly Post[]): readonly Post[] => [
  ...new Map(posts.map((post) => [post.id, post])).values(),
];
