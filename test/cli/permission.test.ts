import { beforeEach, describe, expect, it } from '@jest/globals';
import { registerCases } from '../../src/cli/cases.ts';
import type { RegisterCommand } from '../../src/cli/command.ts';
import { registerDeadLetters } from '../../src/cli/dead-letters.ts';
import { registerDigest } from '../../src/cli/digest.ts';
import { registerErase } from '../../src/cli/erase.ts';
import { registerLabel } from '../../src/cli/label.ts';
import { registerReview } from '../../src/cli/review.ts';
import { registerSummary } from '../../src/cli/summary.ts';
import { registerVerify } from '../../src/cli/verify.ts';
import type { Person, Role } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour, listed } from '../cases/fold-samples.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { embeddedEngine, keepRecord } from '../support/engines.ts';
import { runCommand } from './desk-app.ts';

const person = (name: string, roles: readonly Role[], known: Partial<Person> = {}): Person => ({
  name,
  roles,
  languages: ['en'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
  ...known,
});

const people = [
  person('kim', ['agent']),
  person('nils', ['agent'], { brands: ['elsewhere'] }),
  person('lea', ['support_lead'], { clearances: ['danger'] }),
  person('ida', ['support_lead'], { brands: ['seeweg'] }),
  person('cora', ['comms']),
  person('rep', ['employee_rep']),
  person('root', ['admin']),
];

const commands: readonly [RegisterCommand, readonly string[], may: string, mayNot: string][] = [
  [registerCases, ['cases', 'list'], 'kim', 'rep'],
  [registerCases, ['cases', 'show', '1'], 'kim', 'cora'],
  [registerCases, ['cases', 'show', '1', '--on-call'], 'lea', 'kim'],
  [registerCases, ['cases', 'take', '1'], 'kim', 'cora'],
  [registerCases, ['cases', 'take', '1', '--take-over'], 'lea', 'kim'],
  [registerReview, ['review', 'list'], 'kim', 'rep'],
  [registerReview, ['review', 'sample'], 'kim', 'rep'],
  [registerReview, ['review', 'open', '2', '--severity', 'low', '--reason', 'x'], 'kim', 'rep'],
  [registerLabel, ['label', 'set', '1', '--complaint', 'yes'], 'kim', 'rep'],
  [registerLabel, ['label', 'undo', '1'], 'kim', 'rep'],
  [registerLabel, ['label', 'list'], 'kim', 'rep'],
  [registerLabel, ['label', 'export'], 'lea', 'kim'],
  [registerSummary, ['summary'], 'kim', 'rep'],
  [registerDigest, ['digest'], 'cora', 'kim'],
  [registerVerify, ['verify', '1'], 'lea', 'cora'],
  [registerErase, ['erase', '--post', 'x/1', '--yes'], 'root', 'lea'],
  [registerDeadLetters, ['dead-letters', 'list'], 'root', 'kim'],
  [registerDeadLetters, ['dead-letters', 'retry', '--all'], 'root', 'kim'],
  [registerDeadLetters, ['dead-letters', 'discard', '1', '--reason', 'x'], 'root', 'kim'],
];

describe('who may do what at the command line', () => {
  let db: Database;
  keepRecord(embeddedEngine, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));
  const asked = (register: RegisterCommand, line: readonly string[], as: string) =>
    runCommand(register, [...line, '--as', as], { db, now: hour(1), people });

  it.each(commands)(
    '%# %j: whoever may not is refused, and so is a stranger',
    async (register, line, may, no) => {
      await commitPosts(db, [{ id: 'a', at: 0, by: 'a', decision: complains('low') }]);
      const refused = await asked(register, line, no);
      expect(refused.code).toBe(2);
      expect(refused.err).toContain(`"${no}" may not do this: it needs`);
      expect(refused.out).toBe('');
      expect((await asked(register, line, 'nobody')).err).toContain('is none of the people in evenhand.yaml');
      expect((await asked(register, line, may)).err).not.toMatch(/may not do this|none of the people/);
    },
  );

  it('keeps somebody to the brands of theirs', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, by: 'a', decision: complains('low') }]);
    for (const line of [
      ['cases', 'show', '1'],
      ['cases', 'take', '1'],
    ])
      expect((await asked(registerCases, line, 'nils')).err).toContain(
        'works for elsewhere, and this is about',
      );
    expect((await asked(registerVerify, ['verify', '1'], 'ida')).err).toContain('this is about nordbahn');
    await commitPosts(db, [
      { id: 'b', at: 0, by: 'b', brand: 'seeweg', decision: complains('high') },
      { id: 'c', at: 0, by: 'c', decision: listed('unsure', true) },
    ]);
    const summed = async (as: string) => {
      const { out } = await asked(registerSummary, ['summary', '--json'], as);
      const { read, unsure, brands, oldest } = JSON.parse(out);
      return [read, unsure, brands.length, oldest.map(({ caseId }: { caseId: string }) => caseId)];
    };
    expect(await summed('kim')).toEqual([3, 1, 2, ['EH-1', 'EH-2']]);
    expect(await summed('ida')).toEqual([1, 0, 1, ['EH-2']]);
    const taken = await asked(registerCases, ['cases', 'show', '1', '--json'], 'kim');
    expect(JSON.parse(taken.out)).toMatchObject({ status: 'new' });
  });
});
