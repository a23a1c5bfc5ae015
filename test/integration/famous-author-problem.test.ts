import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { demoBrands } from '../../config/demo.ts';
import { registerCases } from '../../src/cli/cases.ts';
import { registerProblems } from '../../src/cli/problems.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createDemoSource, type DemoCursor, loadDemoPack } from '../../src/sources/demo.ts';
import { createProblemMemory } from '../../workers/problem-memory.ts';
import { groupNext } from '../../workers/problems.worker.ts';
import { runCommand } from '../cli/desk-app.ts';
import { readActivities } from '../support/desk-rows.ts';
import { type Engine, embeddedEngine } from '../support/engines.ts';
import { clockAt, type Line, openLine } from '../support/line.ts';

const startMs = Date.parse('2026-11-20T09:00:00Z');
const secondMs = 1_000;
const brands = demoBrands;

interface Member {
  readonly case: string;
  readonly status: string;
}

describe('story 1, the famous author, from the source to the problem', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  const clock = clockAt(new Date(startMs).toISOString());
  const cases = (argv: readonly string[]) =>
    runCommand(registerCases, ['cases', ...argv], { db, now: clock.now(), brands });
  const problems = (argv: readonly string[]) =>
    runCommand(registerProblems, ['problems', ...argv], { db, now: clock.now(), brands });
  const caseOf = async (nativeId: string): Promise<string> => {
    const { rows } = await sql<{ id: string }>`
      select case_id as id from desk.mention where native_id = ${nativeId} and case_id is not null`.execute(
      db.kysely,
    );
    return `EH-${rows[0]?.id}`;
  };
  const members = async (): Promise<readonly Member[]> => {
    const { rows } = await sql<{ id: string }>`
      select problem_id as id from desk.problem_member p join desk.mention m using (mention_id)
      where m.native_id = 's1-1' and p.status = 'confirmed'`.execute(db.kysely);
    return JSON.parse((await problems(['show', rows[0]?.id ?? '', '--json'])).out)
      .members as readonly Member[];
  };
  const queue = async (): Promise<readonly { id: string; dueAt: string; clockStart: string }[]> =>
    JSON.parse((await cases(['list', '--json'])).out);

  beforeAll(async () => {
    engine = embeddedEngine();
    db = await engine.open();
    line = await openLine({ db, clock, brands });
    const source = createDemoSource(
      'x',
      loadDemoPack(join(packageRoot, 'config', 'demo', '1-famous-author.ndjson')),
    );
    const memory = createProblemMemory();
    let cursor: DemoCursor | null = { startedAt: new Date(startMs).toISOString(), emitted: 0 };
    for (let second = 0; second <= 40; second += 8) {
      clock.set(new Date(startMs + second * secondMs));
      for await (const page of source.pages(cursor, {
        clock,
        signal: AbortSignal.timeout(60_000),
      } as never)) {
        await line.take('x', page.events);
        cursor = page.cursor;
      }
      await line.settle();
      while ((await groupNext({ db, clock, holder: 'test', memory })) === 'more');
    }
  }, 90_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });

  it('gives each "same here" a case and a clock of its own, and puts all into one problem', async () => {
    const replies = ['s1-2', 's1-3', 's1-5', 's1-7', 's1-9', 's1-10', 's1-17', 's1-22', 's1-29'];
    const ids = await Promise.all(['s1-1', ...replies].map(caseOf));
    expect(new Set(ids).size).toBe(10);
    const confirmed = (await members())
      .filter(({ status }) => status === 'confirmed')
      .map((member) => member.case);
    expect(confirmed).toEqual(expect.arrayContaining(ids));
    const clocks = new Set(
      (await queue()).filter(({ id }) => ids.includes(id)).map(({ clockStart }) => clockStart),
    );
    expect(clocks.size).toBeGreaterThanOrEqual(9);
  });

  it('puts nobody in who praises, jokes, advises or passes it on', async () => {
    const inside = (await members()).map((member) => member.case);
    const { rows } = await sql<{ id: string | null }>`
      select case_id as id from desk.mention where native_id in ('s1-4', 's1-6', 's1-8', 's1-12', 's1-15', 's1-18', 's1-19', 's1-24', 's1-27', 's1-28')`.execute(
      db.kysely,
    );
    for (const { id } of rows) expect(inside).not.toContain(`EH-${id}`);
  });

  it('has the author wait as long as everybody else: the queue is in the order of deadlines alone', async () => {
    const due = (await queue()).map(({ dueAt }) => dueAt);
    expect(due).toEqual(due.toSorted());
    const { rows } = await sql<{ wait: string }>`
      select distinct extract(epoch from due_at - clock_start) as wait from desk."case" c
      join desk.mention m on m.case_id = c.case_id join desk.problem_member p on p.mention_id = m.mention_id
      where p.status = 'confirmed' and c.due_target = 'first_response' and c.severity = (select severity from desk."case" a where a.case_id = ${(await caseOf('s1-1')).slice(3)})`.execute(
      db.kysely,
    );
    expect(rows).toHaveLength(1);
  });

  it('marks the answer of the executive out of band, which answers and closes nothing', async () => {
    const marks = (await readActivities(db)).filter(({ kind }) => kind === 'out_of_band');
    expect(marks.map(({ actor, post_key: key }) => [actor, key])).toEqual([['executive', 'x|s1-11']]);
    expect(`EH-${marks[0]?.case_id}`).toBe(await caseOf('s1-1'));
    expect(JSON.parse((await cases(['show', await caseOf('s1-1'), '--json'])).out)).toMatchObject({
      status: 'new',
      firstResponse: null,
    });
  });

  it('does not resolve the problem before each member was offered it, asked or exempted, the author among them', async () => {
    const [first] = JSON.parse((await problems(['list', '--json'])).out) as { id: string }[];
    const problem = first?.id ?? '';
    for (const { case: id, status } of await members())
      if (status === 'suggested') await problems(['confirm', problem, id]);
    const confirmed = (await members()).map((member) => member.case);
    expect(new Set((await members()).map(({ status }) => status))).toEqual(new Set(['confirmed']));
    const refused = await problems(['resolve', problem]);
    expect(refused.code).toBe(2);
    for (const id of confirmed) expect(refused.err).toContain(id);

    // The words of that answer are none that the rules know: they count as a promise, and a person says that they are one.
    const author = await caseOf('s1-1');
    await cases(['out-of-band', author, '--kind', 'promise', '--note', 'the money back by tonight']);
    expect((await problems(['resolve', problem])).code).toBe(2);
    await cases(['remedy', author, '--kind', 'refund', '--amount', 'EUR 119.96']);
    const others = confirmed.filter((id) => id !== author);
    for (const [i, id] of others.entries()) {
      expect((await problems(['resolve', problem])).code).toBe(2);
      const line =
        i === 0 ? ['exempt', problem, id, '--reason', 'declined'] : ['offer', problem, id, '--sent'];
      expect((await problems(line)).code).toBe(0);
    }
    expect((await problems(['resolve', problem])).out).toContain('is resolved');
    const text = (await problems(['parity', problem])).out;
    expect(text).toContain('EUR 100–250');
    expect(text).not.toContain('119.96');
  });
});
