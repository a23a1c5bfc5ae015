import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { actorKey } from './actor-key.ts';
import type { WorkDay } from './receipts.ts';

/** The days of a period on which somebody worked, in order. `key`: of the installation, for the pseudonyms. */
export const readWorkDays = async (
  tx: Transaction,
  { since, until, key }: { readonly since: Date; readonly until: Date; readonly key: string },
): Promise<readonly WorkDay[]> => {
  const { rows } = await sql<WorkRow>`
    select (at at time zone 'UTC')::date::text as day, 'taken' as kind, actor, null as reason, count(*)::int as n
    from desk.activity where kind = 'taken' and at >= ${since} and at < ${until} group by 1, 3
    union all
    select (at at time zone 'UTC')::date::text, 'jump', actor, reason, older from desk.queue_jump where at >= ${since} and at < ${until}
    union all
    select (at at time zone 'UTC')::date::text, 'skip', actor, null, 1 from desk.skip
    where because = 'other' and at >= ${since} and at < ${until}
    order by 1`.execute(tx);
  return [...new Set(rows.map(({ day }) => day))].map((day) =>
    toDay(
      day,
      rows.filter((row) => row.day === day),
      key,
    ),
  );
};

interface WorkRow {
  readonly day: string;
  readonly kind: 'taken' | 'jump' | 'skip';
  readonly actor: string;
  readonly reason: string | null;
  readonly n: number;
}

const toDay = (day: string, rows: readonly WorkRow[], key: string): WorkDay => ({
  day,
  // Activities carry the names of those who took; the others are keyed already.
  actors: new Set(rows.map(({ kind, actor }) => (kind === 'taken' ? actorKey(key, actor) : actor))),
  taken: rows.reduce((sum, { kind, n }) => (kind === 'taken' ? sum + n : sum), 0),
  jumps: rows
    .filter(({ kind }) => kind === 'jump')
    .map(({ reason, n }) => ({ reason: reason ?? 'other', older: n })),
  skips: rows.filter(({ kind }) => kind === 'skip').length,
});
