import { describe, expect, it } from '@jest/globals';
import { decisionVersion } from '../../src/triage/decision-version.ts';

describe('a decision version', () => {
  const parts = { rulesVersion: 'r1', policyHash: 'p1', engineVersion: 'e1' };

  it('is the same for the same parts, in whatever order they are named, on every machine', () => {
    expect(decisionVersion(parts)).toBe('6151c5b29a06');
    const { rulesVersion, policyHash, engineVersion } = parts;
    expect(decisionVersion({ engineVersion, policyHash, rulesVersion })).toBe(decisionVersion(parts));
  });

  it('differs when any part does, also when a letter moves from one part to the next', () => {
    const versions = [
      parts,
      { ...parts, rulesVersion: 'r2' },
      { ...parts, policyHash: 'p2' },
      { ...parts, engineVersion: 'e2' },
      { rulesVersion: 'r1p', policyHash: '1', engineVersion: 'e1' },
    ].map(decisionVersion);
    expect(new Set(versions).size).toBe(5);
  });
});
