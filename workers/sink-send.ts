import { nextRetryMs } from '../src/notify/retry-schedule.ts';
import type { Failure, NoteOrder, Outcome, TicketOrder } from '../src/notify/sinks/sink.ts';
import {
  claimTask,
  disableSink,
  failTask,
  finishTask,
  pauseSink,
  type SinkTask,
  unclaimTask,
} from '../src/notify/sinks/task.store.ts';
import { noteCreated } from '../src/notify/sinks/ticket.store.ts';
import { markOf } from '../src/notify/sinks/write-order.ts';
import { firstPollAt } from './sink-read.ts';
import type { SinkDeps, WiredSink } from './sinks.ts';

/** One call after the other until none is due, or the helpdesk asks to be left alone. */
export const sendTasks = async (wired: WiredSink, deps: SinkDeps): Promise<void> => {
  const { db, clock, signal } = deps;
  while (!signal.aborted) {
    const task = await db.transaction('desk', (tx) => claimTask(tx, wired.settings.name, clock.now()));
    if (task === null) return;
    const outcome = await perform(task, wired, deps);
    await note(task, outcome, { wired, deps });
    deps.onCall({
      sink: wired.settings.name,
      caseId: task.caseId,
      what: task.kind,
      outcome: outcome.kind,
      reason: outcome.kind === 'done' ? null : outcome.reason,
    });
  }
};

const perform = async (
  task: SinkTask,
  { sink }: WiredSink,
  deps: SinkDeps,
): Promise<Outcome<string | null>> => {
  const call = { fetch: deps.fetch, now: () => deps.clock.now(), signal: deps.signal };
  const ticket = task.ticket ?? '';
  if (task.kind === 'create') {
    const order = orderOf<TicketOrder>(task);
    return once(task, { find: () => sink.find(order.key, call), make: () => sink.create(order, call) });
  }
  if (task.kind === 'note') {
    const order = orderOf<NoteOrder>(task);
    const find = () => findNote(ticket, order.mark, { sink, call });
    return once(task, { find, make: () => sink.update(ticket, order, call) });
  }
  const mark = markOf(task.caseId, task.key.replace(/^recall:/, ''));
  const found: Outcome<string | null> =
    task.note === null ? await findNote(ticket, mark, { sink, call }) : { kind: 'done', value: task.note };
  return found.kind !== 'done' || found.value === null ? found : sink.recall(ticket, found.value, call);
};

/** What an attempt before may have made is looked for before it is made. */
const once = async (
  { mayExist }: SinkTask,
  {
    find,
    make,
  }: { readonly find: () => Promise<Outcome<string | null>>; readonly make: () => Promise<Outcome<string>> },
): Promise<Outcome<string | null>> => {
  if (!mayExist) return make();
  const found = await find();
  return found.kind !== 'done' || found.value !== null ? found : make();
};

/** Our own bytes, frozen by `writePlan`. */
const orderOf = <Order>({ body }: SinkTask): Order => JSON.parse(body?.toString('utf8') ?? 'null') as Order;

const findNote = async (
  ticket: string,
  mark: string,
  {
    sink,
    call,
  }: { readonly sink: WiredSink['sink']; readonly call: Parameters<WiredSink['sink']['read']>[1] },
): Promise<Outcome<string | null>> => {
  const reading = await sink.read(ticket, call);
  if (reading.kind !== 'done') return reading;
  const found = reading.value.notes.find(({ text }) => text.includes(mark));
  return { kind: 'done', value: found?.id ?? null };
};

interface Noting {
  readonly wired: WiredSink;
  readonly deps: SinkDeps;
}

const note = async (
  task: SinkTask,
  outcome: Outcome<string | null>,
  { wired, deps }: Noting,
): Promise<void> => {
  const { db, clock } = deps;
  const now = clock.now();
  const sink = wired.settings.name;
  if (outcome.kind !== 'done') return noteFailure(task, outcome, { wired, deps });
  await db.transaction('desk', async (tx) => {
    await finishTask(tx, task, { externalId: outcome.value, now });
    if (task.kind === 'create' && outcome.value !== null)
      await noteCreated(
        tx,
        { sink, caseId: task.caseId },
        { externalId: outcome.value, pollAt: firstPollAt(wired, now) },
      );
  });
};

const noteFailure = async (task: SinkTask, failure: Failure, { wired, deps }: Noting): Promise<void> => {
  const now = deps.clock.now();
  const sink = wired.settings.name;
  // What an attempt before this one may have done is not undone by this one's being refused.
  const isUnsure = task.mayExist || (failure.kind === 'transient' && failure.isUnsure);
  await deps.db.transaction('desk', async (tx) => {
    if (failure.kind === 'permanent' && stopsAll(task, failure)) {
      await unclaimTask(tx, task, { isUnsure, at: now });
      return disableSink(tx, sink, { reason: failure.reason, now });
    }
    if (failure.kind === 'permanent')
      return failTask(tx, task, { reason: failure.reason, isUnsure, retryAt: null });
    const pauseMs = failure.retryAfterMs;
    if (pauseMs !== undefined) await pauseSink(tx, sink, new Date(now.getTime() + Math.min(pauseMs, dayMs)));
    if (failure.reason === 'stopped')
      return unclaimTask(tx, task, { isUnsure, at: new Date(now.getTime() + settleMs(wired, isUnsure)) });
    const retryMs = nextRetryMs({
      failedAttempts: task.attempts,
      retryAfterMs: pauseMs,
      random: Math.random,
    });
    const retryAt =
      retryMs === null ? null : new Date(now.getTime() + Math.max(retryMs, settleMs(wired, isUnsure)));
    return failTask(tx, task, { reason: failure.reason, isUnsure, retryAt });
  });
};

const dayMs = 86_400_000;

/** Looked for too early, a ticket that is there would not be found, and made twice. */
const settleMs = ({ sink }: WiredSink, isUnsure: boolean): number => (isUnsure ? sink.settleMs : 0);

/** A token that nobody accepts, and an address or a right that is wrong for any ticket. */
const stopsAll = (task: SinkTask, { reason, disables }: Extract<Failure, { kind: 'permanent' }>): boolean =>
  reason === 'http_401' || (task.kind === 'create' && (disables || reason === 'http_404'));
