import { type ResolutionDue, warnOfResolutions } from '../src/cases/life/resolution.store.ts';
import type { Calendar, SlaPolicy } from '../src/domain/brand.ts';
import { severities } from '../src/domain/severity.ts';
import type { Database } from '../src/postgres/database.ts';
import { latestStart } from '../src/triage/latest-start.ts';

/** A warning comes when a quarter of the time is left, as before a deadline of an answer. */
const nearPart = 0.75;

/** Looks at every policy under which cases were opened: a case keeps its own. */
export const lookAtResolutions = async (db: Database, now: Date): Promise<number> => {
  const due = await db.transaction('desk', async (tx) =>
    (await tx.selectFrom('desk.policy').select(['version', 'policy']).execute()).flatMap((row) =>
      dueUnder(row.version, row.policy as Policy, now),
    ),
  );
  return due.length === 0 ? 0 : db.transaction('desk', (tx) => warnOfResolutions(tx, due, now));
};

interface Policy {
  readonly calendar: Calendar;
  readonly sla: SlaPolicy;
}

const dueUnder = (policy: string, { sla, calendar }: Policy, now: Date): readonly ResolutionDue[] =>
  severities.flatMap((severity) => {
    const target = sla.resolution?.[severity];
    if (target === undefined) return [];
    const ask = { severity, target, calendar };
    return [
      {
        policy,
        severity,
        nearBefore: latestStart(now, ask, nearPart),
        lateBefore: latestStart(now, ask, 1),
      },
    ];
  });
