import { noteDeletedPosts } from '../src/cases/deleted-post.store.ts';
import { caseName } from '../src/domain/case-id.ts';
import { forgetAnswers, scrubCases } from '../src/ingest/erase.store.ts';
import { redactSlipped } from '../src/ingest/reconcile.store.ts';
import { recallWords } from '../src/notify/sinks/recall.store.ts';
import { withdrawWords } from '../src/notify/withdraw.store.ts';
import type { Transaction } from '../src/postgres/database.ts';

/**
 * Does for posts whose deletion slipped past their decision what a deletion does on the ordinary way: words go from the
 * post, its case and what is frozen and not sent, and the case notes it. Returns how many posts were redacted.
 */
export const reconcileDeletions = async (tx: Transaction, now: Date): Promise<number> => {
  const gone = await redactSlipped(tx, now);
  const filed = gone.flatMap(({ caseId, postKey }) => (caseId === null ? [] : [{ caseId, postKey }]));
  if (filed.length === 0) return gone.length;
  const postKeys = filed.map(({ postKey }) => postKey);
  await scrubCases(
    tx,
    filed.map(({ caseId }) => caseId),
    postKeys,
  );
  await forgetAnswers(
    tx,
    filed.map(({ caseId }) => caseName(caseId)),
  );
  await noteDeletedPosts(tx, filed, now);
  await withdrawWords(tx, postKeys, now);
  await recallWords(tx, postKeys, now);
  return gone.length;
};
