import { describe, expect, it } from '@jest/globals';
import { refusalText } from '../../src/cases/action-texts.ts';
import { commandLineOf, httpApi } from '../../src/cases/doorway.ts';
import type { LeaseRefusal } from '../../src/cases/lease/lease.ts';
import { leaseRefusalText } from '../../src/cases/lease/lease-texts.ts';
import type { Refusal } from '../../src/cases/life/action-types.ts';
import { hour } from './fold-samples.ts';

const at = { caseId: '12', now: hour(1), timeText: (time: Date) => time.toISOString() };
const acts = [
  { code: 'not_resolved' },
  { code: 'no_such_post', post: '99' },
  { code: 'taken', by: 'kim', since: null },
  { code: 'resolved', since: null },
  { code: 'dismissed', as: 'spam', since: null },
] as unknown as readonly Refusal[];
const leases = [
  { code: 'unknown' },
  { code: 'leased', since: hour(0) },
  { code: 'kept' },
  { code: 'older_wait', older: 2 },
] as unknown as readonly LeaseRefusal[];

describe('what can be done instead', () => {
  it.each(['en', 'de'] as const)(
    'is an operation where a program asked, and no command, in %s',
    (language) => {
      const told = [
        ...acts.map((refusal) => refusalText(refusal, { ...at, language, door: httpApi })),
        ...leases.map((refusal) => leaseRefusalText(refusal, { ...at, language, door: httpApi })),
      ];
      for (const text of told) expect(text).not.toMatch(/evenhand|--|\{/);
      expect(told.join('\n')).toContain('GET /cases/EH-12');
      expect(told.join('\n')).toContain('POST /queue/next');
      expect(told.join('\n')).toContain('"because"');
    },
  );

  it('is the command that was typed where it takes over', () => {
    const taken = { code: 'taken', by: 'kim', since: null } as unknown as Refusal;
    const text = (door?: ReturnType<typeof commandLineOf>) =>
      refusalText(taken, { ...at, language: 'en', ...(door === undefined ? {} : { door }) });
    expect(text()).toContain('"evenhand cases take EH-12 --take-over"');
    expect(text(commandLineOf('assign ID --to Kim'))).toContain(
      '"evenhand cases assign EH-12 --to Kim --take-over"',
    );
  });
});
