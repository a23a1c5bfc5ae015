import { createHash } from 'node:crypto';

/** All that decides besides the words: a change of any of them is another version. */
export interface DecisionParts {
  readonly rulesVersion: string;
  readonly policyHash: string;
  readonly engineVersion: string;
}

/**
 * A short name for the rules, weights and configuration that made a decision, stored with it so that
 * `evenhand verify` can say whether the same version is still at hand: 12 hex digits of a SHA-256.
 */
export const decisionVersion = ({ rulesVersion, policyHash, engineVersion }: DecisionParts): string =>
  createHash('sha256')
    .update(JSON.stringify([rulesVersion, policyHash, engineVersion]))
    .digest('hex')
    .slice(0, 12);
