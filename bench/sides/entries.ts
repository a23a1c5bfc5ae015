/** Entries of the processes that the benchmarks start. */
export const plainEntry = new URL('./plain-queues.ts', import.meta.url);
export const serviceEntry = new URL('./service.ts', import.meta.url);
export const pusherEntry = new URL('./pusher.ts', import.meta.url);
