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
  /** Whoever had it before may not have what it has become: nobody has it now. */
  readonly isGivenBack?: boolean;
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
    changes.flatMap((change) => {
      const { before, after, kind, other, version, isGivenBack = false } = change;
      const shared = { caseId: after.id, at: now, actor, isInternal: true, postKey: null } as const;
      const told = {
        ...shared,
        key: `${after.id}|${kind}|v${version}`,
        kind,
        isAutomated: false,
        previous: null,
      };
      const changed = { ...told, value: other, note, change: changeBetween(before, after) };
      if (!isGivenBack) return [changed];
      const key = `${after.id}|released|v${version}`;
      // From whom it is kept now is told nowhere: it may be about them.
      const back = { kind: 'released', isAutomated: true, previous: null, value: 'kept' };
      return [changed, { ...shared, ...back, key, change: null }];
    }),
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
