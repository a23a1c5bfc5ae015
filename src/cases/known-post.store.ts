import { sql } from 'kysely';
import type { Mention } from '../domain/post.ts';
import type { Transaction } from '../postgres/database.ts';

export interface KnownPostRow {
  readonly brand: string;
  readonly nativeId: string;
  readonly revision: number;
  readonly text: string | null;
  readonly severity: string | null;
  readonly danger: string | null;
  readonly categories: readonly string[];
  readonly isPending: boolean;
}

/** Decided posts that others answer, with their words while they are kept. */
export const readKnownPosts = async (
  tx: Transaction,
  source: string,
  nativeIds: readonly string[],
): Promise<KnownPostRow[]> => {
  if (nativeIds.length === 0) return [];
  const { rows } = await sql<KnownPostRow>`
    select m.* from unnest(${[...nativeIds]}::text[]) as k (id) cross join lateral (
      select brand, native_id as "nativeId", revision, text, severity, danger, categories, parent_pending as "isPending"
      from desk.mention where source = ${source} and native_id = k.id offset 0) m`.execute(tx);
  return rows;
};

/**
 * Replies decided before the posts that they answer, which are decided by now: of these parents, or of any. One whose
 * parent waits itself goes on waiting. Own accounts that name no parent answer the post that began the thread.
 */
export const readPendingReplies = async (
  tx: Transaction,
  which: { source: string; parents: readonly string[] } | { limit: number },
): Promise<{ source: string; mentions: Mention[]; parents: string[] }[]> => {
  const { rows } =
    'parents' in which ? await pendingUnder(which).execute(tx) : await anyPending(which).execute(tx);
  const bySource = new Map<string, PendingRow[]>();
  for (const row of rows) bySource.set(row.source, [...(bySource.get(row.source) ?? []), row]);
  return [...bySource].map(([source, group]) => ({
    source,
    mentions: group.map(toMention),
    parents: [...new Set(group.map((row) => row.parent ?? row.thread))],
  }));
};

/** Replies that one look finds at most. */
export const pendingAtOnce = 500;

const pendingColumns = sql.raw(
  `m.source, m.native_id, m.brand, m.revision, m.author, m.author_role, m.thread, m.parent, m.repost_of, m.text, m.url,
  m.links, m.has_image, m.fingerprint, m.published_at, m.received_at, m.matched_by, m.is_history`,
);
const isAnswerable = sql.raw(
  `m.text is not null and exists (select 1 from desk.mention p where p.source = m.source
    and p.native_id = coalesce(m.parent, m.thread) and p.brand = m.brand and not p.parent_pending)`,
);

/**
 * One look into the index per parent (`offset 0` keeps it so): asked with `= any (...)`, all that waits is read for
 * every batch (24 ms at 60,000 mentions, and growing with them).
 */
const pendingUnder = ({ source, parents }: { source: string; parents: readonly string[] }) => sql<PendingRow>`
  select m.* from unnest(${[...new Set(parents)]}::text[]) as k (id) cross join lateral (
    select ${pendingColumns} from desk.mention m
    where m.parent_pending and m.source = ${source} and coalesce(m.parent, m.thread) = k.id and ${isAnswerable} offset 0) m
  limit ${pendingAtOnce}`;

const anyPending = ({ limit }: { limit: number }) => sql<PendingRow>`
  select ${pendingColumns} from desk.mention m where m.parent_pending and ${isAnswerable} limit ${limit}`;

/** Whether a reply waits whose answer is known by now: it is about to be decided again. */
export const hasAnswerableReplies = async (tx: Transaction): Promise<boolean> => {
  const { rows } = await anyPending({ limit: 1 }).execute(tx);
  return rows.length > 0;
};

/** A reply that cannot be decided again keeps the decision that it has. */
export const stopWaiting = async (tx: Transaction, { post, brand }: Mention): Promise<void> => {
  await sql`
    update desk.mention set parent_pending = false
    where source = ${post.source} and native_id = ${post.nativeId} and brand = ${brand}`.execute(tx);
};

export interface PendingRow {
  source: string;
  native_id: string;
  brand: string;
  revision: number;
  author: string | null;
  author_role: string;
  thread: string;
  parent: string | null;
  repost_of: string | null;
  text: string | null;
  url: string | null;
  links: string[];
  has_image: boolean;
  fingerprint: string;
  published_at: Date | null;
  received_at: Date;
  matched_by: string;
  is_history: boolean;
}

/** The mention as it came in, but for the language that its author declared, which is not kept. */
export const toMention = (row: PendingRow): Mention => ({
  post: {
    kind: 'post',
    source: row.source,
    nativeId: row.native_id,
    revision: row.revision,
    author: row.author,
    authorRole: row.author_role as Mention['post']['authorRole'],
    thread: row.thread,
    parent: row.parent,
    repostOf: row.repost_of,
    text: row.text ?? '',
    declaredLanguage: null,
    url: row.url,
    links: row.links,
    hasImage: row.has_image,
    publishedAt: row.published_at?.toISOString() ?? null,
  },
  brand: row.brand,
  matchedBy: row.matched_by as Mention['matchedBy'],
  fingerprint: row.fingerprint,
  receivedAt: row.received_at.toISOString(),
  isHistory: row.is_history,
});
