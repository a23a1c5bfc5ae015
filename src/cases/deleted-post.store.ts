import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { insertActivities } from './case.store.ts';

/**
 * Notes in its case that a post was deleted, as the fold does it (`fold.ts`): in the case that goes on where this one
 * was merged, once however often it is said. The case itself stays as it is: the customer may still wait.
 */
export const noteDeletedPosts = async (
  tx: Transaction,
  gone: readonly { readonly caseId: string; readonly postKey: string }[],
  now: Date,
): Promise<void> => {
  const goesOnIn = await readGoingOn(
    tx,
    gone.map(({ caseId }) => caseId),
  );
  await insertActivities(
    tx,
    gone.map(({ caseId: filed, postKey }) => {
      const caseId = goesOnIn.get(filed) ?? filed;
      return {
        key: `${caseId}|post_deleted|${postKey}`,
        caseId,
        kind: 'post_deleted',
        at: now,
        actor: 'evenhand',
        isAutomated: true,
        isInternal: true,
        postKey,
        previous: null,
        value: null,
        change: null,
      };
    }),
  );
};

/** The end of each chain of merges; `union` lets a chain that bites its tail end too. */
const readGoingOn = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ filed: string; goes_on: string }>`
    with recursive chain as (
      select case_id as filed, case_id, merged_into from desk."case" where case_id = any(${[...caseIds]}::bigint[])
      union
      select chain.filed, c.case_id, c.merged_into from chain join desk."case" c on c.case_id = chain.merged_into)
    select filed, case_id as goes_on from chain where merged_into is null`.execute(tx);
  return new Map(rows.map(({ filed, goes_on }) => [filed, goes_on]));
};
