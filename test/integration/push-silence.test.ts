import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { ServiceAlert } from '../../src/domain/alert.ts';
import type { Database } from '../../src/postgres/database.ts';
import { type Service, startService } from '../../workers/service.ts';
import { testConfig } from '../support/config.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { clockAt, complaintText } from '../support/line.ts';
import { until } from '../support/service.ts';

const start = Date.parse('2026-11-18T12:00:00Z');
const hourMs = 3_600_000;
const clock = clockAt('2026-11-18T12:00:00Z');

describe('a source that is pushed', () => {
  let db: Database;
  let service: Service;
  const errors: string[] = [];
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeAll(async () => {
    service = await startService({
      db,
      backend: { kind: 'embedded', pool: db.pool },
      config: testConfig(),
      sources: new Map(),
      channels: [],
      stages: new Set(['http', 'notify']),
      version: 'test',
      clock,
      fetch,
      alertFloor: 'high',
      ingestToken: 'token',
      onPage: () => undefined,
      onBatch: () => undefined,
      onDelivery: () => undefined,
      onError: (what, error) => void errors.push(`${what}: ${error.message}`),
    });
  }, 60_000);
  afterAll(() => service.stop());

  const push = async (id: string): Promise<number> => {
    const response = await fetch(`http://127.0.0.1:${service.httpPort}/ingest/shop`, {
      method: 'POST',
      headers: { authorization: 'Bearer token', 'content-type': 'application/json' },
      body: JSON.stringify({ id, text: complaintText(id) }),
    });
    return response.status;
  };
  const told = async (): Promise<readonly ServiceAlert[]> => {
    const { rows } = await sql<{
      alert: ServiceAlert;
    }>`select alert from desk.outbox where alert ->> 'kind' in ('source_silent', 'source_heard') order by outbox_id`.execute(
      db.kysely,
    );
    return rows.map(({ alert }) => alert);
  };
  const kinds = async (): Promise<readonly string[]> => (await told()).map(({ kind }) => kind);

  it('is told silent by the rhythm that it has shown for weeks, once, and heard again when somebody pushes', async () => {
    // Every ten minutes, day and night, for six weeks.
    const everyTenth = Array.from({ length: 6 }, (_, n) => 1n << BigInt(10 * n)).reduce((a, b) => a | b);
    const hours = Array.from({ length: 6 * 7 * 24 }, (_, n) => new Date(start - (n + 1) * hourMs));
    await sql`insert into ops.source_hour (source, hour, minutes)
      select 'shop', hour, ${everyTenth.toString()}::bigint from unnest(${hours}::timestamptz[]) as hour`.execute(
      db.kysely,
    );
    expect(await push('a')).toBe(202);
    clock.set(new Date(start + 9 * 60_000));
    expect(await push('b')).toBe(202);
    expect(await kinds()).toEqual([]);
    clock.set(new Date(start + 8 * hourMs));
    await until(async () => (await kinds()).length > 0, { withinMs: 60_000, what: 'an alarm' });
    const [silent] = await told();
    expect([silent?.kind, silent?.values.source]).toEqual(['source_silent', 'shop']);
    const expectedAt = Date.parse(String(silent?.values.expected));
    expect(expectedAt).toBeGreaterThan(start);
    expect(expectedAt).toBeLessThan(start + 8 * hourMs);
    expect(await push('c')).toBe(202);
    await until(async () => (await kinds()).length > 1, { withinMs: 60_000, what: 'its end' });
    expect([await kinds(), errors]).toEqual([['source_silent', 'source_heard'], []]);
  }, 180_000);
});
