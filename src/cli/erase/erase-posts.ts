import { insertActivities } from '../../cases/case.store.ts';
import { eraseContacts, readGivenIdentifiers } from '../../cases/contacts/contact.store.ts';
import { forgetAsks } from '../../cases/escalation/ask.store.ts';
import { type ActivityRow, postKey } from '../../cases/fold-types.ts';
import { unlinkActions } from '../../cases/guard/guard-retention.store.ts';
import { findLabelsOf } from '../../cases/label.store.ts';
import { redactMentions } from '../../cases/mention.store.ts';
import { caseName } from '../../domain/case-id.ts';
import { discardDeadLetter } from '../../ingest/dead-letter.store.ts';
import {
  type ErasureTarget,
  eraseSamples,
  erasureHash,
  forgetAnswers,
  installationHash,
  noteErasure,
  scrubCases,
  writeTombstone,
} from '../../ingest/erase.store.ts';
import { type NotRecalledMessage, noteErasureRun } from '../../ingest/erasure-run.store.ts';
import { lockPlanning } from '../../notify/plan.store.ts';
import { type RecalledWords, recallWords } from '../../notify/sinks/recall.store.ts';
import { readNotificationsOf, renewPending, type ToldNotification } from '../../notify/withdraw.store.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { eraseReasons, readNames } from '../../problems/reasons.store.ts';
import type { LedgerLine } from './ledger.ts';

/** What is erased of one source. */
export interface Erasing {
  readonly source: string;
  /** Each gets a tombstone and a row in the ledger; `at`: when it was asked for. */
  readonly targets: readonly { readonly target: ErasureTarget; readonly at: Date }[];
  readonly nativeIds: readonly string[];
  readonly authors: readonly string[];
  readonly deadLetters: readonly string[];
}

export interface Erased {
  readonly mentions: number;
  readonly cases: readonly string[];
  readonly samples: number;
  readonly deadLetters: number;
  /** Labels whose masked words went too: exported files may hold them. */
  readonly labels: readonly string[];
  /** Numbers of statements of the company that were about the case, or named the person: withdrawn, without their words. */
  readonly statements: readonly string[];
  /** Messages that were not sent yet and go without the words. */
  readonly renewed: number;
  /** `maybe`: it was tried and nobody knows whether it arrived. `changing`: the service takes the words out of it there. */
  readonly notRecalled: readonly NotRecalledMessage[];
}

export interface EraseDeps {
  readonly now: Date;
  /** Who asked for it to be done; null: it is done again, as the ledger says. */
  readonly doneBy: string | null;
  /** Keeps the proof outside the database; what it throws undoes everything. */
  readonly keep: (lines: readonly LedgerLine[]) => void;
}

/** Words, author and links go in one transaction of the desk; what is sealed goes in a second one, as another role. */
export const erasePosts = async (db: Database, erasing: Erasing, deps: EraseDeps): Promise<Erased> => {
  const { nativeIds, ...erased } = await db.transaction('desk', (tx) => eraseAtDesk(tx, erasing, deps));
  const samples = await db.transaction('reach', (tx) => eraseSamples(tx, erasing.source, nativeIds));
  return { ...erased, samples };
};

