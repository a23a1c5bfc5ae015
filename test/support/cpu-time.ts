/** Milliseconds of processor time since this was called: a machine that is busy elsewhere makes no test slow. */
export const startCpuTimer = (): (() => number) => {
  const begun = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1_000;
  };
};
