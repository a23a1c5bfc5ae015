import { sql } from 'kysely';
import type { Joining, ProblemId } from '../domain/problem.ts';
import type { Transaction } from '../postgres/database.ts';
import type { Placed } from './group-page.ts';

/** Writes where complaints were put; what was written before stays. */
export const writeMembers = async (
  tx: Transaction,
  placed: readonly Placed[],
  groupedAt: Date,
): Promise<void> => {
  const rows = placed.flatMap((one) => [
    confirmedRow(one),
    ...(one.grouping.suggested === null ? [] : [suggestedRow(one, one.grouping.suggested)]),
  ]);
  if (rows.length === 0) return;
  const numbered = rows.map((one, place) => ({ ...one, place }));
  await sql`
    insert into desk.problem_member (mention_id, status, brand, problem_id, found, kind, is_automated, alike, similarity, words,
      hindrance, subject, answers, nearest, nearest_similarity, written_at, grouped_at)
    select r.mention_id, r.status, r.brand, r.problem_id, r.found, r.kind, true, r.alike, r.similarity, r.words,
      r.hindrance, r.subject, r.answers, r.nearest, r.nearest_similarity, r.written_at, ${groupedAt}::timestamptz
    from json_to_recordset(${JSON.stringify(numbered)}::json) as r (mention_id bigint, status text, brand text,
      problem_id bigint, found bigint, kind text, alike bigint, similarity real, words jsonb, hindrance text, subject jsonb,
      answers bigint, nearest bigint, nearest_similarity real, written_at timestamptz, place int)
    order by r.place on conflict do nothing`.execute(tx);
};

const confirmedRow = ({ complaint, grouping, answers }: Placed) => ({
  ...row(complaint),
  ...told(grouping.joined),
  status: 'confirmed',
  problem_id: grouping.problem,
  found: grouping.home,
  kind: grouping.joined?.kind ?? 'founder',
  subject: grouping.subject,
  answers,
  nearest: grouping.nearest?.post ?? null,
  nearest_similarity: grouping.nearest?.similarity ?? null,
});

const suggestedRow = ({ complaint }: Placed, joining: Joining) => ({
  ...row(complaint),
  ...told(joining),
  status: 'suggested',
  problem_id: joining.problem,
  found: joining.problem,
  kind: joining.kind,
});

const row = ({ post, brand, writtenAt }: Placed['complaint']) => ({
  mention_id: post,
  brand,
  written_at: writtenAt,
});

const told = (joining: Joining | null) => ({
  alike: joining?.member ?? null,
  similarity: joining?.similarity ?? null,
  words: joining?.words ?? [],
  hindrance: joining?.hindrance ?? null,
});

/** Problems that have a second member, or may have one, are kept track of. Returns those that are new. */
export const openProblems = async (
  tx: Transaction,
  problems: readonly ProblemId[],
  now: Date,
): Promise<readonly ProblemId[]> => {
  if (problems.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    insert into desk.problem (problem_id, brand, began_at, since_at, created_at)
    select k.id, f.brand, coalesce((select min(m.written_at) from desk.problem_member m
        where m.problem_id = k.id and m.status = 'confirmed'), f.written_at), ${now}::timestamptz, ${now}::timestamptz
    from (select distinct id from unnest(${[...problems]}::bigint[]) as k (id)) k
    join desk.problem_member f on f.mention_id = abs(k.id) and f.status = 'confirmed'
    on conflict do nothing returning problem_id as id`.execute(tx);
  const opened = rows.map(({ id }) => Number(id)).sort((a, b) => a - b);
  await noteOpened(tx, opened, now);
  return opened;
};

const noteOpened = async (tx: Transaction, problems: readonly ProblemId[], now: Date): Promise<void> => {
  if (problems.length === 0) return;
  await sql`
    insert into desk.problem_event (problem_id, at, kind, actor, is_automated)
    select id, ${now}::timestamptz, 'opened', 'evenhand', true from unnest(${[...problems]}::bigint[]) as k (id)`.execute(
    tx,
  );
};
