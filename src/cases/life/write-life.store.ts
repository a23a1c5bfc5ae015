import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { insertActivities, updateCases } from '../case.store.ts';
import type { DeskCase } from './action-types.ts';
import { changeBetween } from './replay.ts';

export interface LifeChange {
  readonly before: DeskCase | null;
  readonly after: DeskCase;
  readonly kind: 'merged' | 'merged_in' | 'unmerged' | 'parted' | 'split' | 'split_off';
  /** The other case. */
  readonly other: string;
  readonly version: number;
}

interface Written {
  readonly actor: string;
  readonly now: Date;
  readonly note: string | null;
}

/** Cases that change together, posts and threads included, each with its activity. `before` null: it was inserted. */
export const writeLife = async (
  tx: Transaction,
  changes: readonly LifeChange[],
  { actor, now, note }: Written,
): Promise<void> => {
  const known = changes.flatMap(({ before, after }) => (before === null ? [] : [{ before, after }]));
  await updateCases(tx, known, now);
  for (const { after } of changes) await writeOwner(tx, after);
  await insertActivities(
    tx,
    changes.map(({ before, after, kind, other, version }) => ({
      key: `${after.id}|${kind}|v${version}`,
      caseId: after.id,
      kind,
      at: now,
      actor,
      isAutomated: false,
      isInternal: true,
      postKey: null,
      previous: null,
      value: other,
      note,
      change: changeBetween(before, after),
    })),
  );
};

/** What the fold does not write: who works on it. */
const writeOwner = async (
  tx: Transaction,
  { id, assignee, takenAt, firstTakenAt }: DeskCase,
): Promise<void> => {
  await tx
    .updateTable('desk.case')
    .set({ assignee, taken_at: takenAt, first_taken_at: firstTakenAt })
    .where('case_id', '=', id)
    .execute();
};

/** Which case holds a post is told at the post, too. */
export const moveMentions = async (
  tx: Transaction,
  {
    brand,
    posts,
    into,
  }: { readonly brand: string; readonly posts: readonly string[]; readonly into: string },
): Promise<void> => {
  if (posts.length === 0) return;
  const parts = posts.map((key) => {
    const at = key.indexOf('|');
    return { source: key.slice(0, at), native_id: key.slice(at + 1) };
  });
  await sql`
    update desk.mention m set case_id = ${into}
    from json_to_recordset(${JSON.stringify(parts)}::json) as p (source text, native_id text)
    where m.source = p.source and m.native_id = p.native_id and m.brand = ${brand}`.execute(tx);
};
