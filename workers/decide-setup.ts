import type { Language } from '../src/domain/classification.ts';

/** What the deciding thread is told once. */
export interface DecideSetup {
  readonly decisionVersion: string;
  /** Key of the complainants' hashes; kept in the record, never logged. */
  readonly key: string;
  /** Brand and the languages that it decides. */
  readonly languages: readonly (readonly [string, readonly Language[]])[];
  /** Brand and the version of its SLA policy. */
  readonly policies: readonly (readonly [string, string])[];
}
