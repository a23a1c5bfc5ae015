import { sql } from 'kysely';
import type { Clearance } from '../../domain/person.ts';
import type { Transaction } from '../../postgres/database.ts';
import { type DueUnder, findNext, lockCase, readPolicy } from '../action.store.ts';
import { inheritAccused } from '../lease/accused.store.ts';
import type { DeskPerson } from '../lease/desk-person.ts';
import { endLease } from '../lease/lease.store.ts';
import type { RouteOpened } from '../route.store.ts';
import type { DeskCase, Moment, Refusal } from './action-types.ts';
import { endKeptLease, withoutKeptOwner } from './kept-owner.store.ts';
import { type Merged, merge } from './merge.ts';
import { type MergeKept, mergedValuesOf, readKept, writeKept } from './merge-kept.ts';
import { type Unmerged, unmerge } from './unmerge.ts';
import { type LifeChange, moveMentions, writeLife } from './write-life.store.ts';

/** Who asks for it, and when. */
export interface LifeAsk {
  readonly actor: string;
  readonly now: Date;
  readonly dueUnder: DueUnder;
  readonly clearances?: readonly Clearance[];
  readonly note: string | null;
  /** Whoever has a case must be allowed to have what it becomes. */
  readonly personOf: (name: string) => DeskPerson;
  /** Gives a case that is split off to its team; absent: it is every team's. */
  readonly route?: RouteOpened;
  /** Of the case that is merged, unmerged or split; null: whatever it is. */
  readonly expectedVersion?: number | null;
}

export type LifeOutcome<Done> =
  | { readonly kind: 'unknown'; readonly caseId: string }
  | { readonly kind: 'refused'; readonly caseId: string; readonly refusal: Refusal }
  | Done;

/** The case goes on in `intoId`; see `merge`. */
export const mergeCases = async (
  tx: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
  ask: LifeAsk,
): Promise<LifeOutcome<Extract<Merged, { kind: 'done' }>>> => {
  const locked = await lockBoth(tx, fromId, intoId);
  if (locked.kind === 'unknown') return locked;
  const { from, into } = locked;
  const stale = staleOf(from, ask);
  if (stale !== null) return { kind: 'refused', caseId: fromId, refusal: stale };
  const joined = merge(from.row, into.row, await momentOf(tx, ask, into.row));
  if (joined.kind === 'refused') return joined;
  await inheritAccused(tx, fromId, intoId);
  const [left, told] = changesOf(locked, joined, ['merged', 'merged_in']);
  const taken = await withoutKeptOwner(tx, told, ask.personOf);
  const kept = { ...joined.kept, after: mergedValuesOf(taken.after) };
  await tx
    .insertInto('desk.case_merge')
    .values({
      from_case: fromId,
      into_case: intoId,
      at: ask.now,
      actor: ask.actor,
      kept: writeKept(kept),
    })
    .execute();
  await moveMentions(tx, { brand: into.row.brand, posts: kept.posts, into: intoId });
  await endLease(tx, fromId);
  await endKeptLease(tx, taken.after, ask.personOf);
  await writeLife(tx, [left, taken], ask);
  return { ...joined, into: taken.after, kept };
};

/** The case that was merged last into another is one of its own again; see `unmerge`. */
export const unmergeCase = async (
  tx: Transaction,
  fromId: string,
  ask: LifeAsk,
): Promise<LifeOutcome<Extract<Unmerged, { kind: 'done' }>>> => {
  const intoId = await readInto(tx, fromId);
  if (intoId === null) return { kind: 'unknown', caseId: fromId };
  const locked = await lockBoth(tx, fromId, intoId);
  if (locked.kind === 'unknown') return locked;
  const { from, into } = locked;
  const stale = staleOf(from, ask);
  if (stale !== null) return { kind: 'refused', caseId: fromId, refusal: stale };
  const found = await readMerge(tx, from.row);
  if (found === null) return { kind: 'refused', caseId: fromId, refusal: { code: 'not_merged' } };
  const { mergeId, kept, laterMerge } = found;
  const threads = await readThreads(tx, intoId);
  const parted = unmerge(
    from.row,
    into.row,
    { kept, laterMerge, goesOnIn: await findNext(tx, from.row), threadOf: (key) => threads.get(key) ?? null },
    await momentOf(tx, ask, from.row),
  );
  if (parted.kind === 'refused') return parted;
  const posts = parted.from.posts.map(({ key }) => key);
  await moveMentions(tx, { brand: from.row.brand, posts, into: fromId });
  const told = {
    from: {
      ...(await withStakes(tx, parted.from, posts.filter(isNews(kept.posts)))),
      identifiers: await readIdentifiers(tx, fromId),
    },
    into: { ...parted.into, identifiers: await readIdentifiers(tx, intoId) },
  };
  await tx
    .updateTable('desk.case_merge')
    .set({ ended_at: ask.now, ended_by: ask.actor })
    .where('merge_id', '=', mergeId)
    .execute();
  await inheritAccused(tx, intoId, fromId);
  await giveBreachesBack(tx, { fromId, intoId }, kept);
  const [own, other] = changesOf(locked, told, ['unmerged', 'parted']);
  const unmerged = await withoutKeptOwner(tx, own, ask.personOf);
  const rest = await withoutKeptOwner(tx, other, ask.personOf);
  await writeLife(tx, [unmerged, rest], ask);
  return { kind: 'done', from: unmerged.after, into: rest.after };
};

