/** What a process can do; production runs any set of them in as many processes as wanted. */
export const stages = ['poll', 'triage', 'notify', 'reach', 'digest', 'http'] as const;
export type Stage = (typeof stages)[number];
