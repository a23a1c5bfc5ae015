import { sql } from 'kysely';
import type { DeskPerson, Rights } from '../../src/cases/lease/desk-person.ts';
import type { WaitingFor } from '../../src/cases/lease/waiting.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { hour } from './fold-samples.ts';

/** A case as the queue needs it; `due` in hours after Monday, 4 May 2026, 08:00 UTC, as in `hour`. */
export interface Waiting {
  readonly due?: number | null;
  readonly clock?: number;
  readonly brand?: string;
  readonly language?: string | null;
  readonly severity?: 'low' | 'medium' | 'high' | 'critical';
  readonly danger?: string | null;
  readonly dispute?: boolean;
  readonly categories?: readonly string[];
  readonly assignee?: string | null;
  readonly merged?: boolean;
  readonly snoozed?: number | null;
}

const usual: Required<Waiting> = {
  due: 0,
  clock: 0,
  brand: 'nordbahn',
  language: 'en',
  severity: 'medium',
  danger: null,
  dispute: false,
  categories: ['delivery'],
  assignee: null,
  merged: false,
  snoozed: null,
};

const hourOrNull = (hours: number | null): Date | null => (hours === null ? null : hour(hours));

/** Cases 1, 2, … as given. */
export const insertWaiting = async (db: Database, cases: readonly Waiting[]): Promise<void> => {
  const rows = cases.map((told, index) => {
    const row = { ...usual, ...told };
    return {
      ...row,
      case_id: index + 1,
      complainant: `c${index + 1}`,
      threads: [`forum|${index + 1}`],
      in_dispute: row.dispute,
      clock_start: hour(row.clock),
      due_at: hourOrNull(row.due),
      merged_into: row.merged ? 999_999 : null,
      snoozed_until: hourOrNull(row.snoozed),
    };
  });
  await sql`
    insert into desk."case" (case_id, brand, source, complainant, threads, posts, status, severity, danger, in_dispute, categories,
      opened_at, received_at, clock_start, due_at, due_target, last_post_at, policy, updated_at, assignee, merged_into, snoozed_until, language)
    select r.case_id, r.brand, 'forum', r.complainant, r.threads, '[]', 'new', r.severity, r.danger, r.in_dispute, r.categories,
      r.clock_start, r.clock_start, r.clock_start, r.due_at, 'first_response', r.clock_start, 'p', r.clock_start, r.assignee,
      r.merged_into, r.snoozed_until, r.language
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (case_id bigint, brand text, complainant text, threads text[],
      severity text, danger text, in_dispute boolean, categories text[], clock_start timestamptz, due_at timestamptz,
      assignee text, merged_into bigint, snoozed_until timestamptz, language text)`.execute(db.kysely);
};

export const rights = (more: Partial<Rights> = {}): Rights => ({
  languages: ['en', 'de'],
  spoken: ['en', 'de'],
  brands: null,
  clearances: [],
  partialTo: [],
  ...more,
});

export const asking = (
  name: string,
  { at = 0, rights: given = rights() }: { at?: number; rights?: Rights | null } = {},
): WaitingFor => ({
  person: { name, rights: given } satisfies DeskPerson,
  actor: `key-${name}`,
  now: hour(at),
});