/** A deadline of the merged case that passed while it was merged was missed by that case. */
const giveBreachesBack = async (
  tx: Transaction,
  { fromId, intoId }: { readonly fromId: string; readonly intoId: string },
  { from, before }: MergeKept,
): Promise<void> => {
  if (from.dueAt === null || from.dueAt.getTime() === before.dueAt?.getTime()) return;
  await sql`
    with gone as (delete from desk.breach where case_id = ${intoId} and due_at = ${from.dueAt} returning due_at, target, at)
    insert into desk.breach (case_id, due_at, target, at) select ${fromId}::bigint, due_at, target, at from gone on conflict do nothing`.execute(
    tx,
  );
};

const isNews =
  (known: readonly string[]) =>
  (key: string): boolean =>
    !known.includes(key);

/** Danger and categories of posts that came since they were merged go with them. */
const withStakes = async (tx: Transaction, row: DeskCase, news: readonly string[]): Promise<DeskCase> => {
  if (news.length === 0) return row;
  const { rows } = await sql<Pick<DeskCase, 'danger' | 'categories'>>`
    select danger, categories from desk.mention
    where brand = ${row.brand} and source || '|' || native_id = any(${[...news]}::text[]) and case_id = ${row.id}
    order by received_at`.execute(tx);
  return {
    ...row,
    danger: rows.reduce((known, { danger }) => known ?? danger, row.danger),
    categories: [...new Set([...row.categories, ...rows.flatMap(({ categories }) => categories)])],
  };
};

export interface LockedCase {
  readonly row: DeskCase;
  readonly version: number;
}

interface Both {
  readonly kind: 'both';
  readonly from: LockedCase;
  readonly into: LockedCase;
}

/** In the order of their ids, so that two who merge the same cases the other way round wait for each other. */
const lockBoth = async (
  tx: Transaction,
  fromId: string,
  intoId: string,
): Promise<Both | { readonly kind: 'unknown'; readonly caseId: string }> => {
  const found = new Map<string, LockedCase>();
  for (const id of [...new Set([fromId, intoId])].sort((a, b) => Number(a) - Number(b))) {
    const locked = await lockCase(tx, id);
    if (locked === null) return { kind: 'unknown', caseId: id };
    found.set(id, locked);
  }
  const [from, into] = [found.get(fromId), found.get(intoId)];
  return from === undefined || into === undefined
    ? { kind: 'unknown', caseId: fromId }
    : { kind: 'both', from, into };
};

export const staleOf = ({ version }: LockedCase, { expectedVersion }: LifeAsk): Refusal | null =>
  (expectedVersion ?? version) === version ? null : { code: 'stale', version };

export const momentOf = async (tx: Transaction, ask: LifeAsk, row: DeskCase): Promise<Moment> => {
  const policy = await readPolicy(tx, row.policy);
  return {
    actor: ask.actor,
    now: ask.now,
    clearances: ask.clearances ?? [],
    deadlineOf: (due) => ask.dueUnder(policy, due),
  };
};

const changesOf = (
  locked: Both,
  after: { readonly from: DeskCase; readonly into: DeskCase },
  [fromKind, intoKind]: readonly [LifeChange['kind'], LifeChange['kind']],
): readonly [LifeChange, LifeChange] => {
  const { from, into } = locked;
  return [
    { before: from.row, after: after.from, kind: fromKind, other: into.row.id, version: from.version + 1 },
    { before: into.row, after: after.into, kind: intoKind, other: from.row.id, version: into.version + 1 },
  ];
};

/** Where a case goes on; its own id when it is not merged. */
export const readInto = async (tx: Transaction, caseId: string): Promise<string | null> => {
  const { rows } = await sql<{ id: string }>`
    select coalesce(merged_into, case_id)::text as id from desk."case" where case_id = ${caseId}`.execute(tx);
  return rows[0]?.id ?? null;
};

const readMerge = async (
  tx: Transaction,
  { id }: DeskCase,
): Promise<{ mergeId: string; kept: MergeKept; laterMerge: string | null } | null> => {
  const { rows } = await sql<{ merge_id: string; kept: unknown; later: string | null }>`
    select m.merge_id, m.kept, (select l.from_case::text from desk.case_merge l
        where l.into_case = m.into_case and l.ended_at is null and l.merge_id > m.merge_id order by l.merge_id desc limit 1) as later
    from desk.case_merge m where m.from_case = ${id} and m.ended_at is null`.execute(tx);
  const [row] = rows;
  return row === undefined
    ? null
    : { mergeId: row.merge_id, kept: readKept(row.kept), laterMerge: row.later };
};

/** Thread of each post that a case holds. */
const readThreads = async (tx: Transaction, caseId: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ key: string; thread: string }>`
    select source || '|' || native_id as key, source || '|' || thread as thread from desk.mention where case_id = ${caseId}`.execute(
    tx,
  );
  return new Map(rows.map(({ key, thread }) => [key, thread]));
};

/** As erasing does it: what was erased meanwhile does not come back. */
const readIdentifiers = async (tx: Transaction, caseId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ identifier: string }>`
    select distinct i as identifier from desk.mention m, unnest(m.identifiers) as i
    where m.case_id = ${caseId} order by 1`.execute(tx);
  return rows.map(({ identifier }) => identifier);
};
