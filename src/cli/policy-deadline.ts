export { dueUnder } from '../triage/policy-deadline.ts';
