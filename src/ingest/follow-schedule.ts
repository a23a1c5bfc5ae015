/** Minutes of a thread's age at which it is looked at: 20 looks in 7 days, and then never again. */
const LOOKS_AT = [
  10, 20, 30, 45, 60, 120, 180, 240, 300, 360, 720, 1080, 1440, 2160, 2880, 4320, 5760, 7200, 8640, 10_080,
];

/**
 * When a thread is looked at next, strictly after `after`; null: never again. A thread's age counts from its first
 * tracked complaint, and nothing else goes in: not how many answer, who they are, or what the last look brought. Looks
 * that were missed, because nothing ran or a limit was reached, become one.
 */
export const nextLook = (beganAt: Date, after: Date): Date | null => {
  const ageMs = after.getTime() - beganAt.getTime();
  const minute = LOOKS_AT.find((at) => at * 60_000 > ageMs);
  return minute === undefined ? null : new Date(beganAt.getTime() + minute * 60_000);
};
