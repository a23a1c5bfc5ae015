import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** Every source that anything was read from, sorted. The mentions are skipped through by their key, not read. */
export const readSourceNames = async (tx: Transaction): Promise<readonly string[]> => {
  const { rows } = await sql<{ source: string }>`
    with recursive mentioned as (
      (select source from desk.mention order by source limit 1)
      union all
      select (select m.source from desk.mention m where m.source > mentioned.source order by m.source limit 1)
      from mentioned where mentioned.source is not null)
    select source from mentioned where source is not null
    union select source from ops.source_health
    union select source from intake.inbox where state = 'pending'
    union select source from ops.dead_letter where state = 'waiting'
    order by source`.execute(tx);
  return rows.map(({ source }) => source);
};
