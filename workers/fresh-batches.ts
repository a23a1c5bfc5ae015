/** Packed batches that this process put into the inbox a moment ago, so that claiming them does not read them back. */
export interface FreshBatches {
  keep(batchId: string, payload: Buffer): void;
  /** Gives a batch away; null: read it. A second attempt always reads. */
  take(batchId: string): Buffer | null;
}

/** Some eighty batches of 500 posts; what is crowded out is read from the inbox. */
const maxBytes = 8 * 1_024 * 1_024;

/** The inbox stays the truth, and its bytes never change: these are the same. Oldest go first. */
export const createFreshBatches = (limit = maxBytes): FreshBatches => {
  const held = new Map<string, Buffer>();
  let bytes = 0;
  const take = (batchId: string): Buffer | null => {
    const payload = held.get(batchId);
    if (payload === undefined) return null;
    held.delete(batchId);
    bytes -= payload.length;
    return payload;
  };
  return {
    keep: (batchId, payload) => {
      held.set(batchId, payload);
      bytes += payload.length;
      for (const oldest of held.keys()) {
        if (bytes <= limit) return;
        take(oldest);
      }
    },
    take,
  };
};
