import type { ChainStep, EscalationChain } from '../../domain/escalation.ts';

/** Where a run of a chain stands: the next step, in which round. */
export interface ChainPlace {
  readonly place: number;
  readonly round: number;
}

export interface TakenStep extends ChainPlace {
  readonly step: Exclude<ChainStep, { kind: 'wait' }>;
}

export interface Advanced {
  /** In their order; each has a place and round of its own. */
  readonly taken: readonly TakenStep[];
  readonly next:
    | (ChainPlace & { readonly kind: 'waits'; readonly until: Date })
    | { readonly kind: 'ended'; readonly because: EndReason };
}
export type EndReason = 'done' | 'not_waiting' | 'chain_gone';

/**
 * The steps of a chain that are due now, and where it goes on. Pure: called when its time has come, however late; a
 * pause counts from the step before it, so that nothing is left out and nothing comes at once that was meant apart.
 */
export const advanceRun = (
  from: ChainPlace,
  chain: EscalationChain | null,
  { now, isWaiting }: { readonly now: Date; readonly isWaiting: boolean },
): Advanced => {
  if (!isWaiting) return { taken: [], next: { kind: 'ended', because: 'not_waiting' } };
  if (chain === null) return { taken: [], next: { kind: 'ended', because: 'chain_gone' } };
  const taken: TakenStep[] = [];
  let { place, round } = from;
  while (round <= chain.repeats) {
    const step = chain.steps[place];
    if (step === undefined) {
      place = 0;
      round += 1;
      continue;
    }
    if (step.kind === 'wait') {
      const until = new Date(now.getTime() + step.ms);
      return { taken, next: { kind: 'waits', place: place + 1, round, until } };
    }
    taken.push({ place, round, step });
    place += 1;
  }
  return { taken, next: { kind: 'ended', because: 'done' } };
};
