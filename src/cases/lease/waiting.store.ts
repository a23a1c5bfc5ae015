import { type RawBuilder, sql } from 'kysely';
import { isStaffToldTo } from '../../postgres/told-case.ts';
import type { DeskPerson, Rights } from './desk-person.ts';

export interface WaitingFor {
  readonly person: DeskPerson;
  /** Of `actorKey`. */
  readonly actor: string;
  readonly now: Date;
  /** Only what a routing rule gave to this team is handed over anew; null: everybody's. */
  readonly team?: string | null;
}

/**
 * The cases `c` that may be handed to a person: owed an answer, taken by nobody, not asleep, not looked at by somebody
 * else, not passed on by this person, and of the brands, languages and clearances of the profile. Danger is handed over
 * in any language. Nothing here knows who wrote it.
 */
export const isWaitingFor = ({ person, actor, now }: WaitingFor): RawBuilder<unknown> => sql`
  c.due_at is not null and c.assignee is null and c.merged_into is null
  and (c.snoozed_until is null or c.snoozed_until <= ${now})
  and ${person.rights === null ? isOpenToAll : isAllowed(person.rights)}
  and not exists (select 1 from desk.lease l where l.case_id = c.case_id and l.until > ${now} and l.holder <> ${person.name})
  and not exists (select 1 from desk.skip s where s.case_id = c.case_id and s.actor = ${actor}
    and (s.because <> 'other' or s.at > ${new Date(now.getTime() - skipMs)}))`;

/** What was passed on for no reason that stays comes back to the same person after a day. */
const skipMs = 24 * 3_600_000;

/** Where nobody is configured, danger and disputes are taken by their number alone. */
const isOpenToAll = sql`c.danger is null and not c.in_dispute`;

const isAllowed = ({ languages, spoken, brands, clearances, partialTo }: Rights): RawBuilder<unknown> => {
  const has = (clearance: Rights['clearances'][number]): RawBuilder<unknown> =>
    clearances.includes(clearance) ? sql`true` : sql`false`;
  return sql`
    ${brands === null ? sql`true` : sql`c.brand = any(${[...brands]}::text[])`}
    and (c.danger is not null or c.language is null or c.language = any(${[...languages]}::text[]) or not c.language = any(${[...spoken]}::text[]))
    and (c.danger is null or ${has('danger')}) and (not c.in_dispute or ${has('counsel')})
    and ${isStaffToldTo({ staff: clearances.includes('staff_conduct'), partialTo }, 'c')}`;
};
