import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

export interface AuthorRef {
  readonly source: string;
  /** As the platform knows them. */
  readonly author: string;
}

/** Everything of the desk that is about one author. Rows as they stand, in the names of their columns. */
export interface AuthorRecord {
  readonly posts: readonly Row[];
  readonly cases: readonly Row[];
  readonly activities: readonly AuthorActivity[];
  readonly escalations: readonly Row[];
  readonly labels: readonly Row[];
  readonly messages: readonly Row[];
  readonly objection: Row | null;
}

type Row = Readonly<Record<string, unknown>>;

export interface AuthorActivity {
  readonly case: string;
  readonly at: Date;
  readonly kind: string;
  readonly actor: string;
  readonly automatic: boolean;
  readonly previous: string | null;
  readonly value: string | null;
  readonly note: string | null;
}

export const readAuthorRecord = async (
  tx: Transaction,
  { source, author }: AuthorRef,
): Promise<AuthorRecord> => {
  const mine = sql`select m.case_id from desk.mention m
    where m.source = ${source} and m.author = ${author} and m.author_role = 'customer' and m.case_id is not null`;
  const posts = await sql<Row>`
    select mention_id::text as number, native_id as id, revision, brand, author, thread, parent, text, url, links, language, has_image, published_at, received_at,
      decided_at, matched_by, outcome, review_reason, severity, danger, categories, reasons, identifiers, out_of_band, case_id::text as "case"
    from desk.mention where source = ${source} and author = ${author} order by received_at, mention_id`.execute(
    tx,
  );
  const cases = await sql<Row>`
    select case_id::text as "case", brand, status, disposition, severity, danger, categories, reasons, identifiers, opened_at, received_at, due_at,
      first_response_at, last_response_at, resolved_at, closed_at, is_history
    from desk."case" where case_id in (${mine}) order by case_id`.execute(tx);
  const activities = await sql<AuthorActivity>`
    select case_id::text as "case", at, kind, actor, is_automated as automatic, previous, value, note
    from desk.activity where case_id in (${mine}) order by case_id, at, activity_id`.execute(tx);
  const escalations = await sql<Row>`
    select case_id::text as "case", via, requested_at, criterion, reason_code, note, decision, decided_at, decision_note, answered_at, answer
    from desk.escalation where case_id in (${mine}) order by number`.execute(tx);
  const labels = await sql<Row>`
    select l.at, l.verdict, l.text, l.note from desk.label l join desk.mention m using (mention_id)
    where m.source = ${source} and m.author = ${author} order by l.label_id`.execute(tx);
  const messages = await sql<Row>`
    select distinct n.channel, n.kind, n.state, n.created_at, n.delivered_at from desk.notification n
    join desk.outbox o on n.members ? o.outbox_id::text
    where jsonb_typeof(n.members) = 'array' and o.case_id in (${mine}) order by n.created_at`.execute(tx);
  const objection = await sql<Row>`
    select at, reason from desk.objection where source = ${source} and author = ${author}`.execute(tx);
  return {
    posts: posts.rows,
    cases: cases.rows,
    activities: activities.rows,
    escalations: escalations.rows,
    labels: labels.rows,
    messages: messages.rows,
    objection: objection.rows[0] ?? null,
  };
};

/** False: it stood already, with its first reason. Labels of their posts, and their words in labels of answers, go. */
export const addObjection = async (
  tx: Transaction,
  {
    source,
    author,
    reason,
    now,
    actor,
  }: AuthorRef & { readonly reason: string; readonly now: Date; readonly actor: string },
): Promise<{ readonly isNew: boolean; readonly labels: number }> => {
  const added = await sql`
    insert into desk.objection values (${source}, ${author}, ${reason}, ${now}, ${actor}) on conflict do nothing`.execute(
    tx,
  );
  const theirs = sql`select mention_id from desk.mention where source = ${source} and author = ${author}`;
  const labels = await sql`delete from desk.label where mention_id in (${theirs})`.execute(tx);
  await sql`update desk.label set parent = null where parent_id in (${theirs}) and parent is not null`.execute(
    tx,
  );
  return { isNew: Number(added.numAffectedRows ?? 0) === 1, labels: Number(labels.numAffectedRows ?? 0) };
};

export const dropObjection = async (tx: Transaction, { source, author }: AuthorRef): Promise<boolean> => {
  const gone = await sql`delete from desk.objection where source = ${source} and author = ${author}`.execute(
    tx,
  );
  return Number(gone.numAffectedRows ?? 0) === 1;
};
