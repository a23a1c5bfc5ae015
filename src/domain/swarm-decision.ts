/** One answer for all of them, or each by itself. */
export const swarmDecisions = ['one_answer', 'one_by_one'] as const;
export type SwarmDecision = (typeof swarmDecisions)[number];
