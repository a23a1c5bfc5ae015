import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../../domain/case-reader.ts';
import type { Transaction } from '../../postgres/database.ts';
import { isTold } from '../../postgres/told-case.ts';
import { isOvertaken } from '../overtaken.store.ts';
import { hurryGroups, lockPlanning, readAlerts } from '../plan.store.ts';
import { renewPending } from '../withdraw.store.ts';
import { judgeSilence, type Silence, type SilenceMatcher } from './silence.ts';

interface Row {
  silence_id: string;
  matcher: unknown;
  comment: string;
  author: string;
  created_at: Date;
  ends_at: Date;
}

const silenceOf = (row: Row): Silence => ({
  id: row.silence_id,
  matcher: row.matcher as SilenceMatcher,
  comment: row.comment,
  author: row.author,
  createdAt: row.created_at.toISOString(),
  endsAt: row.ends_at.toISOString(),
});

export const readSilences = async (tx: Transaction, now: Date): Promise<readonly Silence[]> => {
  const { rows } = await sql<Row>`
    select silence_id, matcher, comment, author, created_at, ends_at from desk.silence
    where released_at is null and ended_at is null and ends_at > ${now} order by ends_at, silence_id`.execute(
    tx,
  );
  return rows.map(silenceOf);
};

export const findSilence = async (tx: Transaction, id: string): Promise<Silence | null> => {
  const { rows } = await sql<Row>`
    select silence_id, matcher, comment, author, created_at, ends_at from desk.silence where silence_id = ${id}`.execute(
    tx,
  );
  return rows[0] === undefined ? null : silenceOf(rows[0]);
};

export interface ListedSilence extends Silence {
  readonly endedAt: string | null;
  readonly endedBy: string | null;
  /** Alerts that it keeps back, or kept back for good. */
  readonly alerts: number;
}

export interface SilenceListAsk {
  readonly now: Date;
  readonly isAll: boolean;
  readonly limit: number;
  /** This one alone. */
  readonly id?: string | null;
  /** Of these brands, and of none; null: of all. */
  readonly brands?: readonly string[] | null;
  /** One that names a case tells that there is such a case: only where this reader may know of it. */
  readonly reader?: CaseReader;
  /** Place of the last silence of the page before. */
  readonly after?: SilencePlace | null;
}

export interface SilencePlace {
  readonly at: Date;
  readonly id: string;
}

/** One that is over stands behind all that are in force. */
const isOver = new Date('9999-12-31T00:00:00Z');

export const placeOf = ({ id, endsAt, endedAt }: ListedSilence, now: Date): SilencePlace => {
  const ends = new Date(endsAt);
  return { id, at: endedAt === null && ends > now ? ends : isOver };
};

