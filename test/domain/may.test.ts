import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { capabilities, concerns, holders, may, permissionOf } from '../../src/domain/may.ts';
import { clearances, type Person, roles } from '../../src/domain/person.ts';
import { packageRoot } from '../../src/lib/package-root.ts';

const person = (known: Partial<Person>): Person => ({
  name: 'kim',
  roles: [],
  languages: ['en'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
  ...known,
});

const anyone = fc.record({ roles: fc.subarray([...roles]), clearances: fc.subarray([...clearances]) });
const capability = fc.constantFrom(...capabilities);

describe('what people may do', () => {
  it('keeps those who work cases from reach, those who see reach from working cases, and those who measure from cases', () => {
    for (const role of ['agent', 'support_lead'] as const)
      expect(may(person({ roles: [role] }), 'read_reach')).toBe(false);
    for (const role of ['comms', 'auditor', 'admin'] as const)
      expect(may(person({ roles: [role] }), 'work_cases')).toBe(false);
    expect(capabilities.filter((what) => may(person({ roles: ['employee_rep'] }), what))).toEqual([
      'read_work_reports',
      'verify_log',
    ]);
  });

  it('lets no role do everything, and somebody do everything that is to be done', () => {
    for (const role of roles)
      expect(capabilities.every((what) => may(person({ roles: [role] }), what))).toBe(false);
    for (const what of capabilities)
      expect(holders[what].roles.length + holders[what].clearances.length).toBeGreaterThan(0);
  });

  it('adds up: another role or clearance never takes something away', () => {
    fc.assert(
      fc.property(anyone, anyone, capability, (one, other, what) => {
        const both = {
          roles: [...one.roles, ...other.roles],
          clearances: [...one.clearances, ...other.clearances],
        };
        expect(may(both, what)).toBe(may(one, what) || may(other, what));
      }),
    );
  });

  it('lets everybody do everything only as long as nobody is configured', () => {
    expect(permissionOf([], 'anyone', 'erase')).toEqual({ kind: 'anybody' });
    const kim = person({ roles: ['agent'] });
    expect(permissionOf([kim], 'lea', 'read_cases')).toEqual({ kind: 'unknown' });
    expect(permissionOf([kim], 'kim', 'read_cases')).toEqual({ kind: 'may', person: kim });
    expect(permissionOf([kim], 'kim', 'hold_cases')).toEqual({ kind: 'may_not', needs: holders.hold_cases });
  });

  it('keeps somebody with brands to them', () => {
    expect(concerns({ brands: null }, 'velora')).toBe(true);
    expect(concerns({ brands: ['nordline'] }, 'velora')).toBe(false);
  });

  it('says in docs/roles.md the same as the code', () => {
    const text = readFileSync(join(packageRoot, 'docs', 'roles.md'), 'utf8');
    const told = [...text.matchAll(/^\| `(\w+)` \|([^|]*)\|([^|]*)\| \S[^|]* \|$/gm)].map(
      ([, what, held = '', cleared = '']) => [what, names(held), names(cleared)],
    );
    expect(told).toEqual(
      capabilities.map((what) => [what, [...holders[what].roles], [...holders[what].clearances]]),
    );
  });
});

const names = (cell: string): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name);
