import type { Language } from './classification.ts';

/** What somebody may do (DESIGN.md 5, privacy). `employee_rep` sees how work is measured, and no case. */
export const roles = [
  'admin',
  'support_lead',
  'agent',
  'comms',
  'auditor',
  'privacy_officer',
  'employee_rep',
] as const;
export type Role = (typeof roles)[number];

/** Cases that only those who are trusted with them see: danger, cases in dispute, complaints about staff, protection of complainants. */
export const clearances = ['danger', 'counsel', 'staff_conduct', 'compliance'] as const;
export type Clearance = (typeof clearances)[number];

/** Somebody who works here, as configured. The name stands with current assignments and in activities, in no report. */
export interface Person {
  /** Key in evenhand.yaml, e.g. `kim`; the actor of what the person does. */
  readonly name: string;
  readonly roles: readonly Role[];
  readonly languages: readonly Language[];
  /** null: every brand. */
  readonly brands: readonly string[] | null;
  readonly clearances: readonly Clearance[];
  /** Those above, the nearest first: a complaint about somebody goes to nobody whose line the accused stands in. */
  readonly line: readonly string[];
  readonly email: string | null;
}
