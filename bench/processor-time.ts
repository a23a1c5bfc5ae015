/**
 * Items that one second of processor time does, all threads of the process counted: what a neighbour takes from the
 * clock is no part of it, and what the collector does on another core is.
 */
export const perSecondOf = <T>(items: readonly T[], work: (item: T) => unknown): number => {
  const begun = process.cpuUsage();
  for (const item of items) work(item);
  const { user, system } = process.cpuUsage(begun);
  return (items.length * 1_000_000) / (user + system);
};