/** Those in force, the first to end first; with `isAll` the others too, the newest first. */
export const listSilences = async (
  tx: Transaction,
  { now, isAll, limit, id = null, brands = null, reader = null, after = null }: SilenceListAsk,
): Promise<readonly ListedSilence[]> => {
  const at = sql`case when s.ended_at is null and s.ends_at > ${now} then s.ends_at else ${isOver}::timestamptz end`;
  const behind =
    after === null
      ? sql`true`
      : sql`(${at}, -s.silence_id) > (${after.at}::timestamptz, -(${after.id}::bigint))`;
  const { rows } = await sql<Row & { ended_at: Date | null; ended_by: string | null; alerts: string }>`
    select s.silence_id, s.matcher, s.comment, s.author, s.created_at, s.ends_at, s.ended_at, s.ended_by,
      (select count(*) from desk.outbox o where o.unsent = 'silenced' and o.unsent_cause = s.silence_id::text) as alerts
    from desk.silence s where (${id}::bigint is null or s.silence_id = ${id}::bigint)
      and (${isAll} or (s.ended_at is null and s.ends_at > ${now})) and ${isOf(brands)} and ${isOfTold(reader, brands)} and ${behind}
    order by ${at}, s.silence_id desc limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    ...silenceOf(row),
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBy: row.ended_by,
    alerts: Number(row.alerts),
  }));
};

const isOf = (brands: readonly string[] | null): RawBuilder<unknown> =>
  brands === null
    ? sql`true`
    : sql`(s.matcher ->> 'brand' is null or s.matcher ->> 'brand' = any(${[...brands]}::text[]))`;

const isOfTold = (reader: CaseReader, brands: readonly string[] | null): RawBuilder<unknown> =>
  reader === null
    ? sql`true`
    : sql`(s.matcher ->> 'caseId' is null or exists (
        select 1 from desk."case" c where c.case_id = (s.matcher ->> 'caseId')::bigint and ${isTold(reader)}
          and (${brands === null ? null : [...brands]}::text[] is null or c.brand = any(${brands === null ? null : [...brands]}))))`;

export type NewSilence = Pick<Silence, 'matcher' | 'comment' | 'author'> & { readonly endsAt: Date };

export interface AddedSilence {
  readonly id: string;
  /** Messages that were written and not tried yet; they are written anew without what is silenced. */
  readonly renewed: number;
}

/**
 * From now on. A message that was tried already goes on: somebody may have it, and its bytes are fixed. Takes the lock of
 * planning, so that no plan stands between what is written and what is silenced.
 */
export const addSilence = async (tx: Transaction, wanted: NewSilence, now: Date): Promise<AddedSilence> => {
  await lockPlanning(tx);
  const { rows } = await sql<Row>`
    insert into desk.silence (matcher, comment, author, created_at, ends_at)
    values (${JSON.stringify(wanted.matcher)}::jsonb, ${wanted.comment}, ${wanted.author}, ${now}, ${wanted.endsAt})
    returning silence_id, matcher, comment, author, created_at, ends_at`.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('a silence was not stored');
  const silence = silenceOf(row);
  const renewed = await renewUntried(tx, silence, now);
  await hurryGroups(tx, now, null);
  return { id: silence.id, renewed };
};

/** Locked rows are left to whoever is sending them. */
const renewUntried = async (tx: Transaction, silence: Silence, now: Date): Promise<number> => {
  const { rows: pending } = await sql<{ id: string; channel: string; members: string[] }>`
    select notification_id as id, channel, members from desk.notification
    where state = 'pending' and attempts = 0 and kind in ('alerts', 'catch_up')
    order by created_at, notification_id for update skip locked`.execute(tx);
  const alerts = await readAlerts(
    tx,
    pending.flatMap(({ members }) => members),
  );
  const covered = pending.filter(({ members }) =>
    members.some((member) => {
      const alert = alerts.get(member)?.alert;
      return alert !== undefined && judgeSilence(alert, [silence], now.toISOString()).kind === 'silenced';
    }),
  );
  await renewPending(tx, covered, now);
  return covered.length;
};

/** What it kept back is looked at by the next plan. */
export const endSilence = async (
  tx: Transaction,
  id: string,
  { actor, now }: { readonly actor: string; readonly now: Date },
): Promise<'ended' | 'over' | 'unknown'> => {
  await lockPlanning(tx);
  const { rows } = await sql<{ ended: boolean }>`
    with known as (select silence_id from desk.silence where silence_id = ${id}),
    ended as (
      update desk.silence set ended_at = ${now}, ended_by = ${actor}
      where silence_id = ${id} and ended_at is null and ends_at > ${now} returning silence_id)
    select exists (select from ended) as ended from known`.execute(tx);
  const [row] = rows;
  if (row === undefined) return 'unknown';
  return row.ended ? 'ended' : 'over';
};

/**
 * Alerts whose silence is over are looked at anew, where their case still waits and no newer alert speaks of it. What
 * nobody has to do with any more stays in the log as silenced. Hold the lock of planning. Returns how many came back.
 */
export const releaseSilenced = async (tx: Transaction, now: Date): Promise<number> => {
  const { rows: over } = await sql<{ id: string }>`
    update desk.silence set released_at = ${now}
    where released_at is null and (ended_at is not null or ends_at <= ${now}) returning silence_id::text as id`.execute(
    tx,
  );
  if (over.length === 0) return 0;
  await hurryGroups(tx, now, null);
  const back = await sql`
    update desk.outbox o set flushed_at = null, unsent = null, unsent_cause = null
    from desk."case" c
    where o.unsent = 'silenced' and o.unsent_cause = any(${over.map(({ id }) => id)}::text[]) and c.case_id = o.case_id
      and c.assignee is null and c.due_at is not null and c.status not in ('resolved', 'closed') and c.disposition is null
      and c.merged_into is null
      and not ${isOvertaken}`.execute(tx);
  return Number(back.numAffectedRows ?? 0);
};
