import type { Clearance, Person, Role } from './person.ts';

/** What somebody may be let do; docs/roles.md tells each in a sentence. */
export const capabilities = [
  'read_cases',
  'work_cases',
  'lead_cases',
  'read_danger',
  'dispute_cases',
  'label_posts',
  'export_labels',
  'export_cases',
  'silence_alerts',
  'request_escalations',
  'decide_escalations',
  'approve_adverse_actions',
  'read_compliance',
  'write_statements',
  'read_reach',
  'read_work_reports',
  'verify_decisions',
  'verify_log',
  'erase',
  'answer_authors',
  'hold_cases',
  'import_contacts',
  'change_routing',
  'run_service',
  'manage_keys',
] as const;
export type Capability = (typeof capabilities)[number];

interface Holders {
  readonly roles: readonly Role[];
  /** One of these is enough, whatever the role. */
  readonly clearances: readonly Clearance[];
}

const held = (roles: readonly Role[], clearances: readonly Clearance[] = []): Holders => ({
  roles,
  clearances,
});

/**
 * Who may do what. Nobody holds everything: who runs the service works no cases by that, who works cases sees no
 * reach, and who represents the employees sees how work is measured and no case. Several roles add up.
 */
export const holders: Readonly<Record<Capability, Holders>> = {
  read_cases: held(['agent', 'support_lead', 'auditor', 'privacy_officer']),
  work_cases: held(['agent', 'support_lead']),
  lead_cases: held(['support_lead']),
  read_danger: held(['privacy_officer'], ['danger']),
  dispute_cases: held([], ['counsel']),
  label_posts: held(['agent', 'support_lead']),
  export_labels: held(['support_lead', 'admin']),
  export_cases: held(['support_lead', 'auditor']),
  silence_alerts: held(['support_lead', 'admin']),
  request_escalations: held(['agent', 'support_lead']),
  decide_escalations: held(['support_lead']),
  approve_adverse_actions: held([], ['compliance']),
  read_compliance: held([], ['compliance']),
  write_statements: held(['comms', 'support_lead']),
  read_reach: held(['comms', 'auditor']),
  read_work_reports: held(['support_lead', 'auditor', 'employee_rep']),
  verify_decisions: held(['support_lead', 'auditor', 'privacy_officer']),
  verify_log: held(['auditor', 'admin', 'employee_rep']),
  erase: held(['privacy_officer', 'admin']),
  answer_authors: held(['privacy_officer']),
  hold_cases: held(['privacy_officer'], ['danger']),
  import_contacts: held(['support_lead', 'admin']),
  change_routing: held(['support_lead', 'admin']),
  run_service: held(['admin']),
  manage_keys: held(['admin']),
};

/** Whether somebody may do it by role or clearance; of which brand is `concerns`. */
export const may = (person: Pick<Person, 'roles' | 'clearances'>, what: Capability): boolean =>
  person.roles.some((role) => holders[what].roles.includes(role)) ||
  person.clearances.some((clearance) => holders[what].clearances.includes(clearance));

export const concerns = ({ brands }: Pick<Person, 'brands'>, brand: string): boolean =>
  brands === null || brands.includes(brand);

/** `anybody`: no people are configured, and who has a shell may do everything. */
export type Permission =
  | { readonly kind: 'anybody' }
  | { readonly kind: 'may'; readonly person: Person }
  | { readonly kind: 'may_not'; readonly needs: Holders }
  | { readonly kind: 'unknown' };

export const permissionOf = (people: readonly Person[], name: string, what: Capability): Permission => {
  if (people.length === 0) return { kind: 'anybody' };
  const person = people.find((one) => one.name === name);
  if (person === undefined) return { kind: 'unknown' };
  return may(person, what) ? { kind: 'may', person } : { kind: 'may_not', needs: holders[what] };
};

/** Danger is confidential by default (DESIGN.md 4): for the people on call and the privacy officer. */
export const seesDanger = (person: Person): boolean => may(person, 'read_danger');
