import { actOnCase, lockCase } from '../src/cases/action.store.ts';
import { insertActivities } from '../src/cases/case.store.ts';
import type { CaseAction, DeskCase } from '../src/cases/life/action-types.ts';
import type { SinkSettings } from '../src/domain/sink.ts';
import { followTicket, isOvertaken, meaningOf, type SinkAct } from '../src/notify/sinks/follow-ticket.ts';
import type { Failure, Reading } from '../src/notify/sinks/sink.ts';
import { disableSink, pauseSink } from '../src/notify/sinks/task.store.ts';
import {
  claimReading,
  type DueTicket,
  keepFailedReading,
  keepReading,
  noteEndThere,
  readGoingOn,
} from '../src/notify/sinks/ticket.store.ts';
import { tellThere } from '../src/notify/sinks/told.store.ts';
import { writeNote } from '../src/notify/sinks/write-order.ts';
import type { Transaction } from '../src/postgres/database.ts';
import { dueUnder } from '../src/triage/policy-deadline.ts';
import type { SinkDeps, WiredSink } from './sinks.ts';

/** Reads the tickets that are due, by their time or because the helpdesk rang; what people did there is done here. */
export const readTickets = async (wired: WiredSink, deps: SinkDeps): Promise<void> => {
  const { db, clock, signal } = deps;
  while (!signal.aborted) {
    const readAt = clock.now();
    const ticket = await db.transaction('desk', (tx) => claimReading(tx, wired.settings.name, readAt));
    if (ticket === null) return;
    const call = { fetch: deps.fetch, now: () => clock.now(), signal };
    const outcome = await wired.sink.read(ticket.externalId, call);
    if (outcome.kind === 'done') await take(ticket, outcome.value, { wired, deps, readAt });
    else await noteFailure(ticket, outcome, { wired, deps, readAt });
    deps.onCall({
      sink: wired.settings.name,
      caseId: ticket.caseId,
      what: 'read',
      outcome: outcome.kind,
      reason: outcome.kind === 'done' ? null : outcome.reason,
    });
  }
};

interface Taking {
  readonly wired: WiredSink;
  readonly deps: SinkDeps;
  readonly readAt: Date;
}

/** One transaction: what was seen is remembered with what it did, so that it is done once. */
const take = (ticket: DueTicket, reading: Reading, { wired, deps, readAt }: Taking): Promise<void> =>
  deps.db.transaction('desk', async (tx) => {
    const now = deps.clock.now();
    const { settings, sink } = wired;
    const meaning = meaningOf(reading.status, settings.mapping, sink);
    const followed = followTicket(ticket, reading, { meaning, now });
    for (const act of followed.acts) await actThere(tx, ticket, { act, settings, now });
    if (followed.acts.length > 0) await noteEndThere(tx, ticket);
    const hasChanged = followed.acts.length > 0 || reading.status !== ticket.remoteStatus;
    const changedAt = hasChanged ? now : ticket.changedAt;
    await keepReading(tx, ticket, {
      reading: {
        remoteStatus: reading.status,
        meaning: followed.meaning,
        answeredAt: followed.answeredAt,
        changedAt,
        pollAt: nextPollAt(wired, { changedAt, now }),
      },
      readAt,
    });
  });

interface Acting {
  readonly act: SinkAct;
  readonly settings: SinkSettings;
  readonly now: Date;
}

/** A person's act, under the name of the helpdesk. What the case refuses (it is over, or in dispute) is left as it is. */
const actThere = async (
  tx: Transaction,
  ticket: DueTicket,
  { act, settings, now }: Acting,
): Promise<void> => {
  const { caseId: told } = ticket;
  const actor = settings.name;
  const caseId = await readGoingOn(tx, told);
  if (act.kind === 'answered')
    return void (await actOnCase(tx, { caseId, action: actionOf(act), actor, now, dueUnder }));
  // What ends a ticket ends its own case, not the one that it was merged into: others may wait there.
  if (caseId !== told) return;
  const found = await lockCase(tx, caseId);
  // Nobody there knows what it is about by now.
  if (found === null || found.row.danger !== null) return;
  if (isOvertaken(act, messagesOf(found.row))) return noteOvertaken(tx, ticket, { act, settings, now });
  const isWaiting = act.kind === 'wait' || act.kind === 'resume';
  const by = isWaiting ? ({ automatedVia: 'sink' } as const) : {};
  await actOnCase(tx, { caseId, action: actionOf(act), actor, now, dueUnder, ...by });
};

