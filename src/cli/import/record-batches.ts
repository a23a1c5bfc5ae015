import type { Queues } from '../../queue/queues.ts';

/** Queues that remember which batches they were woken for: these are what an import put into the inbox. */
export const recordBatches = (
  queues: Queues,
): { readonly queues: Queues; readonly batchIds: readonly string[] } => {
  const batchIds: string[] = [];
  return {
    batchIds,
    queues: {
      ...queues,
      add: (name, payload, options) => {
        if (name === 'triage' && 'batchId' in payload) batchIds.push(payload.batchId);
        return queues.add(name, payload, options);
      },
    },
  };
};
