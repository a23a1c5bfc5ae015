import { sql } from 'kysely';
import type { RawEvent, RawMention } from '../../../src/domain/raw-mention.ts';
import type { SinkSettings } from '../../../src/domain/sink.ts';
import type { Database } from '../../../src/postgres/database.ts';
import type { SinkDeps, SinkEvent } from '../../../workers/sinks.ts';
import { registerSinks, runSinks } from '../../../workers/sinks.worker.ts';
import { emptyRecord } from '../desk-rows.ts';
import type { Line, SetClock } from '../line.ts';
import type { Helpdesk } from './helpdesk.ts';
import type { Kind } from './kinds.ts';

/** Words that say high, without danger and without staff. */
export const loss = (n: number, more = ''): RawMention => ({
  kind: 'mention',
  nativeId: `p${n}`,
  author: `author${n}`,
  text: `@voltara 4,300 euros lost since your refund never came, my rent is due on Friday. ${more} Letter ${n}`,
  url: `https://x.com/author${n}/status/${n}`,
  publishedAt: '2026-11-20T08:00:00.000Z',
});

const settingsOf = (
  kind: Kind,
  more: Partial<SinkSettings>,
  statuses: SinkSettings['mapping']['statuses'],
): SinkSettings => ({
  name: 'helpdesk',
  language: 'en',
  rules: { brands: null, severities: ['low', 'medium', 'high', 'critical'], categories: null },
  mapping: {
    priorities: {
      critical: kind.words.urgent,
      high: kind.words.high,
      medium: kind.words.high,
      low: kind.words.high,
    },
    tags: { billing: 'money' },
    fields: {},
    statuses,
  },
  follow: { by: 'poll', pollMinutes: 10 },
  ...more,
});

/** A helpdesk beside a record, run by hand. */
export interface SinkBench {
  readonly desk: Helpdesk;
  readonly deps: SinkDeps;
  readonly events: SinkEvent[];
  /** Posts arrive and are decided, and the helpdesk is told. */
  raise(...events: RawEvent[]): Promise<void>;
  run(): Promise<void>;
  /** Time goes by for both, and the service looks. */
  later(minutes: number): Promise<void>;
  caseId(): Promise<string>;
}

export interface Place {
  readonly db: Database;
  readonly line: Line;
  readonly clock: SetClock;
}

export const openBench = async (
  kind: Kind,
  { db, line, clock }: Place,
  more: Partial<SinkSettings> = {},
  statuses: SinkSettings['mapping']['statuses'] = {},
): Promise<SinkBench> => {
  await emptyRecord(db);
  for (const table of ['sink', 'sink_ticket', 'sink_task', 'sink_delivery'])
    await sql.raw(`delete from desk.${table}`).execute(db.kysely);
  clock.set('2026-11-20T09:00:00Z');
  const desk = await kind.start();
  desk.now = clock.now();
  const events: SinkEvent[] = [];
  const deps: SinkDeps = {
    db,
    clock,
    sinks: [{ settings: settingsOf(kind, more, statuses), sink: kind.connect(desk) }],
    fetch,
    signal: new AbortController().signal,
    onCall: (event) => void events.push(event),
    onError: (what, error) => {
      throw new Error(what, { cause: error });
    },
  };
  await registerSinks(deps);
  const run = () => runSinks(deps);
  return {
    desk,
    deps,
    events,
    run,
    raise: async (...raised) => {
      await line.take('x', raised);
      await line.settle();
      await run();
    },
    later: async (minutes) => {
      clock.set(new Date(clock.now().getTime() + minutes * 60_000));
      desk.now = clock.now();
      await run();
    },
    caseId: async () => {
      const { rows } = await sql<{ id: string }>`select min(case_id)::text as id from desk."case"`.execute(
        db.kysely,
      );
      return rows[0]?.id ?? '';
    },
  };
};
