import { sql } from 'kysely';

/**
 * Of the outbox row `o`: a newer alert of its case says more. Steps of a chain are each somebody else's: none makes
 * another alert needless, or is made so.
 */
export const isOvertaken = sql<boolean>`exists (
  select from desk.outbox newer where newer.case_id = o.case_id and newer.outbox_id > o.outbox_id
    and 'escalation_step' not in (o.alert ->> 'kind', newer.alert ->> 'kind')
    and (newer.alert ->> 'kind' like 'deadline%') = (o.alert ->> 'kind' like 'deadline%'))`;
