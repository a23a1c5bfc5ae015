import { sql } from 'kysely';
import type { CaseReader } from '../../domain/case-reader.ts';
import type { Transaction } from '../../postgres/database.ts';
import { shownText } from '../../postgres/shown-text.ts';
import { isListedFor } from '../../postgres/told-case.ts';
import type { ExportRow } from './exported-case.ts';

export interface ExportAsk {
  readonly brand: string | null;
  /** Only cases whose clock began then or later; null: all. */
  readonly since: Date | null;
  readonly reader: CaseReader;
  /** The last case of the slice before; '0': from the beginning. */
  readonly afterId: string;
  readonly limit: number;
}

/** Cases by their numbers, but for those of which the reader is not told. Words are read of those alone that anybody may read: not of danger, nor of a dispute. */
export const readExportSlice = async (
  tx: Transaction,
  { brand, since, reader, afterId, limit }: ExportAsk,
): Promise<readonly ExportRow[]> => {
  const ofBrand = brand === null ? sql`true` : sql`c.brand = ${brand}`;
  const isSince = since === null ? sql`true` : sql`c.opened_at >= ${since}::timestamptz`;
  const { rows } = await sql<ExportRow>`
    select c.case_id::text as "caseId", c.brand, c.source, c.severity, c.danger, c.status, c.disposition,
      (select "case".case_id::text from desk."case" where "case".case_id = c.merged_into and ${isListedFor(reader, '"case"')}) as "mergedInto",
      c.in_dispute as "inDispute", c.is_history as "isHistory", c.categories, c.opened_at as "openedAt", c.received_at as "receivedAt",
      c.due_at as "dueAt", c.due_target as "dueTarget", c.snoozed_until as "snoozedUntil", c.first_response_at as "firstResponseAt",
      c.first_response_via as "firstResponseVia", c.last_response_at as "lastResponseAt", c.resolved_at as "resolvedAt",
      c.closed_at as "closedAt", jsonb_array_length(c.posts) as posts, c.version, said.text
    from desk."case" c left join lateral (
      select ${shownText('mention')} as text from desk.mention mention
      where mention.case_id = c.case_id and mention.author_role = 'customer' and c.danger is null and not c.in_dispute
      order by mention.mention_id limit 1) said on true
    where c.case_id > ${afterId}::bigint and ${ofBrand} and ${isSince} and ${isListedFor(reader, 'c')} order by c.case_id limit ${limit}`.execute(
    tx,
  );
  return rows;
};
