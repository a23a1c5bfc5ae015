import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { registerCases } from '../../src/cli/cases.ts';
import type { Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const person = (name: string, more: Partial<Person>): Person => ({
  name,
  roles: ['agent'],
  languages: ['en'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
  ...more,
});
const people = [
  person('kim', {}),
  person('ada', { clearances: ['danger'] }),
  person('pia', { roles: ['privacy_officer'] }),
  person('lee', { roles: ['support_lead'] }),
  person('aud', { roles: ['auditor'], clearances: ['danger', 'staff_conduct', 'counsel'] }),
];

describe('a danger case', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    const danger = { ...complains('critical'), kind: 'complaint', danger: 'person_at_risk' } as never;
    await commitPosts(db, [
      { id: 'a', at: 0, by: 'a', text: 'I cannot go on.', decision: danger },
      { id: 'b', at: 0, by: 'b', decision: complains('low') },
    ]);
  });
  const evenhand = (line: readonly string[], as?: string) =>
    runCommand(registerCases, ['cases', ...line, ...(as === undefined ? [] : ['--as', as])], {
      db,
      now: hour(1),
      ...(as === undefined ? {} : { people }),
    });

  it('is acknowledged with no stock answer, whoever asks for one', async () => {
    for (const as of ['ada', 'aud', undefined])
      expect(await evenhand(['acknowledge', '1'], as)).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining('EH-1 is danger: there is no stock answer for it'),
      });
    expect((await evenhand(['acknowledge', '2'], 'ada')).code).toBe(0);
  });

  it('stands in no list of people who are not cleared for it', async () => {
    for (const list of [['list'], ['list', '--all']]) {
      expect((await evenhand(list, 'kim')).out).not.toContain('EH-1');
      expect((await evenhand(list, 'kim')).out).toContain('EH-2');
      expect((await evenhand(list, 'ada')).out).toContain('EH-1');
      expect((await evenhand(list, 'pia')).out).toContain('EH-1');
      expect((await evenhand(list)).out).toContain('EH-1');
    }
  });

  it('is in no export of people who are not cleared for it, and neither is a complaint about staff', async () => {
    await commitPosts(db, [
      { id: 'c', at: 0, by: 'c', text: 'The driver swore at me.', decision: complains('low', ['staff']) },
      { id: 'd', at: 0, by: 'd', decision: complains('low', ['billing']) },
    ]);
    await sql`update desk."case" set in_dispute = true where case_id = 4`.execute(db.kysely);
    const exported = async (as?: string) =>
      (await evenhand(['export'], as)).out.split('\n').flatMap((line) => {
        if (line === '') return [];
        const { id, danger, categories, excerpt } = JSON.parse(line);
        return [[id, danger, categories.join(), excerpt === null]];
      });
    const staff = ['EH-3', null, 'staff', false];
    expect(await exported()).toEqual([
      ['EH-1', 'person_at_risk', 'delivery', true],
      ['EH-2', null, 'delivery', false],
      staff,
      ['EH-4', null, 'billing', true],
    ]);
    expect(await exported('lee')).toEqual([
      ['EH-2', null, 'delivery', false],
      ['EH-4', null, '', true],
    ]);
    expect((await exported('aud')).map(([id]) => id)).toEqual(['EH-1', 'EH-2', 'EH-3', 'EH-4']);
    await sql`insert into desk.accused values (3, 'aud', ${hour(1)}, 'lee')`.execute(db.kysely);
    expect((await exported('aud')).map(([id]) => id)).toEqual(['EH-1', 'EH-2', 'EH-4']);
  });

  it('is shown to nobody else by its number either, with one sentence', async () => {
    const { code, err, out } = await evenhand(['show', '1'], 'kim');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('EH-1 is confidential');
    expect((await evenhand(['show', '1', '--language', 'de'], 'kim')).err).toContain('EH-1 ist vertraulich');
  });

  it('has the protocol and the way to the platform beside its words, for the people on call', async () => {
    const { out } = await evenhand(['show', '1', '--on-call'], 'ada');
    expect(out).toContain('I cannot go on.');
    expect(out).toContain('What to do now\n1. Treat it as meant.');
    expect(out).toContain('Tell the platform\n');
    expect((await evenhand(['show', '1'], 'ada')).out).not.toContain('What to do now');
    const json = JSON.parse(
      (await evenhand(['show', '1', '--on-call', '--json', '--language', 'de'], 'pia')).out,
    );
    expect(json.protocol.text).toMatch(/^1\. Ernst nehmen/);
    expect(JSON.parse((await evenhand(['show', '2', '--json'], 'ada')).out)).not.toHaveProperty('protocol');
  });
});