const messagesOf = ({ posts }: DeskCase): readonly Date[] =>
  posts.filter(({ role }) => role === 'customer').map(({ at }) => at);

/** The newer message wins: the case stays open, which both sides are told. What merely waits there is left at that. */
const noteOvertaken = async (
  tx: Transaction,
  { sink, caseId }: DueTicket,
  { act, settings, now }: Acting,
): Promise<void> => {
  if (act.kind !== 'resolve') return;
  const key = `overtaken:${act.since.toISOString()}`;
  await insertActivities(tx, [
    {
      key: `${caseId}|${sink}|${key}`,
      caseId,
      kind: 'end_overtaken',
      at: now,
      actor: sink,
      isAutomated: true,
      isInternal: true,
      postKey: null,
      previous: null,
      value: null,
      change: { via: 'sink' },
    },
  ]);
  const order = writeNote({ key, caseId, what: 'note.overtaken' }, settings);
  await tellThere(tx, { kind: 'note', key, order, postKey: null }, { sink, caseId, now });
};

const actionOf = (act: SinkAct): CaseAction => {
  switch (act.kind) {
    case 'answered':
      return { kind: 'answered', at: act.at, note: null, via: 'sink' };
    case 'resolve':
      return { kind: 'resolve', note: null };
    case 'reopen':
      return { kind: 'reopen', note: null, goesOnIn: null };
    case 'wait':
      return { kind: 'wait', as: act.as, reason: null };
    case 'resume':
      return { kind: 'resume', note: null };
  }
};

const noteFailure = (ticket: DueTicket, failure: Failure, { wired, deps }: Taking): Promise<void> =>
  deps.db.transaction('desk', async (tx) => {
    const now = deps.clock.now();
    const { reason } = failure;
    const isGone = failure.kind === 'permanent' && (reason === 'http_404' || reason === 'http_410');
    const waitMs = Math.min(longestMs, minuteMs * 2 ** Math.min(ticket.failures, 10));
    const retryAt = new Date(now.getTime() + (reason === 'stopped' ? 0 : waitMs));
    const until = isGone ? { pollAt: null, goneAt: now } : { pollAt: retryAt, goneAt: null };
    await keepFailedReading(tx, ticket, { reason, ...until });
    if (failure.kind === 'permanent' && reason === 'http_401')
      await disableSink(tx, ticket.sink, { reason, now });
    if (failure.kind === 'transient' && failure.retryAfterMs !== undefined)
      await pauseSink(
        tx,
        wired.settings.name,
        new Date(now.getTime() + Math.min(failure.retryAfterMs, longestMs)),
      );
  });

const minuteMs = 60_000;
const longestMs = 24 * 60 * minuteMs;
/** A bell that was lost is made good for after this. */
const withoutBellMs = 6 * 60 * minuteMs;
/** A ticket that nobody touched for so long is read no more, until the helpdesk rings for it. */
const forgottenMs = 60 * longestMs;

export const firstPollAt = (wired: WiredSink, now: Date): Date =>
  nextPollAt(wired, { changedAt: now, now }) ?? now;

/** The longer a ticket stands still, the less often it is asked for: every twentieth of that time. */
const nextPollAt = (
  { settings: { follow } }: WiredSink,
  { changedAt, now }: { readonly changedAt: Date; readonly now: Date },
): Date | null => {
  const stillMs = now.getTime() - changedAt.getTime();
  if (stillMs > forgottenMs) return null;
  const leastMs = follow.by === 'poll' ? follow.pollMinutes * minuteMs : withoutBellMs;
  return new Date(now.getTime() + Math.max(leastMs, stillMs / 20));
};
