import { type RawBuilder, sql } from 'kysely';

/** A swarm of which a row of the queue stands for all. */
export interface SwarmEntry {
  /** `S-17`. */
  readonly id: string;
  /** Cases that wait in it, this one included. */
  readonly cases: number;
}

/**
 * Of a swarm, near-identical words of many people, the queue shows the case that is due first; each keeps its own place and
 * deadline, and shows itself where it is taken out or a person wants each one by itself. One look into an index for a case of
 * none. `isShown` says of a row which of a swarm this page may show.
 */
export const isOwnEntry = (isShown: RawBuilder<unknown>): RawBuilder<unknown> => sql`not exists (
  select 1 from desk.swarm_member s join desk.swarm w on w.swarm_id = s.swarm_id and w.decision is distinct from 'one_by_one'
  join desk.swarm_member o on o.swarm_id = s.swarm_id and o.taken_out_at is null
  cross join lateral (select due_at, clock_start, case_id from desk."case" where case_id = o.case_id and ${isShown} offset 0) e
  where s.case_id = "case".case_id and s.taken_out_at is null
    and (e.due_at, e.clock_start, e.case_id) < ("case".due_at, "case".clock_start, "case".case_id))`;

export const swarmColumn = (isShown: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select json_build_object('id', 'S-' || s.swarm_id, 'cases', (
    select count(*) from desk.swarm_member o cross join lateral (
      select 1 from desk."case" where case_id = o.case_id and ${isShown} offset 0) e
    where o.swarm_id = s.swarm_id and o.taken_out_at is null))
  from desk.swarm_member s join desk.swarm w on w.swarm_id = s.swarm_id and w.decision is distinct from 'one_by_one'
  where s.case_id = "case".case_id and s.taken_out_at is null limit 1) as swarm`;
