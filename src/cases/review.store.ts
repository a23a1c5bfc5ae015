import { createHmac } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Evidence } from '../domain/classification.ts';
import type { ReviewReason } from '../domain/decision.ts';
import type { KnownAs } from '../domain/known-as.ts';
import type { AuthorRole } from '../domain/post.ts';
import type { Transaction } from '../postgres/database.ts';
import { knownAs } from '../postgres/known-as.ts';
import { hasObjected, shownText } from '../postgres/shown-text.ts';
import { type PageKey, readCursor, writeCursor } from './keyset.ts';

/** A post that matched the watch-list and opened no case, with the reason. */
export interface ReviewPost {
  readonly mentionId: string;
  readonly brand: string;
  readonly source: string;
  readonly role: AuthorRole;
  readonly language: string | null;
  readonly receivedAt: Date;
  readonly decidedAt: Date;
  readonly reason: ReviewReason;
  /** Nobody could be certain: a person should look. */
  readonly isUnsure: boolean;
  readonly complaint: number;
  readonly isHistory: boolean;
  /** null: deleted or erased. */
  readonly text: string | null;
  readonly url: string | null;
  /** For whoever hides the author, and shown to nobody. */
  readonly knownAs: KnownAs;
  /** There is an image, and nobody read what stands in it. */
  readonly hasImage: boolean;
  readonly evidence: readonly Evidence[];
  /** Only of a sample: the case that a person opened for it since. */
  readonly caseId: string | null;
  readonly cursor: string;
}

export interface ReviewAsk {
  readonly brand: string | null;
  readonly reason: ReviewReason | null;
  readonly isUnsureOnly: boolean;
  readonly limit: number;
  readonly after: string | null;
}

export interface ReviewPage {
  readonly posts: readonly ReviewPost[];
  readonly hasMore: boolean;
}

/** What was unsure first, then the rest, each with the newest first; null when `after` is no cursor of this list. */
export const listReview = async (tx: Transaction, ask: ReviewAsk): Promise<ReviewPage | null> => {
  const start = ask.after === null ? { isUnsure: true, after: null } : placeOf(ask.after);
  if (start === null) return null;
  const found: ReviewPost[] = [];
  for (const isUnsure of start.isUnsure ? [true, false] : [false]) {
    const left = ask.limit + 1 - found.length;
    if (left <= 0 || (ask.isUnsureOnly && !isUnsure)) break;
    const after = isUnsure === start.isUnsure ? start.after : null;
    const { rows } = await pageStatement(ask, { isUnsure, after, limit: left }).execute(tx);
    found.push(...rows.map(withCursor));
  }
  return { posts: found.slice(0, ask.limit), hasMore: found.length > ask.limit };
};

type Place = { readonly isUnsure: boolean; readonly after: PageKey | null };

const placeOf = (cursor: string): Place | null => {
  const unsure = readCursor(groupName(true), cursor, 1);
  const after = unsure ?? readCursor(groupName(false), cursor, 1);
  return after === null ? null : { isUnsure: unsure !== null, after };
};

const groupName = (isUnsure: boolean): string => (isUnsure ? 'unsure' : 'sure');

const columns = sql`m.mention_id as "mentionId", m.brand, m.source, m.author_role as role, m.language, m.received_at as "receivedAt",
  m.decided_at as "decidedAt", m.review_reason as reason, m.is_unsure as "isUnsure", m.complaint, m.is_history as "isHistory",
  ${shownText('m')} as text, m.url, ${knownAs} as "knownAs", m.has_image as "hasImage", m.evidence, m.case_id as "caseId"`;

/** The index of the list begins with the brand: each brand gives its first rows, and few rows are put in order. */
const pageStatement = (
  { brand, reason }: ReviewAsk,
  { isUnsure, after, limit }: Place & { readonly limit: number },
): RawBuilder<Omit<ReviewPost, 'cursor'>> => {
  const isWanted = reason === null ? sql`true` : sql`m.review_reason = ${reason}`;
  const isLater =
    after === null
      ? sql`true`
      : sql`(m.decided_at, m.mention_id) < (${after.times[0]}::timestamptz, ${after.id}::bigint)`;
  return sql`
    with recursive ${brandsWithPosts(brand)}
    select p.* from brands b cross join lateral (
      select ${columns} from desk.mention m
      where m.brand = b.brand and m.case_id is null and m.outcome = 'review' and m.is_unsure = ${isUnsure} and ${isWanted} and ${isLater}
      order by m.decided_at desc, m.mention_id desc limit ${limit}) p
    order by p."decidedAt" desc, p."mentionId" desc limit ${limit}`;
};

/** The brands that have something on the list, found by steps through its index, not by reading it. */
const brandsWithPosts = (brand: string | null): RawBuilder<unknown> =>
  brand === null
    ? sql`brands (brand) as (
        (select brand from desk.mention where case_id is null and outcome = 'review' order by brand limit 1)
        union all
        select (select m.brand from desk.mention m where m.case_id is null and m.outcome = 'review' and m.brand > b.brand order by m.brand limit 1)
        from brands b where b.brand is not null)`
    : sql`brands (brand) as (select ${brand}::text)`;

const withCursor = (row: Omit<ReviewPost, 'cursor'>): ReviewPost => ({
  ...row,
  cursor: writeCursor(groupName(row.isUnsure), { times: [row.decidedAt], id: row.mentionId }),
});

export const samplePerDay = 20;
const dayMs = 86_400_000;

/**
 * The day's sample for checking: the same posts all day, in UTC. It is drawn from what was decided the day before, by
 * keyed hashes that nobody can steer; where that was less, the first posts of the day itself fill it up. A post
 * for which somebody opened a case meanwhile stays in it.
 */
export const readSample = async (tx: Transaction, now: Date): Promise<readonly ReviewPost[]> => {
  const midnight = new Date(Math.floor(now.getTime() / dayMs) * dayMs);
  const seed = createHmac('sha256', await readKey(tx))
    .update(`review sample ${midnight.toISOString().slice(0, 10)}`)
    .digest('hex');
  const drawn = await sql<Omit<ReviewPost, 'cursor'>>`
    select ${columns} from desk.mention m
    where m.decided_at >= ${new Date(midnight.getTime() - dayMs)} and m.decided_at < ${midnight} and ${isSampled}
    order by md5(${seed}::text || m.mention_id) limit ${samplePerDay}`.execute(tx);
  const missing = samplePerDay - drawn.rows.length;
  const filled = await sql<Omit<ReviewPost, 'cursor'>>`
    select ${columns} from desk.mention m where m.decided_at >= ${midnight} and ${isSampled}
    order by m.mention_id limit ${missing}`.execute(tx);
  return [...drawn.rows, ...filled.rows].map(withCursor);
};

/** What the rules kept from the desk, also where a person has opened a case for it by now. */
const isSampled = sql`not ${hasObjected('m')} and m.outcome = 'review' and (m.case_id is null or exists (
  select 1 from desk.activity a where a.case_id = m.case_id and a.kind = 'case_opened' and not a.is_automated
    and a.post_key = m.source || '|' || m.native_id))`;

const readKey = async (tx: Transaction): Promise<string> => {
  const row = await tx
    .selectFrom('ops.setting')
    .select('value')
    .where('key', '=', 'instance_key')
    .executeTakeFirst();
  return String(row?.value ?? '');
};
