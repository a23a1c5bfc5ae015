import { beforeEach, describe, expect, it } from '@jest/globals';
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

  it('stands in no list of people who are not cleared for it', async () => {
    for (const list of [['list'], ['list', '--all']]) {
      expect((await evenhand(list, 'kim')).out).not.toContain('EH-1');
      expect((await evenhand(list, 'kim')).out).toContain('EH-2');
      expect((await evenhand(list, 'ada')).out).toContain('EH-1');
      expect((await evenhand(list, 'pia')).out).toContain('EH-1');
      expect((await evenhand(list)).out).toContain('EH-1');
    }
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
