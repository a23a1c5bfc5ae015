/** Runs of a soak of ten simulated days: one every day, more with the long crash tests (`npm run test:crash`). */
export const soakSeeds: readonly number[] = process.env.EVENHAND_TEST_CRASH === 'long' ? [1, 2, 3, 4] : [1];
