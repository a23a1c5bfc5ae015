import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { Transaction } from '../postgres/database.ts';
import { isTextHidden } from '../postgres/shown-text.ts';
import { isListedFor } from '../postgres/told-case.ts';
import { readCursor, writeCursor } from './keyset.ts';
import type { LabelVerdict } from './label.ts';
import { isDangerous, type Said, said } from './labelled-post.store.ts';
import type { KeptLabel } from './training-line.ts';

/** A label of the list, with what the classifier says of the same post. */
export interface ListedLabel {
  readonly labelId: string;
  readonly mentionId: string;
  readonly caseId: string | null;
  readonly brand: string;
  readonly source: string;
  readonly at: Date;
  readonly actor: string;
  readonly verdict: LabelVerdict;
  readonly note: string | null;
  /** Masked; null: of danger, or no longer in force. */
  readonly text: string | null;
  readonly isDanger: boolean;
  readonly said: Said;
  /** null: it is in force. */
  readonly ended: { readonly at: Date; readonly by: string; readonly how: 'replaced' | 'undone' } | null;
  readonly cursor: string;
}

export interface LabelsAsk {
  readonly brand: string | null;
  /** With those that were replaced or taken back. */
  readonly isAll: boolean;
  /** Labels of cases that no list tells them are left out. */
  readonly reader: CaseReader;
  readonly limit: number;
  readonly after: string | null;
}

export interface LabelPage {
  readonly labels: readonly ListedLabel[];
  readonly hasMore: boolean;
}

/** The newest first; null when `after` is no cursor of this list. */
export const listLabels = async (tx: Transaction, ask: LabelsAsk): Promise<LabelPage | null> => {
  const isLater = ask.after === null ? sql`true` : afterKey(ask.after);
  if (isLater === null) return null;
  const isOfBrand = ask.brand === null ? sql`true` : sql`l.brand = ${ask.brand}`;
  const isShown = ask.isAll ? sql`true` : sql`l.ended_at is null`;
  const { rows } = await sql<ListedRecord>`
    select l.label_id as "labelId", l.mention_id as "mentionId", m.case_id as "caseId", l.brand, m.source, l.at, l.actor,
      l.verdict, l.note, case when ${isTextHidden('m')} then null else l.text end as text, l.ended_at, l.ended_by, l.ended_how, ${isDangerous('m')} as "isDanger", ${said} as said
    from desk.label l join desk.mention m on m.mention_id = l.mention_id
    where ${isOfBrand} and ${isShown} and ${isLater} and (m.case_id is null or exists (
      select from desk."case" c where c.case_id = m.case_id and ${isListedFor(ask.reader, 'c')}))
    order by l.at desc, l.label_id desc limit ${ask.limit + 1}`.execute(tx);
  return { labels: rows.slice(0, ask.limit).map(toListed), hasMore: rows.length > ask.limit };
};

const list = 'labels';

const afterKey = (cursor: string): RawBuilder<unknown> | null => {
  const key = readCursor(list, cursor, 1);
  return key && sql`(l.at, l.label_id) < (${key.times[0]}::timestamptz, ${key.id}::bigint)`;
};

interface ListedRecord extends Omit<ListedLabel, 'ended' | 'cursor'> {
  readonly ended_at: Date | null;
  readonly ended_by: string | null;
  readonly ended_how: 'replaced' | 'undone' | null;
}

/** What turned out to be danger after it was labelled keeps its words from whoever only looks. */
const toListed = ({ ended_at: at, ended_by: by, ended_how: how, ...row }: ListedRecord): ListedLabel => ({
  ...row,
  text: row.isDanger ? null : row.text,
  note: row.isDanger ? null : row.note,
  ended: at === null || how === null ? null : { at, by: by ?? '', how },
  cursor: writeCursor(list, { times: [row.at], id: row.labelId }),
});

/** In dispute, or about staff: what is kept from people without a clearance goes to no file that anybody may open. */
const isConfidential = (of: 'm' | 'p'): RawBuilder<unknown> => sql`exists (
  select from desk."case" c where c.case_id = ${sql.raw(of)}.case_id and (c.in_dispute or 'staff' = any(c.categories)
    or exists (select from desk.accused a where a.case_id = c.case_id)))`;

/** Labels in force, a slice at a time by their numbers, with all that decides whether they may leave the desk. */
export const readKeptLabels = async (
  tx: Transaction,
  afterId: string,
  limit: number,
): Promise<readonly KeptLabel[]> => {
  const { rows } = await sql<KeptLabel>`
    select l.label_id as "labelId", m.language, l.text, l.parent, l.verdict, ${isDangerous('m')} as "isDanger",
      p.mention_id is not null and ${isDangerous('p')} as "isParentDanger", m.author_role <> 'customer' as "isOwnAccount",
      ${isConfidential('m')} as "isConfidential", p.mention_id is not null and ${isConfidential('p')} as "isParentConfidential"
    from desk.label l join desk.mention m on m.mention_id = l.mention_id
    left join desk.mention p on p.mention_id = l.parent_id
    where l.ended_at is null and not ${isTextHidden('m')} and (p.mention_id is null or not ${isTextHidden('p')})
      and l.label_id > ${afterId}::bigint order by l.label_id limit ${limit}`.execute(tx);
  return rows;
};
