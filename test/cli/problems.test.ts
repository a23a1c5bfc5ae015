import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerProblems } from '../../src/cli/problems.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createProblemMemory } from '../../workers/problem-memory.ts';
import { groupNext } from '../../workers/problems.worker.ts';
import { commitPosts, type Post } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const charged = 'You took the monthly fee twice from my account and nobody tells me when it comes back';
const chargedToo = 'You took the monthly fee twice from my account and nobody tells us when it comes back!';
const station = 'The charging station behind the town hall has been dark since Sunday evening';

const posts: readonly Post[] = [
  { id: 'a', at: 0, by: 'a', text: charged },
  { id: 'b', at: 0.1, by: 'b', text: chargedToo },
  { id: 'c', at: 0.2, by: 'c', text: charged, decision: complains('medium', ['billing']) },
  { id: 'd', at: 0.3, by: 'd', text: station },
  { id: 's', at: 0.4, by: 's', text: charged, brand: 'seeweg' },
];

describe('evenhand problems', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, posts);
    await group(1);
  });

  const group = async (at: number): Promise<void> => {
    const deps = { db, clock: { now: () => hour(at) }, holder: 'test', memory: createProblemMemory() };
    while ((await groupNext(deps)) === 'more');
  };
  const evenhand = (line: readonly string[], at = 2) =>
    runCommand(registerProblems, ['problems', ...line], { db, now: hour(at) });
  const json = async (line: readonly string[]) => JSON.parse((await evenhand([...line, '--json'])).out);
  const membersOf = async (problem: string): Promise<string[]> =>
    ((await json(['show', problem])).members as { case: string; status: string }[]).map(
      (member) => `${member.case} ${member.status}`,
    );

  it('lists problems for people and scripts, in both languages', async () => {
    const { out } = await evenhand(['list']);
    expect(out).toMatch(/^P-1 +new +2 h ago +2 +1 +nordbahn$/m);
    expect((await evenhand(['list', '--language', 'de'])).out).toMatch(/^P-1 +neu/m);
    expect(await json(['list'])).toMatchObject([{ id: 'P-1', state: 'new', confirmed: 2, suggested: 1 }]);
    expect((await evenhand(['list', '--state', 'resolved'])).out).toContain('No problem');
  });

  it('shows why each case is a member, by which words, and what is only suggested', async () => {
    const { out } = await evenhand(['show', 'P-1']);
    for (const said of [
      'Problem P-1 · nordbahn · new',
      '2 members',
      'EH-1  Evenhand · the first one',
      'the words of EH-1',
      'By the words: “',
      '1 suggested case, to confirm or to eject',
      'EH-3  Evenhand · the same words as EH-1 · but is about something else by name',
    ])
      expect(out).toContain(said);
    expect(out).not.toMatch(/undefined|\[object|\{\w+\}/);
    expect((await evenhand(['show', 'P-1', '--language', 'de'])).out).toContain('nennt aber etwas anderes');
  });

  it('shows no word of somebody who may be in danger', async () => {
    await sql`update desk."case" set danger = 'product' where case_id = 2`.execute(db.kysely);
    const { out } = await evenhand(['show', '1']);
    expect(out).toContain('evenhand cases show EH-2 --on-call');
    expect(out).not.toContain('tells us');
    expect(JSON.stringify(await json(['show', '1']))).not.toContain('tells us');
    await sql`update desk."case" set danger = null, in_dispute = true where case_id = 2`.execute(db.kysely);
    expect((await evenhand(['show', '1'])).out).toContain('EH-2 is in dispute');
    expect((await evenhand(['show', '1'])).out).not.toContain('tells us');
  });

  it('does not say to people without the clearance that there is a member that is kept from them', async () => {
    await sql`update desk."case" set danger = 'product' where case_id = 2`.execute(db.kysely);
    await sql`update desk."case" set categories = '{staff}' where case_id = 3`.execute(db.kysely);
    const kim: Person = {
      name: 'kim',
      roles: ['agent'],
      languages: ['en'],
      brands: null,
      clearances: [],
      line: [],
      email: null,
    };
    const show = (more: string[]) =>
      runCommand(registerProblems, ['problems', 'show', '1', '--as', 'kim', ...more], {
        db,
        now: hour(2),
        people: [kim],
      });
    const { out } = await show([]);
    expect(out).toContain('EH-1');
    expect(out).not.toMatch(/EH-2|EH-3|danger|on-call|product/);
    const members = JSON.parse((await show(['--json'])).out).members;
    expect(members).toMatchObject([{ case: 'EH-1', hidden: null }]);
  });

  it('leaves no sentence open where what a member is like is kept from somebody', async () => {
    await sql`update desk."case" set danger = 'product' where case_id = 1`.execute(db.kysely);
    const kim = {
      name: 'kim',
      roles: ['agent'],
      languages: ['en'],
      brands: null,
      clearances: [],
      line: [],
      email: null,
    };
    const show = (language: string) =>
      runCommand(registerProblems, ['problems', 'show', '1', '--as', 'kim', '--language', language], {
        db,
        now: hour(2),
        people: [kim as Person],
      });
    expect((await show('en')).out).toMatch(/EH-2 {2}Evenhand · \d+ % the words of a case that is not shown/);
    expect((await show('de')).out).toContain('die Worte von einem Fall, der nicht gezeigt wird');
  });

  it('tells whoever is not cleared of no member in danger, and lets them do nothing to it', async () => {
    await sql`update desk."case" set danger = 'product' where case_id = 2`.execute(db.kysely);
    const person = (name: string, clearances: Person['clearances']): Person => ({
      name,
      roles: ['support_lead'],
      languages: ['en'],
      brands: null,
      clearances,
      line: [],
      email: null,
    });
    const people = [person('lee', []), person('ada', ['danger'])];
    const as = (name: string, line: readonly string[]) =>
      runCommand(registerProblems, ['problems', ...line, '--as', name], { db, now: hour(2), people });
    expect((await as('lee', ['show', 'P-1'])).out).not.toContain('EH-2');
    expect((await as('lee', ['list'])).out).toMatch(/^P-1 +new +2 h ago +1 /m);
    expect((await as('ada', ['show', 'P-1'])).out).toContain('EH-2');
    const refused = await as('lee', ['eject', 'P-1', 'EH-2', '--reason', 'x']);
    expect([refused.code, refused.out]).toEqual([2, '']);
    expect((await as('ada', ['eject', 'P-1', 'EH-2', '--reason', 'x'])).code).toBe(0);
  });

  it('confirms what was suggested, and takes it out again', async () => {
    expect((await evenhand(['confirm', 'P-1', 'EH-3', '--as', 'Kim'])).out).toBe(
      'EH-3 is a member of P-1.\n',
    );
    expect(await membersOf('1')).toEqual(['EH-1 confirmed', 'EH-2 confirmed', 'EH-3 confirmed']);
    const { out } = await evenhand(['show', 'P-1']);
    expect(out).toContain('EH-3  confirmed by a person');
    expect(out).toContain('Kim: confirmed EH-3');
    await evenhand(['eject', 'P-1', 'EH-3', '--reason', 'another fee', '--as', 'Kim']);
    expect(await membersOf('1')).toEqual(['EH-1 confirmed', 'EH-2 confirmed']);
    expect((await evenhand(['show', '1'])).out).toContain('Kim: took EH-3 out: another fee');
  });

  it('puts in a case that nothing suggested, also one of another problem', async () => {
    await evenhand(['confirm', '1', '4']);
    expect(await membersOf('1')).toContain('EH-4 confirmed');
  });

  it('does not suggest again what a person rejected, and leaves it where it stood', async () => {
    expect(await evenhand(['eject', '1', '3', '--reason', 'no'])).toMatchObject({ code: 0, err: '' });
    expect(await membersOf('1')).toEqual(['EH-1 confirmed', 'EH-2 confirmed']);
    expect(await membersOf('3')).toEqual(['EH-3 confirmed']);
  });

  it('merges two problems and separates them again, each with the members that it had', async () => {
    expect((await evenhand(['merge', 'P-1', 'P-4', '--reason', 'one depot'])).out).toContain(
      'P-4 is part of P-1 now.',
    );
    expect(await membersOf('4')).toEqual([
      'EH-1 confirmed',
      'EH-2 confirmed',
      'EH-3 suggested',
      'EH-4 confirmed',
    ]);
    await evenhand(['eject', '1', '2', '--reason', 'another']);
    await evenhand(['unmerge', 'P-4', '--reason', 'two depots']);
    expect(await membersOf('4')).toEqual(['EH-4 confirmed']);
    expect(await membersOf('1')).toEqual(['EH-1 confirmed', 'EH-3 suggested']);
    expect((await evenhand(['show', '1'])).out).toContain('separated from P-4 again: two depots');
  });

  it('heeds it in what is grouped later: a copy goes where a person put what it copies', async () => {
    await evenhand(['confirm', '1', '4']);
    await commitPosts(db, [{ id: 'e', at: 1, by: 'e', text: `${station}!` }]);
    await group(1.1);
    expect(await membersOf('1')).toContain('EH-6 confirmed');
  });

  it('moves through its states, and says when there is nothing to do', async () => {
    expect((await evenhand(['review', '1'])).out).toBe('P-1 was looked at.\n');
    expect((await evenhand(['review', '1'])).out).toContain('stays as it is');
    await evenhand(['resolve', '1', '--note', 'paid back']);
    expect(await json(['list', '--all'])).toMatchObject([{ state: 'resolved' }]);
    expect(await json(['list'])).toEqual([]);
    await evenhand(['reopen', '1', '--reason', 'not all']);
    expect(await json(['list'])).toMatchObject([{ state: 'ongoing' }]);
    expect((await evenhand(['show', '1'])).out).toContain('resolved: paid back');
  });

  it('a person who confirms what was written after the resolution brings the problem back, and leads hear it', async () => {
    await evenhand(['resolve', '1'], 0.15);
    await evenhand(['confirm', '1', '3']);
    expect(await json(['list'])).toMatchObject([{ id: 'P-1', state: 'regressed' }]);
    const { rows } = await sql<{ kind: string }>`
      select alert ->> 'kind' as kind from desk.outbox where alert ->> 'kind' like 'problem%'`.execute(
      db.kysely,
    );
    expect(rows).toEqual([{ kind: 'problem_regressed' }]);
  });

  it('changes no case by any of this', async () => {
    const cases = async () => (await sql`select * from desk."case" order by case_id`.execute(db.kysely)).rows;
    const before = await cases();
    for (const line of [
      ['confirm', '1', '3'],
      ['merge', '1', '4', '--reason', 'x'],
      ['eject', '1', '1', '--reason', 'x'],
      ['unmerge', '4', '--reason', 'x'],
      ['resolve', '1'],
    ])
      expect((await evenhand(line)).code).toBe(0);
    expect(await cases()).toEqual(before);
  });

  it('refuses in one sentence what cannot be, and changes nothing', async () => {
    for (const [line, said] of [
      [['show', '99'], 'there is no problem P-99'],
      [['confirm', '99', '1'], 'there is no problem P-99'],
      [['confirm', '1', '99'], 'there is no case EH-99'],
      [['confirm', '1', '5'], 'about different brands'],
      [['eject', '1', '4', '--reason', 'x'], 'EH-4 is no member of P-1'],
      [['eject', '1', '2'], 'required option'],
      [['merge', '1', '1', '--reason', 'x'], 'are one problem already'],
      [['merge', '1', '5', '--reason', 'x'], 'about different brands'],
      [['unmerge', '1', '--reason', 'x'], 'P-1 is not merged'],
      [['show', 'nope'], 'A problem is written 17, P-17 or #17.'],
    ] as const) {
      const { err, code, out } = await evenhand(line);
      expect(err).toContain(said);
      expect([code, out]).toEqual([2, '']);
    }
    expect((await evenhand(['show', '99', '--language', 'de'])).err).toContain('es gibt kein Problem P-99');
  });
});
