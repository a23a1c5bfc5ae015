import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { DeadlineAsk } from '../src/cases/fold-types.ts';
import type { Brand, Calendar, SlaPolicy } from '../src/domain/brand.ts';
import type { Database } from '../src/postgres/database.ts';
import { dueAt } from '../src/triage/deadline.ts';

/** Calendar and targets under which a case was opened; kept in the record, for a policy never changes under a case. */
interface Policy {
  readonly calendar: Calendar;
  readonly sla: SlaPolicy;
}

export interface Policies {
  /** Brand and the version in force. */
  readonly versions: readonly (readonly [string, string])[];
  readonly deadlineOf: (ask: DeadlineAsk) => Date;
}

/** Writes today's policies and reads all that cases were opened under. */
export const loadPolicies = async (db: Database, brands: readonly Brand[], now: Date): Promise<Policies> => {
  const known = new Map<string, Policy>();
  const versions = brands.map((brand) => {
    const policy: Policy = { calendar: brand.calendar, sla: brand.sla };
    const version = versionOf(policy);
    known.set(version, policy);
    return [brand.id, version] as const;
  });
  await db.transaction('desk', async (tx) => {
    for (const [version, policy] of known)
      await sql`insert into desk.policy (version, policy, created_at) values (${version}, ${JSON.stringify(policy)}, ${now}) on conflict do nothing`.execute(
        tx,
      );
    for (const row of await tx.selectFrom('desk.policy').select(['version', 'policy']).execute())
      known.set(row.version, row.policy as Policy);
  });
  return { versions, deadlineOf: (ask) => deadlineUnder(known, versions, ask) };
};

const versionOf = (policy: Policy): string =>
  createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 12);

/** A policy that another process wrote a moment ago is not known here yet: the brand's own stands in, or the newest. */
const deadlineUnder = (
  known: ReadonlyMap<string, Policy>,
  versions: Policies['versions'],
  ask: DeadlineAsk,
): Date => {
  const current = versions.find(([brand]) => brand === ask.brand)?.[1] ?? '';
  const policy = known.get(ask.policy) ?? known.get(current) ?? [...known.values()].at(-1);
  if (policy === undefined) throw new Error(`no policy is known for ${ask.brand}`);
  return dueAt(ask.severity, ask.clockStart, policy.sla[ask.target], policy.calendar);
};
