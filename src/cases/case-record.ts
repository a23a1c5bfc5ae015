import type { CasePost, CaseRow } from './fold-types.ts';

/** A case as the table holds it. Times are Dates when read; JSON writes them as ISO 8601. */
export interface CaseRecord {
  case_id: string;
  brand: string;
  source: string;
  complainant: string;
  threads: string[];
  posts: StoredPost[];
  status: string;
  disposition: string | null;
  merged_into: string | null;
  linked_to: string | null;
  in_dispute: boolean;
  snoozed_until: Date | null;
  resolved_at: Date | null;
  severity: string;
  danger: string | null;
  categories: string[];
  reasons: unknown;
  identifiers: string[];
  opened_at: Date;
  received_at: Date;
  clock_start: Date;
  due_at: Date | null;
  due_target: string | null;
  stopped_due_at: Date | null;
  is_history: boolean;
  last_post_at: Date;
  first_response_at: Date | null;
  first_response_via: string | null;
  first_response_actor: string | null;
  last_response_at: Date | null;
  policy: string;
}

/** The columns of `desk.case` that the fold writes, with their types. */
export const caseColumns = `case_id bigint, brand text, source text, complainant text, threads text[], posts jsonb, status text, disposition text,
  merged_into bigint, linked_to bigint, in_dispute boolean, snoozed_until timestamptz, resolved_at timestamptz, severity text,
  danger text, categories text[], reasons jsonb, identifiers text[], opened_at timestamptz, received_at timestamptz,
  clock_start timestamptz, due_at timestamptz, due_target text, stopped_due_at timestamptz, is_history boolean, last_post_at timestamptz,
  first_response_at timestamptz, first_response_via text, first_response_actor text, last_response_at timestamptz, policy text`;
export const caseNames = [
  ...caseColumns.matchAll(/(\w+) (?:bigint|text|jsonb|boolean|timestamptz)/g),
].flatMap(([, name]) => name ?? []);

type StoredPost = Omit<CasePost, 'at' | 'clockStart'> & { readonly at: string; readonly clockStart: string };

/** The table's columns are our own words, written by `toRecord`: they are trusted on the way back. */
export const fromRecord = (r: CaseRecord): CaseRow => ({
  id: r.case_id,
  brand: r.brand,
  source: r.source,
  complainantKey: r.complainant,
  threads: r.threads,
  posts: r.posts.map((post) => ({ ...post, at: new Date(post.at), clockStart: new Date(post.clockStart) })),
  status: r.status as CaseRow['status'],
  disposition: r.disposition as CaseRow['disposition'],
  mergedInto: r.merged_into,
  linkedTo: r.linked_to,
  inDispute: r.in_dispute,
  snoozedUntil: r.snoozed_until,
  resolvedAt: r.resolved_at,
  severity: r.severity as CaseRow['severity'],
  danger: r.danger as CaseRow['danger'],
  categories: r.categories as readonly string[] as CaseRow['categories'],
  reasons: r.reasons as CaseRow['reasons'],
  identifiers: r.identifiers,
  openedAt: r.opened_at,
  receivedAt: r.received_at,
  clockStart: r.clock_start,
  dueAt: r.due_at,
  dueTarget: r.due_target as CaseRow['dueTarget'],
  stoppedDueAt: r.stopped_due_at,
  isHistory: r.is_history,
  lastPostAt: r.last_post_at,
  firstResponse: responseOf(r),
  lastResponseAt: r.last_response_at,
  policy: r.policy,
});

/** The same as `json_agg` writes it: times are ISO 8601 text. */
export type JsonRecord = {
  readonly [Name in keyof CaseRecord]: CaseRecord[Name] extends Date
    ? string
    : CaseRecord[Name] extends Date | null
      ? string | null
      : CaseRecord[Name];
};

export const fromJson = (r: JsonRecord): CaseRow =>
  fromRecord({
    ...r,
    snoozed_until: timeOf(r.snoozed_until),
    resolved_at: timeOf(r.resolved_at),
    opened_at: new Date(r.opened_at),
    received_at: new Date(r.received_at),
    clock_start: new Date(r.clock_start),
    due_at: timeOf(r.due_at),
    stopped_due_at: timeOf(r.stopped_due_at),
    last_post_at: new Date(r.last_post_at),
    first_response_at: timeOf(r.first_response_at),
    last_response_at: timeOf(r.last_response_at),
  });

const timeOf = (told: string | null): Date | null => (told === null ? null : new Date(told));

const responseOf = (r: CaseRecord): CaseRow['firstResponse'] =>
  r.first_response_at === null
    ? null
    : {
        at: r.first_response_at,
        via: (r.first_response_via ?? 'agent_mark') as 'public_reply_seen' | 'sink' | 'agent_mark',
        actor: r.first_response_actor ?? '',
      };

export const toRecord = (row: CaseRow): Omit<CaseRecord, 'posts'> & { posts: readonly CasePost[] } => ({
  case_id: row.id,
  brand: row.brand,
  source: row.source,
  complainant: row.complainantKey,
  threads: [...row.threads],
  posts: row.posts,
  status: row.status,
  disposition: row.disposition,
  merged_into: row.mergedInto,
  linked_to: row.linkedTo,
  in_dispute: row.inDispute,
  snoozed_until: row.snoozedUntil,
  resolved_at: row.resolvedAt,
  severity: row.severity,
  danger: row.danger,
  categories: [...row.categories],
  reasons: row.reasons,
  identifiers: [...row.identifiers],
  opened_at: row.openedAt,
  received_at: row.receivedAt,
  clock_start: row.clockStart,
  due_at: row.dueAt,
  due_target: row.dueTarget,
  stopped_due_at: row.stoppedDueAt,
  is_history: row.isHistory,
  last_post_at: row.lastPostAt,
  first_response_at: row.firstResponse?.at ?? null,
  first_response_via: row.firstResponse?.via ?? null,
  first_response_actor: row.firstResponse?.actor ?? null,
  last_response_at: row.lastResponseAt,
  policy: row.policy,
});
