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
  readonly last_error: string | null;
  readonly last_error_at: Date | null;
  readonly disabled_at: Date | null;
  readonly silent_since: Date | null;
  readonly gap: string | null;
  readonly gap_at: Date | null;
}

const unseenOf = (row: HealthRow, from: Date, to: Date): readonly Unseen[] => [
  ...silenceOf(row, to),
  ...gapOf(row, from),
];

const silenceOf = (row: HealthRow, to: Date): readonly Unseen[] => {
  const { source, last_ok_at: lastOkAt } = row;
  // A success empties the error, so that one which stands is later than the last success.
  const isPaused = row.last_error !== null && budgetUsed.test(row.last_error);
  if (isPaused && row.last_error_at !== null)
    return [{ kind: 'budget', source, since: row.last_error_at.toISOString() }];
  if (lastOkAt === null) return [{ kind: 'never', source }];
  const isStale =
    row.disabled_at !== null || to.getTime() - lastOkAt.getTime() > Number(row.freshness_target_ms);
  if (isStale) return [{ kind: 'stale', source, since: lastOkAt.toISOString() }];
  return row.silent_since === null ? [] : [{ kind: 'silent', source, since: row.silent_since.toISOString() }];
};

const gapOf = ({ source, gap, gap_at: gapAt }: HealthRow, from: Date): readonly Unseen[] => {
  if (gap === null || gapAt === null || gapAt < from) return [];
  const [begin, end] = gap.match(/\d{4}-\d\d-\d\dT[\d:.]+Z/g) ?? [];
  return begin !== undefined && end !== undefined
    ? [{ kind: 'gap', source, from: begin, to: end }]
    : [{ kind: 'gap_noted', source, at: gapAt.toISOString() }];
};

/** How a source says that its day's budget is spent (sources/x/budget.ts); nothing else of the error is kept. */
const budgetUsed = /^The budget of source .+ is used/;
