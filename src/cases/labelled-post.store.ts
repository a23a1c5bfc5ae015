import { sql } from 'kysely';
import type { DangerKind } from '../domain/classification.ts';
import type { ReviewReason } from '../domain/decision.ts';
import type { AuthorRole } from '../domain/post.ts';
import type { Severity } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';

/** A post by its number on the review list, or the one that opened a case. */
export type PostRef =
  | { readonly kind: 'post'; readonly mentionId: string }
  | { readonly kind: 'case'; readonly caseId: string };

/** What the classifier said of a post, as it was decided. */
export interface Said {
  readonly outcome: 'complaint' | 'review';
  readonly reason: ReviewReason | null;
  readonly complaint: number;
  readonly severity: Severity | null;
  readonly danger: DangerKind | null;
  readonly categories: readonly string[];
  readonly language: string | null;
}

/** A post that somebody labels, with the one that it answers. */
export interface SeenPost extends SpokenWords {
  readonly brand: string;
  readonly source: string;
  readonly caseId: string | null;
  readonly said: Said;
  readonly parent: SpokenWords | null;
}

interface SpokenWords {
  readonly mentionId: string;
  readonly role: AuthorRole;
  readonly author: string | null;
  readonly url: string | null;
  /** null: deleted or erased. */
  readonly text: string | null;
  readonly isDanger: boolean;
}

/** Holds the row until the transaction ends: whoever erases the words waits, and takes the label with them. */
export const lockLabelled = async (tx: Transaction, ref: PostRef): Promise<SeenPost | null> => {
  const mentionId = ref.kind === 'post' ? ref.mentionId : await findOpening(tx, ref.caseId);
  if (mentionId === null) return null;
  const { rows } = await sql<PostRecord>`
    select ${spoken}, m.brand, m.source, m.native_id, m.parent, m.case_id as "caseId", ${said} as said
    from desk.mention m where m.mention_id = ${mentionId} for update`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const { parent, native_id: _, ...post } = row;
  return { ...post, parent: parent === null ? null : await readParent(tx, row) };
};

type PostRecord = Omit<SeenPost, 'parent'> & { readonly native_id: string; readonly parent: string | null };

/** As the batch wrote it into the case; a case whose first post went on elsewhere is known by its next. */
const findOpening = async (tx: Transaction, caseId: string): Promise<string | null> => {
  const { rows } = await sql<{ mention_id: string }>`
    select m.mention_id from desk.mention m
    left join desk.activity a on a.case_id = m.case_id and a.kind = 'case_opened' and a.post_key = m.source || '|' || m.native_id
    where m.case_id = ${caseId} and m.author_role = 'customer'
    order by a.activity_id nulls last, m.received_at, m.mention_id limit 1`.execute(tx);
  return rows[0]?.mention_id ?? null;
};

const readParent = async (tx: Transaction, { source, parent, brand }: PostRecord) => {
  const { rows } = await sql<SpokenWords>`
    select ${spoken} from desk.mention m
    where m.source = ${source} and m.native_id = ${parent} and m.brand = ${brand}`.execute(tx);
  return rows[0] ?? null;
};

/**
 * Whether a post, or the one that it repeats, is danger: by its words, by its case or the one that goes on in its
 * place, for any brand, or because a person says so. `alias` is ours, never what somebody wrote.
 */
export const isDangerous = (alias: 'm' | 'p') =>
  sql<boolean>`exists (
    select from desk.mention o left join desk."case" c on c.case_id = o.case_id left join desk."case" g on g.case_id = c.merged_into
    left join desk.label d on d.mention_id = o.mention_id and d.ended_at is null
    where o.source = ${sql.ref(`${alias}.source`)} and o.native_id in (${sql.ref(`${alias}.native_id`)}, ${sql.ref(`${alias}.repost_of`)})
      and (o.danger is not null or c.danger is not null or g.danger is not null
        or o.evidence @> '[{"kind":"danger"}]' or coalesce(d.verdict ->> 'danger', 'none') <> 'none'))`;

const spoken = sql`m.mention_id as "mentionId", m.author_role as role, m.author, m.url, m.text, ${isDangerous('m')} as "isDanger"`;

/** The columns of a `Said` of the mention `m`. */
export const said = sql<Said>`json_build_object('outcome', m.outcome, 'reason', m.review_reason, 'complaint', m.complaint,
  'severity', m.severity, 'danger', m.danger, 'categories', m.categories, 'language', m.language)`;
