import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** What a page says of a source, and what was known of it before. */
export interface Hearing {
  readonly at: Date;
  readonly read: number;
  readonly before: HeardBefore;
}

export interface HeardBefore {
  readonly okAt: Date | null;
  readonly eventAt: Date | null;
  readonly freshnessTargetMs: number;
}

const hourMs = 3_600_000;
const minuteMs = 60_000;
/** A walk that begins again after longer leaves out the hours between, however long a source may take. */
const mostHours = 72;

/** Writes only what a page adds to the hours that are recorded: nearly every page adds nothing. */
export const noteHeard = async (tx: Transaction, source: string, hearing: Hearing): Promise<void> => {
  const { at, read, before } = hearing;
  const told = read > 0 && minuteOf(before.eventAt) !== minuteOf(at);
  const hours = newHours(hearing);
  if (!told && hours.length === 0) return;
  const hour = hourOf(at);
  const bit = told ? (1n << BigInt(Math.floor((at.getTime() - hour) / minuteMs))).toString() : '0';
  await sql`
    insert into ops.source_hour (source, hour, minutes)
    select ${source}, hour, case when hour = ${new Date(hour)} then ${bit}::bigint else 0 end
    from unnest(${[...new Set([...hours, hour])].map((ms) => new Date(ms))}::timestamptz[]) as hour
    on conflict (source, hour) do update set minutes = source_hour.minutes | excluded.minutes`.execute(tx);
};

/** Hours that began since the last answer, when the source was never stale in between; else this one alone. */
const newHours = ({ at, before }: Hearing): readonly number[] => {
  const hour = hourOf(at);
  if (before.okAt === null || at.getTime() - before.okAt.getTime() > before.freshnessTargetMs) return [hour];
  const first = Math.max(hourOf(before.okAt) + hourMs, hour - mostHours * hourMs);
  return Array.from(
    { length: Math.max(0, (hour - first) / hourMs + 1) },
    (_each, index) => first + index * hourMs,
  );
};

const hourOf = (at: Date): number => Math.floor(at.getTime() / hourMs) * hourMs;
const minuteOf = (at: Date | null): number | null =>
  at === null ? null : Math.floor(at.getTime() / minuteMs);

export interface RecordedHour {
  readonly startMs: number;
  readonly minutes: readonly number[];
}

/** The last `weeks` weeks before the source spoke last: the silence that lasts is no part of them. */
export const readHours = async (
  tx: Transaction,
  source: string,
  { weeks, until }: { readonly weeks: number; readonly until: Date },
): Promise<readonly RecordedHour[]> => {
  const from = new Date(until.getTime() - weeks * 7 * 24 * hourMs);
  const { rows } = await sql<{ hour: Date; minutes: string }>`
    select hour, minutes::text as minutes from ops.source_hour where source = ${source} and hour >= ${from} and hour <= ${until}
    order by hour`.execute(tx);
  return rows.map(({ hour, minutes }) => ({ startMs: hour.getTime(), minutes: bitsOf(BigInt(minutes)) }));
};

const bitsOf = (mask: bigint): readonly number[] => {
  const bits: number[] = [];
  for (let minute = 0; minute < 60; minute += 1)
    if ((mask & (1n << BigInt(minute))) !== 0n) bits.push(minute);
  return bits;
};

/** Hours that nothing is learned from any more, and those of sources that left the configuration. */
export const dropHours = async (tx: Transaction, before: Date): Promise<void> => {
  await sql`
    delete from ops.source_hour where hour < ${before} or not exists (select 1 from ops.source_health h where h.source = source_hour.source)`.execute(
    tx,
  );
};
