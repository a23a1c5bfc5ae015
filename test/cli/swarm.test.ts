import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerCases } from '../../src/cli/cases.ts';
import { registerProblems } from '../../src/cli/problems.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createProblemMemory } from '../../workers/problem-memory.ts';
import { groupNext } from '../../workers/problems.worker.ts';
import { commitPosts, type Post } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const campaign =
  'Stop charging families for game coins that a child tapped, pay the money back and answer your mail';
const copies = (count: number, more: Partial<Post> = {}): readonly Post[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `p${i}`,
    at: (count - i) / 60,
    by: `p${i}`,
    text: `${campaign}${'!'.repeat(i % 3)}`,
    ...more,
  }));

describe('a swarm', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const commit = async (posts: readonly Post[]): Promise<void> => {
    await commitPosts(db, posts);
    const deps = { db, clock: { now: () => hour(1) }, holder: 'test', memory: createProblemMemory() };
    while ((await groupNext(deps)) === 'more');
  };
  const problems = (line: readonly string[]) =>
    runCommand(registerProblems, ['problems', 'swarm', ...line], { db, now: hour(2) });
  const queue = async (
    more: readonly string[] = [],
  ): Promise<{ id: string; dueAt: string; swarm: unknown }[]> =>
    JSON.parse(
      (await runCommand(registerCases, ['cases', 'list', '--json', ...more], { db, now: hour(2) })).out,
    );
  const other: Post = {
    id: 'o',
    at: 0.1,
    by: 'o',
    text: 'My parcel never came.',
    decision: complains('medium'),
  };

  it('of twenty people is one entry of the queue at the earliest deadline; each keeps its own case and deadline', async () => {
    await commit([...copies(20), other]);
    const all = (
      await sql<{ due_at: Date }>`select due_at from desk."case" order by due_at`.execute(db.kysely)
    ).rows;
    expect(all).toHaveLength(21);
    const entries = await queue();
    expect(entries).toHaveLength(2);
    const swarm = entries.find((entry) => entry.swarm !== null);
    expect(swarm).toMatchObject({ swarm: { cases: 20 } });
    expect(entries[0]?.dueAt).toBe(all[0]?.due_at.toISOString());
    const { out } = await runCommand(registerCases, ['cases', 'list'], { db, now: hour(2) });
    expect(out).toContain('stands for 20 cases of nearly the same words (S-');
  });

  it('is none with nineteen, or when the same person writes often', async () => {
    await commit([...copies(19), { id: 'again', at: 0.5, by: 'p1', thread: 'x', text: `${campaign} now` }]);
    expect(await queue()).toHaveLength(20);
    expect((await problems([])).out).toContain('No swarm');
  });

  it('grows by who comes within the hour, and the entry goes on with the next when the first was answered', async () => {
    await commit(copies(20));
    await commit([{ id: 'late', at: 0.6, by: 'late', text: campaign }]);
    const [entry] = await queue();
    expect(entry).toMatchObject({ swarm: { cases: 21 } });
    await runCommand(registerCases, ['cases', 'answered', entry?.id ?? ''], { db, now: hour(2) });
    const [next, ...more] = await queue();
    expect(more).toEqual([]);
    expect(next).toMatchObject({ swarm: { cases: 20 } });
    expect(next?.id).not.toBe(entry?.id);
  });

  it('shows ten at random, the same to all, without a name', async () => {
    await commit(copies(25));
    const [{ id } = { id: '' }] = JSON.parse((await problems(['--json'])).out) as { id: string }[];
    const sample = JSON.parse((await problems([id, '--json'])).out).sample as {
      case: string;
      text: string;
    }[];
    expect(sample).toHaveLength(10);
    expect(JSON.parse((await problems([id, '--json'])).out).sample).toEqual(sample);
    expect((await problems([id.replace('S', 'P'), '--json'])).out).toContain(`"${id}"`);
    const { out } = await problems([id]);
    expect(out).toContain('25 cases');
    expect(out).not.toMatch(/p\d+\b|https:|undefined/);
  });

  it('lets anybody be taken out, and a lead have each by itself; no case is changed by it', async () => {
    await commit(copies(20));
    const cases = async () => (await sql`select * from desk."case" order by case_id`.execute(db.kysely)).rows;
    const before = await cases();
    const [{ id } = { id: '' }] = JSON.parse((await problems(['--json'])).out) as { id: string }[];
    expect((await problems([id, '--take-out', 'EH-7', '--reason', 'is stranded'])).out).toBe(
      `EH-7 is out of ${id}: it has its own entry of the queue again.\n`,
    );
    expect((await queue()).map((entry) => entry.id)).toContain('EH-7');
    expect(await queue()).toHaveLength(2);
    const decided = await problems([id, '--decide', 'one_by_one', '--reason', 'different orders']);
    expect(decided.out).toContain('stand in the queue each by itself');
    expect((await problems([id])).out).not.toContain('--decide');
    expect(await queue()).toHaveLength(20);
    await problems([id, '--decide', 'one_answer', '--reason', 'one template']);
    expect(await queue()).toHaveLength(2);
    expect(await cases()).toEqual(before);
  });

  it('shows of each severity the earliest, when only that is asked for', async () => {
    await commit([...copies(20), { id: 'h', at: 0.2, by: 'h', text: campaign, decision: complains('high') }]);
    expect(await queue(['--severity', 'medium'])).toMatchObject([{ swarm: { cases: 20 } }]);
    expect(await queue(['--severity', 'high'])).toMatchObject([{ swarm: null }]);
  });

  it('refuses in one sentence what cannot be', async () => {
    await commit(copies(20));
    const [{ id } = { id: '' }] = JSON.parse((await problems(['--json'])).out) as { id: string }[];
    for (const [line, said] of [
      [['S-999'], 'there is no swarm S-999'],
      [['P-999'], 'no member of P-999 belongs to a swarm'],
      [['nope'], 'A swarm is written S-17'],
      [['--decide', 'one_answer', '--reason', 'x'], 'name the swarm'],
      [[id, '--decide', 'one_answer'], 'say why with --reason'],
      [[id, '--take-out', '999', '--reason', 'x'], 'EH-999 is none of'],
    ] as const) {
      const { err, code, out } = await problems(line);
      expect(err).toContain(said);
      expect([code, out]).toEqual([2, '']);
    }
  });
});
