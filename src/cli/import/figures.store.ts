import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';

/** What became of the batches of an import. */
export interface ImportFigures {
  readonly mentions: number;
  readonly complaints: number;
  /** Opened by posts of these batches. */
  readonly cases: number;
  readonly criticalCases: number;
  readonly couldNotBeProcessed: number;
  /** Batches, halves included, that are not decided yet. */
  readonly pending: number;
}

/**
 * Counts by batch: mentions carry the moment of their page, which their batch carries too; halves and dead letters
 * carry its trace. `batchIds` are those that the import put into the inbox.
 */
export const readFigures = async (
  tx: Transaction,
  source: string,
  batchIds: readonly string[],
): Promise<ImportFigures> => {
  const { rows } = await sql<
    Record<'mentions' | 'complaints' | 'cases' | 'critical' | 'dead' | 'pending', string>
  >`
    with pages as (select distinct created_at as at, trace_id from intake.inbox where batch_id = any(${[...batchIds]}::uuid[])),
    taken as (
      select m.outcome, m.case_id, c.case_id is not null as opened, c.severity from desk.mention m
      left join desk."case" c on c.case_id = m.case_id and c.received_at = m.received_at
      where m.source = ${source} and m.received_at in (select at from pages))
    select count(*) as mentions, count(*) filter (where outcome = 'complaint') as complaints,
      count(distinct case_id) filter (where opened) as cases,
      count(distinct case_id) filter (where opened and severity = 'critical') as critical,
      (select count(*) from ops.dead_letter d where d.source = ${source} and d.state = 'waiting' and d.trace_id in (select trace_id from pages)) as dead,
      (select count(*) from intake.inbox i where i.state = 'pending' and i.root_batch = any(${[...batchIds]}::uuid[])) as pending
    from taken`.execute(tx);
  const count = (what: keyof (typeof rows)[number]): number => Number(rows[0]?.[what] ?? 0);
  return {
    mentions: count('mentions'),
    complaints: count('complaints'),
    cases: count('cases'),
    criticalCases: count('critical'),
    couldNotBeProcessed: count('dead'),
    pending: count('pending'),
  };
};
