import { type RawBuilder, sql } from 'kysely';
import type { Category, Evidence } from '../domain/classification.ts';
import type { ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import type { Subject } from './entity-key.ts';

/** A complaint that opened a case, or goes on in one, as it is grouped. Nothing tells who wrote it or who read it. */
export interface StoredComplaint {
  readonly post: number;
  readonly caseId: string;
  readonly brand: string;
  readonly text: string;
  readonly categories: readonly Category[];
  readonly identifiers: readonly string[];
  readonly evidence: readonly Evidence[];
  /** The decision took it for "same here" under a complaint. */
  readonly isSameProblem: boolean;
  readonly writtenAt: Date;
}

export interface ComplaintPage {
  readonly complaints: readonly StoredComplaint[];
  /** Activity up to which everything was read. */
  readonly upTo: number;
}

/**
 * Complaints of cases that are in no problem yet, in the order in which their cases were written, up to this activity.
 * One look into the index per row (`offset 0` keeps it so). Of a case the first complaint alone counts; history none.
 */
export const readComplaints = async (
  tx: Transaction,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<ComplaintPage> => {
  const { rows } = await sql<ComplaintRow & { activityId: string }>`
    select a.activity_id as "activityId", m.*
    from desk.activity a cross join lateral (select brand from desk."case" c where c.case_id = a.case_id offset 0) c
    cross join lateral (select ${complaintColumns} from desk.mention m
      where m.source = split_part(a.post_key, '|', 1) and m.native_id = substr(a.post_key, strpos(a.post_key, '|') + 1)
        and m.brand = c.brand and ${isComplaint} offset 0) m
    where a.activity_id > ${after} and a.activity_id <= ${upTo} and a.post_key is not null
      and not exists (select 1 from desk.mention o join desk.problem_member p on p.mention_id = o.mention_id where o.case_id = m."caseId"::bigint)
    order by a.activity_id limit ${limit}`.execute(tx);
  const last = rows.at(-1);
  return {
    complaints: firstOfCases(rows.map(toComplaint)),
    upTo: rows.length < limit || last === undefined ? upTo : Number(last.activityId),
  };
};

export interface GroupedComplaint extends StoredComplaint {
  readonly place: number;
  readonly groupedAt: Date;
  readonly parent: KnownMember | null;
}

/** Those of the window that were grouped before, in the order in which they were. */
export const readGrouped = async (
  tx: Transaction,
  { since, after, limit }: { since: Date; after: number; limit: number },
): Promise<readonly GroupedComplaint[]> => {
  const { rows } = await sql<GroupedRow>`
    select p.place, p.grouped_at as "groupedAt", p.answers, a.found, a.subject, m.*
    from desk.problem_member p
    cross join lateral (select ${complaintColumns} from desk.mention m where m.mention_id = p.mention_id offset 0) m
    left join desk.problem_member a on a.mention_id = p.answers and a.status = 'confirmed'
    where p.status = 'confirmed' and p.grouped_at >= ${since} and p.place > ${after} order by p.place limit ${limit}`.execute(
    tx,
  );
  return rows.map((row) => ({
    ...toComplaint(row),
    place: Number(row.place),
    groupedAt: row.groupedAt,
    parent:
      row.answers === null || row.found === null || row.subject === null
        ? null
        : { post: Number(row.answers), found: Number(row.found), subject: row.subject },
  }));
};

/** The case whose complaint a post answers: replies to an own account speak of what that account answered. */
export const readAnsweredCases = async (
  tx: Transaction,
  posts: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  if (posts.length === 0) return new Map();
  const { rows } = await sql<{ post: string; caseId: string }>`
    with recursive above as (
      select m.mention_id as post, m.source, m.brand, coalesce(m.parent, m.thread) as looked, 0 as steps from desk.mention m
      where m.mention_id = any(${[...posts]}::bigint[]) and coalesce(m.parent, m.thread) <> m.native_id
      union all
      select a.post, a.source, a.brand, coalesce(p.parent, p.thread), a.steps + 1 from above a cross join lateral (
        select parent, thread, native_id, author_role from desk.mention p
        where p.source = a.source and p.native_id = a.looked and p.brand = a.brand offset 0) p
      where p.author_role <> 'customer' and coalesce(p.parent, p.thread) <> p.native_id and a.steps < 5)
    select a.post, p.case_id as "caseId" from above a cross join lateral (
      select case_id, author_role from desk.mention p
      where p.source = a.source and p.native_id = a.looked and p.brand = a.brand offset 0) p
    where p.author_role = 'customer' and p.case_id is not null`.execute(tx);
  return new Map(rows.map(({ post, caseId }) => [Number(post), caseId]));
};

/** A member as later replies need it. */
export interface KnownMember {
  readonly post: number;
  readonly found: ProblemId;
  readonly subject: Subject;
}

/** By case. */
export const readMembersOfCases = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, KnownMember>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ caseId: string; post: string; found: string; subject: Subject }>`
    select k.id as "caseId", p.* from unnest(${[...caseIds]}::bigint[]) as k (id) cross join lateral (
      select p.mention_id as post, p.found, p.subject from desk.mention m join desk.problem_member p on p.mention_id = m.mention_id
      where m.case_id = k.id and p.status = 'confirmed' order by p.place limit 1) p`.execute(tx);
  return new Map(
    rows.map(({ caseId, post, found, subject }) => [
      caseId,
      { post: Number(post), found: Number(found), subject },
    ]),
  );
};

const complaintColumns =
  sql.raw(`m.mention_id as "mentionId", m.case_id as "caseId", m.brand, m.text, m.categories,
  m.identifiers, m.evidence, m.reasons, least(m.published_at, m.received_at) as "writtenAt"`);
const isComplaint: RawBuilder<unknown> = sql`m.outcome = 'complaint' and m.author_role = 'customer' and not m.is_history
  and m.case_id is not null and m.text is not null`;

interface ComplaintRow {
  mentionId: string;
  caseId: string;
  brand: string;
  text: string | null;
  categories: Category[];
  identifiers: string[];
  evidence: Evidence[];
  reasons: { code: string }[];
  writtenAt: Date;
}

interface GroupedRow extends ComplaintRow {
  place: string;
  groupedAt: Date;
  answers: string | null;
  found: string | null;
  subject: Subject | null;
}

const toComplaint = (row: ComplaintRow): StoredComplaint => ({
  post: Number(row.mentionId),
  caseId: row.caseId,
  brand: row.brand,
  text: row.text ?? '',
  categories: row.categories,
  identifiers: row.identifiers,
  evidence: row.evidence,
  isSameProblem: row.reasons.some(({ code }) => code === 'same_problem'),
  writtenAt: row.writtenAt,
});

const firstOfCases = (complaints: readonly StoredComplaint[]): readonly StoredComplaint[] => {
  const firsts = new Map<string, StoredComplaint>();
  for (const complaint of complaints)
    if (!firsts.has(complaint.caseId)) firsts.set(complaint.caseId, complaint);
  return [...firsts.values()];
};
