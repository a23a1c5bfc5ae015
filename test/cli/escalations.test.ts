import { beforeEach, describe, expect, it } from '@jest/globals';
import { registerEscalations } from '../../src/cli/escalations.ts';
import type { Role } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

describe('evenhand escalations', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const person = (name: string, role: Role) => ({
    name,
    roles: [role],
    languages: [],
    brands: null,
    clearances: [],
    line: [],
    email: null,
  });
  const people = [person('kim', 'agent'), person('lea', 'support_lead')];
  const evenhand = (line: readonly string[], as = 'kim') =>
    runCommand(registerEscalations, ['escalations', ...line, '--as', as], { db, now: hour(1), people });
  const request = (criterion: string, reason = 'hardship', id = 'EH-1') =>
    evenhand(['request', id, '--criterion', criterion, '--reason-code', reason]);

  it('goes from the request over the second key to the written answer', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('high') }]);
    expect((await request('severity')).out).toContain('Escalation 1 of EH-1 waits for a second key');
    expect((await evenhand(['list'])).out).toMatch(/1 +EH-1 +severity +waits for a second key/);
    expect((await evenhand(['grant', '1'])).err).toContain('"kim" may not do this');
    expect((await evenhand(['answer', '1', '--text', 'done'], 'lea')).err).toContain('nobody has decided');
    expect((await evenhand(['grant', '1'], 'lea')).code).toBe(0);
    expect((await evenhand(['answer', '1', '--text', ' '], 'lea')).err).toContain(
      '--text must say something',
    );
    expect((await evenhand(['answer', '1', '--text', 'We refunded you.'], 'lea')).out).toContain('closed');
    const shown = await evenhand(['show', '1', '--language', 'de']);
    expect(shown.out).toContain('gewährt, beantwortet');
    expect(shown.out).toContain('We refunded you.');
    const report = JSON.parse((await evenhand(['report', '--since', '7d', '--json'], 'lea')).out);
    expect(report.counts).toMatchObject({ requested: null, declined: 0 });
  });

  it('tells of one that was declined and answered both, and the reason as one', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('high') }]);
    await request('severity');
    await evenhand(['decline', '1', '--reason', 'paid back already'], 'lea');
    expect((await evenhand(['show', '1'])).out).toMatch(/^Reason +paid back already$/m);
    await evenhand(['answer', '1', '--text', 'We paid you back.'], 'lea');
    const { out } = await evenhand(['show', '1']);
    expect(out).toMatch(/^Status +declined, answered$/m);
    expect(out).toMatch(/^Reason +paid back already$/m);
    expect(out).not.toContain('Note');
    expect((await evenhand(['list', '--all'])).out).toContain('declined, answered');
  });

  it('refuses reach with the sentence of the lock, and what the record does not show', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('low') }]);
    const { code, err } = await request('followers');
    expect([code, err]).toEqual([2, expect.stringContaining('names reach or standing')]);
    expect((await request('age', 'vip')).err).toContain('names VIPs');
    expect((await request('loudness')).err).toContain('is no criterion; there are breached_twice');
    expect((await request('age')).err).toContain('the record of EH-1 does not show age');
    expect((await request('age', 'because')).err).toContain('is no reason code');
    expect((await request('age', 'hardship', 'EH-9')).err).toContain('there is no case EH-9');
    expect((await evenhand(['show', '7'])).err).toContain('there is no escalation 7');
    expect((await evenhand(['show', 'x'])).err).toContain('is no number of an escalation');
    expect(await countRows(db, 'desk.escalation')).toBe(0);
  });
});
