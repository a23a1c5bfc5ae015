import type { ReplayDeps } from '../src/audit/replay.ts';
import type { Brand } from '../src/domain/brand.ts';
import type { Database } from '../src/postgres/database.ts';
import { decisionVersion } from '../src/triage/decision-version.ts';
import { loadPolicies } from './policies.ts';

/** The deciding half of the triage worker with its rules and policies; its code is loaded when it is asked for. */
export const loadReplayDeps = async (
  db: Database,
  brands: readonly Brand[],
  { now, engineVersion }: { readonly now: Date; readonly engineVersion: string },
): Promise<ReplayDeps> => {
  const { decideAll, textHash } = await import('./decide.ts');
  const { rulesVersion } = await import('../src/classify/classify.ts');
  const policies = await loadPolicies(db, brands, now);
  const languages = new Map(brands.map((brand) => [brand.id, brand.languages] as const));
  return {
    version: decisionVersion({ rulesVersion, policyHash: JSON.stringify(policies.versions), engineVersion }),
    textHash,
    decideAll,
    context: { languagesOf: (brand) => languages.get(brand) ?? [] },
  };
};
