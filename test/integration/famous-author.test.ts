import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import type { Database } from '../../src/postgres/database.ts';
import { readActivities, readCases, readMentions } from '../support/desk-rows.ts';
import { type Engine, embeddedEngine } from '../support/engines.ts';
import { clockAt, type Line, openLine } from '../support/line.ts';

/** Terse as people are under somebody else's post; none names the brand, the problem or a number. */
const terse = [
  'same here',
  'Same here!',
  'me too',
  'Same problem here.',
  'Happened to me too',
  'exact same thing happened to me',
  'Same. Nobody answers.',
  'This happened to us as well',
  'same issue here, still waiting',
  'Ditto, same thing here',
  'bei mir auch',
  'Bei mir auch!',
  'mir auch',
  'Ist mir auch passiert.',
  'Geht mir genauso.',
  'genau das gleiche bei mir',
  'Bei uns dasselbe',
  'Hier auch, niemand antwortet.',
  'Gleiches Problem hier',
  'Dito, bei mir genauso',
] as const;

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 20, 8, minute)).toISOString();

const author: RawMention = {
  kind: 'mention',
  nativeId: 'author-1',
  author: 'the-author',
  text: 'My son bought 140 euros of game coins by accident and @voltara support refuses the refund. I wrote four times and get no answer.',
  publishedAt: at(0),
  counts: { followers: 12_000_000, verified: true, likes: 80_000, reposts: 21_000 },
};

const reply = (i: number): RawMention => ({
  kind: 'mention',
  nativeId: `reply-${i}`,
  author: `customer-${i}`,
  thread: 'author-1',
  parent: 'author-1',
  text: terse[i] ?? '',
  publishedAt: at(10 + i),
  counts: { followers: 3 + i },
});

const executive: RawMention = {
  kind: 'mention',
  nativeId: 'executive-1',
  author: '4711',
  authorHandle: 'mira_lindqvist',
  thread: 'author-1',
  parent: 'author-1',
  text: 'I am sorry about this. We will refund you today, I promise.',
  publishedAt: at(5),
  counts: { followers: 900_000 },
};

describe('story 1, the famous author', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  beforeAll(async () => {
    engine = embeddedEngine();
    db = await engine.open();
    line = await openLine({ db, clock: clockAt('2026-11-20T09:00:00Z') });
    // The replies come in their own page, before and after the promise.
    for (const page of [
      [author],
      terse.slice(0, 10).map((_, i) => reply(i)),
      [executive],
      terse.slice(10).map((_, i) => reply(10 + i)),
    ]) {
      await line.take('x', page);
      await line.settle();
    }
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });

  it('opens a case of its own for the author and for each of 20 terse replies, all of one severity', async () => {
    const customers = (await readMentions(db)).filter(({ author_role: role }) => role === 'customer');
    const severity = customers.find(({ native_id: id }) => id === 'author-1')?.severity;
    expect(severity).toEqual(expect.any(String));
    expect(customers.map((row) => [row.text, row.outcome, row.severity])).toEqual(
      customers.map((row) => [row.text, 'complaint', severity]),
    );
    const cases = await readCases(db);
    expect(cases.length).toBe(21);
    expect(new Set(cases.map((row) => row.complainant)).size).toBe(21);
    expect(new Set(cases.map((row) => row.severity))).toEqual(new Set([severity]));
  });

  it('gives each its own clock, and the author no higher place than when the post was written', async () => {
    const { rows } = await sql<{ key: string; clock_start: Date }>`
      select posts -> 0 ->> 'key' as key, clock_start from desk."case" where due_at is not null
      order by due_at, clock_start, case_id`.execute(db.kysely);
    expect(rows.length).toBe(21);
    expect(rows.map((row) => row.clock_start.getTime())).toEqual(
      rows.map((row) => row.clock_start.getTime()).toSorted((a, b) => a - b),
    );
    expect(rows[0]?.key).toBe('x|author-1');
  });

  it("marks the executive's promise out of band on the author's case, and closes or answers nothing by it", async () => {
    const marks = (await readActivities(db)).filter(({ kind }) => kind === 'out_of_band');
    expect(marks.map(({ actor, post_key: post, value }) => [actor, post, value])).toEqual([
      ['executive', 'x|executive-1', 'promise'],
    ]);
    const cases = await readCases(db);
    const [own] = cases.filter(({ posts }) => posts.some(({ key }) => key === 'x|author-1'));
    expect(marks[0]?.case_id).toBe(own?.case_id);
    expect(cases.map(({ status, first_response_at: seen }) => [status, seen])).toEqual(
      cases.map(() => ['new', null]),
    );
  });
});
