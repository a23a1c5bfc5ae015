import type { GroupMember, GroupState, Quiet } from '../src/notify/group.ts';
import { judgeInhibition, type ProblemStanding } from '../src/notify/inhibit.ts';
import { readAlerts } from '../src/notify/plan.store.ts';
import type { KeptBack, OutboxAlert, PlanInput } from '../src/notify/plan.ts';
import { readAcks } from '../src/notify/sent/ack.store.ts';
import { judgeSilence, type Silence } from '../src/notify/silences/silence.ts';
import { readSilences } from '../src/notify/silences/silences.store.ts';
import type { Transaction } from '../src/postgres/database.ts';

/** To which problem cases belong for certain; those of none are left out. */
export type ReadProblems = (
  tx: Transaction,
  caseIds: readonly string[],
) => Promise<ReadonlyMap<string, ProblemStanding>>;

export interface Planning {
  readonly arrivals: readonly OutboxAlert[];
  readonly states: readonly GroupState[];
  readonly now: Date;
  readonly readProblems?: ReadProblems;
}

/** What silences, problems and acknowledgements keep from being told now, as the plan asks for it. */
export const readKeptBack = async (
  tx: Transaction,
  planning: Planning,
): Promise<Required<Pick<PlanInput, 'keptBack' | 'quietOf'>>> => {
  const { arrivals, states, now } = planning;
  const silences = await readSilences(tx, now);
  const acks = await readAcks(tx, now);
  const alerts = await alertsOf(tx, arrivals, silences.length === 0 ? [] : states);
  const at = now.toISOString();
  const silencedBy = new Map<string, Silence>();
  for (const { id, alert } of alerts) {
    const judged = judgeSilence(alert, silences, at);
    if (judged.kind === 'silenced') silencedBy.set(id, judged.silence);
  }
  const inhibited = await readInhibited(tx, planning);
  return {
    keptBack: (alertId): KeptBack | null => {
      const silence = silencedBy.get(alertId);
      if (silence !== undefined) return { reason: 'silenced', cause: silence.id };
      const problem = inhibited.get(alertId);
      return problem === undefined ? null : { reason: 'inhibited', cause: problem };
    },
    quietOf: ({ alertId, caseId }: GroupMember): Quiet | null => {
      const silencedUntil = silencedBy.get(alertId)?.endsAt ?? null;
      const acknowledgedUntil = caseId === null ? null : (acks.get(caseId)?.until ?? null);
      return silencedUntil === null && acknowledgedUntil === null
        ? null
        : { silencedUntil, acknowledgedUntil };
    },
  };
};

const alertsOf = async (
  tx: Transaction,
  arrivals: readonly OutboxAlert[],
  states: readonly GroupState[],
): Promise<readonly OutboxAlert[]> => {
  const members = states.flatMap((state) => state.members.map(({ alertId }) => alertId));
  return [...arrivals, ...(await readAlerts(tx, [...new Set(members)])).values()];
};

/** What has just been raised, and what is about to be told: cases are grouped into problems seconds after they open. */
const readInhibited = async (
  tx: Transaction,
  { arrivals, states, now, readProblems }: Planning,
): Promise<ReadonlyMap<string, string>> => {
  if (readProblems === undefined) return new Map();
  const waiting = await readAlerts(tx, openedOf(states, now.toISOString()));
  const opened = [...arrivals, ...waiting.values()].flatMap(({ id, alert }) =>
    alert.kind === 'case_opened' ? [{ id, alert }] : [],
  );
  const problems = await readProblems(
    tx,
    opened.map(({ alert }) => alert.caseId),
  );
  return new Map(
    opened.flatMap(({ id, alert }) => {
      const judged = judgeInhibition(alert, problems.get(alert.caseId) ?? null);
      return judged.kind === 'inhibited' ? [[id, judged.problemId] as const] : [];
    }),
  );
};

/** First alerts of cases that wait in groups whose message is due. */
const openedOf = (states: readonly GroupState[], now: string): string[] =>
  states
    .filter(({ nextFlushAt }) => nextFlushAt <= now)
    .flatMap(({ members }) =>
      members.flatMap(({ alertId, kind, toldAt }) =>
        kind === 'case_opened' && toldAt === null ? [alertId] : [],
      ),
    );
