import { type RawBuilder, sql } from 'kysely';
import type { Evidence, OutOfBandKind } from '../domain/classification.ts';
import type { KnownAs } from '../domain/known-as.ts';
import type { AuthorRole } from '../domain/post.ts';
import type { Severity } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';
import { shownText } from '../postgres/shown-text.ts';
import { type DeskRecord, toDeskCase } from './action.store.ts';
import { accusedColumn } from './case-kind.store.ts';
import type { DeskCase } from './life/action-types.ts';

/** A case with the words of its posts, while they are kept, and everything that happened to it. */
export interface CaseFile {
  readonly row: DeskCase;
  /** Counts every change; what `expectedVersion` of an action names. */
  readonly version: number;
  /** Whom it is about: for whoever decides who may know of it, and shown to nobody. */
  readonly accused: readonly string[];
  /** Who complains: for whoever hides them (hidden-fame.ts), and shown to nobody. */
  readonly customers: readonly KnownAs[];
  /** In the order of publication; customers' and own accounts'. */
  readonly posts: readonly FiledPost[];
  readonly activities: readonly FiledActivity[];
}

export interface FiledPost {
  /** Its number, as `review` and `label` take it. */
  readonly mentionId: string;
  readonly source: string;
  readonly nativeId: string;
  readonly revision: number;
  readonly role: AuthorRole;
  readonly at: Date;
  readonly receivedAt: Date;
  /** null: deleted or erased. */
  readonly text: string | null;
  readonly url: string | null;
  /** There is an image, and nobody read what stands in it. */
  readonly hasImage: boolean;
  readonly severity: Severity | null;
  readonly outOfBand: OutOfBandKind | null;
  readonly evidence: readonly Evidence[];
}

export interface FiledActivity {
  readonly at: Date;
  readonly kind: string;
  readonly actor: string;
  readonly isAutomated: boolean;
  readonly isInternal: boolean;
  readonly previous: string | null;
  readonly value: string | null;
  readonly note: string | null;
  /** The case at which it was written, where that was merged into this one: what was promised there is promised here. */
  readonly from: string | null;
}

/** One statement: a case is shown often, and each message to the database weighs more than what it asks. */
export const readCaseFile = async (tx: Transaction, caseId: string): Promise<CaseFile | null> => {
  const { rows } = await sql<FileRecord>`
    select c.*, ${accusedColumn}, ${listOf(posts)} as filed, ${listOf(activities)} as done
    from desk."case" c where c.case_id = ${caseId}`.execute(tx);
  const [record] = rows;
  if (record === undefined) return null;
  return {
    row: toDeskCase(record),
    version: record.version,
    accused: record.accused,
    customers: record.filed
      .filter(({ role }) => role === 'customer')
      .map(({ author, url }) => ({ author, url })),
    posts: record.filed.map(({ author: _author, ...post }) => ({
      ...post,
      at: new Date(post.at),
      receivedAt: new Date(post.receivedAt),
    })),
    activities: record.done.map((activity) => ({ ...activity, at: new Date(activity.at) })),
  };
};

interface FileRecord extends DeskRecord {
  readonly accused: readonly string[];
  readonly filed: readonly (FromJson<FiledPost> & { readonly author: string | null })[];
  readonly done: readonly FromJson<FiledActivity>[];
}

/** Times as ISO 8601. */
type FromJson<T> = { readonly [K in keyof T]: T[K] extends Date ? string : T[K] };

const listOf = (ordered: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`coalesce((select json_agg(one) from (${ordered}) one), '[]'::json)`;

const posts = sql`
  select mention_id::text as "mentionId", source, native_id as "nativeId", revision, author, author_role as role, received_at as "receivedAt",
    least(coalesce(published_at, received_at), received_at) as at, ${shownText('mention')} as text, url, has_image as "hasImage", severity, out_of_band as "outOfBand", evidence
  from desk.mention mention where mention.case_id = c.case_id order by at, mention_id`;

const activities = sql`
  select at, kind, actor, is_automated as "isAutomated", is_internal as "isInternal", previous, value, note,
    nullif(one.id, c.case_id)::text as "from"
  from desk.cases_of(c.case_id) as one (id) cross join lateral (
    select * from desk.activity where case_id = one.id
      and (one.id = c.case_id or kind in ('out_of_band', 'out_of_band_decided', 'remedy', 'parity_offered', 'parity_asked', 'parity_exempt')) offset 0) activity
  order by at, activity_id`;
