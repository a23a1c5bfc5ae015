import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerCases } from '../../src/cli/cases.ts';
import { registerCompliance } from '../../src/cli/compliance.ts';
import { registerProblems } from '../../src/cli/problems.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts, type Post } from '../cases/desk-factory.ts';
import { hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { groupCases } from '../support/group-cases.ts';
import { runCommand } from './desk-app.ts';

const charged = 'You took the monthly fee twice from my account and nobody tells me when it comes back';
const station = 'The charging station behind the town hall has been dark since Sunday evening';
const bossSays = (id: string, text: string): Post => ({
  id,
  at: 2,
  by: 'boss',
  authorRole: 'executive',
  thread: 'a',
  parent: 'a',
  text,
  decision: { kind: 'review', review: 'own_account', isUnsure: false, reasons: [] },
});

describe('parity of remedies by hand', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(
      db,
      ['a', 'b', 'c'].map((id) => ({ id, at: 0, by: id, text: charged })),
    );
    await group(1);
  });

  const group = (at: number): Promise<void> => groupCases(db, hour(at));
  const state = async () => JSON.parse((await problems(['show', 'P-1', '--json'])).out).state as string;
  const settleAll = async () => {
    await refund();
    for (const id of ['EH-2', 'EH-3']) await problems(['exempt', 'P-1', id, '--reason', 'declined']);
    expect((await problems(['resolve', 'P-1'], 4)).code).toBe(0);
  };
  const told = async () =>
    (
      await sql<{ alert: object }>`
        select alert from desk.outbox where alert ->> 'kind' ~ '^(problem|out_of_band)' order by outbox_id`.execute(
        db.kysely,
      )
    ).rows.map(({ alert }) => alert);
  const problems = (line: readonly string[], at = 3) =>
    runCommand(registerProblems, ['problems', ...line], { db, now: hour(at), width: 100 });
  const cases = (line: readonly string[], at = 2) =>
    runCommand(registerCases, ['cases', ...line], { db, now: hour(at) });
  const refund = () => cases(['remedy', 'EH-1', '--kind', 'refund', '--amount', 'EUR 40', '--note', 'paid']);

  it('lists every member without what one got, with amounts as bands', async () => {
    expect((await refund()).out).toBe(
      'Written down: EH-1 got refund (EUR 25–50).\n2 other members of P-1 are owed the same: "evenhand problems parity P-1".\n',
    );
    const { out } = await problems(['parity', 'P-1']);
    expect(out).toMatch(/^EH-1 +refund EUR 25–50 +– +–$/m);
    expect(out).toMatch(/^EH-2 +– +refund +–$/m);
    expect(out).not.toContain('40');
    const { members } = JSON.parse((await problems(['parity', '1', '--json'])).out);
    expect(members).toMatchObject([
      { case: 'EH-1', owed: [], given: [{ kind: 'refund', band: 'EUR 25–50' }] },
      { case: 'EH-2', owed: ['refund'] },
      { case: 'EH-3', owed: ['refund'] },
    ]);
    const shown = (await cases(['show', '1'])).out;
    expect(shown).toContain('gave a remedy (refund): paid');
  });

  it('does not resolve the problem until each was offered it, asked or exempted', async () => {
    await refund();
    const refused = await problems(['resolve', 'P-1']);
    expect([refused.code, refused.err]).toEqual([
      2,
      'evenhand: P-1 cannot be resolved: EH-2, EH-3 are owed what another member got; "evenhand problems parity P-1" shows them\n',
    ]);
    await problems(['offer', 'P-1', 'EH-2', '--sent']);
    expect((await problems(['resolve', 'P-1', '--language', 'de'])).err).toContain('EH-3 steht zu');
    await problems(['exempt', 'P-1', 'EH-3', '--reason', 'declined', '--note', 'has left']);
    expect((await problems(['resolve', 'P-1'])).out).toContain('P-1 is resolved.');
  });

  it('shows the text in both languages beside each other, and writes it down only once somebody sent it', async () => {
    await refund();
    const { out } = await problems(['offer', 'P-1', 'EH-2']);
    expect(out.split('\n')[0]).toMatch(/^Hello, .* {3,}Guten Tag,/);
    expect(out).toContain('refund');
    expect(out).toContain('Erstattung');
    expect(out).toContain('Evenhand sends nothing.');
    expect((await problems(['parity', '1'])).out).toMatch(/^EH-2 +– +refund +–$/m);
    expect((await problems(['ask', 'P-1', 'EH-2', '--sent'])).out).toBe('EH-2 was asked for the facts.\n');
    expect((await problems(['parity', '1'])).out).toMatch(/^EH-2 +– +– +asked$/m);
  });

  it('a promise that was made on the telephone is owed to all, and answers and closes nothing', async () => {
    const states = async () =>
      (
        await sql`select case_id, status, due_at, first_response_at, version from desk."case" order by 1`.execute(
          db.kysely,
        )
      ).rows;
    const before = await states();
    const { out } = await cases(['out-of-band', 'EH-1', '--kind', 'promise', '--note', 'the boss called']);
    expect(out).toBe('Written down at EH-1: promise. It answers and closes nothing.\n');
    expect(await states()).toEqual(before);
    expect((await problems(['parity', '1'])).out).toContain('3 members of P-1 are owed');
    expect((await cases(['show', '1'])).out).toContain('spoke out of band (promise): the boss called');
  });

  it('takes words of an executive that nobody understood for a promise, whatever is written down of a call', async () => {
    await commitPosts(db, [bossSays('boss', 'I see to it.')]);
    expect((await problems(['parity', '1'])).out).toContain('3 members of P-1 are owed');
    await cases(['out-of-band', 'EH-1', '--kind', 'apology', '--note', 'was an apology alone'], 3);
    expect((await problems(['parity', '1'])).out).toContain('3 members of P-1 are owed');
  });

  it('a problem that still owes cannot vanish in a resolved one: that one is open again', async () => {
    await settleAll();
    await commitPosts(
      db,
      ['d', 'e'].map((id) => ({ id, at: 1, by: id, text: station })),
    );
    await group(4);
    await cases(['remedy', 'EH-4', '--kind', 'credit'], 5);
    const { out } = await problems(['merge', 'P-1', 'P-4', '--reason', 'one outage'], 6);
    expect(out).toContain('P-1 had been resolved and is not any more');
    expect(await state()).toBe('regressed');
    expect((await problems(['show', '1'])).out).toContain(
      'it took in a problem that was not resolved: one outage',
    );
    expect((await problems(['parity', '1'])).out).toMatch(/^EH-5 +– +refund, credit +–$/m);
    expect((await problems(['resolve', 'P-1'], 7)).err).toContain('P-1 cannot be resolved');
  });

  it('two resolved problems that owe each other what only one of them got are open again as one', async () => {
    await settleAll();
    await commitPosts(db, [{ id: 'd', at: 1, by: 'd', text: station }]);
    await group(4);
    await problems(['resolve', 'P-4'], 5);
    await problems(['merge', 'P-1', 'P-4', '--reason', 'one outage'], 6);
    expect(await state()).toBe('regressed');
    expect((await problems(['show', '1'])).out).toContain('1 members are owed what another one got');
  });

  it('a promise stays when its case goes on in another one', async () => {
    await cases(['out-of-band', 'EH-1', '--kind', 'promise', '--note', 'the boss called']);
    await sql`update desk."case" set merged_into = 3 where case_id = 1`.execute(db.kysely);
    const { members } = JSON.parse((await problems(['parity', '1', '--json'])).out);
    expect(members).toMatchObject([
      { case: 'EH-2', owed: ['promise'] },
      { case: 'EH-3', owed: ['promise'] },
    ]);
  });

  it('who becomes a member after the resolution is owed the same, and the problem says so', async () => {
    await settleAll();
    await commitPosts(db, [{ id: 'late', at: 3, receivedAt: 4.5, by: 'late', text: charged }]);
    await group(5);
    expect(await state()).toBe('regressed');
    expect((await problems(['parity', '1'])).out).toMatch(/^EH-4 +– +refund +–$/m);
    expect(await told()).toEqual([
      {
        kind: 'problem_regressed',
        brand: 'nordbahn',
        values: { problem: 'P-1', brand: 'nordbahn', members: 1 },
      },
    ]);
  });

  it('what a member gets after the resolution is owed to the others, and the problem says so', async () => {
    await settleAll();
    await cases(['remedy', 'EH-1', '--kind', 'repair'], 5);
    expect(await state()).toBe('regressed');
  });

  it('taking out the only one that got a remedy clears no debt: a lead says so with a reason', async () => {
    await refund();
    const { out } = await problems(['eject', 'P-1', 'EH-1', '--reason', 'another fee'], 3);
    expect(out).toContain('What it got (refund) stays owed to the members of P-1');
    expect((await problems(['parity', '1'])).out).toContain('EH-1 got this before it was taken out: refund.');
    expect((await problems(['resolve', 'P-1'])).code).toBe(2);
    const waive = (kind: string) => problems(['waive', 'P-1', '--kind', kind, '--reason', 'for a parcel'], 4);
    expect((await waive('credit')).err).toContain('got this (credit) before');
    expect((await waive('refund')).out).toContain('is owed to nobody');
    expect((await problems(['show', '1'])).out).toContain('is owed to nobody: for a');
    expect((await problems(['resolve', 'P-1'], 5)).code).toBe(0);
  });

  it('says that a resolved problem came back when it is separated and owes on its own', async () => {
    await commitPosts(
      db,
      ['d', 'e'].map((id) => ({ id, at: 1, by: id, text: station })),
    );
    await group(2);
    for (const id of ['P-1', 'P-4']) expect((await problems(['resolve', id])).code).toBe(0);
    await problems(['merge', 'P-1', 'P-4', '--reason', 'one outage']);
    await cases(['remedy', 'EH-5', '--kind', 'credit'], 4);
    for (const id of ['EH-1', 'EH-2', 'EH-3', 'EH-4'])
      await problems(['exempt', 'P-1', id, '--reason', 'declined'], 5);
    expect((await problems(['resolve', 'P-1'], 5)).code).toBe(0);
    const unmerged = await problems(['unmerge', 'P-4', '--reason', 'two outages', '--json'], 6);
    expect(JSON.parse(unmerged.out)).toMatchObject({ isReopened: true });
    expect(JSON.parse((await problems(['show', 'P-4', '--json'], 6)).out).state).toBe('regressed');
    expect(await state()).toBe('resolved');
  });

  it('compliance hears once of refusals, attacks and what nobody understood, and of no customer', async () => {
    for (const kind of ['attack', 'promise', 'refusal'])
      await cases(['out-of-band', 'EH-1', '--kind', kind, '--note', 'x']);
    await commitPosts(db, [bossSays('boss', 'I see to it.'), bossSays('boss2', 'Well.')]);
    await group(3);
    await group(4);
    const values = { brand: 'nordbahn', count: 1 };
    expect(await told()).toEqual([
      { kind: 'out_of_band_attack', brand: 'nordbahn', values },
      { kind: 'out_of_band_refusal', brand: 'nordbahn', values },
      { kind: 'out_of_band_unclear', brand: 'nordbahn', values: { ...values, count: 2 } },
    ]);
  });

  it('compliance says what words were that nobody understood, by their number, and they are a promise no more', async () => {
    const compliance = (line: readonly string[], at = 4) =>
      runCommand(registerCompliance, ['compliance', ...line], { db, now: hour(at) });
    await commitPosts(db, [bossSays('boss', 'I see to it.')]);
    const [{ id }] = JSON.parse((await compliance(['list', '--json'])).out);
    const decide = (mark = id, kind = 'apology') =>
      compliance(['decide', mark, '--kind', kind, '--note', 'was one alone', '--as', 'mo']);
    expect((await decide('99')).err).toContain('there is no mark 99');
    expect((await decide('EH-1')).err).toContain('named by its number');
    const { out } = await compliance(['list']);
    expect(out).toContain('EH-1  nobody understood the words');
    expect(out).toContain(`evenhand compliance decide ${id} --kind`);
    expect((await decide()).out).toBe('Written down at EH-1: apology.\n');
    expect((await compliance(['list'])).out).toContain('Nobody of the company');
    expect((await problems(['parity', '1'])).out).toContain('Nobody of P-1 is owed');
    expect(await decide(id, 'attack')).toMatchObject({ code: 2, err: expect.stringContaining('apology') });
    expect((await cases(['show', 'EH-1'], 5)).out).toContain('said what the words out of band were');
  });

  it('compliance sees what it decided to be an attack, with the words and by whom', async () => {
    const compliance = (line: readonly string[]) =>
      runCommand(registerCompliance, ['compliance', ...line], { db, now: hour(4) });
    await commitPosts(db, [bossSays('boss', 'I see to it.')]);
    const [{ id }] = JSON.parse((await compliance(['list', '--json'])).out);
    await compliance(['decide', id, '--kind', 'attack', '--note', 'meant her', '--as', 'mo']);
    expect((await compliance(['list'])).out).toContain('or it is settled');
    expect(JSON.parse((await compliance(['list', '--all', '--json'])).out)).toMatchObject([
      { id, kind: 'attack', decidedBy: 'mo', text: 'I see to it.', note: 'meant her', isByHand: false },
    ]);
    const { out } = await compliance(['list', '--all']);
    expect(out).toContain('attack (as mo says) · nordbahn');
    expect(out).toMatch(/I see to it\.\n +meant her/);
  });

  it('tells people of compliance of a refusal or an attack, and of nothing else', async () => {
    const list = (more: readonly string[] = []) =>
      runCommand(registerCompliance, ['compliance', 'list', ...more], { db, now: hour(3) });
    await cases(['out-of-band', 'EH-1', '--kind', 'promise', '--note', 'x']);
    expect((await list()).out).toContain('Nobody of the company');
    await cases(['out-of-band', 'EH-2', '--kind', 'attack', '--note', 'shouted at her', '--as', 'Kim']);
    expect((await list()).out).toContain('EH-2  attack · nordbahn · written down by Kim');
    const [{ id, ...mark }] = JSON.parse((await list(['--json'])).out);
    expect(mark).toMatchObject({ case: 'EH-2', kind: 'attack', note: 'shouted at her' });
    expect((await list()).out).toContain(`evenhand compliance decide ${id} --kind`);
    expect((await problems(['parity', '1'])).out).not.toContain('attack');
  });

  it('refuses in one sentence what cannot be, and writes nothing', async () => {
    await refund();
    for (const [run, line, said] of [
      [cases, ['remedy', '99', '--kind', 'refund'], 'there is no case EH-99'],
      [cases, ['remedy', '1', '--kind', 'gift'], 'Allowed choices are refund, repair'],
      [cases, ['remedy', '1', '--kind', 'refund', '--amount', 'lots'], 'An amount is written "EUR 40"'],
      [cases, ['out-of-band', '1', '--kind', 'promise'], "required option '--note"],
      [cases, ['out-of-band', '1', '--kind', 'promise', '--note', ' '], '--note must say something'],
      [problems, ['parity', '99'], 'there is no problem P-99'],
      [problems, ['offer', '1', '99'], 'EH-99 is no confirmed member of P-1'],
      [problems, ['offer', '1', '1', '--sent'], 'EH-1 is owed nothing'],
      [problems, ['exempt', '1', '2', '--reason', 'rude'], 'Allowed choices are unreachable'],
    ] as const) {
      const { err, code, out } = await run(line);
      expect(err).toContain(said);
      expect([code, out]).toEqual([2, '']);
    }
    const { rows } =
      await sql`select 1 from desk.problem_parity union all select 1 from desk.remedy where remedy_id > 1`.execute(
        db.kysely,
      );
    expect(rows).toEqual([]);
  });
});
