/**
 * How many days a soak simulates: three every day, in which every fault strikes and every pace of looking again comes up
 * (hourly, every six hours, after two days daily); ten with the long crash tests.
 */
export const soakDays = process.env.EVENHAND_TEST_CRASH === 'long' ? 10 : 3;
