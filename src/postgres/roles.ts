/**
 * Lock 3: each half of the service works as a role that cannot reach the other half. The blind roles hold nothing in
 * `sealed`; ingestion may only add to its inbox, which is why its insert names no conflict target and returns nothing.
 */
export type Role = 'ingest' | 'desk' | 'reach' | 'audit';

export const roleName = (role: Role): string => `evenhand_${role}`;

/** Statements that a login with CREATEROLE runs once; `doctor` prints them where the login may not. */
export const roleStatements: readonly string[] = (['ingest', 'desk', 'reach', 'audit'] as const).flatMap(
  (role) => [
    `do $$ begin create role ${roleName(role)} nologin; exception when duplicate_object or unique_violation then null; end $$`,
    `do $$ begin execute format('grant ${roleName(role)} to %I', current_user); end $$`,
  ],
);

const everything = 'select, insert, update, delete';

export const grantStatements: readonly string[] = [
  ...(['ingest', 'desk', 'reach', 'audit'] as const).flatMap((role) => [
    `grant usage on schema intake, desk, ops to ${roleName(role)}`,
  ]),
  `grant ${everything} on all tables in schema intake, ops to ${roleName('ingest')}`,
  `grant select on all tables in schema desk to ${roleName('ingest')}`,
  `grant usage on schema sealed to ${roleName('ingest')}`,
  `grant insert on sealed.inbox to ${roleName('ingest')}`,
  `grant ${everything} on all tables in schema intake, desk, ops to ${roleName('desk')}`,
  `grant usage on all sequences in schema desk, ops to ${roleName('desk')}`,
  `grant usage on schema sealed to ${roleName('reach')}, ${roleName('audit')}`,
  `grant ${everything} on all tables in schema sealed to ${roleName('reach')}`,
  `grant select on all tables in schema desk, intake, ops to ${roleName('reach')}`,
  `grant update (reach_done_at) on intake.inbox to ${roleName('reach')}`,
  `grant select on all tables in schema desk, intake, ops, sealed to ${roleName('audit')}`,
  `grant usage on all sequences in schema ops to ${roleName('ingest')}`,
];
