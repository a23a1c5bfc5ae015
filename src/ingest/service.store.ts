import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** A process of ours, as its heartbeat tells. */
export interface ServiceBeat {
  readonly serviceId: string;
  readonly stages: readonly string[];
  readonly version: string;
  readonly startedAt: Date;
  readonly beatAt: Date;
}

/** Three missed beats: a process that is older than this is gone. */
const beatMs = 5_000;
const goneMs = 3 * beatMs;

export const beat = async (
  tx: Transaction,
  service: Omit<ServiceBeat, 'beatAt'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into ops.service (service_id, stages, version, started_at, beat_at)
    values (${service.serviceId}, ${[...service.stages]}::text[], ${service.version}, ${service.startedAt}, ${now})
    on conflict (service_id) do update set beat_at = excluded.beat_at, stages = excluded.stages`.execute(tx);
};

export const leave = async (tx: Transaction, serviceId: string): Promise<void> => {
  await sql`delete from ops.service where service_id = ${serviceId}`.execute(tx);
};

export const readServices = async (tx: Transaction, now: Date): Promise<ServiceBeat[]> => {
  const rows = await tx
    .selectFrom('ops.service')
    .selectAll()
    .where('beat_at', '>', new Date(now.getTime() - goneMs))
    .orderBy('started_at')
    .execute();
  return rows.map((row) => ({
    serviceId: row.service_id,
    stages: row.stages,
    version: row.version,
    startedAt: row.started_at,
    beatAt: row.beat_at,
  }));
};
