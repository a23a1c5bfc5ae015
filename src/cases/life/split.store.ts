import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { lockCase } from '../action.store.ts';
import { insertActivities, insertCases, nextCaseIds } from '../case.store.ts';
import { heedKnownContacts } from '../contacts/heed-contacts.store.ts';
import { inheritAccused } from '../lease/accused.store.ts';
import type { DeskCase } from './action-types.ts';
import { type LifeAsk, type LifeOutcome, momentOf, staleOf } from './merge.store.ts';
import { type Split, type SplitPost, split } from './split.ts';
import { moveMentions, writeLife } from './write-life.store.ts';

/** Posts of a case, by the numbers that `cases show --json` tells, become a case of their own; see `split`. */
export const splitCase = async (
  tx: Transaction,
  { caseId, mentionIds }: { readonly caseId: string; readonly mentionIds: readonly string[] },
  ask: LifeAsk,
): Promise<LifeOutcome<Extract<Split, { kind: 'done' }>>> => {
  const locked = await lockCase(tx, caseId);
  if (locked === null) return { kind: 'unknown', caseId };
  const stale = staleOf(locked, ask);
  if (stale !== null) return { kind: 'refused', caseId, refusal: stale };
  const { row } = locked;
  const posts = await readPosts(tx, caseId);
  const keys: string[] = [];
  for (const id of mentionIds) {
    const post = posts.find(({ mentionId }) => mentionId === id);
    if (post === undefined || !row.posts.some(({ key }) => key === post.key))
      return { kind: 'refused', caseId, refusal: { code: 'no_such_post', post: id } };
    keys.push(post.key);
  }
  const [newId = ''] = await nextCaseIds(tx, 1);
  const decided = new Map(posts.map((post) => [post.key, post]));
  const moment = await momentOf(tx, ask, row);
  const parts = split(row, { keys, decided, newId }, moment);
  if (parts.kind === 'refused') return { ...parts, caseId };
  const nothing = { changed: [], activities: [], alerts: [], placements: [] };
  const heeded = await heedKnownContacts(tx, { ...nothing, opened: [parts.split] }, moment);
  const raised: DeskCase = { ...parts.split, ...heeded.opened[0] };
  await write(tx, { before: row, version: locked.version + 1, ...parts, raised }, ask);
  await insertActivities(tx, heeded.activities);
  await ask.route?.(tx, [raised]);
  return { ...parts, split: raised };
};

interface Parts {
  readonly before: DeskCase;
  readonly version: number;
  readonly row: DeskCase;
  readonly split: DeskCase;
  /** By what the company's own log knows of its customer. */
  readonly raised: DeskCase;
}

/** Both may share a thread now: the rule of one open case a thread is for cases that nobody split. */
const write = async (
  tx: Transaction,
  { before, version, row, split: own, raised }: Parts,
  ask: LifeAsk,
): Promise<void> => {
  const { id } = row;
  const isMoved = before.threads[0] !== row.threads[0];
  if (isMoved)
    await sql`update desk."case" set split_from = coalesce(split_from, case_id) where case_id = ${id}`.execute(
      tx,
    );
  await insertCases(tx, [raised], ask.now, id);
  await inheritAccused(tx, id, own.id);
  await moveMentions(tx, { brand: own.brand, posts: own.posts.map(({ key }) => key), into: own.id });
  await writeLife(
    tx,
    [
      { before, after: row, kind: 'split', other: own.id, version },
      { before: null, after: own, kind: 'split_off', other: id, version: 1 },
    ],
    ask,
  );
};

interface PostRecord extends SplitPost {
  readonly mentionId: string;
}

const readPosts = async (tx: Transaction, caseId: string): Promise<readonly PostRecord[]> => {
  const { rows } = await sql<PostRecord>`
    select mention_id as "mentionId", source || '|' || native_id as key, source || '|' || thread as thread,
      source || '|' || parent as parent, received_at as "receivedAt", danger, categories, reasons, identifiers
    from desk.mention where case_id = ${caseId}`.execute(tx);
  return rows;
};
