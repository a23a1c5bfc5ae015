/** Entries of the processes that the benchmarks start. */
export const plainEntry = new URL('./plain-queues.ts', import.meta.url);
export const serviceEntry = new URL('./service.ts', import.meta.url);
export const pusherEntry = new URL('./pusher.ts', import.meta.url);
export const classifierEntry = new URL('./classifier.mjs', import.meta.url);

/** What `npm start`, the image and the unit give to node. */
export const serviceNodeOptions = ['--max-semi-space-size=32'] as const;
