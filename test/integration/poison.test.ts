import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { Mention } from '../../src/domain/post.ts';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { decodeBatch, encodeBatch } from '../../src/ingest/inbox-codec.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import type { Database } from '../../src/postgres/database.ts';
import { emptyRecord, readCases, readMentions } from '../support/desk-rows.ts';
import { anyEngine, type Engine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

const entry = pathToFileURL(join(packageRoot, 'test', 'support', 'poison-decider.mjs'));

const posts = (mark: string): RawEvent[] =>
  Array.from({ length: 4 }, (_, i) => ({
    kind: 'mention',
    nativeId: `p${i}`,
    author: `author ${i}`,
    text: i === 2 ? `${complaintText(i)} ${mark}` : complaintText(i),
    publishedAt: '2026-11-20T08:00:00.000Z',
  }));

const incompressible = (length: number): string => randomBytes(length).toString('base64url').slice(0, length);

interface Letter {
  readonly error: string;
  readonly attempts: number;
  readonly events: number;
  readonly state: string;
}

describe('a mention that cannot be decided', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  beforeAll(async () => {
    engine = await anyEngine();
    db = await engine.open();
    const clock = clockAt('2026-11-20T09:00:00Z');
    line = await openLine({ db, clock, deciderEntry: entry, deadlineMs: 1_500, maxMemoryMb: 96 });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });
  beforeEach(() => emptyRecord(db));

  const readLetters = async (): Promise<Letter[]> => {
    const { rows } = await sql<Letter>`select error, attempts, events, state from ops.dead_letter`.execute(
      db.kysely,
    );
    return rows;
  };

  it.each([
    ['throws', 'this word was never meant to be read'],
    ['loops for ever', 'no decision within 1.5 s'],
    ['exhausts memory', 'memory limit'],
  ])(
    'that %s stands alone as a dead letter, and all others are decided once',
    async (what, error) => {
      const mark = { throws: '#throws', 'loops for ever': '#loops', 'exhausts memory': '#grows' }[what] ?? '';
      await line.take('forum', posts(mark));
      await line.settle();
      expect((await readMentions(db)).map(({ native_id: id, outcome }) => [id, outcome])).toEqual([
        ['p0', 'complaint'],
        ['p1', 'complaint'],
        ['p3', 'complaint'],
      ]);
      expect((await readCases(db)).length).toBe(3);
      expect(await readLetters()).toEqual([
        { error: expect.stringContaining(error), attempts: 4, events: 1, state: 'waiting' },
      ]);
      const { rows } = await sql<{ state: string; n: string }>`
      select state, count(*) as n from intake.inbox where payload is not null or state = 'pending' group by state`.execute(
        db.kysely,
      );
      expect(rows).toEqual([]);
      // Whole three times, halves once, and alone three times: no more than that.
      expect(line.events.splice(0).filter(({ kind }) => kind === 'failed').length).toBe(7);
    },
    90_000,
  );

  it.each<[string, (mention: Mention) => Mention, string]>([
    [
      'cannot be folded into a case',
      (mention) => ({ ...mention, post: { ...mention.post, links: null as unknown as string[] } }),
      'Cannot read properties of null',
    ],
    [
      'is more than the database can index',
      ({ post, ...mention }) => ({ ...mention, post: { ...post, nativeId: incompressible(9_000) } }),
      'index row',
    ],
  ])('that %s does the same', async (_what, spoil, error) => {
    await line.take('forum', posts(''));
    const { rows } = await sql<{ payload: Buffer }>`select payload from intake.inbox`.execute(db.kysely);
    const { mentions, deletions } = decodeBatch(rows[0]?.payload ?? Buffer.alloc(0));
    const spoilt = mentions.map((mention, i) => (i === 2 ? spoil(mention) : mention));
    const payload = await encodeBatch({ mentions: spoilt, deletions });
    await sql`update intake.inbox set payload = ${payload}`.execute(db.kysely);
    await line.settle();
    expect((await readMentions(db)).map((row) => row.native_id)).toEqual(['p0', 'p1', 'p3']);
    expect(await readLetters()).toEqual([
      { error: expect.stringContaining(error), attempts: 4, events: 1, state: 'waiting' },
    ]);
  });

  it('that cannot even be unpacked becomes a dead letter as it came', async () => {
    await line.take('forum', posts(''));
    await sql`update intake.inbox set payload = 'this was never packed'::bytea`.execute(db.kysely);
    await line.settle();
    expect(await readLetters()).toEqual([
      { error: expect.any(String), attempts: 4, events: 4, state: 'waiting' },
    ]);
    expect(await readMentions(db)).toEqual([]);
  });
});
