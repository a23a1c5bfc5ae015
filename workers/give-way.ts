import { constants, setPriority } from 'node:os';
import type { Stage } from './stages.ts';

/**
 * A process that decides and tells nobody lets those go first on its machine for which people wait: the processes that
 * answer the API and send alerts. Its threads follow it. Where the system does not allow it, nothing is lost but that.
 */
export const giveWay = (
  stages: ReadonlySet<Stage>,
  lower: (priority: number) => void = (priority) => setPriority(priority),
): void => {
  if (!stages.has('triage') || stages.has('notify')) return;
  try {
    lower(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // A container may forbid it.
  }
};