const eraseAtDesk = async (
  tx: Transaction,
  { source, targets, nativeIds, authors, deadLetters }: Erasing,
  { now, keep, doneBy }: EraseDeps,
): Promise<Omit<Erased, 'samples'> & { readonly nativeIds: readonly string[] }> => {
  for (const { target, at } of targets) await writeTombstone(tx, target, at);
  const labels = await findLabelsOf(tx, { source, nativeIds, authors, before: now });
  const identifiers = await readGivenIdentifiers(tx, { source, nativeIds, authors });
  await eraseContacts(tx, identifiers);
  await unlinkActions(tx, identifiers);
  await forgetAsks(tx, identifiers);
  const names = await readNames(tx, { source, nativeIds, authors });
  const gone = await redactMentions(tx, { source, nativeIds, authors, before: now });
  const cases = [...new Set(gone.flatMap(({ caseId }) => caseId ?? []))];
  const postKeys = gone.map(({ nativeId }) => postKey(source, nativeId));
  await scrubCases(tx, cases, postKeys);
  const statements = await eraseReasons(tx, { caseIds: cases, names, now });
  await forgetAnswers(tx, cases.map(caseName));
  await insertActivities(tx, activitiesOf(gone, source, now));
  for (const id of deadLetters) await discardDeadLetter(tx, id, 'erased');
  await lockPlanning(tx);
  const told = await readNotificationsOf(tx, cases);
  const pending = told.filter(({ state }) => state === 'pending');
  await renewPending(tx, pending, now);
  const keys = await noteTargets(tx, targets, keep);
  const tickets = await recallWords(tx, postKeys, now);
  const notRecalled = [...told.flatMap(notRecalledOf), ...ticketsOf(tickets)];
  await noteErasureRun(tx, {
    at: now,
    keys,
    posts: gone.length,
    cases,
    renewed: pending.length,
    doneBy,
    notRecalled,
  });
  return {
    mentions: gone.length,
    cases,
    deadLetters: deadLetters.length,
    labels,
    statements,
    renewed: pending.length,
    notRecalled,
    nativeIds: [...new Set([...nativeIds, ...gone.map(({ nativeId }) => nativeId)])],
  };
};

/** As a deletion by the platform is noted: it refers to the post and says nothing of its words. */
const activitiesOf = (
  gone: Awaited<ReturnType<typeof redactMentions>>,
  source: string,
  now: Date,
): ActivityRow[] =>
  gone.flatMap(({ nativeId, caseId }) => {
    const key = postKey(source, nativeId);
    if (caseId === null) return [];
    return [
      {
        key: `${caseId}|post_deleted|${key}`,
        caseId,
        kind: 'post_deleted',
        at: now,
        actor: 'evenhand',
        isAutomated: false,
        isInternal: true,
        postKey: key,
        previous: null,
        value: 'erased',
        change: null,
      } as const,
    ];
  });

const noteTargets = async (
  tx: Transaction,
  targets: Erasing['targets'],
  keep: EraseDeps['keep'],
): Promise<readonly string[]> => {
  const key = await readInstanceKey(tx);
  const lines = targets.map(({ target, at }) => ({
    kind: target.kind,
    key: erasureHash(key, target),
    at: at.toISOString(),
    installation: installationHash(key),
  }));
  for (const { kind, key: hash, at } of lines) await noteErasure(tx, { hash, kind, at: new Date(at) });
  keep(lines);
  return lines.map((line) => line.key);
};

const notRecalledOf = (told: ToldNotification): NotRecalledMessage[] => {
  const { id, channel, deliveredAt, isChangeable } = told;
  const certainty = isChangeable ? 'changing' : 'delivered';
  if (told.state === 'delivered') return [{ id, channel, at: deliveredAt?.toISOString() ?? null, certainty }];
  return told.attempts > 0 ? [{ id, channel, at: null, certainty: 'maybe' }] : [];
};

/** The service takes the words back where the helpdesk lets it; a ticket that may not even be there is named, too. */
const ticketsOf = (recalled: readonly RecalledWords[]): NotRecalledMessage[] => {
  const sent = recalled.filter(({ outcome }) => outcome === 'recalling');
  const byTicket = new Map(sent.map((one) => [`${one.sink} ${one.caseId}`, ticketOf(one)] as const));
  return [...byTicket.values()];
};

const ticketOf = ({ sink, caseId, ticket }: RecalledWords): NotRecalledMessage => ({
  id: ticket === null ? caseName(caseId) : `${caseName(caseId)} (${ticket})`,
  channel: sink,
  at: null,
  certainty: ticket === null ? 'maybe' : 'changing',
});
