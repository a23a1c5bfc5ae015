import type { ReplayDeps } from '../src/audit/replay.ts';
import type { Brand } from '../src/domain/brand.ts';
import type { Language } from '../src/domain/classification.ts';
import type { Database } from '../src/postgres/database.ts';
import { decisionVersion } from '../src/triage/decision-version.ts';
import { loadPolicies } from './policies.ts';

/** What is told to whoever decides again: plain values, which a thread can be sent. */
export interface ReplaySetup {
  /** Of the rules, policies and engine at hand. */
  readonly version: string;
  /** Brand and the languages that it decides. */
  readonly languages: readonly (readonly [string, readonly Language[]])[];
}

interface Program {
  readonly now: Date;
  readonly engineVersion: string;
}

export const loadReplaySetup = async (
  db: Database,
  brands: readonly Brand[],
  { now, engineVersion }: Program,
): Promise<ReplaySetup> => {
  const { rulesVersion } = await import('../src/classify/rules-version.ts');
  const policyHash = JSON.stringify((await loadPolicies(db, brands, now)).versions);
  return {
    version: decisionVersion({ rulesVersion: rulesVersion(), policyHash, engineVersion }),
    languages: brands.map((brand) => [brand.id, brand.languages] as const),
  };
};

/** The deciding half of the triage worker; its code is loaded when it is asked for. */
export const replayDepsOf = async ({ version, languages }: ReplaySetup): Promise<ReplayDeps> => {
  const { decideAll, textHash } = await import('./decide.ts');
  const known = new Map(languages);
  return { version, textHash, decideAll, context: { languagesOf: (brand) => known.get(brand) ?? [] } };
};

export const loadReplayDeps = async (
  db: Database,
  brands: readonly Brand[],
  program: Program,
): Promise<ReplayDeps> => replayDepsOf(await loadReplaySetup(db, brands, program));
