import { durationText } from '../../lib/duration-text.ts';
import { sayDelivery } from '../../notify/say-delivery.ts';
import { readSinkStates, type SinkState } from '../../notify/sinks/list.store.ts';
import type { Transaction } from '../../postgres/database.ts';
import { createFinder, type Finding } from './finding.ts';
import type { WorkContext } from './work-context.ts';

/** Helpdesks that stand in the configuration; what an older one left behind troubles nobody. */
export const checkSinks = async (tx: Transaction, context: WorkContext): Promise<readonly Finding[]> => {
  const configured = context.config?.sinks ?? [];
  if (configured.length === 0) return [];
  const states = await readSinkStates(tx);
  return configured.flatMap(({ name }) => {
    const state = states.find(({ sink }) => sink === name);
    return state === undefined
      ? [createFinder(context.language, 'sink').warn('sink.never', { sink: name }, 'sink.start')]
      : findingsOf(state, context);
  });
};

/** A call takes a second; five minutes are a helpdesk that is out of order. */
const lateMs = 300_000;

const findingsOf = (state: SinkState, { language, now }: WorkContext): readonly Finding[] => {
  const finder = createFinder(language, 'sink');
  const { sink, tickets: count, failed, notRecalled, oldest, disabledFor, lastReason } = state;
  const reason = lastReason === null ? '' : sayDelivery(lastReason, language);
  if (disabledFor !== null)
    return [finder.warn('sink.off', { sink, reason: sayDelivery(disabledFor, language) }, 'sink.mend')];
  const waitedMs = oldest === null ? 0 : now.getTime() - oldest.getTime();
  const age = durationText(waitedMs, language);
  const found = [
    ...(waitedMs >= lateMs ? [finder.warn('sink.late', { sink, count: state.late, age, reason })] : []),
    ...(failed > 0 ? [finder.warn('sink.failed', { sink, count: failed, reason }, 'sink.retry')] : []),
    ...(notRecalled > 0
      ? [finder.warn('sink.notRecalled', { sink, count: notRecalled }, 'sink.byHand')]
      : []),
  ];
  return found.length > 0 ? found : [finder.ok('sink.good', { sink, count })];
};
