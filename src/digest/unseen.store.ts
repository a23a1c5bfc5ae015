import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { Unseen } from './digest-rows.ts';
import type { DigestPeriod } from './spreading.store.ts';

/** What the digest must say that it does not know: sources, gaps, posts that could not be processed or decided. */
export const readUnseen = async (
  tx: Transaction,
  { brands, from, to }: Omit<DigestPeriod, 'brand'> & { readonly brands: readonly string[] },
): Promise<readonly Unseen[]> => {
  const sources = await tx.selectFrom('ops.source_health').selectAll().orderBy('source').execute();
  const { rows } = await sql<{ unprocessed: number; undecided: number }>`
    select (select coalesce(sum(events), 0)::int from ops.dead_letter where state = 'waiting') as unprocessed,
      (select count(*)::int from desk.mention where brand = any(${[...brands]}::text[]) and case_id is null and outcome = 'review'
        and is_unsure and decided_at >= ${from} and decided_at <= ${to}) as undecided`.execute(tx);
  const { unprocessed, undecided } = rows[0] ?? { unprocessed: 0, undecided: 0 };
  return [
    ...sources.flatMap((source) => unseenOf(source, from, to)),
    ...(unprocessed > 0 ? [{ kind: 'unprocessed', count: unprocessed } as const] : []),
    ...(undecided > 0 ? [{ kind: 'undecided', count: undecided } as const] : []),
    ...sources.flatMap(({ source, knows_spread: knows }) =>
      knows ? [] : [{ kind: 'no_spread', source } as const],
    ),
  ];
};

interface HealthRow {
  readonly source: string;
  readonly freshness_target_ms: string;
  readonly last_ok_at: Date | null;
  readonly disabled_at: Date | null;
  readonly silent_since: Date | null;
  readonly gap: string | null;
  readonly gap_at: Date | null;
  readonly budget: unknown;
}

const unseenOf = (row: HealthRow, from: Date, to: Date): readonly Unseen[] => [
  ...silenceOf(row, to),
  ...gapOf(row, from),
];

const silenceOf = (row: HealthRow, to: Date): readonly Unseen[] => {
  const { source, last_ok_at: lastOkAt } = row;
  // A success empties the error, so that one which stands is later than the last success.
  const budget = budgetOf(row.budget, to);
  if (budget !== null && budget.stoppedSince !== null)
    return [{ kind: 'budget', source, since: budget.stoppedSince, seen: budget.seen }];
  if (lastOkAt === null) return [{ kind: 'never', source }];
  const isStale =
    row.disabled_at !== null || to.getTime() - lastOkAt.getTime() > Number(row.freshness_target_ms);
  if (isStale) return [{ kind: 'stale', source, since: lastOkAt.toISOString() }];
  if (row.silent_since !== null) return [{ kind: 'silent', source, since: row.silent_since.toISOString() }];
  return budget?.isSampled === true ? [{ kind: 'sampled', source, seen: budget.seen }] : [];
};

interface KeptBudget {
  readonly stoppedSince: string | null;
  readonly until: string;
  readonly seen: number;
  readonly isSampled: boolean;
}

/** How the money stood when the source was read last; null: it costs none, or that time is over. */
const budgetOf = (kept: unknown, at: Date): KeptBudget | null => {
  const budget = kept as KeptBudget | null;
  return budget === null || Date.parse(budget.until) <= at.getTime() ? null : budget;
};

const gapOf = ({ source, gap, gap_at: gapAt }: HealthRow, from: Date): readonly Unseen[] => {
  if (gap === null || gapAt === null || gapAt < from) return [];
  const [begin, end] = gap.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  return begin !== undefined && end !== undefined
    ? [{ kind: 'gap', source, from: begin, to: end }]
    : [{ kind: 'gap_noted', source, at: gapAt.toISOString() }];
};
