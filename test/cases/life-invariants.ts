import { createHmac } from 'node:crypto';
import { expect } from '@jest/globals';
import { sql } from 'kysely';
import { type DeskRecord, toDeskCase } from '../../src/cases/action.store.ts';
import type { DeskCase } from '../../src/cases/life/action-types.ts';
import { type ReplayedActivity, replay, standingOf } from '../../src/cases/life/replay.ts';
import { sleeps } from '../../src/cases/life/wait.ts';
import type { Database } from '../../src/postgres/database.ts';
import { hour } from './fold-samples.ts';

/** What a command did, and what it may have moved. */
export interface Kept {
  readonly isDone: boolean;
  /** `later`: a rule allows a deadline to move later. */
  readonly moves: 'nothing' | 'later';
  /** Nothing at all may have changed. */
  readonly isRefused?: boolean;
  /** Its name, where that is known once it is done. */
  readonly as?: string;
}

export interface Stored {
  readonly row: DeskCase;
  readonly version: number;
  readonly mentionIds: readonly string[];
  readonly mentionKeys: readonly string[];
  readonly activities: readonly ReplayedActivity[];
}

type Record_ = DeskRecord & {
  readonly mentions: { id: string; key: string }[] | null;
  readonly told: ReplayedActivity[] | null;
};

/** As `commitPosts` makes it. */
const keyOf = (customer: string): string =>
  createHmac('sha256', 'test').update(`author\nforum\n${customer}`).digest('base64url').slice(0, 22);

/** Which cases there are already: those of a customer who has said nothing yet come after them. */
export const newestCase = async (db: Database): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select coalesce(max(case_id), 0) as id from desk."case"`.execute(
    db.kysely,
  );
  return rows[0]?.id ?? '0';
};

/**
 * All cases of one customer, with where their posts are said to be and what was written down. Nothing finds a customer's
 * cases but a look at every case: those of the thousand customers before, up to `after`, are not looked at.
 */
export const readDesk = async (
  db: Database,
  { customer, after }: { readonly customer: string; readonly after: string },
): Promise<readonly Stored[]> => {
  const { rows } = await sql<Record_>`
    select c.*, (select json_agg(json_build_object('id', m.mention_id::text, 'key', m.source || '|' || m.native_id) order by m.mention_id)
        from desk.mention m where m.case_id = c.case_id) as mentions,
      (select json_agg(json_build_object('kind', a.kind, 'change', a.change) order by a.activity_id)
        from desk.activity a where a.case_id = c.case_id) as told
    from desk."case" c where c.case_id > ${after}::bigint and c.brand = 'nordbahn' and c.complainant = ${keyOf(customer)} order by c.case_id`.execute(
    db.kysely,
  );
  return rows.map(({ mentions, told, ...record }) => ({
    row: toDeskCase(record),
    version: record.version,
    mentionIds: (mentions ?? []).map(({ id }) => id),
    mentionKeys: (mentions ?? []).map(({ key }) => key),
    activities: told ?? [],
  }));
};

/** The comparison of jest is for people to read, and takes longer than the database: it speaks up when it must. */
const same = (is: unknown, was: unknown): void => {
  if (JSON.stringify(is) !== JSON.stringify(was)) expect(is).toEqual(was);
};

/** What holds after every command, whatever was done before. */
export const expectInvariants = (
  before: readonly Stored[],
  after: readonly Stored[],
  { now, what }: { readonly now: number; readonly what: Kept },
): void => {
  if (what.isRefused === true) same(after, before);
  for (const was of before) {
    const is = after.find(({ row }) => row.id === was.row.id);
    if (is === undefined) throw new Error(`case ${was.row.id} is gone`);
    same(is.activities.slice(0, was.activities.length), was.activities);
    if (is.version < was.version) throw new Error(`case ${was.row.id} went back to version ${is.version}`);
    if (what.moves === 'nothing') expectNoLater(was.row, is.row);
  }
  expectEveryPostOnce(before, after);
  for (const one of after) expectSound(one, hour(now));
};

/** A clock that runs on never gives more time than it gave, nor one that was stopped by an end and goes on. */
const expectNoLater = (was: DeskCase, is: DeskCase): void => {
  const [before, after] = [was.dueAt ?? was.stoppedDueAt, is.dueAt ?? is.stoppedDueAt];
  if (before === null || after === null) return;
  const isSameTarget = was.dueTarget === null || is.dueTarget === null || was.dueTarget === is.dueTarget;
  const isSameClock = isSameTarget && was.clockStart.getTime() === is.clockStart.getTime();
  if (isSameClock && after > before) expect(after).toEqual(before);
};

const expectEveryPostOnce = (before: readonly Stored[], after: readonly Stored[]): void => {
  const keys = after.flatMap(({ row }) => row.posts.map(({ key }) => key));
  same(new Set(keys).size, keys.length);
  const held = new Set(keys);
  for (const { row } of before)
    for (const { key } of row.posts) if (!held.has(key)) throw new Error(`the post ${key} is gone`);
};

const expectSound = ({ row, mentionKeys, activities }: Stored, now: Date): void => {
  same([...mentionKeys].sort(), row.posts.map(({ key }) => key).sort());
  same(replay(activities), standingOf(row));
  same(row.dueAt === null, row.dueTarget === null);
  same(row.takenAt === null, row.assignee === null);
  const isOver = row.mergedInto !== null || row.status === 'resolved' || row.status === 'closed';
  if (isOver) same([row.dueAt, row.snoozedUntil], [null, null]);
  else expectWaiting(row, now);
  if (!isOver || row.mergedInto !== null) same(row.stoppedDueAt, null);
  same(row.disposition === null || row.status === 'closed', true);
};

/** Whoever said something that nobody answered stands in the queue, and is not put off beyond the deadline. */
const expectWaiting = (row: DeskCase, now: Date): void => {
  const { lastResponseAt } = row;
  const isOwed = row.posts.some(
    ({ awaitsAnswer, at }) => awaitsAnswer && (lastResponseAt === null || at > lastResponseAt),
  );
  if (isOwed && row.dueAt === null)
    throw new Error(`case ${row.id} is owed an answer and stands in no queue`);
  if (row.dueAt !== null && row.dueAt <= now) same(sleeps(row, now), false);
};
