/**
 * Where letters wait and the role that opens it, for `src/notify/delivery.store.ts`. It lies in this room so that lock 2
 * keeps the stages that decide and alert from naming it.
 */
export const letterTray = { table: 'sealed.letter', role: 'reach' } as const;
